//! Backup and restore of the embedded database; PostgreSQL has its own tools, and these commands say which.
//!
//! A backup is a folder: `platform.db` (a consistent copy taken while the server runs), `secret.key` and `files/`. Files in a bucket stay
//! there, and [`about_files`] says so.

use crate::config::Config;
use crate::kernel::db::Target;
use crate::serve::Failure;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::fs;
use std::path::{Path, PathBuf};

const DATABASE: &str = "platform.db";
const SECRET: &str = "secret.key";
const FILES: &str = "files";

fn file_of(config: &Config, command: &str) -> Result<PathBuf, Failure> {
    match Target::parse(&config.database_url)? {
        Target::Sqlite(path) => Ok(path),
        Target::Postgres(_) => Err(format!(
            "The database is PostgreSQL, which has its own tools:\n  backup:  pg_dump --format=custom --file=platform.dump \"$DATABASE_URL\"\n  \
             restore: pg_restore --clean --if-exists --dbname=\"$DATABASE_URL\" platform.dump\n\
             Keep SECRET_KEY beside the dump. {} ({command} is for SQLite.)",
            about_files(config).unwrap_or_else(|| format!("So too the folder {}.", config.files_dir().display()))
        )
        .into()),
    }
}

/// What is to be done about files in a bucket, which these commands leave alone.
pub fn about_files(config: &Config) -> Option<String> {
    let bucket = config.bucket()?;
    Some(format!(
        "The files are in the bucket {} at {}: keep versions there, or copy it with the service's own tools at the same time.",
        bucket.bucket, bucket.endpoint
    ))
}

/// Copies the database, the secret and the uploaded files into a new folder, while the server may be running.
///
/// # Errors
/// When the folder exists already, the disk is full, or the database is PostgreSQL.
pub fn backup(config: &Config, folder: &Path) -> Result<(), Failure> {
    let source = file_of(config, "backup")?;
    if !source.is_file() {
        return Err(format!("{} does not exist: nothing to back up", source.display()).into());
    }
    if folder.exists() {
        return Err(format!("{} exists already: name a new folder", folder.display()).into());
    }
    fs::create_dir_all(folder)?;
    let copied = copy_database(&source, &folder.join(DATABASE)).and_then(|()| {
        copy_beside(&config.data_dir, folder)?;
        Ok(())
    });
    if copied.is_err() {
        // Half a backup is worse than none.
        fs::remove_dir_all(folder)?;
    }
    copied
}

fn copy_database(source: &Path, copy: &Path) -> Result<(), Failure> {
    let mut conn = SqliteConnection::establish(&source.to_string_lossy())?;
    diesel::sql_query("PRAGMA busy_timeout=30000").execute(&mut conn)?;
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(copy.to_string_lossy()).execute(&mut conn)?;
    check(copy)
}

#[derive(QueryableByName)]
struct Integrity {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

fn check(file: &Path) -> Result<(), Failure> {
    let mut conn = SqliteConnection::establish(&file.to_string_lossy())?;
    let found: Vec<Integrity> = diesel::sql_query("PRAGMA integrity_check").load(&mut conn)?;
    match found.as_slice() {
        [only] if only.integrity_check == "ok" => Ok(()),
        _ => Err(format!("{} is damaged", file.display()).into()),
    }
}

fn copy_beside(from: &Path, to: &Path) -> std::io::Result<()> {
    let secret = from.join(SECRET);
    if secret.is_file() {
        // fs::copy keeps the permissions: readable by its owner alone.
        fs::copy(secret, to.join(SECRET))?;
    }
    copy_folder(&from.join(FILES), &to.join(FILES))
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Puts a backup in place of the present data, while the server is stopped. What was there is set aside, not deleted.
///
/// # Errors
/// When the folder is no backup, a file is damaged, or the database is PostgreSQL.
pub fn restore(config: &Config, folder: &Path) -> Result<(), Failure> {
    let target = file_of(config, "restore")?;
    let copy = folder.join(DATABASE);
    if !copy.is_file() {
        return Err(format!("{} is no backup: it has no {DATABASE}", folder.display()).into());
    }
    check(&copy)?;
    fs::create_dir_all(&config.data_dir)?;
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    let aside = format!("before-restore-{}", crate::kernel::clock::Clock::System.now().utc().format("%Y%m%d%H%M%S"));
    for suffix in ["", "-wal", "-shm"] {
        let present = PathBuf::from(format!("{}{suffix}", target.display()));
        if present.exists() {
            fs::rename(&present, format!("{}.{aside}{suffix}", target.display()))?;
        }
    }
    for name in [SECRET, FILES] {
        let present = config.data_dir.join(name);
        if present.exists() && folder.join(name).exists() {
            fs::rename(&present, config.data_dir.join(format!("{name}.{aside}")))?;
        }
    }
    fs::copy(&copy, &target)?;
    copy_beside(folder, &config.data_dir)?;
    Ok(())
}
