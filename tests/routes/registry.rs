//! Every server function and who may call it. One that is not here fails the
//! first test.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::Server;

/// Who may call a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Everybody, signed in or not.
    Everybody,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever may look at their company's console.
    Console,
    /// A company's administrators.
    Admin,
    /// The bank's operators, and no administrator of a company.
    Operator,
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    Member,
    Auditor,
    Admin,
    Operator,
}

impl Audience {
    /// Whether `who` is among it.
    const fn admits(self, who: Who) -> bool {
        match self {
            Self::Everybody => true,
            Self::SignedIn => !matches!(who, Who::Nobody),
            Self::Console => matches!(who, Who::Auditor | Who::Admin),
            Self::Admin => matches!(who, Who::Admin),
            Self::Operator => matches!(who, Who::Operator),
        }
    }
}

const REGISTRY: [(&str, Audience); 69] = [
    ("/api/session/current", Audience::Everybody),
    ("/api/session/sign-in", Audience::Everybody),
    ("/api/session/code", Audience::Everybody),
    ("/api/session/sign-out", Audience::Everybody),
    ("/api/session/activity", Audience::Everybody),
    ("/api/session/language", Audience::SignedIn),
    ("/api/support", Audience::Everybody),
    ("/api/demo/mailbox", Audience::Everybody),
    ("/api/invitation/own", Audience::SignedIn),
    ("/api/audit/list", Audience::Console),
    ("/api/audit/news", Audience::Console),
    ("/api/home/show", Audience::Console),
    ("/api/physical-token/list", Audience::Console),
    ("/api/token/list", Audience::Console),
    ("/api/token/show", Audience::Console),
    ("/api/candidate/list", Audience::Admin),
    ("/api/operation/request-assignment", Audience::Admin),
    ("/api/operation/request-change", Audience::Admin),
    ("/api/operation/request-assignments", Audience::Admin),
    ("/api/operation/request-changes", Audience::Admin),
    ("/api/operation/items", Audience::Console),
    ("/api/token/matching", Audience::Admin),
    ("/api/token/block", Audience::Admin),
    ("/api/token/resend", Audience::Admin),
    ("/api/user/locked-requests", Audience::Admin),
    ("/api/user/unlock-requests", Audience::Admin),
    ("/api/user/list", Audience::Console),
    ("/api/user/show", Audience::Console),
    ("/api/user/assignable", Audience::Admin),
    ("/api/user/create", Audience::Admin),
    ("/api/user/edit", Audience::Admin),
    ("/api/user/request-contact-change", Audience::Admin),
    ("/api/user/confirm-contacts", Audience::Admin),
    ("/api/user/activate", Audience::Admin),
    ("/api/user/deactivate", Audience::Admin),
    ("/api/import/check", Audience::Admin),
    ("/api/import/accept", Audience::Admin),
    ("/api/operation/show", Audience::Admin),
    ("/api/operation/cancel", Audience::Admin),
    ("/api/approval/list", Audience::Console),
    ("/api/approval/count", Audience::Console),
    ("/api/approval/show", Audience::Console),
    ("/api/approval/ask", Audience::Admin),
    ("/api/approval/reject", Audience::Admin),
    ("/api/operator/home", Audience::Operator),
    ("/api/company/list", Audience::Operator),
    ("/api/company/show", Audience::Operator),
    ("/api/company/create", Audience::Operator),
    ("/api/company/edit", Audience::Operator),
    ("/api/company/suspend", Audience::Operator),
    ("/api/company/resume", Audience::Operator),
    ("/api/company/set-approvals", Audience::Operator),
    ("/api/company/grant", Audience::Operator),
    ("/api/message/list", Audience::Operator),
    ("/api/message/send-again", Audience::Operator),
    ("/api/company-person/create", Audience::Operator),
    ("/api/company-person/invite", Audience::Operator),
    ("/api/company-person/give-token", Audience::Operator),
    ("/api/company-person/unlock-requests", Audience::Operator),
    ("/api/password/link", Audience::Everybody),
    ("/api/password/choose", Audience::Everybody),
    ("/api/token-request/show", Audience::Console),
    ("/api/token-request/create", Audience::Admin),
    ("/api/token-request/withdraw", Audience::Admin),
    ("/api/token-request/list", Audience::Operator),
    ("/api/token-request/grant", Audience::Operator),
    ("/api/token-request/decline", Audience::Operator),
    ("/api/operator/find-serial", Audience::Operator),
    ("/api/operator/change-token", Audience::Operator),
];

const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// A user's form whose mobile is none, so that nobody is made.
fn draft() -> Value {
    json!({"username": "Nuevo1", "full_name": "Nueva Persona", "email": "nueva@andina.example",
           "mobile": "601", "role": "member", "contact_confirmed": true})
}

/// The log's filter that lets everything through.
fn everything() -> Value {
    json!({"from": null, "until": null, "who": "", "group": null, "serial": null,
           "user": "", "outcome": null, "operation": null})
}

/// A well-formed request of each function that needs one.
fn request(path: &str) -> Value {
    match path {
        "/api/token/list" => json!({"query": {
            "filter": {"status": null, "updated_from": null, "updated_until": null},
            "sort": {"column": "username", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/session/language" => json!({"locale": "english"}),
        "/api/audit/list" => json!({"query": {
            "filter": everything(),
            "sort": {"column": "happened_at", "direction": "descending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/audit/news" => json!({"filter": everything(), "since": 0}),
        "/api/token/show" => json!({"serial": "FEF5100003"}),
        "/api/user/list" => json!({"query": {
            "filter": {"search": "", "status": null, "role": null, "contact": null, "token": null},
            "sort": {"column": "username", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/physical-token/list" => json!({"query": {
            "filter": {"search": "", "status": null},
            "sort": {"column": "username", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/user/assignable" => json!({
            "filter": {"search": "", "status": null, "role": null, "contact": null, "token": null},
        }),
        "/api/user/show" => json!({"user": NOBODY}),
        "/api/user/create" => json!({"draft": draft()}),
        "/api/user/edit" | "/api/user/request-contact-change" => {
            json!({"seen": {"user": NOBODY, "version": 1}, "draft": draft()})
        }
        "/api/user/confirm-contacts" => json!({"seen": [{"user": NOBODY, "version": 1}]}),
        "/api/user/activate" | "/api/user/deactivate" => {
            json!({"seen": {"user": NOBODY, "version": 1}})
        }
        "/api/candidate/list" => {
            json!({"search": "", "page": {"place": "first", "number": 1, "size": 10}})
        }
        "/api/operation/request-assignment" | "/api/user/unlock-requests" => {
            json!({"user": NOBODY})
        }
        "/api/operation/request-change" => {
            json!({"seen": {"token": NOBODY, "version": 1}, "kind": "activate"})
        }
        "/api/operation/request-assignments" => json!({"users": [NOBODY]}),
        "/api/operation/request-changes" => {
            json!({"seen": [{"token": NOBODY, "version": 1}], "kind": "activate"})
        }
        "/api/operation/items" => json!({"operation": NOBODY, "wanted": "all", "from": 0}),
        "/api/token/matching" => json!({
            "filter": {"status": null, "updated_from": null, "updated_until": null},
            "action": "activate",
        }),
        "/api/token/block" => {
            json!({"seen": [{"token": NOBODY, "version": 1}], "reason": "lost"})
        }
        "/api/import/check" => json!({"kind": "users", "text": "usuario\nX"}),
        "/api/import/accept" => json!({
            "kind": "users", "text": "usuario\nX",
            "acceptance": {"seal": "", "leave_out_refused": false},
        }),
        "/api/token/resend" => json!({"seen": {"token": NOBODY, "version": 1}}),
        "/api/approval/list" => json!({"query": {"list": "waiting", "after": null}}),
        "/api/operation/show"
        | "/api/operation/cancel"
        | "/api/approval/show"
        | "/api/approval/ask"
        | "/api/approval/reject" => json!({"operation": NOBODY}),
        "/api/company/list" => json!({"query": {
            "filter": {"search": "", "status": null},
            "sort": {"column": "name", "direction": "ascending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/message/list" => json!({"query": {
            "filter": {"state": null, "channel": null, "company": null},
            "sort": {"column": "written_at", "direction": "descending"},
            "page": {"place": "first", "number": 1, "size": 10},
        }}),
        "/api/message/send-again" => json!({"seen": [{"message": NOBODY, "version": 1}]}),
        "/api/company/show" => json!({"company": NOBODY}),
        "/api/company/create" => json!({"draft": {
            "slug": "x", "approvals": "one",
            "settings": {"name": "Nueva", "contact_period_days": "365"},
        }}),
        "/api/company/edit" => json!({
            "seen": {"company": NOBODY, "version": 1},
            "settings": {"name": "Nueva", "contact_period_days": "365"},
        }),
        "/api/company/grant" => {
            json!({"order": {"company": NOBODY, "count": "1", "seen_granted": 0}})
        }
        "/api/operator/find-serial" => json!({"serial": "FEF5100003"}),
        "/api/operator/change-token" => {
            json!({"seen": {"token": NOBODY, "version": 1}, "deed": "retire"})
        }
        "/api/company-person/create" => json!({"company": NOBODY, "draft": draft()}),
        "/api/company-person/invite"
        | "/api/company-person/give-token"
        | "/api/company-person/unlock-requests" => {
            json!({"company": NOBODY, "user": NOBODY})
        }
        "/api/token-request/create" => json!({"draft": {"tokens": "0", "note": ""}}),
        "/api/token-request/withdraw" => json!({"seen": {"request": NOBODY, "version": 1}}),
        "/api/token-request/list" => {
            json!({"page": {"place": "first", "number": 1, "size": 10}})
        }
        "/api/token-request/grant" => {
            json!({"seen": {"request": NOBODY, "version": 1}, "count": "1"})
        }
        "/api/token-request/decline" => {
            json!({"seen": {"request": NOBODY, "version": 1}, "reason": "No"})
        }
        "/api/company/suspend" | "/api/company/resume" => {
            json!({"seen": {"company": NOBODY, "version": 1}})
        }
        "/api/company/set-approvals" => {
            json!({"seen": {"company": NOBODY, "version": 1}, "approvals": "two"})
        }
        _ => json!({}),
    }
}

#[tokio::test]
async fn every_server_function_is_in_the_registry() {
    Server::start().await;
    let known: BTreeSet<&str> = REGISTRY.iter().map(|(path, _)| *path).collect();
    let served: BTreeSet<&str> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(served, known);
}

#[tokio::test]
async fn each_role_reaches_what_the_registry_allows_and_nothing_else() {
    let server = Server::start().await;
    let (admin, _) = server.admin("andina", "LauraG").await;
    let half = server.sign_in_up_to_code("andina", "LauraG").await;
    let callers = [
        ("nobody", None, Who::Nobody),
        ("somebody without their code", Some(half), Who::Nobody),
        (
            "a secondary user",
            Some(server.sign_in("andina", "SofiaR").await),
            Who::Member,
        ),
        (
            "an auditor",
            Some(server.sign_in("andina", "AuditoraP").await),
            Who::Auditor,
        ),
        ("an administrator", Some(admin), Who::Admin),
        (
            "an operator",
            Some(server.sign_in("banco", "OperadorB").await),
            Who::Operator,
        ),
    ];
    for (path, audience) in REGISTRY
        .into_iter()
        .filter(|(_, audience)| *audience != Audience::Everybody)
    {
        for (name, session, who) in &callers {
            let answer = server.post(path, session.as_ref(), &request(path)).await;
            let status = answer.status.as_u16();
            let expected = match who {
                Who::Nobody => status == 401,
                _ if audience.admits(*who) => status != 401 && status != 403,
                _ => status == 403,
            };
            assert!(expected, "{name} at {path}: {status} {}", answer.text());
        }
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_said_so_with_a_reference_and_when_to_come_back() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "AuditoraP").await;
    server.context.store.close().await;
    let answer = server
        .post(
            "/api/token/show",
            Some(&session),
            &request("/api/token/show"),
        )
        .await;
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert!(answer.headers.contains_key("retry-after"));
    assert_eq!(
        answer.json()["unavailable"]["reference"]
            .as_str()
            .map(str::len),
        Some(8)
    );
}
