//! One caller cannot take the platform from the others: so many requests a minute for each, told in the headers.

use api::kernel::access::{Body, Role};
use tests::{Answer, TestApp};

async fn limited() -> TestApp {
    TestApp::with(|config| config.requests_per_minute = 5).await
}

fn left(answer: &Answer) -> (&str, &str) {
    (answer.header("ratelimit-policy").unwrap_or_default(), answer.header("ratelimit").unwrap_or_default())
}

#[actix_web::test]
async fn a_visitor_who_asks_too_much_is_told_when_to_come_back_and_nobody_else_suffers() {
    let app = limited().await;
    let visitor = app.visitor();
    for used in 1..=5 {
        let answer = visitor.get("/api/v1/wilayas/16").await.expect_status(200);
        let expected = format!("\"caller\";r={};t={}", 5 - used, used * 12);
        assert_eq!(left(&answer), ("\"caller\";q=5;w=60", expected.as_str()));
    }
    let refused = visitor.get("/api/v1/wilayas/16").await.expect_status(429).expect_problem("rate_limited");
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=13).contains(&wait), "{wait}");
    assert!(left(&refused).1.starts_with("\"caller\";r=0;"));
    // Whoever signs in is counted as a person, a key as a key.
    let officer = app.chamber("16");
    for _ in 0..5 {
        officer.get("/api/v1/wilayas/16").await.expect_status(200);
    }
    officer.get("/api/v1/wilayas/16").await.expect_status(429);
    app.chamber("16").get("/api/v1/wilayas/16").await.expect_status(200);
    let machine = app.machine(Role::Chamber, Body::Institution(app.chamber_of("16")), &["list_changes"]);
    machine.get("/api/v1/changes").await.expect_status(200);
    // A credential that is none does not buy a quota of its own, and neither does a path that leads nowhere.
    visitor.clone().with_authorization("Bearer hirfa_nobody").get("/api/v1/wilayas").await.expect_status(429);
    visitor.get("/api/v1/no-such-thing").await.expect_status(429);
}

#[actix_web::test]
async fn whoever_watches_the_server_is_not_limited_and_neither_are_pages() {
    let app = limited().await;
    for path in ["/livez", "/readyz", "/metrics", "/openapi.json", "/.well-known/jwks.json"] {
        for _ in 0..8 {
            let answer = app.visitor().get(path).await.expect_status(200);
            assert_eq!(left(&answer), ("", ""));
        }
    }
}

#[actix_web::test]
async fn behind_a_proxy_each_address_that_it_has_seen_counts_for_itself() {
    let app = TestApp::with(|config| (config.requests_per_minute, config.trust_proxy) = (1, true)).await;
    let from = |address: &str| app.visitor().get("/api/v1/wilayas/16").header("x-forwarded-for", address);
    from("41.111.0.1").await.expect_status(200);
    from("41.111.0.1").await.expect_status(429);
    from("1.2.3.4, 41.111.0.1").await.expect_status(429);
    from("41.111.0.2").await.expect_status(200);
    from("2001:db8:0:1::1").await.expect_status(200);
    from("2001:db8:0:1:ffff::2").await.expect_status(429);
}

#[actix_web::test]
async fn without_a_limit_nothing_is_said_about_one() {
    let app = TestApp::new().await;
    for _ in 0..20 {
        let answer = app.visitor().get("/api/v1/wilayas/16").await.expect_status(200);
        assert_eq!(left(&answer), ("", ""));
    }
}

#[test]
fn measuring_is_not_limited() {
    let of = |settings: &[(&str, &str)]| {
        let values = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let secret = ("SECRET_KEY".to_owned(), "a secret that only the tests know of".to_owned());
        api::config::Config::from_values(&values.chain([secret]).collect()).unwrap().requests_per_minute
    };
    assert_eq!(of(&[]), 1200);
    assert_eq!(of(&[("RATE_LIMIT_PER_MINUTE", "60")]), 60);
    assert_eq!(of(&[("BENCH", "1")]), 0);
}
