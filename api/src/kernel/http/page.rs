//! Lists: keyset cursors that are opaque and tied to their query, and the page around the items.

use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Rows on a page when nobody asks.
pub const DEFAULT_LIMIT: i64 = 50;
/// Most rows on a page.
pub const MAX_LIMIT: i64 = 200;

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
    /// Cuts `limit + 1` fetched rows into a page; `key` gives the sort values of the last row shown.
    ///
    /// # Errors
    /// When a key cannot be JSON.
    pub fn cut<K: Serialize>(mut items: Vec<T>, limit: i64, query: &impl Serialize, key: impl FnOnce(&T) -> K) -> Result<Self> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next_cursor = match items.last() {
            Some(last) if more => Some(encode(query, &key(last))?),
            _ => None,
        };
        Ok(Self { items, next_cursor, total: None })
    }
    /// Every row of a short list.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next_cursor: None, total: None }
    }
}

/// A count of rows as lists tell it.
pub fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// What a cursor is tied to: the query without the place and size of the page and what is shown of it.
fn fingerprint(query: &impl Serialize) -> Result<String> {
    let mut query = serde_json::to_value(query)?;
    if let Some(fields) = query.as_object_mut() {
        fields.retain(|name, _| !["cursor", "limit", "include_total", "fields"].contains(&name.as_str()));
    }
    Ok(URL_SAFE_NO_PAD.encode(&Sha256::digest(serde_json::to_vec(&query)?)[..6]))
}

fn encode<K: Serialize>(query: &impl Serialize, key: &K) -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(fingerprint(query)?, key))?))
}

/// Reads a cursor made for the same query.
///
/// # Errors
/// `invalid_parameter` for a cursor that is none of ours or belongs to another query.
pub fn decode<K: DeserializeOwned>(query: &impl Serialize, cursor: &str) -> Result<K> {
    let refuse = || Error {
        fields: vec![FieldFault::expecting("?cursor", Fault::WrongFormat, "next_cursor")],
        ..Error::new(Kind::InvalidParameter)
    };
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refuse())?;
    let (tied, key): (String, K) = serde_json::from_slice(&bytes).map_err(|_| refuse())?;
    if tied == fingerprint(query)? { Ok(key) } else { Err(refuse()) }
}
