//! Settings: the only reader of the environment.
//!
//! Every setting is declared once, in [`settings!`]'s table; the struct, the reading, the refusal of wrong values and
//! `docs/configuration.md` come from it. Values come from the environment, then from the file that `CONFIG_FILE` names.

use std::collections::HashMap;
use std::path::PathBuf;

/// A wrong setting: the variable and what was expected.
#[derive(Debug, PartialEq, Eq)]
pub struct WrongSetting {
    /// The variable.
    pub name: String,
    /// What was expected.
    pub expected: String,
}

impl std::fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: expected {}", self.name, self.expected)
    }
}

/// Reads a text as a setting.
trait FromSetting: Sized {
    fn from_setting(text: &str) -> Option<Self>;
}
macro_rules! parsed {
    ($($kind:ty),+) => {$(impl FromSetting for $kind { fn from_setting(text: &str) -> Option<Self> { text.parse().ok() } })+};
}
parsed!(u16, u32, u64, usize, String, PathBuf);
impl FromSetting for bool {
    fn from_setting(text: &str) -> Option<Self> {
        match text {
            "1" | "true" | "yes" | "on" => Some(true),
            "0" | "false" | "no" | "off" => Some(false),
            _ => None,
        }
    }
}
impl FromSetting for Option<String> {
    fn from_setting(text: &str) -> Option<Self> {
        Some(Some(text.to_owned()).filter(|text| !text.is_empty()))
    }
}

/// A bucket that keeps files.
#[derive(Clone)]
pub struct BucketSettings {
    /// Address of the service.
    pub endpoint: url::Url,
    /// Name of the bucket.
    pub bucket: String,
    /// Region of the service.
    pub region: String,
    /// Name of the key.
    pub access_key: String,
    /// The key.
    pub secret_key: String,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}
impl FromSetting for LogFormat {
    fn from_setting(text: &str) -> Option<Self> {
        match text {
            "human" => Some(Self::Human),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

macro_rules! settings {
    ($($(#[doc = $about:literal])+ $field:ident: $kind:ty = $name:literal, $default:expr, $expected:literal;)+) => {
        /// All settings.
        #[derive(Debug, Clone)]
        pub struct Config { $($(#[doc = $about])+ pub $field: $kind),+ }

        impl Config {
            /// Name, default, expected form and meaning of every setting.
            pub const TABLE: &'static [(&'static str, &'static str, &'static str, &'static str)] =
                &[$(($name, $default, $expected, concat!($($about),+))),+];

            fn read(values: &HashMap<String, String>) -> Result<Self, Vec<WrongSetting>> {
                let mut wrong = Vec::new();
                $(let $field = {
                    let text = values.get($name).map_or($default, String::as_str);
                    let value = <$kind as FromSetting>::from_setting(text);
                    if value.is_none() {
                        wrong.push(WrongSetting { name: $name.into(), expected: $expected.into() });
                    }
                    value
                };)+
                match ($($field,)+) {
                    ($(settings!(@pattern $field $kind),)+) if wrong.is_empty() => Ok(Self { $($field),+ }),
                    _ => Err(wrong),
                }
            }
        }
    };
    (@pattern $field:ident $kind:ty) => { Some($field) };
}

settings! {
    /// Folder for the database file, uploads, mail without a server, and the generated secret.
    data_dir: PathBuf = "DATA_DIR", "./data", "a folder";
    /// Where the data is. Empty: `platform.db` in `DATA_DIR`.
    database_url: String = "DATABASE_URL", "auto", "sqlite:<path of a file>, postgres://… or postgresql://…";
    /// Database connections for reading; on PostgreSQL for everything.
    connections: u32 = "DATABASE_CONNECTIONS", "8", "a number from 1 to 200";
    /// Address to listen on.
    host: String = "HOST", "127.0.0.1", "an address of this machine";
    /// Port to listen on.
    port: u16 = "PORT", "8080", "a port from 0 to 65535";
    /// Worker threads. `auto`: one for each core.
    workers: String = "WORKERS", "auto", "auto or a number from 1 to 64";
    /// The address people and links use. `auto`: `http://HOST:PORT`.
    public_url: String = "PUBLIC_URL", "auto", "http://… or https://… without a path";
    /// Folder of the built web application.
    web_dir: PathBuf = "WEB_DIR", "web/dist", "a folder";
    /// Form of log lines.
    log_format: LogFormat = "LOG_FORMAT", "human", "human or json";
    /// What is logged, as tracing filters write it.
    log: String = "LOG", "info", "a filter such as info or api=debug";
    /// Seals signing keys and second factors. `auto`: a file in `DATA_DIR`, made on first start. Replicas share one.
    secret_key: String = "SECRET_KEY", "auto", "at least 32 characters of randomness";
    /// Largest JSON body in bytes.
    max_body_bytes: usize = "MAX_BODY_BYTES", "4194304", "a number of bytes";
    /// Largest JSON body of a calculation in bytes.
    max_calculation_bytes: usize = "MAX_CALCULATION_BYTES", "8388608", "a number of bytes";
    /// Largest uploaded document in bytes.
    max_upload_bytes: usize = "MAX_UPLOAD_BYTES", "10485760", "a number of bytes";
    /// Largest import file in bytes.
    max_import_bytes: usize = "MAX_IMPORT_BYTES", "268435456", "a number of bytes";
    /// Seconds a request may take.
    request_seconds: u64 = "REQUEST_SECONDS", "30", "a number of seconds";
    /// S3-compatible service that keeps the files. Empty: they are in a folder in `DATA_DIR`.
    s3_endpoint: Option<String> = "S3_ENDPOINT", "", "http://… or https://…, and all five S3_ settings or none";
    /// The bucket, in path style; it is made where it is missing.
    s3_bucket: Option<String> = "S3_BUCKET", "", "3 to 63 small letters, digits, dots and hyphens, and all five S3_ settings or none";
    /// The service's region.
    s3_region: Option<String> = "S3_REGION", "", "a region such as us-east-1, and all five S3_ settings or none";
    /// Name of the key that requests to the service are signed with.
    s3_access_key: Option<String> = "S3_ACCESS_KEY", "", "a key of the service, and all five S3_ settings or none";
    /// The key itself.
    s3_secret_key: Option<String> = "S3_SECRET_KEY", "", "the secret of the key, and all five S3_ settings or none";
    /// Requests to the API that a person, a key or, for visitors, an address may make in a minute, with each replica. 0: any number.
    requests_per_minute: u32 = "RATE_LIMIT_PER_MINUTE", "1200", "a number; 0 for no limit";
    /// Memory of a password hash in KiB.
    argon2_memory_kib: u32 = "ARGON2_MEMORY_KIB", "19456", "a number of KiB, 8 or more";
    /// Passes of a password hash.
    argon2_passes: u32 = "ARGON2_PASSES", "2", "a number, 1 or more";
    /// Lanes of a password hash.
    argon2_lanes: u32 = "ARGON2_LANES", "1", "a number, 1 or more";
    /// Whether ministry officers and administrators must use a second factor.
    require_second_factor: bool = "REQUIRE_SECOND_FACTOR", "false", "true or false";
    /// Mail server. Empty: messages are written to `DATA_DIR/mail`.
    smtp_url: Option<String> = "SMTP_URL", "", "smtp://… or smtps://…";
    /// Sender of mail.
    mail_from: String = "MAIL_FROM", "no-reply@localhost", "an e-mail address";
    /// E-mail address of the administrator who is made when there is none.
    admin_email: String = "ADMIN_EMAIL", "admin@localhost", "an e-mail address";
    /// Whether webhooks may lead to addresses inside a network, and without TLS. For trying out: officers choose the addresses.
    webhooks_to_private_addresses: bool = "WEBHOOKS_TO_PRIVATE_ADDRESSES", "false", "true or false";
    /// Behind a reverse proxy that sets `X-Forwarded-For`.
    trust_proxy: bool = "TRUST_PROXY", "false", "true or false";
    /// Whether the measuring endpoints exist (`/bench/fixed`); nobody's requests are limited then.
    bench: bool = "BENCH", "false", "true or false";
}

impl Config {
    /// Reads the environment and the optional file.
    ///
    /// # Errors
    /// Every wrong setting, with what was expected.
    pub fn from_environment() -> Result<Self, Vec<WrongSetting>> {
        let mut values = HashMap::new();
        if let Some(file) = std::env::var_os("CONFIG_FILE") {
            let wrong = |expected: String| vec![WrongSetting { name: "CONFIG_FILE".into(), expected }];
            let text = std::fs::read_to_string(&file).map_err(|cause| wrong(format!("a readable file ({cause})")))?;
            for (number, line) in text.lines().enumerate() {
                let line = line.trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                let Some((name, value)) = line.split_once('=') else { return Err(wrong(format!("NAME=value in line {}", number + 1))) };
                let name = name.trim();
                if !Self::TABLE.iter().any(|(known, ..)| *known == name) {
                    return Err(wrong(format!("known names; {name} in line {} is none", number + 1)));
                }
                values.insert(name.to_owned(), value.trim().trim_matches('"').to_owned());
            }
        }
        for (name, ..) in Self::TABLE {
            if let Ok(value) = std::env::var(name) {
                values.insert((*name).to_owned(), value);
            }
        }
        Self::from_values(&values)
    }

    /// Settings from values by name, the defaults for the rest.
    ///
    /// # Errors
    /// Every wrong setting, with what was expected.
    pub fn from_values(values: &HashMap<String, String>) -> Result<Self, Vec<WrongSetting>> {
        let mut config = Self::read(values)?;
        let mut wrong = Vec::new();
        let mut refuse = |name: &str| {
            let expected = Self::TABLE.iter().find(|(known, ..)| *known == name).map_or("", |row| row.2);
            wrong.push(WrongSetting { name: name.to_owned(), expected: expected.to_owned() });
        };
        if config.database_url == "auto" || config.database_url.is_empty() {
            config.database_url = format!("sqlite:{}", config.data_dir.join("platform.db").display());
        }
        if crate::kernel::db::Target::parse(&config.database_url).is_err() {
            refuse("DATABASE_URL");
        }
        if !(1..=200).contains(&config.connections) {
            refuse("DATABASE_CONNECTIONS");
        }
        if config.workers != "auto" && !config.workers.parse().is_ok_and(|n: usize| (1..=64).contains(&n)) {
            refuse("WORKERS");
        }
        if config.public_url == "auto" {
            config.public_url = format!("http://{}:{}", config.host, config.port);
        }
        match config.public_url.split_once("://") {
            Some(("http" | "https", rest)) if !rest.is_empty() && !rest.contains('/') => {}
            _ => refuse("PUBLIC_URL"),
        }
        if let Some(url) = &config.smtp_url
            && !url.starts_with("smtp://")
            && !url.starts_with("smtps://")
        {
            refuse("SMTP_URL");
        }
        if config.admin_email.parse::<lettre::Address>().is_err() {
            refuse("ADMIN_EMAIL");
        }
        config.check_bucket(&mut refuse);
        if config.bench {
            config.requests_per_minute = 0;
        }
        if config.argon2_memory_kib < 8 {
            refuse("ARGON2_MEMORY_KIB");
        }
        if config.secret_key == "auto" {
            match generated_secret(&config.data_dir) {
                Ok(secret) => config.secret_key = secret,
                Err(cause) => {
                    wrong.push(WrongSetting { name: "DATA_DIR".into(), expected: format!("a folder this program may write to ({cause})") })
                }
            }
        } else if config.secret_key.chars().count() < 32 {
            refuse("SECRET_KEY");
        }
        if wrong.is_empty() { Ok(config) } else { Err(wrong) }
    }

    /// The settings of a bucket are given together, and each makes sense.
    fn check_bucket(&self, refuse: &mut impl FnMut(&str)) {
        let settings = [
            ("S3_ENDPOINT", &self.s3_endpoint),
            ("S3_BUCKET", &self.s3_bucket),
            ("S3_REGION", &self.s3_region),
            ("S3_ACCESS_KEY", &self.s3_access_key),
            ("S3_SECRET_KEY", &self.s3_secret_key),
        ];
        if settings.iter().all(|(_, value)| value.is_none()) {
            return;
        }
        let endpoint = |text: &str| {
            url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty())
        };
        let bucket = |name: &str| {
            (3..=63).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'))
        };
        for (name, value) in settings {
            let good = match (name, value.as_deref()) {
                (_, None) => false,
                ("S3_ENDPOINT", Some(text)) => endpoint(text),
                ("S3_BUCKET", Some(text)) => bucket(text),
                (_, Some(_)) => true,
            };
            if !good {
                refuse(name);
            }
        }
    }

    /// Where files are kept, when it is a bucket.
    pub fn bucket(&self) -> Option<BucketSettings> {
        Some(BucketSettings {
            endpoint: self.s3_endpoint.as_deref()?.parse().ok()?,
            bucket: self.s3_bucket.clone()?,
            region: self.s3_region.clone()?,
            access_key: self.s3_access_key.clone()?,
            secret_key: self.s3_secret_key.clone()?,
        })
    }

    /// Number of worker threads.
    pub fn worker_threads(&self) -> usize {
        self.workers.parse().unwrap_or_else(|_| std::thread::available_parallelism().map_or(2, usize::from))
    }

    /// Where files arrive, and where they are kept when there is no bucket.
    pub fn files_dir(&self) -> PathBuf {
        self.data_dir.join("files")
    }

    /// `docs/configuration.md`.
    pub fn page() -> String {
        use std::fmt::Write;
        let mut page = String::from(
            "# Configuration\n\nGenerated from the table in `api/src/config.rs`. Each setting is an environment variable; `CONFIG_FILE` may name a \
             file of `NAME=value` lines, which the environment overrides. A wrong value stops the start and is named.\n\n\
             | variable | default | expected | meaning |\n|---|---|---|---|\n",
        );
        for (name, default, expected, about) in Self::TABLE {
            // Writing to a string cannot fail.
            let _ = writeln!(
                page,
                "| `{name}` | {} | {expected} |{about} |",
                if default.is_empty() { "(none)".to_owned() } else { format!("`{default}`") }
            );
        }
        page
    }
}

/// The secret in the data folder, made on first use and readable by its owner alone.
fn generated_secret(folder: &std::path::Path) -> std::io::Result<String> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let file = folder.join("secret.key");
    if let Ok(secret) = std::fs::read_to_string(&file) {
        return Ok(secret.trim().to_owned());
    }
    std::fs::create_dir_all(folder)?;
    let secret = crate::kernel::access::secret::token().map_err(std::io::Error::other)?;
    let opened = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&file);
    match opened {
        Ok(mut handle) => {
            handle.write_all(secret.as_bytes())?;
            handle.sync_all()?;
            Ok(secret)
        }
        // Another process was quicker.
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => Ok(std::fs::read_to_string(&file)?.trim().to_owned()),
        Err(cause) => Err(cause),
    }
}
