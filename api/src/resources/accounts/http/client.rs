//! What a browser says about itself, and the cookie it keeps for us.

use crate::kernel::Kernel;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::address;
use crate::kernel::http::answer::Answer;
use crate::resources::accounts::ops::sessions::SignedIn;
use crate::resources::accounts::ops::sign_in::Client;
use crate::resources::accounts::wire::RefreshToken;
use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, web};
use std::future::{Ready, ready};

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
                address: address::of(request, kernel.config.trust_proxy)
                    .map_or_else(|| "unknown".to_owned(), |it| address::network(it).to_string()),
                user_agent: agent.chars().filter(|c| !c.is_control()).take(AGENT_LENGTH).collect(),
            },
            refresh: request.cookie(COOKIE).and_then(|cookie| RefreshToken::parse(cookie.value())),
            request: request.clone(),
            secure: kernel.config.public_url.starts_with("https://"),
        }))
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
