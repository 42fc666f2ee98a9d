//! Counts the statements that reach a database, to see that their number does not grow with the rows.

use diesel::connection::{Instrumentation, InstrumentationEvent};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, Once, OnceLock};

type Log = Arc<Mutex<Vec<String>>>;

/// The statements of every database, by address.
fn logs() -> &'static Mutex<HashMap<String, Log>> {
    static LOGS: OnceLock<Mutex<HashMap<String, Log>>> = OnceLock::new();
    LOGS.get_or_init(Mutex::default)
}

/// Makes every connection that is opened from now on count its statements.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        diesel::connection::set_default_instrumentation(|| Some(Box::new(Counter::default()))).expect("counting can be switched on")
    });
}

#[derive(Default)]
struct Counter(Option<Log>);

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => {
                self.0 = Some(logs().lock().unwrap().entry(key(url).to_owned()).or_default().clone());
            }
            InstrumentationEvent::StartQuery { query, .. } => {
                if let Some(log) = &self.0 {
                    log.lock().unwrap().push(query.to_string());
                }
            }
            _ => {}
        }
    }
}

/// A file's path, or a server's address.
fn key(url: &str) -> &str {
    url.strip_prefix("sqlite:").unwrap_or(url)
}

/// Takes the statements that a database has seen since the last call; transactions and settings aside.
pub fn take(url: &str) -> Vec<String> {
    let log = logs().lock().unwrap().entry(key(url).to_owned()).or_default().clone();
    let seen = std::mem::take(&mut *log.lock().unwrap());
    let counts = |statement: &String| {
        let word = statement.trim_start().split([' ', ';']).next().unwrap_or_default().to_ascii_uppercase();
        // The pool asks whether a connection still lives.
        statement.trim_end() != "SELECT 1 -- binds: []" && !["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA", "SET"].contains(&word.as_str())
    };
    seen.into_iter().filter(counts).collect()
}
