//! Files made to do harm.

use std::io::{Cursor, Read, Write};
use tabular::{CsvFormat, Format, Limits, Row, RowProblem, Table, TableProblem, sniff};
use zip::write::SimpleFileOptions;

const CSV: Format = Format::Csv(CsvFormat { encoding: tabular::TextEncoding::Utf8, separator: b',' });

fn rows(bytes: impl Into<Vec<u8>>, format: Format, limits: Limits) -> Result<Vec<Result<Row, RowProblem>>, TableProblem> {
    let mut table = Table::open(Cursor::new(bytes.into()), format, limits)?;
    Ok(table.rows()?.collect())
}

fn last_problem(bytes: impl Into<Vec<u8>>, format: Format, limits: Limits) -> &'static str {
    match rows(bytes, format, limits) {
        Err(problem) => problem.code(),
        Ok(rows) => rows.last().and_then(|row| row.as_ref().err()).map_or("none", RowProblem::code),
    }
}

/// A workbook whose parts are given by the test; the usual ones are filled in.
fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
    const USUAL: [(&str, &str); 5] = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let usual = USUAL.into_iter().filter(|(name, _)| !parts.iter().any(|(other, _)| other == name));
    for (name, content) in usual.chain(parts.iter().copied()) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(cells: &str) -> Vec<u8> {
    workbook(&[("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"))])
}

#[test]
fn the_workbook_of_these_tests_is_itself_readable() {
    let table = sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c></row>");
    assert_eq!(rows(table, Format::Xlsx, Limits::default()).unwrap().len(), 1);
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_read() {
    let bomb = workbook(&[("xl/worksheets/sheet1.xml", &"<row/>".repeat(6 << 20))]);
    assert!(bomb.len() < 200_000);
    assert_eq!(sniff(&bomb, None), Ok(Format::Xlsx));
    assert_eq!(last_problem(bomb.clone(), Format::Xlsx, Limits::default()), "table_inflates_too_much");
    let generous = Limits { zip_ratio: u64::MAX, zip_bytes: 10 << 20, ..Limits::default() };
    assert_eq!(last_problem(bomb, Format::Xlsx, generous), "table_too_large");
    // One endless value, of which a reader would make a string.
    let endless = workbook(&[("xl/worksheets/sheet1.xml", &"0".repeat(2 << 20))]);
    let generous = Limits { zip_ratio: u64::MAX, ..Limits::default() };
    assert_eq!(last_problem(endless, Format::Xlsx, generous), "table_damaged");
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused_all_the_same() {
    let mut bomb = workbook(&[("xl/worksheets/sheet1.xml", &"<row/>".repeat(6 << 20))]);
    // The uncompressed size in every header, local and central, becomes 100.
    for (mark, offset) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let places: Vec<usize> = bomb.windows(4).enumerate().filter(|(_, w)| w == mark).map(|(i, _)| i + offset).collect();
        for at in places {
            bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    let code = last_problem(bomb, Format::Xlsx, Limits::default());
    assert!(["table_inflates_too_much", "table_too_large", "table_damaged"].contains(&code), "{code}");
}

#[test]
fn parts_and_texts_without_number_are_refused() {
    let names: Vec<String> = (0..1_100).map(|i| format!("xl/media/{i}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(last_problem(workbook(&parts), Format::Xlsx, Limits::default()), "table_too_many_parts");

    let strings = format!("<sst>{}</sst>", "<si/>".repeat(2_000));
    let limits = Limits { shared_strings: 1_000, ..Limits::default() };
    assert_eq!(last_problem(workbook(&[("xl/sharedStrings.xml", &strings)]), Format::Xlsx, limits), "table_too_many_strings");
    let limits = Limits { shared_string_bytes: 5_000, ..Limits::default() };
    assert_eq!(last_problem(workbook(&[("xl/sharedStrings.xml", &strings)]), Format::Xlsx, limits), "table_too_large");
    // Styles cost a reader far more memory than their bytes.
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1 << 20));
    let limits = Limits { zip_ratio: u64::MAX, ..Limits::default() };
    assert_eq!(last_problem(workbook(&[("xl/styles.xml", &styles)]), Format::Xlsx, limits), "table_too_large");
}

#[test]
fn a_truncated_or_scrambled_archive_is_damaged_at_every_cut() {
    let whole = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>");
    for cut in (4..whole.len()).step_by(7) {
        assert_eq!(last_problem(&whole[..cut], Format::Xlsx, Limits::default()), "table_damaged", "{cut} of {}", whole.len());
    }
    for at in 0..whole.len() {
        let mut scrambled = whole.clone();
        scrambled[at] ^= 0x5A;
        // Whatever comes of it: an answer.
        let _ = rows(scrambled, Format::Xlsx, Limits::default());
    }
    assert_eq!(last_problem(*b"PK\x03\x04", Format::Xlsx, Limits::default()), "table_damaged");
    assert_eq!(last_problem(workbook(&[("xl/workbook.xml", "<workbook")]), Format::Xlsx, Limits::default()), "table_damaged");
}

#[test]
fn references_out_of_range_cost_a_problem_and_not_a_thread() {
    for cells in [
        "<row r=\"99999999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A99999999999\"><v>1</v></c></row>",
        "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"١\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" s=\"99999\"><v>NaN</v></c></row>",
        "<row r=\"4294967295\"><c><v>1</v></c></row><row><c><v>2</v></c></row>",
    ] {
        if let Ok(rows) = rows(sheet(cells), Format::Xlsx, Limits::default()) {
            assert!(rows.len() < 3, "{cells}");
        }
    }
    let backwards = "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
    assert_eq!(last_problem(sheet(backwards), Format::Xlsx, Limits::default()), "table_damaged");
    let dimension = "<worksheet><dimension ref=\"B9:A1\"/><sheetData/></worksheet>";
    assert_eq!(last_problem(workbook(&[("xl/worksheets/sheet1.xml", dimension)]), Format::Xlsx, Limits::default()), "table_damaged");
}

#[test]
fn a_sheet_that_spans_a_million_rows_with_two_cells_is_read_at_once() {
    let sparse =
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"B1048576\"><v>2</v></c></row>";
    let found = rows(sheet(sparse), Format::Xlsx, Limits::default()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].as_ref().map(|row| row.number).ok(), Some(1_048_576));
    let wide = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>";
    assert_eq!(last_problem(sheet(wide), Format::Xlsx, Limits::default()), "table_too_many_columns");
}

#[test]
fn ten_thousand_columns_are_too_many_in_every_format() {
    let wide = vec!["x"; 10_000].join(",");
    assert_eq!(last_problem(wide.clone(), CSV, Limits::default()), "table_too_many_columns");
    assert_eq!(last_problem(format!("a,b\n{wide}\n"), CSV, Limits::default()), "table_too_many_columns");
    let keys: Vec<String> = (0..10_000).map(|i| format!("\"k{i}\":1")).collect();
    assert_eq!(last_problem(format!("{{{}}}\n", keys.join(",")), Format::Ndjson, Limits::default()), "table_too_many_columns");
}

#[test]
fn a_huge_cell_is_named_and_a_huge_row_ends_the_reading() {
    let cell = "x".repeat(40_000);
    let found = rows(format!("a,b\n1,{cell}\n3,4\n"), CSV, Limits::default()).unwrap();
    let problem = found[0].as_ref().unwrap_err();
    assert_eq!((problem.row, problem.column, problem.code()), (2, Some(2), "cell_too_long"));
    assert!(found[1].is_ok());
    // 40,000 bytes, but not 32,767 characters.
    assert!(rows(format!("a,b\n1,{}\n", "م".repeat(20_000)), CSV, Limits::default()).unwrap()[0].is_ok());

    let row = "y".repeat(3 << 20);
    assert_eq!(last_problem(format!("a,b\n1,{row}\n3,4\n"), CSV, Limits::default()), "row_too_long");
    let lines = format!("{{\"a\":1}}\n{{\"a\":\"{row}\"}}\n{{\"a\":2}}\n");
    let found = rows(lines, Format::Ndjson, Limits::default()).unwrap();
    let problem = found[1].as_ref().unwrap_err();
    assert_eq!((problem.row, problem.code(), problem.is_fatal()), (2, "row_too_long", false));
    assert_eq!(found[2].as_ref().map(|row| row.number).ok(), Some(3));
}

/// Gives a quotation mark and then text without end: only a reader in constant memory comes back.
struct Endless(bool);
impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        buffer.fill(b'z');
        if !std::mem::replace(&mut self.0, true) {
            buffer[..6].copy_from_slice(b"a,b\n1,");
            buffer[6] = b'"';
        }
        Ok(buffer.len())
    }
}

#[test]
fn unbalanced_quotes_are_reported_with_the_row_where_they_open() {
    let found = rows("a,b\n1,2\n3,\"open\n5,6\n7,8\n", CSV, Limits::default()).unwrap();
    let problem = found.last().unwrap().as_ref().unwrap_err();
    assert_eq!((problem.row, problem.code(), problem.is_fatal()), (3, "row_unclosed_quote", true));
    assert_eq!(found.len(), 2);
    let mut table = Table::open_stream(Endless(false), CSV, Limits::default()).unwrap();
    let problem = table.rows().unwrap().next().unwrap().unwrap_err();
    assert_eq!((problem.row, problem.code()), (2, "row_too_long"));
}

#[test]
fn broken_bytes_and_nuls_stay_in_their_cells() {
    let found = rows(*b"a,b\nx\xFFy,\0z\n\"q\"uote,\"\"\"\"\n", CSV, Limits::default()).unwrap();
    let cells = |i: usize| found[i].as_ref().unwrap().cells.iter().map(|c| c.to_text().into_owned()).collect::<Vec<_>>();
    assert_eq!(cells(0), ["x\u{fffd}y", "\0z"]);
    assert!(text::hygiene::clean(&cells(0)[0]).is_err() && text::hygiene::clean(&cells(0)[1]).is_err());
    assert_eq!(cells(1), ["quote", "\""]);
    let found =
        rows(*b"{\"a\":1}\n{\"a\":\"\xFF\"}\n{\"a\":\"\\u0000\"}\n{\"a\":\"\\ud800\"}\n", Format::Ndjson, Limits::default()).unwrap();
    assert!(found[1].is_err() && found[2].is_ok() && found[3].is_err());
}

#[test]
fn more_rows_than_allowed_end_the_reading() {
    let limits = Limits { rows: 3, ..Limits::default() };
    let found = rows("a,b\n1,1\n2,2\n3,3\n4,4\n5,5\n", CSV, limits.clone()).unwrap();
    assert_eq!(found.len(), 4);
    assert_eq!(found[3].as_ref().unwrap_err().code(), "table_too_many_rows");
    let broken = rows("{\"a\":1}\n".to_owned() + &"{\n".repeat(50), Format::Ndjson, limits).unwrap();
    assert!(broken.len() < 60);
}

struct Failing(usize);
impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.0 += 1;
        match self.0 {
            1 => {
                buffer[..8].copy_from_slice(b"a,b\n1,2\n");
                Ok(8)
            }
            _ => Err(std::io::Error::other("gone")),
        }
    }
}

#[test]
fn a_source_that_fails_is_not_the_end_of_the_table() {
    let mut table = Table::open_stream(Failing(0), CSV, Limits::default()).unwrap();
    let found: Vec<_> = table.rows().unwrap().collect();
    assert!(found[0].is_ok());
    assert_eq!(found[1].as_ref().unwrap_err().code(), "table_unreadable");
    assert_eq!(found.len(), 2);
}
