//! What is written is read back.

use chrono::NaiveDate;
use proptest::prelude::*;
use std::io::Cursor;
use tabular::{
    Cell, CsvWriter, Format, Limits, NdjsonWriter, Row, Table, TableWriter, Value, WriteProblem, XlsxBook, XlsxOptions, XlsxWriter, sniff,
};

const HEADERS: [&str; 4] = ["الاسم", "founded", "members", "note"];

fn write(mut writer: Box<dyn TableWriter + '_>, rows: &[Vec<Cell>]) {
    writer.header(&HEADERS).unwrap();
    for row in rows {
        let values: Vec<Value<'_>> = row.iter().map(Value::from).collect();
        writer.row(&values).unwrap();
    }
    writer.finish().unwrap();
}

fn csv(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = Vec::new();
    write(Box::new(CsvWriter::new(&mut out).unwrap()), rows);
    out
}

fn ndjson(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = Vec::new();
    write(Box::new(NdjsonWriter::new(&mut out)), rows);
    out
}

fn xlsx(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = Vec::new();
    let options = XlsxOptions { sheet_name: "الجمعيات".into(), right_to_left: true, ..XlsxOptions::default() };
    write(Box::new(XlsxWriter::new(&mut out, &options).unwrap()), rows);
    out
}

fn read(bytes: Vec<u8>) -> Vec<Row> {
    let format = sniff(&bytes[..bytes.len().min(1 << 16)], None).unwrap();
    let mut table = Table::open(Cursor::new(bytes), format, Limits::default()).unwrap();
    let rows = table.rows().unwrap();
    assert_eq!(rows.headers(), HEADERS);
    rows.map(Result::unwrap).collect()
}

fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells.iter().map(|cell| cell.to_text().into_owned()).collect()).collect()
}

/// A row whose first cell is never blank, so that it is not passed over.
fn row() -> impl Strategy<Value = Vec<Cell>> {
    let text = prop_oneof!["[\\x20-\\x7e]{0,12}", "[=+@'\"\\-][\\x20-\\x7e]{0,8}", "[ء-ي٠-٩ ]{0,12}", "[a-zé,;\"\n ]{0,12}", "\\PC{0,8}",];
    let name = "[a-zء-ي][\\x20-\\x7eء-ي]{0,10}";
    let date = (0..100_000_i64).prop_map(|days| NaiveDate::from_ymd_opt(1900, 3, 1).unwrap() + chrono::Duration::days(days));
    let number = prop_oneof![any::<i32>().prop_map(f64::from), -1.0e6..1.0e6_f64];
    (name, prop::option::of(date), prop::option::of(number), text).prop_map(|(name, date, number, note)| {
        vec![
            Cell::Text(name),
            date.map_or(Cell::Empty, Cell::Date),
            number.map_or(Cell::Empty, Cell::Number),
            if note.is_empty() { Cell::Empty } else { Cell::Text(note) },
        ]
    })
}

fn as_text(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| cell.to_text().into_owned()).collect()).collect()
}

proptest! {
    #[test]
    fn csv_gives_back_every_text(rows in prop::collection::vec(row(), 1..8)) {
        // A blank last cell is the same as none.
        let mut expected = as_text(&rows);
        expected.iter_mut().for_each(|row| if row[3].trim().is_empty() { row[3].clear() });
        prop_assert_eq!(texts(&read(csv(&rows))), expected);
    }

    #[test]
    fn ndjson_gives_back_every_value_but_dates_as_text(rows in prop::collection::vec(row(), 1..8)) {
        let found = read(ndjson(&rows));
        prop_assert_eq!(texts(&found), as_text(&rows));
        for (found, row) in found.iter().zip(&rows) {
            prop_assert_eq!(&found.cells[2], &row[2]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn xlsx_gives_back_every_value_with_its_type(rows in prop::collection::vec(row(), 1..8)) {
        let mut expected = rows.clone();
        expected.iter_mut().for_each(|row| if row[3].is_blank() { row[3] = Cell::Empty });
        let found: Vec<Vec<Cell>> = read(xlsx(&rows)).into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn spreadsheets_get_a_mark_and_harmless_cells() {
    let rows = [vec![Cell::Text("=HYPERLINK(\"x\")".into()), Cell::Empty, Cell::Number(-5.0), Cell::Text("+213550123456".into())]];
    let written = String::from_utf8(csv(&rows)).unwrap();
    assert_eq!(written, "\u{feff}الاسم,founded,members,note\r\n\"'=HYPERLINK(\"\"x\"\")\",,-5,+213550123456\r\n");
}

#[test]
fn equal_tables_give_equal_workbooks_that_hold_no_formula() {
    let rows = [vec![Cell::Text("=1+1".into()), Cell::Empty, Cell::Number(1.0), Cell::Text("https://example.org".into())]];
    let (one, two) = (xlsx(&rows), xlsx(&rows));
    assert_eq!(one, two);
    let mut archive = zip::ZipArchive::new(Cursor::new(one)).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
    assert!(sheet.contains("rightToLeft=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
}

#[test]
fn what_a_workbook_cannot_hold_is_refused_and_never_cut() {
    let mut out = Vec::new();
    let mut writer = XlsxWriter::new(&mut out, &XlsxOptions::default()).unwrap();
    writer.header(&["a"]).unwrap();
    let long = "x".repeat(32_768);
    assert!(matches!(writer.row(&[Value::Text(&long)]), Err(WriteProblem::Workbook(_))));
    assert!(matches!(writer.row(&[Value::Empty, Value::Empty]), Err(WriteProblem::Width { columns: 1, values: 2 })));
    let options = XlsxOptions { sheet_name: "a/b".into(), ..XlsxOptions::default() };
    assert!(matches!(XlsxWriter::new(&mut Vec::new(), &options).err(), Some(WriteProblem::Workbook(_))));
}

#[test]
fn an_output_that_fails_is_reported() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert!(matches!(CsvWriter::new(Full).err(), Some(WriteProblem::Io(_))));
    let mut writer = Box::new(NdjsonWriter::new(Full));
    writer.header(&["a"]).unwrap();
    assert!(matches!(writer.row(&[Value::Bool(true)]), Err(WriteProblem::Io(_))));
    let writer: Box<dyn TableWriter> = Box::new(XlsxWriter::new(Full, &XlsxOptions::default()).unwrap());
    assert!(matches!(writer.finish(), Err(WriteProblem::Io(_))));
}

#[test]
fn formats_are_recognised_by_what_the_writers_write() {
    assert_eq!(sniff(&ndjson(&[vec![]]), None), Ok(Format::Ndjson));
    assert_eq!(sniff(&xlsx(&[]), None), Ok(Format::Xlsx));
    assert!(matches!(sniff(&csv(&[vec![]]), None), Ok(Format::Csv(_))));
}

#[test]
fn several_texts_are_an_array_where_there_are_arrays_and_one_cell_elsewhere() {
    let values = [Value::Text("فخار"), Value::List(r#"["02","05"]"#)];
    let write = |mut writer: Box<dyn TableWriter + '_>| {
        writer.header(&["name", "sectors"]).unwrap();
        writer.row(&values).unwrap();
        writer.finish().unwrap();
    };
    let (mut csv, mut ndjson, mut xlsx) = (Vec::new(), Vec::new(), Cursor::new(Vec::new()));
    write(Box::new(CsvWriter::new(&mut csv).unwrap()));
    write(Box::new(NdjsonWriter::new(&mut ndjson)));
    write(Box::new(XlsxWriter::new(&mut xlsx, &XlsxOptions::default()).unwrap()));
    assert_eq!(String::from_utf8(csv).unwrap(), "\u{feff}name,sectors\r\nفخار,02; 05\r\n");
    assert_eq!(String::from_utf8(ndjson).unwrap(), "{\"name\":\"فخار\",\"sectors\":[\"02\",\"05\"]}\n");
    let bytes = xlsx.into_inner();
    let format = sniff(&bytes[..bytes.len().min(1 << 16)], None).unwrap();
    let mut table = Table::open(Cursor::new(bytes), format, Limits::default()).unwrap();
    let rows: Vec<Row> = table.rows().unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&rows), [["فخار", "02; 05"]]);
}

#[test]
fn hundredths_are_numbers_with_two_decimals_in_every_format() {
    let values = [Value::Hundredths(-1_205), Value::Hundredths(7), Value::Hundredths(i64::MIN)];
    let write = |mut writer: Box<dyn TableWriter + '_>| {
        writer.header(&["a", "b", "c"]).unwrap();
        writer.row(&values).unwrap();
        writer.finish().unwrap();
    };
    let (mut csv, mut ndjson, mut xlsx) = (Vec::new(), Vec::new(), Vec::new());
    write(Box::new(CsvWriter::new(&mut csv).unwrap()));
    write(Box::new(NdjsonWriter::new(&mut ndjson)));
    write(Box::new(XlsxWriter::new(&mut xlsx, &XlsxOptions::default()).unwrap()));
    assert_eq!(String::from_utf8(csv).unwrap(), "\u{feff}a,b,c\r\n-12.05,0.07,-92233720368547758.08\r\n");
    assert_eq!(String::from_utf8(ndjson).unwrap(), "{\"a\":-12.05,\"b\":0.07,\"c\":-92233720368547758.08}\n");
    let format = sniff(&xlsx[..xlsx.len().min(1 << 16)], None).unwrap();
    let mut table = Table::open(Cursor::new(xlsx), format, Limits::default()).unwrap();
    let rows: Vec<Row> = table.rows().unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&rows), [["-12.05", "0.07", "-92233720368547758.08"]]);
}

#[test]
fn a_book_has_several_sheets_of_different_names() {
    let mut book = XlsxBook::new(true, XlsxOptions::default().created_on).unwrap();
    for name in ["المشروع", "الأنشطة"] {
        book.sheet(name).unwrap();
        book.header(&[("الاسم", 20)]).unwrap();
        book.row(&[name.into()]).unwrap();
    }
    let mut bytes = Vec::new();
    book.finish(&mut bytes).unwrap();
    let format = sniff(&bytes[..bytes.len().min(1 << 16)], None).unwrap();
    let mut table = Table::open(Cursor::new(bytes), format, Limits::default()).unwrap();
    let rows: Vec<Row> = table.rows().unwrap().map(Result::unwrap).collect();
    assert_eq!(texts(&rows), [["المشروع"]]);
    let mut twice = XlsxBook::new(true, XlsxOptions::default().created_on).unwrap();
    twice.sheet("a").and_then(|()| twice.sheet("a")).unwrap();
    assert!(matches!(twice.finish(Vec::new()), Err(WriteProblem::Workbook(_))));
    let mut book = XlsxBook::new(false, XlsxOptions::default().created_on).unwrap();
    book.sheet("a").unwrap();
    book.header(&[("a", 0)]).unwrap();
    assert!(matches!(book.row(&[Value::Empty, Value::Empty]), Err(WriteProblem::Width { columns: 1, values: 2 })));
}
