//! What a browser says about itself, and the cookie it keeps for us.

use crate::kernel::Kernel;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::resources::accounts::model::session::RefreshToken;
use crate::resources::accounts::ops::sessions::SignedIn;
use crate::resources::accounts::ops::sign_in::Client;
use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, web};
use std::future::{Ready, ready};
use std::net::IpAddr;

const COOKIE: &str = "refresh";
const PATH: &str = "/api/v1/auth";
/// Characters kept of what a browser calls itself.
const AGENT_LENGTH: usize = 300;

/// The browser that asks, and its refresh token.
pub struct Browser {
    pub client: Client,
    pub refresh: Option<RefreshToken>,
    request: HttpRequest,
    secure: bool,
}

impl FromRequest for Browser {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(kernel) = request.app_data::<web::Data<Kernel>>() else {
            return ready(Err(Error::internal("kernel is not registered")));
        };
        let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        ready(Ok(Self {
            client: Client {
                address: address(request, kernel.config.trust_proxy).map_or_else(|| "unknown".to_owned(), network),
                user_agent: agent.chars().filter(|c| !c.is_control()).take(AGENT_LENGTH).collect(),
            },
            refresh: request.cookie(COOKIE).and_then(|cookie| RefreshToken::parse(cookie.value())),
            request: request.clone(),
            secure: kernel.config.public_url.starts_with("https://"),
        }))
    }
}

/// The client's address: behind a proxy the last one it has added, since those before are the client's own words.
fn address(request: &HttpRequest, trust_proxy: bool) -> Option<IpAddr> {
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .last()
        .filter(|_| trust_proxy)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok());
    forwarded.or_else(|| request.peer_addr().map(|peer| peer.ip()))
}

/// An address, or the network of 64 bits that one subscriber has.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl Browser {
    fn cookie(&self, value: &str, seconds: i64) -> Cookie<'static> {
        Cookie::build(COOKIE, value.to_owned())
            .path(PATH)
            .http_only(true)
            .same_site(SameSite::Strict)
            .secure(self.secure)
            .max_age(time::Duration::seconds(seconds))
            .finish()
    }

    /// A response with the refresh token in its cookie.
    pub fn keep(&self, answer: Answer, signed: &SignedIn) -> Result<HttpResponse> {
        let mut response = answer.respond_to(&self.request);
        response.add_cookie(&self.cookie(signed.refresh.as_str(), signed.seconds)).map_err(Error::internal)?;
        Ok(response)
    }

    /// A response that takes the cookie away.
    pub fn forget(&self, answer: Answer) -> Result<HttpResponse> {
        let mut response = answer.respond_to(&self.request);
        response.add_cookie(&self.cookie("", 0)).map_err(Error::internal)?;
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_address_is_the_one_the_proxy_has_seen_and_not_what_the_client_says() {
        let request = TestRequest::default()
            .peer_addr("10.0.0.1:5000".parse().unwrap())
            .insert_header(("x-forwarded-for", "1.2.3.4, 105.96.0.7"))
            .to_http_request();
        assert_eq!(address(&request, true).unwrap().to_string(), "105.96.0.7");
        assert_eq!(address(&request, false).unwrap().to_string(), "10.0.0.1");
    }

    #[test]
    fn one_subscriber_is_one_network() {
        assert_eq!(network("2001:db8:1:2:3:4:5:6".parse().unwrap()), "2001:db8:1:2::/64");
        assert_eq!(network("::ffff:105.96.0.7".parse().unwrap()), "105.96.0.7");
    }
}
