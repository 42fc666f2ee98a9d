//! Every line of SQL about accounts.

pub mod attempts;
pub mod bodies;
pub mod factors;
pub mod grants;
pub mod invitations;
pub mod people;
pub mod readers;
pub mod resets;
pub mod sessions;
