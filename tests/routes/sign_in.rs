use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

use crate::support::{ORIGIN, Server, Session};

#[tokio::test]
async fn the_session_s_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let server = Server::start().await;
    let answer = server.try_sign_in("andina", "LauraG", "llavero-demo").await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[tokio::test]
async fn a_wrong_company_user_or_password_get_the_same_answer() {
    let server = Server::start().await;
    let wrong = server.try_sign_in("andina", "LauraG", "wrong").await;
    let nobody = server.try_sign_in("andina", "Nadie", "llavero-demo").await;
    let nowhere = server
        .try_sign_in("ninguna", "LauraG", "llavero-demo")
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.body, nobody.body);
    assert_eq!(wrong.body, nowhere.body);
}

#[tokio::test]
async fn each_empty_field_is_named() {
    let server = Server::start().await;
    let answer = server.try_sign_in("", "", "").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<_> = answer.json()["invalid"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["field"].clone())
        .collect();
    assert_eq!(
        fields,
        [json!("company"), json!("username"), json!("password")]
    );
}

#[tokio::test]
async fn without_javascript_a_refused_form_keeps_company_and_user_but_no_password() {
    let server = Server::start().await;
    let request = Request::post("/api/session/sign-in")
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, "text/html,application/xhtml+xml")
        .header(header::REFERER, format!("{ORIGIN}/ingreso?destino=/perfil"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = "company=andina&username=%C3%91o%22%3Cb%3E&password=no-es-esta";
    let refused = server.send(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(refused.status, StatusCode::FOUND);
    let back = refused.headers[header::LOCATION].to_str().unwrap();
    assert!(
        back.contains("destino=/perfil") && !back.contains("andina"),
        "{back}"
    );
    let cookie = refused.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("Path=/ingreso"),
        "{cookie}"
    );

    let path = back.strip_prefix(ORIGIN).unwrap_or(back);
    let request = Request::get(path).header(header::COOKIE, cookie.split(';').next().unwrap());
    let page = server.send(request.body(Body::empty()).unwrap()).await;
    let html = page.text();
    assert!(html.contains("value=\"andina\""), "{html}");
    assert!(
        html.contains("value=\"Ño&quot;&lt;b&gt;\"") || html.contains("value=\"Ño&quot;<b>\""),
        "{html}"
    );
    assert!(!html.contains("no-es-esta"));
    assert!(html.contains("La empresa, el usuario o la contraseña no coinciden"));
}

#[tokio::test]
async fn a_form_of_the_app_leaves_nothing_in_the_browser_when_refused() {
    let server = Server::start().await;
    let refused = server.try_sign_in("andina", "LauraG", "wrong").await;
    assert!(!refused.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn an_inactive_user_does_not_get_in() {
    let server = Server::start().await;
    assert_eq!(
        server
            .try_sign_in("andina", "OscarI", "llavero-demo")
            .await
            .status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn after_five_failures_a_name_waits_even_with_the_right_password() {
    let server = Server::start().await;
    for _ in 0..5 {
        server.try_sign_in("andina", "LauraG", "wrong").await;
    }
    let paused = server.try_sign_in("andina", "LauraG", "llavero-demo").await;
    assert_eq!(paused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(paused.headers.contains_key(header::RETRY_AFTER));
    assert!(
        server
            .try_sign_in("andina", "CarlosM", "llavero-demo")
            .await
            .status
            .is_success()
    );
    server.clock.advance(Duration::from_secs(601));
    assert!(
        server
            .try_sign_in("andina", "LauraG", "llavero-demo")
            .await
            .status
            .is_success()
    );
}

#[tokio::test]
async fn once_linked_a_password_is_not_enough() {
    let server = Server::start().await;
    let (_, phone) = server.admin("andina", "LauraG").await;
    let half = server.sign_in_up_to_code("andina", "LauraG").await;
    let query = json!({"serial": "FEF5100003"});
    assert_eq!(
        server
            .post("/api/token/show", Some(&half), &query)
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
    let answer = server.try_code(&half, &phone.code(&server).await).await;
    let whole = Session::of(&answer).unwrap();
    assert!(
        server
            .post("/api/token/show", Some(&whole), &query)
            .await
            .status
            .is_success()
    );
    assert_eq!(
        server
            .post("/api/token/show", Some(&half), &query)
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn no_code_works_twice() {
    let server = Server::start().await;
    let (_, phone) = server.admin("andina", "LauraG").await;
    server.sign_in_with("andina", "LauraG", &phone).await;
    let session = server.sign_in_up_to_code("andina", "LauraG").await;
    let again = server.try_code(&session, &phone.code(&server).await).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    server.clock.advance(Duration::from_secs(30));
    assert!(
        server
            .try_code(&session, &phone.code(&server).await)
            .await
            .status
            .is_success()
    );
}

#[tokio::test]
async fn five_wrong_codes_block_the_token() {
    let server = Server::start().await;
    let (first, phone) = server.admin("andina", "LauraG").await;
    let session = server.sign_in_up_to_code("andina", "LauraG").await;
    let told = |problem: &str| json!({"invalid": [{"field": "code", "problem": problem}]});
    for problem in ["wrong", "wrong", "wrong", "wrong", "blocked"] {
        let answer = server.try_code(&session, "000000").await;
        assert_eq!(answer.json(), told(problem));
    }
    let again = server.sign_in_up_to_code("andina", "LauraG").await;
    let right = server.try_code(&again, &phone.code(&server).await).await;
    assert_eq!(
        right.json(),
        told("blocked"),
        "whoever knows the password learns why"
    );
    let right = server.try_code(&session, &phone.code(&server).await).await;
    assert_eq!(right.status, StatusCode::UNAUTHORIZED);
    // The sessions that this token opened ended with it.
    assert_eq!(
        server.get("/events", Some(&first)).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let server = Server::start().await;
    let session = server.sign_in("andina", "AuditoraP").await;
    let answer = server
        .post_bytes(
            "/api/session/sign-out",
            Some(&session),
            "application/x-www-form-urlencoded",
            vec![],
        )
        .await;
    assert!(answer.status.is_success());
    let answer = server
        .post(
            "/api/token/show",
            Some(&session),
            &json!({"serial": "FEF5100003"}),
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}
