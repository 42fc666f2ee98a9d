//! Sparse lists: of each item only the members that were asked for, `fields=id,name`.
//!
//! An operation whose query has a `fields` answers with the whole items or with sparse ones; the contract has both.

use super::page::Page;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Schema};
use serde::Serialize;
use serde_json::Value;

/// The members asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields(Vec<String>);

impl Fields {
    /// Reads the parameter: names of members of `T` with commas between; nothing when it was not given.
    ///
    /// # Errors
    /// `invalid_parameter` naming every name that is none.
    pub fn of<T: utoipa::ToSchema>(text: Option<&str>) -> Result<Option<Self>> {
        let Some(text) = text else { return Ok(None) };
        let schema = Schema::of::<T>()?;
        let (known, unknown): (Vec<&str>, Vec<&str>) = text.split(',').map(str::trim).partition(|name| schema.property(name).is_object());
        if !unknown.is_empty() {
            return Err(Self::refuse(Fault::NoSuch, unknown.join(", ")));
        }
        Ok(Some(Self(known.into_iter().map(str::to_owned).collect())))
    }

    /// What a file with fixed columns says.
    pub fn not_in_a_file() -> Error {
        Self::refuse(Fault::NotAllowed, "application/json".to_owned())
    }

    fn refuse(fault: Fault, expected: String) -> Error {
        Error { fields: vec![FieldFault::expecting("?fields", fault, expected)], ..Error::new(Kind::InvalidParameter) }
    }

    /// A page with the members asked for alone.
    ///
    /// # Errors
    /// When an item cannot be JSON.
    pub fn of_page<T: Serialize>(&self, page: Page<T>) -> Result<Page<Value>> {
        let pick = |item: T| {
            let mut item = serde_json::to_value(item)?;
            if let Some(members) = item.as_object_mut() {
                members.retain(|name, _| self.0.contains(name));
            }
            Ok(item)
        };
        let items = page.items.into_iter().map(pick).collect::<Result<_>>()?;
        Ok(Page { items, next_cursor: page.next_cursor, total: page.total })
    }
}
