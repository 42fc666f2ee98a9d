//! stub until the branch lands
use crate::kernel::access::allowed::Write;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::Language;
use std::collections::HashMap;
pub const RESOURCE: super::Resource = super::Resource { name: "accounts", permissions: &[], routes: |_| {} };
pub fn person_names(_: &mut AnyConnection, _: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    Ok(HashMap::new())
}
pub fn invite_applicant(_: &mut Write<'_>, _: AssociationId, _: &str, _: &str, _: Language) -> Result<()> {
    Ok(())
}
