//! A bucket of an S3-compatible service, spoken to with signed addresses (AWS Signature Version 4) in path style, which all of them know.

use crate::config::BucketSettings;
use rusty_s3::actions::{CreateBucket, DeleteObject, GetObject, HeadBucket, PutObject};
use rusty_s3::{Bucket as Place, Credentials, S3Action, UrlStyle};
use std::fs::File;
use std::io::{Error as Failed, Result, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;
use ureq::Agent;

/// How long a signed address is good for: it is used at once, and clocks differ.
const SIGNED: Duration = Duration::from_secs(900);
/// How long the service may take to be reached.
const TO_CONNECT: Duration = Duration::from_secs(5);
/// How long it may take to say or take something more.
const TO_GO_ON: Duration = Duration::from_secs(20);

/// A bucket.
#[derive(Debug)]
pub struct Bucket {
    place: Place,
    credentials: Credentials,
    agent: Agent,
}

/// What a service said that was not yes.
fn refused(what: &str, status: u16) -> Failed {
    Failed::other(format!("the bucket answers {what} with {status}"))
}

fn unreachable(cause: ureq::Error) -> Failed {
    Failed::other(format!("the bucket: {cause}"))
}

impl Bucket {
    /// Of settings that were checked. The bucket is made where it is missing, as a folder would be.
    pub fn open(settings: &BucketSettings) -> Result<Self> {
        let place = Place::new(settings.endpoint.clone(), UrlStyle::Path, settings.bucket.clone(), settings.region.clone());
        let place = place.map_err(|cause| Failed::other(format!("the bucket's address: {cause:?}")))?;
        let config = Agent::config_builder()
            .timeout_connect(Some(TO_CONNECT))
            .timeout_per_read(Some(TO_GO_ON))
            .timeout_per_write(Some(TO_GO_ON))
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .build();
        let credentials = Credentials::new(settings.access_key.clone(), settings.secret_key.clone());
        let bucket = Self { place, credentials, agent: Agent::new_with_config(config) };
        match bucket.status()? {
            200..=299 => {}
            404 => bucket.make()?,
            status => return Err(refused("HEAD", status)),
        }
        Ok(bucket)
    }

    fn status(&self) -> Result<u16> {
        let address = HeadBucket::new(&self.place, Some(&self.credentials)).sign(SIGNED);
        Ok(self.agent.head(address.as_str()).call().map_err(unreachable)?.status().as_u16())
    }

    fn make(&self) -> Result<()> {
        let address = CreateBucket::new(&self.place, &self.credentials).sign(SIGNED);
        match self.agent.put(address.as_str()).send_empty().map_err(unreachable)?.status().as_u16() {
            // 409: another replica was quicker.
            200..=299 | 409 => Ok(()),
            status => Err(refused("the making of it", status)),
        }
    }

    /// Whether it is there and takes our signature.
    pub fn is_ready(&self) -> Result<()> {
        match self.status()? {
            200..=299 => Ok(()),
            status => Err(refused("HEAD", status)),
        }
    }

    /// Puts a whole file.
    pub fn put(&self, key: &str, mut file: File) -> Result<()> {
        file.seek(SeekFrom::Start(0))?;
        let address = PutObject::new(&self.place, Some(&self.credentials), key).sign(SIGNED);
        let answer = self.agent.put(address.as_str()).content_type("application/octet-stream").send(file).map_err(unreachable)?;
        match answer.status().as_u16() {
            200..=299 => Ok(()),
            status => Err(refused("PUT", status)),
        }
    }

    /// Fetches a file into one in a folder that has no name and goes when it is closed.
    pub fn get(&self, key: &str, folder: &Path) -> Result<File> {
        let address = GetObject::new(&self.place, Some(&self.credentials), key).sign(SIGNED);
        let answer = self.agent.get(address.as_str()).call().map_err(unreachable)?;
        match answer.status().as_u16() {
            200..=299 => {}
            status => return Err(refused("GET", status)),
        }
        let mut file = tempfile::tempfile_in(folder)?;
        std::io::copy(&mut answer.into_body().into_reader(), &mut file)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
    }

    /// Removes a file; one that is gone already is fine.
    pub fn delete(&self, key: &str) -> Result<()> {
        let address = DeleteObject::new(&self.place, Some(&self.credentials), key).sign(SIGNED);
        match self.agent.delete(address.as_str()).call().map_err(unreachable)?.status().as_u16() {
            200..=299 | 404 => Ok(()),
            status => Err(refused("DELETE", status)),
        }
    }
}
