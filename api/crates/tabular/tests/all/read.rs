//! Tables as chambers send them.

use encoding_rs::{WINDOWS_1252, WINDOWS_1256};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook};
use std::io::Cursor;
use tabular::{Cell, Limits, Row, RowProblem, RowProblemKind, Table, TableProblem, sniff};

fn open(bytes: &[u8]) -> Table {
    let format = sniff(&bytes[..bytes.len().min(1 << 16)], None).unwrap();
    Table::open(Cursor::new(bytes.to_vec()), format, Limits::default()).unwrap()
}

fn text(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.to_text().into_owned()).collect()
}

fn read(bytes: &[u8]) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
    let mut table = open(bytes);
    let mut rows = table.rows().unwrap();
    let mut found = Vec::new();
    for row in rows.by_ref() {
        let row = row.unwrap();
        found.push((row.number, text(&row)));
    }
    (rows.headers().to_vec(), found)
}

fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
    (number, cells.iter().map(ToString::to_string).collect())
}

#[test]
fn the_same_list_is_read_from_every_encoding_and_separator() {
    let list = "الاسم;الولاية\r\nجمعية النور;باتنة\r\n\"اسم; بفاصلة\";\"سطران\r\nهنا\"\r\n";
    let expected = vec![row(2, &["جمعية النور", "باتنة"]), row(3, &["اسم; بفاصلة", "سطران\nهنا"])];
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(list.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [list.as_bytes().to_vec(), format!("\u{feff}{list}").into_bytes(), utf16, WINDOWS_1256.encode(list).0.into_owned()] {
        let (headers, rows) = read(&bytes);
        assert_eq!(headers, ["الاسم", "الولاية"]);
        assert_eq!(rows, expected);
    }
    let french = WINDOWS_1252.encode("Nom\tSiège\nAssociation des potières\tBéjaïa\n").0.into_owned();
    assert_eq!(read(&french).1, [row(2, &["Association des potières", "Béjaïa"])]);
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    for end in ["\n", "\r\n", "\r"] {
        let list = ["a,b", "", "1,\"x", "y\"", "", "", "2,", ",", "3,z"].join(end);
        let (_, rows) = read(list.as_bytes());
        assert_eq!(rows, [row(3, &["1", "x\ny"]), row(6, &["2", ""]), row(8, &["3", "z"])], "{end:?}");
    }
    assert_eq!(read(b"sep=;\r\na;b\r\n1;2").1, [row(3, &["1", "2"])]);
}

#[test]
fn a_title_above_the_header_is_passed_over() {
    let (headers, rows) = read("قائمة الجمعيات 2024\n\nالاسم,الهاتف,\nأ,1\n".as_bytes());
    assert_eq!((headers, rows), (vec!["الاسم".to_owned(), "الهاتف".to_owned()], vec![row(4, &["أ", "1"])]));
    let (headers, rows) = read(b"name\nfirst\nsecond\n");
    assert_eq!((headers, rows), (vec!["name".to_owned()], vec![row(2, &["first"]), row(3, &["second"])]));
}

#[test]
fn objects_are_flattened_and_keep_their_types() {
    let lines = concat!(
        "\u{feff}{\"name\":{\"ar\":\"النور\",\"fr\":null},\"members\":12,\"phones\":[\"1\",\"2\"]}\n\n",
        "{\"members\":1.5,\"name\":{\"fr\":\"Nour\"},\"extra\":true,\"a/b\":{\"~\":\"x\"}}\r\n",
        "{\"id\":12345678901234567890}",
    );
    let mut table = open(lines.as_bytes());
    let mut rows = table.rows().unwrap();
    assert_eq!(rows.headers(), ["name/ar", "name/fr", "members", "phones/0", "phones/1"]);
    let first = rows.next().unwrap().unwrap();
    assert_eq!(first.cells[0], Cell::Text("النور".into()));
    assert_eq!((first.number, &first.cells[1], &first.cells[2]), (1, &Cell::Empty, &Cell::Number(12.0)));
    let mut second = first;
    assert!(rows.read_row(&mut second).unwrap());
    assert_eq!(rows.headers()[5..], ["extra", "a~1b/~0"]);
    let expected =
        [Cell::Empty, Cell::Text("Nour".into()), Cell::Number(1.5), Cell::Empty, Cell::Empty, Cell::Bool(true), Cell::Text("x".into())];
    assert_eq!((second.number, second.cells.as_slice()), (3, &expected[..]));
    let third = rows.next().unwrap().unwrap();
    assert_eq!((third.number, third.cells.last()), (4, Some(&Cell::Text("12345678901234567890".into()))));
    assert!(rows.next().is_none());
}

#[test]
fn a_broken_line_is_reported_and_the_next_one_read() {
    let lines = "{\"a\":1}\n{\"a\":}\n[1]\n7\n{\"a\":1,\"a\":2}\n{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":1}}}}}}}}}\n{\"a\":2} x\n{\"a\":3}\n";
    let mut table = open(lines.as_bytes());
    let found: Vec<Result<Row, RowProblem>> = table.rows().unwrap().collect();
    let problems: Vec<(u64, &str, bool)> =
        found.iter().filter_map(|row| row.as_ref().err()).map(|p| (p.row, p.code(), p.is_fatal())).collect();
    assert_eq!(
        problems,
        [
            (2, "row_not_json", false),
            (3, "row_not_an_object", false),
            (4, "row_not_an_object", false),
            (5, "row_duplicate_key", false),
            (6, "row_too_deep", false),
            (7, "row_not_json", false)
        ]
    );
    assert_eq!(found.iter().filter_map(|row| row.as_ref().ok()).map(|row| row.number).collect::<Vec<_>>(), [1, 8]);
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_with_title_merged_cells_dates_and_formulas_is_read() {
    let bytes = workbook(|workbook| {
        let hidden = workbook.add_worksheet();
        hidden.write(0, 0, "hidden").unwrap();
        hidden.set_hidden(true);
        workbook.add_worksheet().set_name("empty").unwrap();
        let sheet = workbook.add_worksheet();
        sheet.set_name("القائمة").unwrap().set_active(true);
        sheet.merge_range(0, 0, 0, 4, "قائمة الجمعيات", &Style::new()).unwrap();
        for (column, name) in (0..).zip(["الاسم", "التأسيس", "الأعضاء", "الهاتف", "نشطة"]) {
            sheet.write(2, column, name).unwrap();
        }
        sheet.write(3, 0, "جمعية النور").unwrap();
        let day = ExcelDateTime::from_ymd(2021, 3, 4).unwrap();
        sheet.write_with_format(3, 1, &day, &Style::new().set_num_format("dd/mm/yyyy")).unwrap();
        sheet.write_formula(3, 2, Formula::new("=6*7").set_result("42")).unwrap();
        sheet.write(3, 3, 550_123_456_i32).unwrap();
        sheet.write(3, 4, true).unwrap();
        sheet.write(5, 0, "=not a formula").unwrap();
        for row in 6..50 {
            sheet.write_blank(row, 0, &Style::new().set_bold()).unwrap();
            sheet.write(row, 1, "  ").unwrap();
        }
    });
    let mut table = open(&bytes);
    assert_eq!(table.sheets(), ["empty", "القائمة"]);
    let mut rows = table.rows().unwrap();
    assert_eq!((rows.headers().len(), rows.header_row()), (5, 3));
    let first = rows.next().unwrap().unwrap();
    assert_eq!(first.number, 4);
    assert_eq!(text(&first), ["جمعية النور", "2021-03-04", "42", "550123456", "true"]);
    assert!(matches!(first.cells[1], Cell::Date(_)) && matches!(first.cells[2], Cell::Number(_)));
    let second = rows.next().unwrap().unwrap();
    assert_eq!((second.number, text(&second)), (6, ["=not a formula", "", "", "", ""].map(String::from).to_vec()));
    assert!(rows.next().is_none());
}

#[test]
fn a_sheet_is_chosen_by_name() {
    let bytes = workbook(|workbook| {
        for name in ["one", "two"] {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            sheet.write(0, 0, name).unwrap();
        }
    });
    let mut table = open(&bytes);
    assert_eq!(table.rows().unwrap().headers(), ["one"]);
    table.select_sheet("two").unwrap();
    assert_eq!(table.rows().unwrap().headers(), ["two"]);
    assert!(matches!(table.select_sheet("three"), Err(TableProblem::NoSheet)));
}

#[test]
fn tables_without_a_header_are_refused() {
    for bytes in [&b"\n\n"[..], b",,\n ,\n", b""] {
        let format = tabular::Format::Csv(tabular::CsvFormat::default());
        let mut table = Table::open(Cursor::new(bytes.to_vec()), format, Limits::default()).unwrap();
        assert!(matches!(table.rows().err(), Some(TableProblem::Empty)));
    }
    let empty = workbook(|workbook| {
        workbook.add_worksheet();
    });
    assert!(matches!(open(&empty).rows().err(), Some(TableProblem::NoSheet)));
}

#[test]
fn a_cell_under_no_header_is_named() {
    let mut table = open(b"a,b\n1,2,3\n4,5,\n");
    let mut rows = table.rows().unwrap();
    let problem = rows.next().unwrap().unwrap_err();
    assert_eq!((problem.row, problem.column, problem.code()), (2, Some(3), "cell_without_header"));
    assert!(matches!(problem.kind, RowProblemKind::ExtraCell));
    assert_eq!(text(&rows.next().unwrap().unwrap()), ["4", "5"]);
}

#[test]
fn a_table_may_be_read_on_another_thread() {
    fn sendable<T: Send>(value: T) -> T {
        value
    }
    let mut table = sendable(open(b"a,b\n1,2\n"));
    let rows = sendable(table.rows().unwrap());
    assert_eq!(std::thread::scope(|scope| scope.spawn(move || rows.count()).join().unwrap()), 1);
}
