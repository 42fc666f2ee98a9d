//! Lists as files: CSV, XLSX and NDJSON by `Accept`, written page by page, so that memory stays flat whatever the number of rows.

use crate::kernel::Kernel;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::storage::{self, Incoming};
use actix_web::dev::Payload;
use actix_web::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use bytes::Bytes;
use std::fs::File;
use std::future::{Future, Ready, ready};
use std::io::{Read as _, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex};
use tabular::{CsvWriter, NdjsonWriter, TableWriter, Value, XlsxOptions, XlsxWriter};
use tokio::sync::mpsc;

/// Rows that are read and written at a time.
pub const CHUNK: i64 = 1_000;
/// Media type of a spreadsheet.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Media type of NDJSON.
pub const NDJSON: &str = "application/x-ndjson";

/// What the client wants a list as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A page of JSON.
    Json,
    /// A file.
    File(Format),
}

/// Form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated, UTF-8 with a byte order mark, formulas neutralised.
    Csv,
    /// One JSON object a line.
    Ndjson,
    /// A spreadsheet.
    Xlsx,
}

impl Format {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Ndjson => NDJSON,
            Self::Xlsx => XLSX,
        }
    }
    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
            Self::Xlsx => "xlsx",
        }
    }
}

impl FromRequest for Wanted {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("*/*");
        ready(negotiate(accept).ok_or_else(|| Error::new(Kind::NotAcceptable)))
    }
}

/// The best of what a client accepts, by its weights and then its order.
fn negotiate(accept: &str) -> Option<Wanted> {
    let mut best: Option<(Wanted, f32)> = None;
    for part in accept.split(',') {
        let mut fields = part.split(';').map(str::trim);
        let wanted = match fields.next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "*/*" | "application/*" | "application/json" | "" => Wanted::Json,
            "text/csv" | "text/*" => Wanted::File(Format::Csv),
            NDJSON => Wanted::File(Format::Ndjson),
            XLSX => Wanted::File(Format::Xlsx),
            _ => continue,
        };
        let weight = fields.find_map(|field| field.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
        if weight > 0.0 && best.is_none_or(|(_, so_far)| weight > so_far) {
            best = Some((wanted, weight));
        }
    }
    best.map(|(wanted, _)| wanted)
}

/// Where a writer puts its bytes until they are sent.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}
impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A file under way.
struct Export {
    writer: Box<dyn TableWriter + Send>,
    sent: Shared,
    /// A spreadsheet is complete only at its end, so it is written to a temporary file first.
    whole: Option<File>,
}

fn failed(cause: impl std::fmt::Display) -> Error {
    Error { internal: Some(cause.to_string()), ..Error::new(Kind::StorageUnavailable) }.retry_after(60)
}

impl Export {
    fn start(format: Format, columns: &[&str], kernel: &Kernel, right_to_left: bool) -> Result<Self> {
        let sent = Shared::default();
        let mut whole = None;
        let mut writer: Box<dyn TableWriter + Send> = match format {
            Format::Csv => Box::new(CsvWriter::new(sent.clone()).map_err(failed)?),
            Format::Ndjson => Box::new(NdjsonWriter::new(sent.clone())),
            Format::Xlsx => {
                let file = tempfile::tempfile().map_err(failed)?;
                whole = Some(file.try_clone().map_err(failed)?);
                let options = XlsxOptions { sheet_name: "export".to_owned(), right_to_left, created_on: kernel.clock.now().day() };
                Box::new(XlsxWriter::new(file, &options).map_err(failed)?)
            }
        };
        writer.header(columns).map_err(failed)?;
        Ok(Self { writer, sent, whole })
    }
}

/// A page of rows and where the next one starts.
pub type Chunk<T, K> = (Vec<T>, Option<K>);

/// Answers with a file of rows that are at hand.
///
/// # Errors
/// When the file cannot be begun.
pub async fn whole<T: Send + 'static>(
    kernel: Kernel,
    format: Format,
    name: &'static str,
    columns: &[&str],
    right_to_left: bool,
    rows: Vec<T>,
    row: fn(&T) -> Vec<Value<'_>>,
) -> Result<HttpResponse> {
    let mut rows = Some(rows);
    let next = move |_: Option<()>| ready(Ok((rows.take().unwrap_or_default(), None)));
    stream(kernel, format, name, columns, right_to_left, next, row).await
}

/// Answers with a file: `next` reads the page after a key, `row` says the cells of a row.
///
/// # Errors
/// When the first page cannot be read; a later fault ends the stream early, which the client sees as a broken transfer.
pub async fn stream<T, K, F>(
    kernel: Kernel,
    format: Format,
    name: &'static str,
    columns: &[&str],
    right_to_left: bool,
    mut next: impl FnMut(Option<K>) -> F + 'static,
    row: fn(&T) -> Vec<Value<'_>>,
) -> Result<HttpResponse>
where
    T: Send + 'static,
    K: Send + 'static,
    F: Future<Output = Result<Chunk<T, K>>>,
{
    let first = next(None).await?;
    let mut export = Export::start(format, columns, &kernel, right_to_left)?;
    let (sender, receiver) = mpsc::channel::<std::io::Result<Bytes>>(4);
    let work = async move {
        let (mut rows, mut after) = first;
        loop {
            // Formatting a page is quick; compressing a spreadsheet is not, so it happens away from the workers.
            export = kernel
                .blocking(move |_| {
                    for item in &rows {
                        export.writer.row(&row(item)).map_err(failed)?;
                    }
                    Ok(export)
                })
                .await?;
            if sender.send(Ok(Bytes::from(export.sent.take()))).await.is_err() {
                return Ok(());
            }
            match after {
                None => break,
                key => (rows, after) = next(key).await?,
            }
        }
        let (sent, whole) = kernel
            .blocking(move |_| {
                export.writer.finish().map_err(failed)?;
                Ok((export.sent, export.whole))
            })
            .await?;
        // The receiver may have left; then there is nobody to tell.
        let _ = sender.send(Ok(Bytes::from(sent.take()))).await;
        if let Some(mut file) = whole {
            file.seek(SeekFrom::Start(0)).map_err(failed)?;
            let mut reader = tokio_util::io::ReaderStream::new(tokio::fs::File::from_std(file));
            while let Some(part) = futures_util::StreamExt::next(&mut reader).await {
                if sender.send(part).await.is_err() {
                    break;
                }
            }
        }
        Ok::<(), Error>(())
    };
    let broken = receiver_of(work, receiver);
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{}\"", format.extension())))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((VARY, "Accept, Authorization"))
        .streaming(broken))
}

/// A file that was written before, in pieces.
///
/// # Errors
/// `storage_unavailable`.
pub fn written(file: Incoming, media: &'static str, name: &'static str) -> Result<HttpResponse> {
    let mut source = file.open()?;
    let size = file.size;
    let pieces = futures_util::stream::iter(std::iter::from_fn(move || {
        let mut piece = vec![0; 64 << 10];
        match source.read(&mut piece) {
            Ok(0) => None,
            Ok(read) => {
                piece.truncate(read);
                Some(Ok::<_, Error>(Bytes::from(piece)))
            }
            Err(cause) => Some(Err(storage::unavailable(cause))),
        }
    }));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media))
        .insert_header((CONTENT_LENGTH, size))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .insert_header((VARY, "Authorization, Accept, Accept-Language"))
        .streaming(pieces))
}

/// Runs the work beside the response and ends the stream with an error when it failed.
fn receiver_of(
    work: impl Future<Output = Result<()>> + 'static,
    receiver: mpsc::Receiver<std::io::Result<Bytes>>,
) -> impl futures_util::Stream<Item = std::io::Result<Bytes>> {
    let handle = actix_web::rt::spawn(work);
    let parts = futures_util::stream::unfold(receiver, async |mut receiver| receiver.recv().await.map(|part| (part, receiver)));
    let end = futures_util::stream::once(async move {
        match handle.await {
            Ok(Ok(())) => None,
            Ok(Err(error)) => {
                tracing::error!(%error, "an export ended early");
                Some(Err(std::io::Error::other("the export ended early")))
            }
            Err(cause) => Some(Err(std::io::Error::other(cause))),
        }
    });
    use futures_util::StreamExt;
    parts.chain(end.filter_map(async |end| end)).filter(|part| std::future::ready(!matches!(part, Ok(bytes) if bytes.is_empty())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accept_header_chooses_the_form() {
        assert_eq!(negotiate("*/*"), Some(Wanted::Json));
        assert_eq!(negotiate("text/csv"), Some(Wanted::File(Format::Csv)));
        assert_eq!(negotiate("application/json;q=0.5, application/x-ndjson"), Some(Wanted::File(Format::Ndjson)));
        assert_eq!(negotiate("image/png, text/csv;q=0"), None);
        assert_eq!(negotiate(XLSX), Some(Wanted::File(Format::Xlsx)));
    }
}
