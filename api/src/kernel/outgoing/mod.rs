//! Requests to other people's servers: never to an address inside a network, whatever its name says, never where a redirect leads,
//! and never for long.

pub mod address;

use address::is_public;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// How long a whole request may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// Largest head of an answer, in bytes; its body is not read.
const LARGEST_HEAD: usize = 16 << 10;
/// Who is asking.
const NAME: &str = concat!("craft-associations-platform/", env!("CARGO_PKG_VERSION"));

crate::text_enum! {
    /// What was wrong with a request.
    pub enum Failure {
        /// The name leads to an address inside a network.
        AddressNotPublic = "address_not_public",
        /// Nobody knows the name.
        HostNotFound = "host_not_found",
        /// No connection, or one that broke.
        ConnectionFailed = "connection_failed",
        /// The certificate is wrong, or there is no TLS.
        TlsFailed = "tls_failed",
        /// It took too long.
        TimedOut = "timed_out",
        /// What came back is no HTTP.
        NotHttp = "not_http",
        /// The server did not take it: another status than 2xx. Redirects are not followed.
        Refused = "refused",
    }
}

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The status of the answer, when there was one.
    pub status: Option<u16>,
    /// What was wrong; nothing when the server has taken it.
    pub failure: Option<Failure>,
}

/// Sends requests.
#[derive(Clone, Debug)]
pub struct Outgoing(Arc<Agent>);

/// Looks names up, and refuses what is not public: after the look-up, so that a name cannot lead inside.
#[derive(Debug)]
struct PublicOnly(DefaultResolver);

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        if found.iter().all(|address| is_public(address.ip())) {
            Ok(found)
        } else {
            Err(Error::Io(io::Error::new(io::ErrorKind::PermissionDenied, "not a public address")))
        }
    }
}

impl Outgoing {
    /// With addresses inside a network, or without.
    pub fn new(private: bool) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .http_status_as_error(false)
            .https_only(!private)
            // A proxy would do the look-up itself.
            .proxy(None)
            .max_response_header_size(LARGEST_HEAD)
            .max_idle_connections(0)
            .user_agent(NAME)
            .build();
        let agent = match private {
            true => Agent::new_with_config(config),
            false => Agent::with_parts(config, DefaultConnector::default(), PublicOnly(DefaultResolver::default())),
        };
        Self(Arc::new(agent))
    }

    /// Posts JSON.
    pub fn post(&self, url: &str, headers: &[(&str, &str)], body: &str) -> Outcome {
        let request = headers.iter().fold(self.0.post(url), |request, (name, value)| request.header(*name, *value));
        match request.content_type("application/json").send(body) {
            Ok(answer) => {
                let status = answer.status();
                Outcome { status: Some(status.as_u16()), failure: (!status.is_success()).then_some(Failure::Refused) }
            }
            Err(error) => {
                tracing::debug!(%error, "no answer from another server");
                Outcome { status: None, failure: Some(failure_of(&error)) }
            }
        }
    }
}

fn failure_of(error: &Error) -> Failure {
    match error {
        Error::Io(cause) if cause.kind() == io::ErrorKind::PermissionDenied => Failure::AddressNotPublic,
        Error::Io(cause) if cause.kind() == io::ErrorKind::TimedOut => Failure::TimedOut,
        Error::Timeout(_) => Failure::TimedOut,
        Error::HostNotFound => Failure::HostNotFound,
        Error::Io(cause) if cause.to_string().contains("lookup") => Failure::HostNotFound,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::RequireHttpsOnly(_) => Failure::TlsFailed,
        Error::Io(cause) if cause.kind() == io::ErrorKind::InvalidData => Failure::TlsFailed,
        Error::Io(_) | Error::ConnectionFailed => Failure::ConnectionFailed,
        _ => Failure::NotHttp,
    }
}
