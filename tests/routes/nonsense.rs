use serde_json::{Value, json};

use crate::support::{Server, Session};

/// Every path that takes a request.
const PATHS: [&str; 20] = [
    "/api/session/current",
    "/api/session/sign-in",
    "/api/session/code",
    "/api/session/sign-out",
    "/api/token/list",
    "/api/token/show",
    "/api/candidate/list",
    "/api/operation/request-assignment",
    "/api/operation/request-change",
    "/api/token/block",
    "/api/token/resend",
    "/api/operation/show",
    "/api/operation/cancel",
    "/api/import/check",
    "/api/import/accept",
    "/api/invitation/own",
    "/api/support",
    "/device/v1/enrolments/open",
    "/device/v1/enrolments",
    "/device/v1/requests",
];

fn bodies() -> Vec<Vec<u8>> {
    let deep = format!("{}1{}", "[".repeat(2_000), "]".repeat(2_000));
    let texts: Vec<Value> = vec![
        json!(null),
        json!([]),
        json!({}),
        json!({"query": 7}),
        json!({"serial": "' OR 1=1 --"}),
        json!({"serial": "FEF\u{0}900032"}),
        json!({"search": "%_\\\u{0}\u{202e}", "page": {"place": "first", "number": 0, "size": 0}}),
        json!({"search": "a".repeat(5_000), "page": {"place": "first", "number": 1, "size": 10}}),
        json!({"search": "", "page": {"place": {"after": {"key": "\u{0}", "id": "x"}}, "number": u64::MAX, "size": 65535}}),
        json!({"query": {"filter": {"status": "retired", "updated_from": i64::MAX, "updated_until": i64::MIN},
            "sort": {"column": "updated_at", "direction": "descending"},
            "page": {"place": {"before": {"key": "NaN", "id": ""}}, "number": 0, "size": 0}}}),
        json!({"operation": "nonsense"}),
        json!({"seen": {"token": "01900000-0000-7000-8000-000000000000", "version": i64::MIN}, "kind": "activate"}),
        json!({"seen": [{"token": "01900000-0000-7000-8000-000000000000", "version": 1}], "reason": "boredom"}),
        json!({"kind": "users", "text": "\u{0}"}),
        json!({"kind": "block", "text": "serie;usuario\n;;;\n\"", "acceptance": {"seal": "!", "leave_out_refused": 1}}),
        json!({"v": 255, "code": "x"}),
        json!({"code": "x", "statement": "!!", "signature": "!!"}),
        json!({"payload": "e30", "signature": ""}),
        json!({"payload": "bm90IGpzb24", "signature": "AAAA"}),
    ];
    let mut bodies: Vec<Vec<u8>> = texts
        .iter()
        .map(|value| value.to_string().into_bytes())
        .collect();
    bodies.extend([
        vec![],
        vec![0xff, 0xfe, 0x00],
        deep.into_bytes(),
        vec![b'x'; 100_000],
    ]);
    bodies
}

#[tokio::test]
async fn no_nonsense_is_answered_with_a_server_error() {
    let server = Server::start().await;
    let (session, _) = server.admin("andina", "LauraG").await;
    for path in PATHS {
        for body in bodies() {
            for kind in [
                "application/json",
                "application/x-www-form-urlencoded",
                "text/plain",
            ] {
                let sessions: [Option<&Session>; 2] = if path.ends_with("sign-out") {
                    [None, None]
                } else {
                    [None, Some(&session)]
                };
                for session in sessions {
                    let answer = server.post_bytes(path, session, kind, body.clone()).await;
                    let shown = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
                    assert!(
                        answer.status.as_u16() < 500,
                        "{path} {kind} {shown}: {} {}",
                        answer.status,
                        answer.text()
                    );
                }
            }
        }
    }
}
