//! What a key may be made for, and how it looks.

use crate::kernel::access::Role;
use crate::kernel::access::authenticate::KEY_PREFIX;
use crate::kernel::access::permissions::Permission;
use crate::kernel::access::secret;
use crate::kernel::error::Result;
use crate::kernel::validate::{Fault, Faults};
use chrono::{Months, NaiveDate};

/// Months a key lives at most.
const LONGEST_MONTHS: u32 = 24;
/// Characters of the secret part that stay visible, to tell keys apart.
const VISIBLE: usize = 6;

/// A new key and the part of it that is kept in clear.
pub struct NewKey {
    /// The key.
    pub text: String,
    /// Its beginning.
    pub prefix: String,
}

/// Makes a key.
///
/// # Errors
/// When the operating system has no randomness.
pub fn new_key() -> Result<NewKey> {
    let text = format!("{KEY_PREFIX}{}", secret::token()?);
    let prefix = text.chars().take(KEY_PREFIX.len() + VISIBLE).collect();
    Ok(NewKey { text, prefix })
}

/// Notes scopes that are no operations, and those the role or a machine may not call.
pub fn check_scopes(scopes: &[String], role: Role, table: &[Permission], faults: &mut Faults) {
    for (index, scope) in scopes.iter().enumerate() {
        let pointer = || format!("/scopes/{index}");
        match table.iter().find(|permission| permission.operation == scope) {
            None => faults.expecting(pointer(), Fault::NoSuch, scope),
            Some(permission) if !permission.for_machines() || !permission.admits(Some(role)) => {
                faults.expecting(pointer(), Fault::NotYours, scope);
            }
            Some(_) if scopes[..index].contains(scope) => faults.add(pointer(), Fault::Repeated),
            Some(_) => {}
        }
    }
}

/// Notes a last day that has passed or lies too far ahead.
pub fn check_expiry(expires_on: NaiveDate, today: NaiveDate, faults: &mut Faults) {
    let latest = today.checked_add_months(Months::new(LONGEST_MONTHS)).unwrap_or(today);
    if expires_on < today {
        faults.expecting("/expires_on", Fault::TooSmall, today);
    } else if expires_on > latest {
        faults.expecting("/expires_on", Fault::TooLarge, latest);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::access::permissions::Who;

    #[test]
    fn a_key_shows_where_it_comes_from_and_little_else() {
        let key = new_key().unwrap();
        assert!(key.text.starts_with("hirfa_"));
        assert_eq!(key.prefix.len(), "hirfa_".len() + 6);
        assert!(key.text.starts_with(&key.prefix));
        assert_eq!(key.text.len(), "hirfa_".len() + 43);
    }

    #[test]
    fn a_key_does_no_more_than_its_makers_role_and_never_what_takes_a_person() {
        let table = [
            Permission { operation: "list_things", who: Who::Public },
            Permission { operation: "verify_thing", who: Who::Roles(&[Role::Chamber]) },
            Permission { operation: "decide_thing", who: Who::Roles(&[Role::Ministry]) },
            Permission { operation: "create_key", who: Who::People(&[Role::Chamber]) },
            Permission { operation: "get_me", who: Who::Person },
        ];
        let scopes = ["list_things", "verify_thing", "decide_thing", "create_key", "get_me", "nothing", "verify_thing"].map(str::to_owned);
        let mut faults = Faults::default();
        check_scopes(&scopes, Role::Chamber, &table, &mut faults);
        let seen: Vec<_> = faults.into_vec().into_iter().map(|fault| (fault.pointer, fault.fault)).collect();
        let expected = [
            ("/scopes/2", Fault::NotYours),
            ("/scopes/3", Fault::NotYours),
            ("/scopes/4", Fault::NotYours),
            ("/scopes/5", Fault::NoSuch),
            ("/scopes/6", Fault::Repeated),
        ];
        assert_eq!(seen, expected.map(|(pointer, fault)| (pointer.to_owned(), fault)));
    }

    #[test]
    fn a_key_ends_within_two_years() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (expires_on, fine) in [("2026-11-23", false), ("2026-11-24", true), ("2028-11-24", true), ("2028-11-25", false)] {
            let mut faults = Faults::default();
            check_expiry(day(expires_on), day("2026-11-24"), &mut faults);
            assert_eq!(faults.finish().is_ok(), fine, "{expires_on}");
        }
    }
}
