//! An S3-compatible service, as small as it can be: one bucket in memory, on this machine, that checks every signature.

use crate::listener::{Listener, Received, Reply};
use api::config::Config;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const BUCKET: &str = "crafts";
const REGION: &str = "dz-alger-1";
const ACCESS_KEY: &str = "platform";
/// What requests are signed with.
pub const SECRET_KEY: &str = "a secret between the platform and its bucket";

/// The objects by key; nothing while there is no bucket.
type Objects = Arc<Mutex<Option<BTreeMap<String, Vec<u8>>>>>;

/// The service, until it is dropped.
pub struct BucketService {
    objects: Objects,
    listener: Listener,
}

impl BucketService {
    /// Starts one without a bucket.
    pub fn start() -> Self {
        let objects = Objects::default();
        let kept = objects.clone();
        Self { objects, listener: Listener::start(move |request| answer(&kept, request)) }
    }

    /// Has an application keep its files here.
    pub fn used_by(&self, config: &mut Config) {
        config.s3_endpoint = Some(self.listener.url(""));
        config.s3_bucket = Some(BUCKET.to_owned());
        config.s3_region = Some(REGION.to_owned());
        config.s3_access_key = Some(ACCESS_KEY.to_owned());
        config.s3_secret_key = Some(SECRET_KEY.to_owned());
    }

    /// The keys and sizes of what is in the bucket.
    ///
    /// # Panics
    /// When there is no bucket.
    pub fn objects(&self) -> Vec<(String, usize)> {
        let objects = self.objects.lock().unwrap();
        objects.as_ref().expect("a bucket").iter().map(|(key, bytes)| (key.clone(), bytes.len())).collect()
    }

    /// Takes the bucket away.
    ///
    /// # Panics
    /// When an answer panicked.
    pub fn lose(&self) {
        *self.objects.lock().unwrap() = None;
    }
}

fn answer(objects: &Objects, request: &Received) -> Reply {
    if signature(request).is_none_or(|(given, expected)| given != expected) {
        return Reply::status(403);
    }
    let path = request.target.split('?').next().unwrap_or_default();
    let Some(key) = path.strip_prefix(&format!("/{BUCKET}")) else { return Reply::status(404) };
    let key = key.trim_start_matches('/').to_owned();
    let mut objects = objects.lock().unwrap();
    if key.is_empty() && request.method == "PUT" {
        *objects = Some(BTreeMap::new());
        return Reply::status(200);
    }
    let Some(objects) = objects.as_mut() else { return Reply::status(404) };
    match request.method.as_str() {
        "HEAD" if key.is_empty() => Reply::status(200),
        // As the real ones: a body whose length is not known is refused.
        "PUT" if request.header("content-length").is_empty() => Reply::status(411),
        "PUT" => {
            objects.insert(key, request.body.clone());
            Reply::status(200)
        }
        "GET" | "HEAD" => match objects.get(&key) {
            Some(bytes) => Reply { body: bytes.clone(), ..Reply::status(200) },
            None => Reply::status(404),
        },
        "DELETE" => {
            objects.remove(&key);
            Reply::status(204)
        }
        _ => Reply::status(405),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn keyed(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The signature a request came with, and the one it should have (AWS Signature Version 4, in the query).
fn signature(request: &Received) -> Option<(String, String)> {
    let (path, query) = request.target.split_once('?')?;
    let mut pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    pairs.sort_unstable();
    let of = |name: &str| pairs.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    let (given, at) = (of("X-Amz-Signature")?.to_owned(), of("X-Amz-Date")?);
    let scope = format!("{}/{REGION}/s3/aws4_request", &at[..8]);
    if of("X-Amz-Credential")? != format!("{ACCESS_KEY}/{scope}").replace('/', "%2F") {
        return None;
    }
    let signed: Vec<String> =
        pairs.iter().filter(|(name, _)| *name != "X-Amz-Signature").map(|(name, value)| format!("{name}={value}")).collect();
    let canonical = format!("{}\n{path}\n{}\nhost:{}\n\nhost\nUNSIGNED-PAYLOAD", request.method, signed.join("&"), request.header("host"));
    let text = format!("AWS4-HMAC-SHA256\n{at}\n{scope}\n{}", hex(&Sha256::digest(canonical.as_bytes())));
    let key = [&at[..8], REGION, "s3", "aws4_request"].iter().fold(format!("AWS4{SECRET_KEY}").into_bytes(), |key, part| keyed(&key, part));
    Some((given, hex(&keyed(&key, &text))))
}
