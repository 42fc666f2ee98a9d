//! Request bodies: JSON, JSON Merge Patch, and none.

use super::idempotency::Once;
use super::json::parse;
use crate::kernel::Kernel;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Schema, escape};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// A JSON body that fits the contract, with its idempotency key.
pub struct Body<T> {
    /// The value.
    pub value: T,
    /// The key and fingerprint.
    pub once: Once,
}

/// A JSON Merge Patch (RFC 7396) for a document of type `T`, not yet applied.
pub struct MergePatch(pub Value);

/// No body, or one that is ignored, with its idempotency key.
pub struct NoBody(pub Once);

type Boxed<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// Reads a whole payload, up to a limit in bytes.
///
/// # Errors
/// `payload_too_large`, or `malformed_request` when the connection broke.
pub async fn read(payload: &mut Payload, limit: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|cause| Error { internal: Some(cause.to_string()), ..Error::new(Kind::MalformedRequest) })?;
        if bytes.len() + chunk.len() > limit {
            return Err(Error::too_large(limit as u64));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn limit(request: &HttpRequest) -> usize {
    request.app_data::<web::Data<Kernel>>().map_or(1 << 20, |kernel| kernel.config.max_body_bytes)
}

fn media_type(request: &HttpRequest) -> String {
    let header = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

async fn json(request: HttpRequest, mut payload: Payload, types: &[&str]) -> Result<(Value, Once)> {
    let bytes = read(&mut payload, limit(&request)).await?;
    let media = media_type(&request);
    if !types.contains(&media.as_str()) {
        return Err(not_json());
    }
    Ok((parse(&bytes)?, Once::of(&request, &bytes)?))
}

fn not_json() -> Error {
    Error::say(
        Kind::UnsupportedMediaType,
        "أرسل المحتوى بصيغة application/json.",
        "Envoyez le contenu en application/json.",
        "Send the content as application/json.",
    )
}

/// Holds a value against the contract of its type and reads it.
///
/// # Errors
/// `invalid` naming every wrong field.
pub fn decode<T: DeserializeOwned + utoipa::ToSchema>(value: Value) -> Result<T> {
    Schema::of::<T>()?.faults(&value).finish()?;
    serde_path_to_error::deserialize(value).map_err(|cause| {
        // What the schema lets through and the type does not, such as 30 February.
        let pointer: String =
            cause.path().iter().map(|segment| format!("/{}", escape(&segment.to_string().replace(['[', ']'], "")))).collect();
        Error::invalid(vec![FieldFault::expecting(pointer, Fault::WrongFormat, cause.inner().to_string())])
    })
}

impl<T: DeserializeOwned + utoipa::ToSchema + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let (value, once) = json(request, payload, &["application/json"]).await?;
            Ok(Self { value: decode(value)?, once })
        })
    }
}

impl FromRequest for MergePatch {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let (value, _) = json(request, payload, &["application/merge-patch+json", "application/json"]).await?;
            if value.is_object() {
                Ok(Self(value))
            } else {
                Err(Error::invalid(vec![FieldFault::expecting("", Fault::WrongType, "object")]))
            }
        })
    }
}

impl MergePatch {
    /// The document after the patch, held against its contract.
    ///
    /// # Errors
    /// `invalid` naming every wrong field of the result.
    pub fn apply<T: serde::Serialize + DeserializeOwned + utoipa::ToSchema>(&self, document: &T) -> Result<T> {
        let mut value = serde_json::to_value(document)?;
        merge(&mut value, &self.0);
        decode(value)
    }
}

/// RFC 7396, section 2.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(fields) = target else { return };
    for (name, change) in changes {
        if change.is_null() {
            fields.remove(name);
        } else {
            merge(fields.entry(name.clone()).or_insert(Value::Null), change);
        }
    }
}

impl FromRequest for NoBody {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let bytes = read(&mut payload, limit(&request)).await?;
            Ok(Self(Once::of(&request, &bytes)?))
        })
    }
}

/// A small CSV file as the body, with its idempotency key.
pub struct Csv {
    /// The file.
    pub bytes: Vec<u8>,
    /// The key and fingerprint.
    pub once: Once,
}

impl FromRequest for Csv {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let bytes = read(&mut payload, limit(&request)).await?;
            if media_type(&request) != "text/csv" {
                return Err(Error::say(
                    Kind::UnsupportedMediaType,
                    "أرسل الملف بصيغة text/csv.",
                    "Envoyez le fichier en text/csv.",
                    "Send the file as text/csv.",
                ));
            }
            let once = Once::of(&request, &bytes)?;
            Ok(Self { bytes, once })
        })
    }
}

/// An uploaded document as the body, up to the configured size, with its idempotency key.
pub struct Upload {
    /// The file.
    pub bytes: Vec<u8>,
    /// The key and fingerprint.
    pub once: Once,
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let limit = request.app_data::<web::Data<Kernel>>().map_or(0, |kernel| kernel.config.max_upload_bytes);
            let bytes = read(&mut payload, limit).await?;
            if !["application/pdf", "image/png", "image/jpeg"].contains(&media_type(&request).as_str()) {
                return Err(Error::say(
                    Kind::UnsupportedMediaType,
                    "الصيغ المقبولة: PDF وPNG وJPEG.",
                    "Formats admis : PDF, PNG et JPEG.",
                    "Accepted formats: PDF, PNG and JPEG.",
                ));
            }
            let once = Once::of(&request, &bytes)?;
            Ok(Self { bytes, once })
        })
    }
}

/// A JSON body that is still text: for large ones, which are read away from the workers.
pub struct RawJson(Vec<u8>);

impl FromRequest for RawJson {
    type Error = Error;
    type Future = Boxed<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let limit = request.app_data::<web::Data<Kernel>>().map_or(0, |kernel| kernel.config.max_calculation_bytes);
            let bytes = read(&mut payload, limit).await?;
            if media_type(&request) != "application/json" {
                return Err(not_json());
            }
            Once::of(&request, &bytes)?;
            Ok(Self(bytes))
        })
    }
}

impl RawJson {
    /// Parses the text, holds it against the contract of its type and reads it.
    ///
    /// # Errors
    /// `malformed_request`, or `invalid` naming every wrong field.
    pub fn decode<T: DeserializeOwned + utoipa::ToSchema>(self) -> Result<T> {
        decode(parse(&self.0)?)
    }
}
