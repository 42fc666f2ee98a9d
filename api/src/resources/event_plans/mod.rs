//! The floor plan of an event: written by its organisers, checked by the crate `floor`, public once they publish it.

mod http;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use ops::{Drawn, drawn, inside, shown};

crate::permissions! {
    GetEventPlan ("get_event_plan") => public;
    GetEventPlanGeojson ("get_event_plan_geojson") => public;
    PutEventPlan ("put_event_plan") => roles [Chamber, National, Ministry];
    CopyEventPlan ("copy_event_plan") => roles [Chamber, National, Ministry];
    PublishEventPlan ("publish_event_plan") => roles [Chamber, National, Ministry];
}

/// What a plan is made of, for demonstration data.
pub(crate) mod material {
    pub use super::store::{Row, add as put};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "event_plans", permissions: PERMISSIONS, routes: http::routes };
