//! The pool of trainers: everybody who holds the role, with the subjects and languages they teach.

mod http;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use store::among;

crate::permissions! {
    ListTrainers ("list_trainers") => roles [Trainer, Chamber, National, Ministry];
    GetTrainer ("get_trainer") => roles [Trainer, Chamber, National, Ministry];
    PutTrainer ("put_trainer") => people [Trainer, National, Ministry];
}

/// What trainers are made of, for demonstration data.
pub(crate) mod material {
    pub use super::store::{Row, put};
    pub use super::wire::TrainerProfile;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "trainers", permissions: PERMISSIONS, routes: http::routes };
