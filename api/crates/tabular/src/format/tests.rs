use super::*;
use encoding_rs::{WINDOWS_1252, WINDOWS_1256};

fn csv(encoding: TextEncoding, separator: u8) -> Result<Format, FormatProblem> {
    Ok(Format::Csv(CsvFormat { encoding, separator }))
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

const ARABIC: &str = "الاسم;الولاية;الهاتف\nجمعية النور للصناعة التقليدية;الجزائر;0550123456\n";
const FRENCH: &str = "Nom;Wilaya;Téléphone\nAssociation « Les mains dorées »;Béjaïa;0550123456\n";

#[test]
fn every_encoding_that_chambers_send_is_recognised() {
    assert_eq!(sniff(ARABIC.as_bytes(), None), csv(TextEncoding::Utf8, b';'));
    assert_eq!(sniff(format!("\u{feff}{FRENCH}").as_bytes(), None), csv(TextEncoding::Utf8, b';'));
    for text in [ARABIC, FRENCH, "a;b\n1;2\n"] {
        for mark in [true, false] {
            assert_eq!(sniff(&utf16(text, false, mark), None), csv(TextEncoding::Utf16Le, b';'), "{text} {mark}");
            assert_eq!(sniff(&utf16(text, true, mark), None), csv(TextEncoding::Utf16Be, b';'), "{text} {mark}");
        }
    }
    assert_eq!(sniff(&WINDOWS_1256.encode(ARABIC).0, None), csv(TextEncoding::Windows1256, b';'));
    assert_eq!(sniff(&WINDOWS_1252.encode(FRENCH).0, None), csv(TextEncoding::Windows1252, b';'));
    let both = format!("{ARABIC}{FRENCH}").replace(['ï', '«', '»'], "");
    assert_eq!(sniff(&WINDOWS_1256.encode(&both).0, None), csv(TextEncoding::Windows1256, b';'));
    // A head that ends in the middle of a letter is still UTF-8.
    let cut = ARABIC.len() - "ا\n".len() - 33;
    assert_eq!(sniff(&ARABIC.as_bytes()[..=cut], None).map(|f| matches!(f, Format::Csv(c) if c.encoding == TextEncoding::Utf8)), Ok(true));
}

#[test]
fn one_broken_byte_does_not_change_the_encoding_of_a_file() {
    let mut bytes = ARABIC.as_bytes().to_vec();
    bytes.insert(ARABIC.find("جمعية").unwrap_or(0), 0xFF);
    assert_eq!(sniff(&bytes, None), csv(TextEncoding::Utf8, b';'));
}

#[test]
fn the_separator_is_found_outside_quotes() {
    for (text, separator) in [
        ("a,b,c\n1,2,3\n", b','),
        ("a;b\n\"x,y,z\";\"1,2\"\n\"p,q\";3\n", b';'),
        ("name\tsize\nx, y\t1,5\n", b'\t'),
        ("a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n", b';'),
        ("sep=;\na;b\n", b';'),
        ("SEP=,\na;b,c;d\n", b','),
        ("\"multi\nline;;;;\",b\n1,2\n", b','),
        ("one\ntwo\n", b','),
        ("title\n\na;b\n1;2\n", b';'),
        ("a,b\n1,\"x\ny;1\ny;2\ny;3\"\n", b','),
        ("a;b", b';'),
    ] {
        assert_eq!(sniff(text.as_bytes(), None), csv(TextEncoding::Utf8, separator), "{text}");
    }
    assert_eq!(sniff(b"one\ntwo\n", Some("x.TSV")), csv(TextEncoding::Utf8, b'\t'));
}

#[test]
fn json_lines_are_told_from_json_documents() {
    assert_eq!(sniff(b"{\"a\":1}\n{\"a\":2}\n", None), Ok(Format::Ndjson));
    assert_eq!(sniff(b"\xEF\xBB\xBF{\"a\":1}", None), Ok(Format::Ndjson));
    assert_eq!(sniff(b"{\"a\":\"cut off in the he", None), Ok(Format::Ndjson));
    assert_eq!(sniff(b"{broken\n{\"a\":1}", Some("x.jsonl")), Ok(Format::Ndjson));
    assert_eq!(sniff(b"{\n  \"a\": 1\n}\n", None), Err(FormatProblem::JsonDocument));
    assert_eq!(sniff(b"[{\"a\":1}]", Some("x.json")), Err(FormatProblem::JsonDocument));
}

#[test]
fn other_files_are_named_for_what_they_are() {
    for (head, problem) in [
        (&b""[..], FormatProblem::Empty),
        (b"\xEF\xBB\xBF", FormatProblem::Empty),
        (b" \r\n ", FormatProblem::Empty),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FormatProblem::OldWorkbook),
        (b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FormatProblem::OpenDocument),
        (b"PK\x03\x04\x14\0\0\0\0\0holiday.jpg", FormatProblem::Archive),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", FormatProblem::OtherDocument),
        (b"%PDF-1.7\n", FormatProblem::Binary),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FormatProblem::Binary),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", FormatProblem::Binary),
        (b"<!DOCTYPE html><table>", FormatProblem::OtherDocument),
        (b"<?xml version=\"1.0\"?><Workbook/>", FormatProblem::OtherDocument),
        (b"a\x01\x02\x03,b\x04\x05", FormatProblem::Binary),
    ] {
        assert_eq!(sniff(head, Some("list.csv")), Err(problem), "{head:?}");
    }
    assert_eq!(sniff(b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", None), Ok(Format::Xlsx));
    assert_eq!(sniff(b"PK\x03\x04", Some("cut.xlsx")), Ok(Format::Xlsx));
}
