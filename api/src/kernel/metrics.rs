//! Figures for Prometheus: requests by method, route and status, with their durations.

use super::error::{Error, Result};
use prometheus::{Encoder, HistogramOpts, HistogramVec, Registry, TextEncoder};
use std::sync::OnceLock;
use std::time::Duration;

/// The figures of this process.
pub struct Metrics {
    registry: Registry,
    requests: Option<HistogramVec>,
}

/// The figures, made on first use.
pub fn metrics() -> &'static Metrics {
    static METRICS: OnceLock<Metrics> = OnceLock::new();
    METRICS.get_or_init(|| {
        let registry = Registry::new();
        let options = HistogramOpts::new("http_request_duration_seconds", "Time from the first byte to the answer")
            .buckets(vec![0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0]);
        let requests = HistogramVec::new(options, &["method", "route", "status"]).ok();
        if let Some(requests) = &requests
            && let Err(cause) = registry.register(Box::new(requests.clone()))
        {
            tracing::error!(%cause, "metrics are off");
        }
        Metrics { registry, requests }
    })
}

impl Metrics {
    /// Counts an answered request.
    pub fn count(&self, method: &actix_web::http::Method, route: &str, status: u16, took: Duration) {
        let mut digits = [b'0'; 3];
        for (digit, power) in digits.iter_mut().zip([100, 10, 1]) {
            *digit = b'0' + u8::try_from(status / power % 10).unwrap_or(0);
        }
        let status = std::str::from_utf8(&digits).unwrap_or("000");
        if let Some(requests) = &self.requests {
            requests.with_label_values(&[method.as_str(), route, status]).observe(took.as_secs_f64());
        }
    }

    /// The figures in Prometheus' text format.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn text(&self) -> Result<Vec<u8>> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text).map_err(Error::internal)?;
        Ok(text)
    }
}
