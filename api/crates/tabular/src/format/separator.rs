//! The separator of a CSV file.

use csv_core::{ReadFieldResult, ReaderBuilder};

/// How the line begins by which some spreadsheets name the separator: `sep=;`.
pub(crate) const SEPARATOR_LINE: &str = "sep=";

/// Rows looked at.
const ROWS: usize = 30;

/// The separator that cuts the largest share of rows into one number of fields, two or more; quoted values are left whole.
pub(super) fn detect(head: &str) -> Option<u8> {
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    if let Some(named) = head.get(..SEPARATOR_LINE.len()).filter(|start| start.eq_ignore_ascii_case(SEPARATOR_LINE)) {
        return head.as_bytes().get(named.len()).copied().filter(|b| matches!(b, b',' | b';' | b'\t'));
    }
    let best = [b';', b'\t', b','].into_iter().map(|separator| (score(head, separator), separator)).max_by_key(|(score, _)| *score)?;
    (best.0.0 > 0).then_some(best.1)
}

/// How many rows in a thousand have the most frequent number of fields, and that number; (0, 0) when it is one.
fn score(head: &str, separator: u8) -> (usize, usize) {
    let widths = widths(head, separator);
    let rows = widths.len().max(1);
    widths
        .iter()
        .filter(|width| **width >= 2)
        .map(|width| (widths.iter().filter(|other| *other == width).count() * 1000 / rows, *width))
        .max()
        .unwrap_or_default()
}

/// Fields of each of the first rows; the last row of the head may be cut off and is left out unless it is the only one.
fn widths(head: &str, separator: u8) -> Vec<usize> {
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut input = head.as_bytes();
    let mut scratch = [0_u8; 1024];
    let (mut widths, mut fields) = (Vec::new(), 0_usize);
    while widths.len() < ROWS {
        let (result, read, _) = reader.read_field(input, &mut scratch);
        input = input.get(read..).unwrap_or_default();
        match result {
            ReadFieldResult::InputEmpty if input.is_empty() => {
                if widths.is_empty() {
                    widths.push(fields + 1);
                }
                break;
            }
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                fields += 1;
                if record_end {
                    widths.push(fields);
                    fields = 0;
                }
            }
            ReadFieldResult::End => break,
        }
    }
    widths
}
