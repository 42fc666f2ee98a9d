//! Files: a folder under `DATA_DIR`, or a bucket of an S3-compatible service, which several replicas share as they share the database.
//!
//! A file arrives piece by piece ([`Storage::begin`]), is measured and hashed on the way, and is kept under a key once all of it is
//! there ([`Storage::keep`]); one that is not kept is gone with its [`Incoming`]. Arrivals are in the folder in both cases.

mod bucket;

use super::error::{Error, Result};
use super::problem::Kind;
use crate::config::Config;
use bucket::Bucket;
use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Arrivals older than this were left behind by a process that ended.
const FORGOTTEN: Duration = Duration::from_secs(24 * 3600);
/// How much of a file is at hand while it arrives, in bytes: enough to tell what it is.
const HEAD: usize = 64 << 10;

/// Where files are kept.
#[derive(Debug, Clone)]
pub struct Storage {
    root: Arc<Path>,
    /// Where they go once they have arrived; nothing for the folder itself.
    bucket: Option<Arc<Bucket>>,
}

/// A file on its way in.
#[derive(Debug)]
pub struct Incoming {
    path: PathBuf,
    file: File,
    hash: Sha256,
    limit: u64,
    kept: bool,
    /// Bytes so far.
    pub size: u64,
    line_ends: u64,
    /// The last two bytes.
    tail: [u8; 2],
    /// The first bytes.
    pub head: Vec<u8>,
}

/// What the disk or the folder says, for the client and the log.
pub fn unavailable(cause: std::io::Error) -> Error {
    Error { internal: Some(format!("storage: {cause}")), retry_after: Some(60), ..Error::new(Kind::StorageUnavailable) }
}

impl Storage {
    /// As configured.
    ///
    /// # Errors
    /// `storage_unavailable` when the folder cannot be written, or the bucket does not answer or takes no signature of ours.
    pub fn new(config: &Config) -> Result<Self> {
        let folder = Self::folder(&config.files_dir())?;
        let bucket = config.bucket().map(|settings| Bucket::open(&settings)).transpose().map_err(unavailable)?;
        Ok(Self { bucket: bucket.map(Arc::new), ..folder })
    }

    /// Opens a folder, made where it is missing, and clears arrivals that nobody waits for.
    ///
    /// # Errors
    /// `storage_unavailable` when the folder cannot be written.
    pub fn folder(root: &Path) -> Result<Self> {
        let arrivals = root.join("incoming");
        fs::create_dir_all(&arrivals).map_err(unavailable)?;
        for entry in fs::read_dir(&arrivals).map_err(unavailable)? {
            let entry = entry.map_err(unavailable)?;
            let age = entry.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| at.elapsed().ok());
            if age.is_some_and(|age| age > FORGOTTEN)
                && let Err(cause) = fs::remove_file(entry.path())
            {
                tracing::warn!(%cause, file = %entry.path().display(), "a forgotten arrival stays");
            }
        }
        Ok(Self { root: root.into(), bucket: None })
    }

    fn place(&self, key: &str) -> Result<PathBuf> {
        let plain = |part: &str| {
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        };
        if key.split('/').all(plain) { Ok(self.root.join(key)) } else { Err(Error::internal(format!("{key:?} is no key of a file"))) }
    }

    /// Begins a file of at most `limit` bytes.
    ///
    /// # Errors
    /// `storage_unavailable` when the disk takes no file.
    pub fn begin(&self, name: uuid::Uuid, limit: u64) -> Result<Incoming> {
        let path = self.root.join("incoming").join(name.to_string());
        let file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(unavailable)?;
        Ok(Incoming { path, file, hash: Sha256::new(), limit, kept: false, size: 0, line_ends: 0, tail: [b'\n', 0], head: Vec::new() })
    }

    /// Keeps a file that has arrived under a key such as `imports/<id>`.
    ///
    /// # Errors
    /// `storage_unavailable` when the disk or the bucket does not take it.
    pub fn keep(&self, mut incoming: Incoming, key: &str) -> Result<()> {
        let place = self.place(key)?;
        if let Some(bucket) = &self.bucket {
            return bucket.put(key, incoming.open()?).map_err(unavailable);
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(unavailable)?;
        }
        incoming.settle()?;
        fs::rename(&incoming.path, &place).map_err(unavailable)?;
        incoming.kept = true;
        Ok(())
    }

    /// Opens a kept file for reading.
    ///
    /// # Errors
    /// `storage_unavailable` when it is not there or cannot be read.
    pub fn open(&self, key: &str) -> Result<File> {
        let place = self.place(key)?;
        match &self.bucket {
            Some(bucket) => bucket.get(key, &self.root.join("incoming")),
            None => File::open(place),
        }
        .map_err(unavailable)
    }

    /// Removes a kept file; one that is gone already is fine.
    ///
    /// # Errors
    /// `storage_unavailable` when it stays.
    pub fn remove(&self, key: &str) -> Result<()> {
        let place = self.place(key)?;
        let removed = match &self.bucket {
            Some(bucket) => bucket.delete(key),
            None => fs::remove_file(place),
        };
        match removed {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(unavailable(cause)),
            _ => Ok(()),
        }
    }

    /// Whether files can be kept.
    pub fn is_ready(&self) -> bool {
        let folder = fs::create_dir_all(&self.root).is_ok() && !fs::metadata(&self.root).is_ok_and(|meta| meta.permissions().readonly());
        let bucket = self.bucket.as_ref().map_or(Ok(()), |bucket| bucket.is_ready());
        if let Err(cause) = &bucket {
            tracing::warn!(%cause, "files cannot be kept");
        }
        folder && bucket.is_ok()
    }
}

impl Incoming {
    /// Takes the next piece.
    ///
    /// # Errors
    /// `payload_too_large` beyond the limit, `storage_unavailable` when the disk is full.
    pub fn push(&mut self, piece: &[u8]) -> Result<()> {
        self.size += piece.len() as u64;
        if self.size > self.limit {
            return Err(Error::too_large(self.limit));
        }
        let missing = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(&piece[..missing]);
        self.line_ends += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.tail = match *piece {
            [.., before, last] => [before, last],
            [last] => [self.tail[1], last],
            [] => self.tail,
        };
        self.hash.update(piece);
        self.file.write_all(piece).map_err(unavailable)
    }

    /// Lines so far, with the last one that lacks its end; in UTF-16 a zero may follow the end.
    pub fn lines(&self) -> u64 {
        let ended = matches!(self.tail, [_, b'\n'] | [b'\n', 0]);
        self.line_ends + u64::from(!ended)
    }

    /// Makes sure that what has arrived outlives a power cut.
    ///
    /// # Errors
    /// `storage_unavailable` when the disk does not take it.
    pub fn settle(&mut self) -> Result<()> {
        self.file.sync_all().map_err(unavailable)
    }

    /// The hash of what has arrived.
    pub fn sha256(&self) -> Vec<u8> {
        self.hash.clone().finalize().to_vec()
    }

    /// Opens what has arrived for reading.
    ///
    /// # Errors
    /// `storage_unavailable` when it cannot be read.
    pub fn open(&self) -> Result<File> {
        File::open(&self.path).map_err(unavailable)
    }
}

impl Write for Incoming {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.push(bytes).map_err(std::io::Error::other)?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.kept
            && let Err(cause) = fs::remove_file(&self.path)
        {
            tracing::warn!(%cause, file = %self.path.display(), "an arrival that is not kept stays");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_is_kept_whole_or_not_at_all() {
        let root = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
        let storage = Storage::folder(&root).unwrap();
        let mut kept = storage.begin(uuid::Uuid::now_v7(), 10).unwrap();
        kept.push(b"a\nb\n").unwrap();
        assert_eq!((kept.size, kept.lines(), kept.head.as_slice()), (4, 2, b"a\nb\n".as_slice()));
        assert_eq!(kept.sha256(), Sha256::digest(b"a\nb\n").to_vec());
        storage.keep(kept, "imports/one").unwrap();
        assert_eq!(std::io::read_to_string(storage.open("imports/one").unwrap()).unwrap(), "a\nb\n");

        let mut dropped = storage.begin(uuid::Uuid::now_v7(), 3).unwrap();
        assert_eq!(dropped.push(b"four").unwrap_err().kind, Kind::PayloadTooLarge);
        drop(dropped);
        let mut open_ended = storage.begin(uuid::Uuid::now_v7(), 10).unwrap();
        assert_eq!(open_ended.lines(), 0);
        open_ended.push(b"a\nb").unwrap();
        assert_eq!(open_ended.lines(), 2, "the last line counts without its end");
        open_ended.push(b"\n").unwrap();
        open_ended.push(b"\0").unwrap();
        assert_eq!(open_ended.lines(), 2);
        drop(open_ended);
        assert_eq!(fs::read_dir(root.join("incoming")).unwrap().count(), 0);

        storage.remove("imports/one").unwrap();
        storage.remove("imports/one").unwrap();
        assert_eq!(storage.open("imports/one").unwrap_err().kind, Kind::StorageUnavailable);
        for key in ["../secret.key", "/etc/passwd", "imports//x", ""] {
            assert_eq!(storage.open(key).unwrap_err().kind, Kind::Internal, "{key}");
        }
        fs::remove_dir_all(root).unwrap();
    }
}
