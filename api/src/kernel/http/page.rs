//! Lists: what every one of them is asked for, keyset cursors that are opaque and tied to their query, and the page around the items.

use super::query;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};

/// Rows on a page when nobody asks.
pub const DEFAULT_LIMIT: i64 = 50;

/// What every list takes beside its own filters and order.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    /// Rows on a page; 50 when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// Where the page starts: `next_cursor` of the page before, for the same filters and order.
    #[serde(default)]
    #[schema(max_length = 2000)]
    cursor: Option<String>,
    /// Also count all that match.
    #[serde(default)]
    include_total: Option<bool>,
}

/// The filters of a list that has none.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Unfiltered {}
crate::list_parameters!(Unfiltered);

/// A list that is asked for: its filters and order, and which page of it. `T` is named in [`crate::list_parameters!`].
#[derive(Debug)]
pub struct List<T> {
    /// The filters and the order.
    pub query: T,
    /// Rows on the page.
    pub limit: i64,
    cursor: Option<String>,
    /// Whether all that match are to be counted, too.
    pub counted: bool,
}

impl<T: DeserializeOwned + utoipa::ToSchema + 'static> FromRequest for List<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query::parse_both(request.query_string()).map(|(query, paging): (T, Paging)| Self::new(query, paging)))
    }
}

impl<T> List<T> {
    fn new(query: T, paging: Paging) -> Self {
        let limit = paging.limit.unwrap_or(DEFAULT_LIMIT);
        Self { query, limit, cursor: paging.cursor, counted: paging.include_total == Some(true) }
    }

    /// The number of all rows that match, where it was asked for.
    ///
    /// # Errors
    /// Those of `count`.
    pub fn total(&self, count: impl FnOnce() -> Result<i64>) -> Result<Option<i64>> {
        if self.counted { count().map(Some) } else { Ok(None) }
    }
}

impl<T: Serialize> List<T> {
    /// The sort values of the last row of the page before; none on the first page.
    ///
    /// # Errors
    /// `invalid_parameter` for a cursor that is none of ours or belongs to another query.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        self.cursor.as_deref().map(|cursor| decode(&self.query, cursor)).transpose()
    }

    /// Cuts `limit + 1` fetched rows into a page; `key` gives the sort values of the last row shown.
    ///
    /// # Errors
    /// When a key cannot be JSON.
    pub fn page<I, K: Serialize>(&self, mut items: Vec<I>, total: Option<i64>, key: impl FnOnce(&I) -> K) -> Result<Page<I>> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next_cursor = match items.last() {
            Some(last) if more => Some(encode(&self.query, &key(last))?),
            _ => None,
        };
        Ok(Page { items, next_cursor, total })
    }
}

/// A page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page starts; null on the last page.
    pub next_cursor: Option<String>,
    /// All rows that match, when `include_total=true` was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
}

impl<T> Page<T> {
    /// Every row of a short list.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None, total: None }
    }
}

/// A count of rows as lists tell it.
pub fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// What a cursor is tied to: the query without what is shown of its rows.
fn fingerprint(query: &impl Serialize) -> Result<String> {
    let mut query = serde_json::to_value(query)?;
    if let Some(members) = query.as_object_mut() {
        members.remove("fields");
    }
    Ok(URL_SAFE_NO_PAD.encode(&Sha256::digest(serde_json::to_vec(&query)?)[..6]))
}

fn encode<K: Serialize>(query: &impl Serialize, key: &K) -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(fingerprint(query)?, key))?))
}

fn decode<K: DeserializeOwned>(query: &impl Serialize, cursor: &str) -> Result<K> {
    let refuse = || Error {
        fields: vec![FieldFault::expecting("?cursor", Fault::WrongFormat, "next_cursor")],
        ..Error::new(Kind::InvalidParameter)
    };
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refuse())?;
    let (tied, key): (String, K) = serde_json::from_slice(&bytes).map_err(|_| refuse())?;
    if tied == fingerprint(query)? { Ok(key) } else { Err(refuse()) }
}

/// Puts the parameters of a list into the contract: those of its query type and those of every list.
#[macro_export]
macro_rules! list_parameters {
    ($type:ty) => {
        impl utoipa::IntoParams for $type {
            fn into_params(_: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>) -> Vec<utoipa::openapi::path::Parameter> {
                use $crate::kernel::http::{page::Paging, query::parameters};
                [parameters::<Self>(), parameters::<Paging>()].concat()
            }
        }
    };
}
