//! Portable column types: native on PostgreSQL, compact on SQLite.
//!
//! | type | PostgreSQL | SQLite |
//! |---|---|---|
//! | [`sql::Uid`] | `uuid` | `BLOB` of 16 bytes |
//! | [`sql::Instant`] | `timestamptz` | `INTEGER`, microseconds since the epoch |
//! | [`sql::Document`] | `jsonb` | `TEXT` holding JSON |

use super::MultiBackend;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::Pg;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types;
use diesel::sqlite::Sqlite;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

/// Markers for the columns, used in `schema.rs`.
pub mod sql {
    use diesel::query_builder::QueryId;
    use diesel::sql_types::{SqlOrd, SqlType};

    /// A UUID.
    #[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
    #[diesel(postgres_type(oid = 2950, array_oid = 2951))]
    #[diesel(sqlite_type(name = "Binary"))]
    pub struct Uid;

    /// A point in time, to the microsecond, in UTC.
    #[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
    #[diesel(postgres_type(oid = 1184, array_oid = 1185))]
    #[diesel(sqlite_type(name = "Long"))]
    pub struct Instant;

    /// A JSON document.
    #[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
    #[diesel(postgres_type(oid = 3802, array_oid = 3807))]
    #[diesel(sqlite_type(name = "Text"))]
    pub struct Document;

    impl SqlOrd for Uid {}
    impl SqlOrd for Instant {}
}

/// Makes a Rust type usable on the connection enum once both backends know it.
#[macro_export]
macro_rules! on_both_backends {
    ($sql:ty, $rust:ty) => {
        impl diesel::deserialize::FromSql<$sql, $crate::kernel::db::MultiBackend> for $rust {
            fn from_sql(
                bytes: <$crate::kernel::db::MultiBackend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                bytes.from_sql::<$rust, $sql>()
            }
        }
        impl diesel::serialize::ToSql<$sql, $crate::kernel::db::MultiBackend> for $rust {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $crate::kernel::db::MultiBackend>,
            ) -> diesel::serialize::Result {
                out.set_value((<$sql>::default(), self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
    };
}

macro_rules! known_to_multi_backend {
    ($($sql:ty),+) => {$(
        impl sql_types::HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }
    )+};
}
known_to_multi_backend!(sql::Uid, sql::Instant, sql::Document);

/// A point in time in UTC, truncated to what both databases keep: the microsecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = sql::Instant)]
#[serde(transparent)]
pub struct Instant(DateTime<Utc>);

/// The clock of Algeria is ahead of UTC, all year since 1981.
const AHEAD: chrono::Duration = chrono::Duration::hours(1);

impl Instant {
    /// Truncates to the microsecond.
    pub fn new(at: DateTime<Utc>) -> Self {
        Self(at.trunc_subsecs(6))
    }
    /// The instant as chrono knows it.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
    /// This instant moved by a span.
    pub fn plus(self, span: chrono::Duration) -> Self {
        Self(self.0 + span)
    }
    /// When something happened by our clock: what a device says, moved by the difference of the clocks when it sent. What lies after the sending happened at the sending.
    pub fn set_right(self, sent_at: Self, now: Self) -> Self {
        let before = (sent_at.0 - self.0).max(chrono::Duration::zero());
        now.plus(-before)
    }
    /// Seconds since the epoch.
    pub fn seconds(self) -> i64 {
        self.0.timestamp()
    }
    /// A time of a day by the clock of Algeria.
    pub fn at(day: NaiveDate, time: NaiveTime) -> Self {
        Self::new((day.and_time(time) - AHEAD).and_utc())
    }
    /// By the clock of Algeria.
    pub fn local(self) -> NaiveDateTime {
        self.0.naive_utc() + AHEAD
    }
    /// The calendar day in Algeria.
    pub fn day(self) -> NaiveDate {
        self.local().date()
    }
}

impl utoipa::PartialSchema for Instant {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
        ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).into()
    }
}
impl utoipa::ToSchema for Instant {}

impl ToSql<sql::Instant, Pg> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <DateTime<Utc> as ToSql<sql_types::Timestamptz, Pg>>::to_sql(&self.0, out)
    }
}
impl FromSql<sql::Instant, Pg> for Instant {
    fn from_sql(bytes: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        <DateTime<Utc> as FromSql<sql_types::Timestamptz, Pg>>::from_sql(bytes).map(Self)
    }
}
impl ToSql<sql::Instant, Sqlite> for Instant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.timestamp_micros());
        Ok(IsNull::No)
    }
}
impl FromSql<sql::Instant, Sqlite> for Instant {
    fn from_sql(mut bytes: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        DateTime::from_timestamp_micros(bytes.read_long()).map(Self).ok_or_else(|| "timestamp out of range".into())
    }
}
on_both_backends!(sql::Instant, Instant);

/// A JSON document kept as text and parsed only when somebody wants to look inside.
#[derive(Debug, Clone, AsExpression, FromSqlRow)]
#[diesel(sql_type = sql::Document)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Serialises a value.
    ///
    /// # Errors
    /// When the value cannot be JSON (a map whose keys are not strings).
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::value::to_raw_value(value).map(Self)
    }
    /// The JSON text.
    pub fn text(&self) -> &str {
        self.0.get()
    }
    /// Reads the document as a type.
    ///
    /// # Errors
    /// When the document has another shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.0.get())
    }
}
impl Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl ToSql<sql::Document, Pg> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        use std::io::Write;
        const JSONB_VERSION: u8 = 1;
        out.write_all(&[JSONB_VERSION])?;
        out.write_all(self.0.get().as_bytes())?;
        Ok(IsNull::No)
    }
}
impl FromSql<sql::Document, Pg> for Json {
    fn from_sql(bytes: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let Some((&1, text)) = bytes.as_bytes().split_first() else {
            return Err("unsupported jsonb version".into());
        };
        Ok(Self(RawValue::from_string(std::str::from_utf8(text)?.to_owned())?))
    }
}
impl ToSql<sql::Document, Sqlite> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.get());
        Ok(IsNull::No)
    }
}
impl FromSql<sql::Document, Sqlite> for Json {
    fn from_sql(mut bytes: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(RawValue::from_string(bytes.read_text().to_owned())?))
    }
}
on_both_backends!(sql::Document, Json);

/// Stores an enum as its `snake_case` name: one list gives serde, the contract and the column.
///
/// Each variant is written `Variant = "text"`; the text is what the wire and both databases hold.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = diesel::sql_types::Text)]
        $vis enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }
        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The text on the wire and in the database.
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $text),+ } }
            /// The value of a text.
            pub fn from_text(text: &str) -> Option<Self> { match text { $($text => Some(Self::$variant),)+ _ => None } }
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([$($text),+]))
                    .into()
            }
        }
        impl utoipa::ToSchema for $name {}
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                use std::io::Write;
                out.write_all(self.as_str().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::sqlite::Sqlite>) -> diesel::serialize::Result {
                out.set_value(self.as_str());
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn from_sql(bytes: <diesel::pg::Pg as diesel::backend::Backend>::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = std::str::from_utf8(bytes.as_bytes())?;
                Self::from_text(text).ok_or_else(|| format!("{text:?} is no {}", stringify!($name)).into())
            }
        }
        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $name {
            fn from_sql(mut bytes: <diesel::sqlite::Sqlite as diesel::backend::Backend>::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = bytes.read_text();
                Self::from_text(text).ok_or_else(|| format!("{text:?} is no {}", stringify!($name)).into())
            }
        }
        $crate::on_both_backends!(diesel::sql_types::Text, $name);
    };
}
