use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[test]
fn one_day_is_read_in_every_way_it_is_written() {
    for typed in [
        "2021-03-04",
        "2021/03/04",
        "2021.3.4",
        "04/03/2021",
        "4/3/2021",
        "04-03-2021",
        "4.3.2021",
        "04 03 2021",
        "٠٤/٠٣/٢٠٢١",
        "۰۴/۰۳/۲۰۲۱",
        "٢٠٢١-٠٣-٠٤",
        " 2021-03-04 ",
        "\u{200f}04/03/2021",
        "04\\03\\2021",
        "2021-03-04T00:00:00",
        "2021-03-04 00:00:00",
        "2021-03-04T10:30:00.000Z",
        "04/03/2021 10:30",
        "4 mars 2021",
        "4 Mars 2021",
        "jeudi 4 mars 2021",
        "le 04 mars 2021",
        "4 مارس 2021",
        "٤ مارس ٢٠٢١",
        "الخميس ٤ مارس ٢٠٢١ م",
        "4 آذار 2021",
        "4 آذار/مارس 2021",
        "March 4, 2021",
        "4th March 2021",
        "04-mar-2021",
        "2021 مارس 4",
        "04/03/2021م",
        "يوم الخميس 4 مارس سنة 2021",
    ] {
        assert_eq!(parse(typed), Ok(day(2021, 3, 4)), "{typed}");
    }
}

#[test]
fn every_month_has_its_algerian_french_and_levantine_name() {
    let algerian = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    let eastern =
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];
    let egyptian = ["يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    let french = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    let short = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    for names in [algerian, eastern, egyptian, french, short] {
        for (name, month) in names.iter().zip(1..) {
            assert_eq!(parse(&format!("1 {name} 1999")), Ok(day(1999, month, 1)), "{name}");
        }
    }
    assert_eq!(parse("1er novembre 1954"), Ok(day(1954, 11, 1)));
}

#[test]
fn what_is_wrong_is_named_with_the_likely_date() {
    for (typed, problem) in [
        ("", DateProblem::Empty),
        ("\u{200f} ", DateProblem::Empty),
        ("hier", DateProblem::Unrecognised),
        ("mars 2021", DateProblem::Unrecognised),
        ("2021", DateProblem::Unrecognised),
        ("4 mars avril 2021", DateProblem::Unrecognised),
        ("04/03/21", DateProblem::TwoDigitYear),
        ("4 mars 21", DateProblem::TwoDigitYear),
        ("31/04/2021", DateProblem::NoSuchDay),
        ("29/02/2021", DateProblem::NoSuchDay),
        ("2021-13-01", DateProblem::NoSuchDay),
        ("03/25/2021", DateProblem::MonthFirst { month: 25, likely: day(2021, 3, 25) }),
        ("12/07/1442", DateProblem::Hijri),
        ("12/07/1442 هـ", DateProblem::Hijri),
        ("20 رجب 1442", DateProblem::Unrecognised),
        ("01/01/0001", DateProblem::YearOutOfRange { year: 1 }),
        ("01/01/2999", DateProblem::YearOutOfRange { year: 2999 }),
        ("44259", DateProblem::Serial { likely: day(2021, 3, 4) }),
    ] {
        assert_eq!(parse(typed), Err(problem), "{typed}");
    }
    assert_eq!(parse_or_serial("44259"), Ok(day(2021, 3, 4)));
    assert_eq!(parse("03/25/2021").err().and_then(|problem| problem.likely()), Some(day(2021, 3, 25)));
}

#[test]
fn spreadsheet_serials_know_the_day_that_never_was() {
    assert_eq!(from_excel_serial(1.0), Ok(day(1900, 1, 1)));
    assert_eq!(from_excel_serial(59.0), Ok(day(1900, 2, 28)));
    assert_eq!(from_excel_serial(60.0), Err(DateProblem::NoSuchDay));
    assert_eq!(from_excel_serial(61.0), Ok(day(1900, 3, 1)));
    assert_eq!(from_excel_serial(44_259.999), Ok(day(2021, 3, 4)));
    assert_eq!(from_excel_serial(109_574.0), Ok(day(2199, 12, 31)));
    assert_eq!(from_excel_serial(109_575.0), Err(DateProblem::YearOutOfRange { year: 2200 }));
    for nonsense in [0.0, 0.5, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(from_excel_serial(nonsense), Err(DateProblem::Unrecognised));
    }
}

proptest! {
    #[test]
    fn every_date_is_read_back_in_both_orders(days in 0..146_000_u64) {
        let date = day(1800, 1, 1).checked_add_days(Days::new(days)).unwrap_or_default();
        for form in ["%Y-%m-%d", "%d/%m/%Y", "%-d.%-m.%Y", "%d %B %Y"] {
            let typed = date.format(form).to_string();
            prop_assert_eq!(parse(&typed), Ok(date), "{}", typed);
        }
    }

    #[test]
    fn serials_run_day_by_day(serial in 61..109_573_u32) {
        let today = from_excel_serial(f64::from(serial)).unwrap_or_default();
        prop_assert_eq!(from_excel_serial(f64::from(serial + 1)).ok(), today.succ_opt());
    }

    #[test]
    fn no_text_makes_it_fall_over(s in any::<String>()) {
        if let Ok(date) = parse(&s) {
            prop_assert!(YEARS.contains(&chrono::Datelike::year(&date)));
        }
    }
}
