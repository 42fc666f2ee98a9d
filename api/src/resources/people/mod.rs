//! Administration of people: who has an account, in which roles. Looking at a person's data is recorded.

mod http;
mod ops;
mod store;
mod wire;

use super::Resource;

crate::permissions! {
    ListPeople ("list_people") => people [Admin];
    GetPerson ("get_person") => people [Admin];
    UpdatePerson ("update_person") => people [Admin];
    AddGrant ("add_grant") => people [Admin];
    WithdrawGrant ("withdraw_grant") => people [Admin];
    ForgetSecondFactor ("forget_second_factor") => people [Admin];
    EndPersonSessions ("end_person_sessions") => people [Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "people", permissions: PERMISSIONS, routes: http::routes };
