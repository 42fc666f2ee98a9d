//! The manners of the API, the same for every resource: answers, bodies, queries, pages, versions, retries.

pub mod address;
pub mod answer;
pub mod body;
pub mod contract;
pub mod etag;
pub mod export;
pub mod fields;
pub mod idempotency;
pub mod json;
pub mod kept;
pub mod limit;
pub mod page;
pub mod path;
pub mod pdf;
pub mod problems;
pub mod query;
pub mod request_id;
pub mod routes;
