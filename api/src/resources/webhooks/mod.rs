//! Webhooks: the platform tells a body's own server what happened, as the change feed does whoever asks.
//!
//! A webhook belongs to the officers of a body and gets the events its body reads today. Each event becomes a delivery, once, whichever
//! replica finds it ([`ops::spread`]); a delivery is tried for about a day ([`ops::send`]). Requests are signed as Standard Webhooks says.
//! A server that is out of reach for days is left alone until an officer says otherwise, and they are told by mail.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::signature;
pub use ops::{pass, run};

/// Kind of row in the audit log.
pub const SUBJECT: &str = "webhook";

crate::permissions! {
    ListWebhooks ("list_webhooks") => people [Association, Chamber, National, Ministry];
    CreateWebhook ("create_webhook") => people [Association, Chamber, National, Ministry];
    GetWebhook ("get_webhook") => people [Association, Chamber, National, Ministry];
    UpdateWebhook ("update_webhook") => people [Association, Chamber, National, Ministry];
    DeleteWebhook ("delete_webhook") => people [Association, Chamber, National, Ministry];
    EnableWebhook ("enable_webhook") => people [Association, Chamber, National, Ministry];
    RotateWebhookSecret ("rotate_webhook_secret") => people [Association, Chamber, National, Ministry];
    PingWebhook ("ping_webhook") => people [Association, Chamber, National, Ministry];
    ListDeliveries ("list_deliveries") => people [Association, Chamber, National, Ministry];
    ReplayDelivery ("replay_delivery") => people [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "webhooks", permissions: PERMISSIONS, routes: http::routes };
