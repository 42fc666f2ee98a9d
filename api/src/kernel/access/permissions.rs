//! The permission table: one row per operation, written on the front page of each resource.

use super::Role;

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Public,
    /// Every signed-in person, whatever the role; never a machine.
    Person,
    /// The roles listed, people and machines of their bodies.
    Roles(&'static [Role]),
    /// The roles listed, people only: what a key must never do, such as making keys.
    People(&'static [Role]),
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Permission {
    /// The operation, as in the contract's `operationId`.
    pub operation: &'static str,
    /// Who may call it.
    pub who: Who,
}

impl Permission {
    /// Whether a role is listed.
    pub fn admits(&self, role: Option<Role>) -> bool {
        match self.who {
            Who::Public | Who::Person => true,
            Who::Roles(roles) | Who::People(roles) => role.is_some_and(|role| roles.contains(&role)),
        }
    }
    /// Whether a machine's key can carry it.
    pub fn for_machines(&self) -> bool {
        matches!(self.who, Who::Public | Who::Roles(_))
    }
}

/// An operation as a type, so that a proof can name it.
pub trait May: 'static {
    /// Its row of the table.
    const PERMISSION: Permission;
}

/// Declares a resource's permission table: a type in `may` and a row in `PERMISSIONS` for each operation.
///
/// ```ignore
/// permissions! {
///     ListThings ("list_things") => public;
///     GetMe ("get_me") => person;
///     VerifyThing ("verify_thing") => roles [Chamber, Ministry];
///     CreateKey ("create_key") => people [Chamber];
/// }
/// ```
#[macro_export]
macro_rules! permissions {
    ($($name:ident ($operation:literal) => $who:ident $([$($role:ident),+])?);+ $(;)?) => {
        $crate::permissions!(@all $($name ($operation) ($who $([$($role),+])?))+);
    };
    (@all $($name:ident ($operation:literal) $who:tt)+) => {
        /// The operations of this resource as types.
        #[allow(missing_docs)]
        pub mod may {
            $(pub struct $name;
            impl $crate::kernel::access::permissions::May for $name {
                const PERMISSION: $crate::kernel::access::permissions::Permission =
                    $crate::kernel::access::permissions::Permission { operation: $operation, who: $crate::permissions!(@who $who) };
            })+
        }
        /// The permission table of this resource.
        pub const PERMISSIONS: &[$crate::kernel::access::permissions::Permission] =
            &[$(<may::$name as $crate::kernel::access::permissions::May>::PERMISSION),+];
    };
    (@who (public)) => { $crate::kernel::access::permissions::Who::Public };
    (@who (person)) => { $crate::kernel::access::permissions::Who::Person };
    (@who (roles [$($role:ident),+])) => {
        $crate::kernel::access::permissions::Who::Roles(&[$($crate::kernel::access::Role::$role),+])
    };
    (@who (people [$($role:ident),+])) => {
        $crate::kernel::access::permissions::Who::People(&[$($crate::kernel::access::Role::$role),+])
    };
}
