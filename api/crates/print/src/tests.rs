#![allow(clippy::unwrap_used)]
mod certificates;
use super::*;
use report::{Bar, Block, Card, Column, Curve, Curves, Fact, Form, Gantt, Key, Look, Mark, Note, Report, Row, Section, Table, Tick, Tint};
use typst::layout::{Frame as Area, FrameItem};

fn frame(language: Language, subject: &str) -> Frame {
    Frame {
        language,
        title: "تقرير مشروع".to_owned(),
        subject: Some(subject.to_owned()),
        issuer: vec!["الجمهورية الجزائرية الديمقراطية الشعبية".to_owned(), "جمعية الزربية".to_owned()],
        number: Some("2026/7".to_owned()),
        date: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
    }
}

/// A report with every kind of block, all saying the same.
fn everything(text: &str) -> Report {
    let text = || text.to_owned();
    let key = |look| Key { look, text: text() };
    let tick = |at| Tick { at, label: text() };
    let bar = |from, to, mark| Bar { code: text(), name: text(), from, to, done: 0.5, planned: Some((0.1, 0.4)), mark };
    let table = |rows| Table { columns: vec![Column::figures(text()), Column::words(text(), 1.0)], rows, empty: text(), small: true };
    let row = |mark| Row { cells: vec![text(), text()], mark };
    Report {
        sections: vec![Section {
            title: text(),
            blocks: vec![
                Block::heading(text()),
                Block::words(text()),
                Block::Facts { facts: vec![Fact { name: text(), value: Some(text()), form: Form::Words, note: Some(text()) }] },
                Block::Table(table(vec![row(Mark::None), row(Mark::Alert), row(Mark::Total)])),
                Block::Table(table(Vec::new())),
                Block::Cards { columns: 3, cards: vec![Card { title: text(), notes: vec![Note { text: text(), tint: Tint::Violet }] }] },
                Block::Gantt(Gantt {
                    ticks: vec![tick(0.0), tick(0.5)],
                    now: Some(0.3),
                    rows: vec![bar(0.0, 0.6, Mark::Alert), bar(0.5, 0.5, Mark::None)],
                    legend: vec![key(Look::Bar), key(Look::Milestone)],
                }),
                Block::Curves(Curves {
                    ticks: vec![tick(0.0)],
                    levels: vec![tick(0.0), tick(1.0)],
                    now: None,
                    lines: vec![Curve { key: key(Look::Red), points: vec![(0.0, 0.0), (0.5, 0.2), (1.0, 1.0)] }],
                }),
            ],
        }],
    }
}

/// The words on a page with those of its parts, as they were written, run after run.
fn read(area: &Area, into: &mut String) {
    for (_, item) in area.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, into),
            FrameItem::Text(text) => into.push_str(&text.text),
            _ => {}
        }
    }
}

/// Without what only says where a line may end and which way it runs.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2066}'..='\u{2069}')).collect()
}

fn words(frame: &Frame, report: &Report) -> String {
    let document = lay_out(Template::Report, frame, report).unwrap();
    let mut words = String::new();
    document.pages().iter().for_each(|page| read(&page.frame, &mut words));
    bare(&words)
}

/// How often a text is in another.
fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn markup_and_code_in_what_people_wrote_is_text() {
    for hostile in [
        "#panic(\"no\")",
        "*b* _i_ `c` $x$ = h",
        "#[a]{b}\\ <l> @r ~ // c",
        "= Heading",
        "- item",
        "#import \"@preview/x:1.0.0\"",
        "\"); #read(\"/etc/passwd\")",
    ] {
        for language in [Language::Arabic, Language::English] {
            let words = words(&frame(language, hostile), &everything(hostile));
            // Twenty times in the blocks and once in the head, at least.
            assert!(count(&words, &bare(hostile)) > 20, "{hostile}: {words}");
        }
    }
}

#[test]
fn every_block_says_what_it_was_given() {
    let words = words(&frame(Language::French, "Atelier"), &everything("kilim"));
    let given = format!("{:?}", everything("kilim")).matches("kilim").count();
    // The words for an empty table are said once, its heads not.
    assert_eq!(count(&words, "kilim"), given - 1 - 2, "{words}");
    assert!(words.contains("N°:2026/7") && words.contains("Date:1erjuin2026") && words.contains("Page1sur"), "{words}");
}

#[test]
fn marks_of_direction_in_a_name_turn_nothing_else() {
    let turned = "\u{202e}abc\u{2069}\u{202e}def";
    let words = words(&frame(Language::Arabic, turned), &everything(turned));
    assert!(count(&words, "abcdef") > 20 && !words.contains('\u{202e}'), "{words}");
}

#[test]
fn a_name_of_ten_thousand_letters_is_there_in_full() {
    let long = "kilim".repeat(2_000);
    let report = Report {
        sections: vec![Section {
            title: "x".to_owned(),
            blocks: vec![Block::Table(Table {
                columns: vec![Column::words("a", 1.0), Column::words("b", 1.0)],
                rows: vec![Row { cells: vec![long.clone(), long.clone()], mark: Mark::None }],
                empty: String::new(),
                small: false,
            })],
        }],
    };
    let document = lay_out(Template::Report, &frame(Language::Arabic, "y"), &report).unwrap();
    let mut words = String::new();
    document.pages().iter().for_each(|page| read(&page.frame, &mut words));
    let words = bare(&words);
    assert_eq!(["k", "i", "l", "m"].map(|letter| count(&words, letter)), [4_000, 8_000, 4_000, 4_000], "every letter");
    // In their order: only where a page ends may one be parted, in each of the two columns.
    let turns = document.pages().len() - 1;
    assert!(turns > 0 && count(&words, "kilim") + 2 * turns >= 4_000, "{turns} turns");
}

#[test]
fn arabic_is_set_in_joined_forms_from_right_to_left() {
    let document = lay_out(Template::Report, &frame(Language::Arabic, "نول"), &everything("سمسم")).unwrap();
    fn runs<'a>(area: &'a Area, into: &mut Vec<&'a typst::text::TextItem>) {
        for (_, item) in area.items() {
            match item {
                FrameItem::Group(group) => runs(&group.frame, into),
                FrameItem::Text(text) => into.push(text),
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    document.pages().iter().for_each(|page| runs(&page.frame, &mut all));
    let word = all.iter().find(|run| run.text.contains("سمسم")).unwrap();
    let ids: Vec<u16> = word.glyphs.iter().map(|glyph| glyph.id).collect();
    let starts: Vec<u16> = word.glyphs.iter().map(|glyph| glyph.range.start).collect();
    // The last letter stands first on the line, and each of the two letters has another form at the beginning, in the middle and at the end.
    assert!(starts.windows(2).all(|pair| pair[0] > pair[1]), "{starts:?}");
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 4, "{ids:?}");
    assert!(!ids.contains(&0), "a letter without a shape");
}

#[test]
fn the_same_input_gives_the_same_bytes_and_says_what_it_is() {
    let (frame, report) = (frame(Language::Arabic, "ورشة #1"), everything("نص"));
    let first = render(Template::Report, &frame, &report).unwrap();
    assert_eq!(first, render(Template::Report, &frame, &report).unwrap());
    // What stands in the file for programs: title and language.
    let told = String::from_utf8_lossy(&first);
    assert!(told.contains("تقرير مشروع — ورشة #1"), "the title");
    assert!(told.contains("<rdf:li>ar-DZ</rdf:li>"), "the language");
    assert!(told.contains("2026-06-01T00:00:00"), "the day");
    let other = Frame { date: frame.date.succ_opt().unwrap(), ..frame };
    assert_ne!(first, render(Template::Report, &other, &report).unwrap());
}

#[test]
fn a_day_no_file_can_carry_is_said() {
    let early = Frame { date: NaiveDate::from_ymd_opt(-5, 1, 1).unwrap(), ..frame(Language::English, "x") };
    assert!(matches!(render(Template::Report, &early, &everything("x")), Err(PrintProblem::Date(_))));
}

#[test]
fn a_content_that_does_not_fit_its_template_is_a_problem_that_says_where() {
    let problem = render(Template::Report, &frame(Language::English, "x"), &json!({ "nothing": 1 })).unwrap_err();
    assert!(problem.to_string().contains("report.typ:"), "{problem}");
}

#[test]
fn labels_fill_their_pages_ten_or_two_to_a_page() {
    let qr = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0z"/></svg>"#;
    let label = |n: usize| labels::Label {
        head: "صالون الخزف".to_owned(),
        mark: Some(format!("A{n:02}")),
        title: "نادية حداد".to_owned(),
        lines: vec!["جمعية الخزف".to_owned()],
        code: Some("7GK2M-9QRT4".to_owned()),
        qr: qr.to_owned(),
    };
    let pages = |count: usize, large| {
        let sheet = labels::Labels { labels: (0..count).map(label).collect(), large };
        lay_out(Template::Labels, &frame(Language::Arabic, "صالون الخزف"), &sheet).unwrap().pages().len()
    };
    assert_eq!((pages(10, false), pages(11, false), pages(2, true), pages(3, true), pages(0, true)), (1, 2, 1, 2, 1));
}
