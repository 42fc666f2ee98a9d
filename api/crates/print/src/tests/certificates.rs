//! Certificates: one page whatever is said, shaped Arabic, data that stays data.

use super::*;
use certificate::{Certificate, Days, Text, each};
use typst::layout::Point;
use typst::text::TextItem;

const QR: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0zM1 1h1v1H1zM0 0h1v1H0zM1,1h1v1H1z"/></svg>"#;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, day).unwrap()
}

fn certificate() -> Certificate {
    Certificate {
        issuer: vec![
            Text::both("الجمهورية الجزائرية الديمقراطية الشعبية", "République algérienne démocratique et populaire"),
            Text::both("وزارة السياحة والصناعة التقليدية", "Ministère du Tourisme et de l’Artisanat"),
            Text::both("غرفة الصناعة التقليدية والحرف لولاية غرداية", "Chambre de l’artisanat et des métiers de Ghardaïa"),
        ],
        participant: "نادية بن يوسف".to_owned(),
        participant_latin: Some("Nadia Benyoucef".to_owned()),
        office: Some(Text::both("رئيسة", "présidente")),
        association: Text::both("جمعية أنامل الذهب للزربية", "association Doigts d’or du tapis"),
        wilaya: Text::both("أدرار", "Adrar"),
        course: Text::both("تصميم المشاريع الجمعوية وتسييرها", "Concevoir et conduire un projet associatif"),
        cohort: Some(Text::both("الفوج الثاني", "deuxième cohorte")),
        hours: 30.0,
        days: Days { first: day(1), last: day(5) },
        place: Some(Text::both("دار الصناعة التقليدية", "Maison de l’artisanat")),
        grade: Some(Text::both("جيد جدا", "très bien")),
        subjects: vec![Text::both("القيمة المقدمة", "La proposition de valeur"), Text::both("النموذج الشبكي", "Le réseau d’activités")],
        issued_on: day(12),
        signatory: Text::both("مدير الغرفة", "Le directeur de la chambre"),
        number: "2026/0047/F-12".to_owned(),
        code: Some("7GK2M-9QRT4".to_owned()),
        qr: QR.to_owned(),
        address: "https://example.dz/verifier/7GK2M-9QRT4".to_owned(),
    }
}

fn laid(certificate: &Certificate) -> PagedDocument {
    lay_out(Template::Certificate, &certificate.frame(), certificate).unwrap()
}

/// Every run of letters with where it stands on the page, none of them in a part that is cut.
fn runs(document: &PagedDocument) -> Vec<(Point, &TextItem)> {
    fn walk<'a>(area: &'a Area, from: Point, into: &mut Vec<(Point, &'a TextItem)>) {
        for (at, item) in area.items() {
            match item {
                FrameItem::Group(group) => {
                    assert!(group.clip.is_none(), "a part is cut");
                    walk(&group.frame, from + *at, into);
                }
                FrameItem::Text(text) => into.push((from + *at, text)),
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    document.pages().iter().for_each(|page| walk(&page.frame, Point::zero(), &mut all));
    all
}

fn words(certificate: &Certificate) -> String {
    let document = laid(certificate);
    bare(&runs(&document).iter().map(|(_, run)| run.text.as_str()).collect::<String>())
}

/// As long as it gets.
fn longest() -> Certificate {
    let ar = "جمعية الأنامل الذهبية لترقية الصناعة التقليدية والحرف الفنية وحماية التراث اللامادي ومرافقة النساء الماكثات في البيت بالمناطق الحدودية والمعزولة للجنوب الكبير";
    let fr = "Association nationale pour la promotion de l’artisanat traditionnel et d’art, la sauvegarde du patrimoine immatériel et l’accompagnement des femmes au foyer des zones frontalières et isolées du Grand Sud";
    let long = || Text::both(ar, fr);
    let module = |n| {
        Text::both(
            format!("{n}. نموذج العمل الجماعي وشبكة الأنشطة والقيمة المكتسبة"),
            format!("{n}. Le modèle d’affaires collectif et la valeur acquise"),
        )
    };
    Certificate {
        issuer: vec![long(), long(), long(), long()],
        participant: "عبد الرحمن محمد الأمين بن عبد القادر بن الشيخ سيدي الحاج بوعمامة المدعو الأمين".to_owned(),
        participant_latin: Some("Abderrahmane Mohamed Lamine Benabdelkader Bencheikh Sidi El Hadj Bouamama dit Lamine".to_owned()),
        office: Some(long()),
        association: long(),
        course: long(),
        cohort: Some(long()),
        place: Some(long()),
        grade: Some(long()),
        subjects: (1..=12).map(module).collect(),
        signatory: long(),
        address: format!("https://example.dz/{}", "verifier/".repeat(12)),
        ..certificate()
    }
}

#[test]
fn the_longest_names_stay_in_their_places_on_one_page() {
    for certificate in [certificate(), longest()] {
        let document = laid(&certificate);
        assert_eq!(document.pages().len(), 1);
        for (at, run) in runs(&document) {
            let (x, y) = (at.x.to_mm(), at.y.to_mm());
            assert!(x > 20.0 && x + run.width().to_mm() < 277.0 && y > 16.0 && y < 195.0, "{} at {x}, {y}", run.text);
            assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "a letter of {} without a shape", run.text);
        }
    }
    let words = words(&longest());
    assert!((1..=12).all(|n| words.contains(&format!("{n}.نموذجالعملالجماعي"))), "{words}");
}

#[test]
fn all_that_is_given_is_printed_in_both_languages() {
    let words = words(&certificate());
    for said in [
        "الجمهورية الجزائرية الديمقراطية الشعبية",
        "شهادة تكوين",
        "نادية بن يوسف",
        "رئيسة، جمعية أنامل الذهب للزربية، ولاية أدرار",
        "تصميم المشاريع الجمعوية وتسييرها",
        "من 1 إلى 5 جوان 2026",
        "30 ساعة",
        "بتقدير: جيد جدا",
        "القيمة المقدمة",
        "12 جوان 2026",
        "2026/0047/F-12",
        "https://example.dz/verifier/7GK2M-9QRT4",
        "Décerné à Nadia Benyoucef, présidente, association Doigts d’or du tapis, wilaya d’Adrar",
        "« Concevoir et conduire un projet associatif »",
        "du 1er au 5 juin 2026",
        "Mention : très bien",
        "Fait le 12 juin 2026",
    ] {
        assert!(words.contains(&bare(said)), "{said}: {words}");
    }
}

#[test]
fn what_has_no_french_leaves_no_hole() {
    let partly = Certificate {
        office: None,
        association: Text::arabic("جمعية الخزف"),
        grade: None,
        cohort: None,
        place: Some(Text::arabic("ورشة")),
        participant_latin: None,
        ..certificate()
    };
    let all = words(&partly);
    assert!(all.contains(&bare("Décerné à نادية بن يوسف, wilaya d’Adrar à l’issue")), "{all}");
    assert!(!all.contains("Mention") && !all.contains(",,") && !all.contains("none"), "{all}");
    let arabic = words(&Certificate { course: Text::arabic("النسيج"), ..certificate() });
    let latin: String = arabic.chars().filter(char::is_ascii_alphabetic).collect();
    assert_eq!(latin, "NadiaBenyoucefFGKMQRThttpsexampledzverifierGKMQRT", "{arabic}");
}

#[test]
fn little_is_enough_for_a_certificate() {
    let least = Certificate {
        issuer: Vec::new(),
        participant_latin: None,
        office: None,
        cohort: None,
        place: None,
        grade: None,
        subjects: Vec::new(),
        code: None,
        ..certificate()
    };
    assert_eq!(laid(&least).pages().len(), 1);
}

#[test]
fn names_are_set_in_joined_letters_from_right_to_left_and_numbers_are_not() {
    let document = laid(&Certificate { participant: "سمسم".to_owned(), ..certificate() });
    let all = runs(&document);
    let (_, name) = all.iter().find(|(_, run)| run.text.contains("سمسم")).unwrap();
    assert_eq!(name.font.info().family, "Amiri");
    let (ids, starts): (Vec<u16>, Vec<u16>) = name.glyphs.iter().map(|glyph| (glyph.id, glyph.range.start)).unzip();
    assert!(starts.windows(2).all(|pair| pair[0] >= pair[1]), "{starts:?}");
    assert!(ids.iter().collect::<std::collections::HashSet<_>>().len() >= 4, "{ids:?}");
    let (_, number) = all.iter().find(|(_, run)| run.text.contains("2026/0047/F-12")).unwrap();
    assert!(number.glyphs.windows(2).all(|pair| pair[0].range.start < pair[1].range.start), "in its order");
}

#[test]
fn hostile_text_is_printed_as_it_is() {
    for hostile in ["#panic(\"no\")", "*b* _i_ $x$ ~ // c", "\"); #read(\"/etc/passwd\")", "\u{202e}= #[a]{b}\\ <l> @r"] {
        let text = || Text::both(hostile, hostile);
        let certificate = Certificate {
            issuer: vec![text(), text()],
            participant: hostile.to_owned(),
            participant_latin: Some(hostile.to_owned()),
            office: Some(text()),
            association: text(),
            wilaya: text(),
            course: text(),
            cohort: Some(text()),
            place: Some(text()),
            grade: Some(text()),
            subjects: vec![text()],
            signatory: text(),
            number: hostile.to_owned(),
            code: Some(hostile.to_owned()),
            address: hostile.to_owned(),
            ..certificate()
        };
        let words = words(&certificate);
        let told = bare(&hostile.replace('\u{202e}', ""));
        assert!(count(&words, &told) >= 25 && !words.contains('\u{202e}'), "{hostile}: {} in {words}", count(&words, &told));
    }
}

#[test]
fn a_drawing_that_is_none_is_a_problem_and_one_that_asks_for_a_file_gets_none() {
    let broken = Certificate { qr: "no drawing".to_owned(), ..certificate() };
    assert!(matches!(render(Template::Certificate, &broken.frame(), &broken), Err(PrintProblem::Template(_))));
    let asks = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><image href="/etc/passwd" width="2" height="2"/></svg>"#;
    let asks = Certificate { qr: asks.to_owned(), ..certificate() };
    if let Ok(file) = render(Template::Certificate, &asks.frame(), &asks) {
        assert!(!String::from_utf8_lossy(&file).contains("root:"));
    }
}

#[test]
fn a_series_gives_the_bytes_of_each_alone_and_goes_on_after_a_problem() {
    let broken = Certificate { qr: String::new(), ..certificate() };
    let all = vec![certificate(), longest(), broken, certificate()];
    let series: Vec<Option<Vec<u8>>> = each(all.clone()).map(Result::ok).collect();
    let alone: Vec<Option<Vec<u8>>> = all.iter().map(|one| render(Template::Certificate, &one.frame(), one).ok()).collect();
    assert!(series == alone, "the same bytes");
    assert!(series[2].is_none() && series[0] == series[3] && series[0] != series[1]);
    let told = series[0].as_ref().map(|file| String::from_utf8_lossy(file).into_owned()).unwrap();
    assert!(told.contains("شهادة تكوين — نادية بن يوسف") && told.contains("2026-06-12T00:00:00"));
}
