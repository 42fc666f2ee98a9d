//! Typed identifiers (UUID v7, made by the server) and the source they come from.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Where new identifiers come from: the clock and chance in production, a counter in tests.
#[derive(Clone)]
pub enum IdSource {
    /// UUID v7 from the system clock and randomness.
    Random,
    /// A counter, so that tests see the same identifiers every time.
    Counted(Arc<AtomicU64>),
}

impl IdSource {
    /// A counting source that starts at one.
    pub fn counted() -> Self {
        Self::Counted(Arc::new(AtomicU64::new(1)))
    }
    /// The next identifier.
    pub fn next(&self) -> Uuid {
        match self {
            Self::Random => Uuid::now_v7(),
            Self::Counted(counter) => {
                let n = counter.fetch_add(1, Ordering::Relaxed);
                uuid::Builder::from_unix_timestamp_millis(1_700_000_000_000 + n, &[0; 10]).into_uuid()
            }
        }
    }
}

/// The schema of every identifier.
pub fn uuid_schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))).into()
}

/// Declares a typed identifier: a UUID that cannot be mistaken for another resource's.
#[macro_export]
macro_rules! id_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = $crate::kernel::db::types::sql::Uid)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl From<uuid::Uuid> for $name { fn from(id: uuid::Uuid) -> Self { Self(id) } }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> { uuid::Uuid::try_parse(text).map(Self) }
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::kernel::ids::uuid_schema()
            }
        }
        impl utoipa::ToSchema for $name {}
        impl diesel::serialize::ToSql<$crate::kernel::db::types::sql::Uid, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                <uuid::Uuid as diesel::serialize::ToSql<diesel::sql_types::Uuid, diesel::pg::Pg>>::to_sql(&self.0, out)
            }
        }
        impl diesel::deserialize::FromSql<$crate::kernel::db::types::sql::Uid, diesel::pg::Pg> for $name {
            fn from_sql(bytes: <diesel::pg::Pg as diesel::backend::Backend>::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                <uuid::Uuid as diesel::deserialize::FromSql<diesel::sql_types::Uuid, diesel::pg::Pg>>::from_sql(bytes).map(Self)
            }
        }
        impl diesel::serialize::ToSql<$crate::kernel::db::types::sql::Uid, diesel::sqlite::Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::sqlite::Sqlite>) -> diesel::serialize::Result {
                out.set_value(self.0.as_bytes().as_slice());
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::deserialize::FromSql<$crate::kernel::db::types::sql::Uid, diesel::sqlite::Sqlite> for $name {
            fn from_sql(mut bytes: <diesel::sqlite::Sqlite as diesel::backend::Backend>::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                Ok(Self(uuid::Uuid::from_slice(bytes.read_blob())?))
            }
        }
        $crate::on_both_backends!($crate::kernel::db::types::sql::Uid, $name);
    };
}

id_type!(/// A person with an account.
    PersonId);
id_type!(/// A role a person holds in a body.
    GrantId);
id_type!(/// A signed-in browser.
    SessionId);
id_type!(/// A key for a machine.
    KeyId);
id_type!(/// An institution: ministry, agency, national chamber, chamber, directorate.
    InstitutionId);
id_type!(/// An association in the register.
    AssociationId);
