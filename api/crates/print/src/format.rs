//! Numbers, money and dates as the country writes them, in Latin digits: the very ones of the web application.

use crate::Language;
use chrono::{Datelike, NaiveDate};

const MONTHS: [[&str; 3]; 12] = [
    ["جانفي", "janvier", "January"],
    ["فيفري", "février", "February"],
    ["مارس", "mars", "March"],
    ["أفريل", "avril", "April"],
    ["ماي", "mai", "May"],
    ["جوان", "juin", "June"],
    ["جويلية", "juillet", "July"],
    ["أوت", "août", "August"],
    ["سبتمبر", "septembre", "September"],
    ["أكتوبر", "octobre", "October"],
    ["نوفمبر", "novembre", "November"],
    ["ديسمبر", "décembre", "December"],
];

/// The name of a month, 1–12; nothing for another number.
#[must_use]
pub fn month(month: u32, language: Language) -> &'static str {
    let names = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    names.map_or("", |names| match language {
        Language::Arabic => names[0],
        Language::French => names[1],
        Language::English => names[2],
    })
}

/// A day with the month by name.
#[must_use]
pub fn long_date(date: NaiveDate, language: Language) -> String {
    let ordinal = if language == Language::French && date.day() == 1 { "er" } else { "" };
    format!("{}{ordinal} {} {}", date.day(), month(date.month(), language), date.year())
}

/// A day in figures: `01/06/2026`.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// From a day to another, with what the two share said once: "du 1er au 5 juin 2026".
#[must_use]
pub fn days(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    let until = long_date(last, language);
    if first == last {
        return match language {
            Language::Arabic => format!("يوم {until}"),
            Language::French => format!("le {until}"),
            Language::English => format!("on {until}"),
        };
    }
    let whole = long_date(first, language);
    let shared = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => 2,
        (true, false) => 1,
        (false, _) => 0,
    };
    let from = whole.rsplitn(shared + 1, ' ').last().unwrap_or(&whole);
    match language {
        Language::Arabic => format!("من {from} إلى {until}"),
        Language::French => format!("du {from} au {until}"),
        Language::English => format!("from {from} to {until}"),
    }
}

/// Hours with their word in the number that goes with them.
#[must_use]
pub fn hours(hours: f64, language: Language) -> String {
    let figure = number(hours, 2, language);
    let few = hours.fract() == 0.0 && (3.0..=10.0).contains(&(hours % 100.0));
    let word = match language {
        Language::Arabic if figure == "1" => return "ساعة واحدة".to_owned(),
        Language::Arabic if figure == "2" => return "ساعتان".to_owned(),
        Language::Arabic if few => "ساعات",
        Language::Arabic => "ساعة",
        Language::French if hours.abs() < 2.0 => "heure",
        Language::French => "heures",
        Language::English if figure == "1" => "hour",
        Language::English => "hours",
    };
    format!("{figure}\u{a0}{word}")
}

/// A number with at most so many decimals, without idle zeros.
#[must_use]
pub fn number(value: f64, decimals: usize, language: Language) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    let sign = if value < 0.0 && (part.len() + whole.trim_matches('0').len()) > 0 { "\u{2212}" } else { "" };
    written(sign, whole, part, language)
}

/// Centimes as dinars: centimes are shown only where there are some.
#[must_use]
pub fn dinars(centimes: i64, language: Language) -> String {
    let rest = centimes.unsigned_abs() % 100;
    let part = if rest == 0 { String::new() } else { format!("{rest:02}") };
    written(if centimes < 0 { "\u{2212}" } else { "" }, &(centimes.unsigned_abs() / 100).to_string(), &part, language)
}

/// A share of one as per cent with at most so many decimals.
#[must_use]
pub fn percent(share: f64, decimals: usize, language: Language) -> String {
    let number = number(share * 100.0, decimals, language);
    if language == Language::English { format!("{number}%") } else { format!("{number}\u{a0}%") }
}

fn written(sign: &str, whole: &str, part: &str, language: Language) -> String {
    // A space that keeps the groups of one number together, also from right to left.
    let (groups, point) = match language {
        Language::Arabic => ('.', ','),
        Language::French => ('\u{a0}', ','),
        Language::English => (',', '.'),
    };
    let mut out = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(groups);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(point);
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use Language::{Arabic, English, French};

    #[test]
    fn money_shows_centimes_only_where_there_are_some() {
        assert_eq!(dinars(123_456_700, Arabic), "1.234.567");
        assert_eq!(dinars(-123_456_705, Arabic), "\u{2212}1.234.567,05");
        assert_eq!(dinars(99_999, French), "999,99");
        assert_eq!(dinars(100_000_000, French), "1\u{a0}000\u{a0}000");
        assert_eq!(dinars(i64::MIN, English), "\u{2212}92,233,720,368,547,758.08");
    }

    #[test]
    fn numbers_lose_idle_zeros_and_a_trifle_below_nothing_is_nothing() {
        assert_eq!(number(12.5, 2, French), "12,5");
        assert_eq!(number(1_000.0, 2, English), "1,000");
        assert_eq!(number(-0.004, 2, Arabic), "0");
        assert_eq!(number(-0.05, 2, English), "\u{2212}0.05");
        assert_eq!(percent(0.0825, 1, Arabic), "8,2\u{a0}%");
    }

    #[test]
    fn months_are_those_of_the_country() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        assert_eq!(long_date(day, Arabic), "1 جويلية 2026");
        assert_eq!(long_date(day, French), "1er juillet 2026");
        assert_eq!(date(day), "01/07/2026");
    }

    #[test]
    fn days_say_once_what_they_share() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(days(day(6, 1), day(6, 5), French), "du 1er au 5 juin 2026");
        assert_eq!(days(day(6, 28), day(7, 1), Arabic), "من 28 جوان إلى 1 جويلية 2026");
        assert_eq!(days(day(6, 1), day(6, 1), Arabic), "يوم 1 جوان 2026");
        let next = NaiveDate::from_ymd_opt(2027, 6, 5).unwrap();
        assert_eq!(days(day(6, 1), next, English), "from 1 June 2026 to 5 June 2027");
    }

    #[test]
    fn hours_have_the_word_of_their_number() {
        let written = [0.5, 1.0, 2.0, 3.0, 10.0, 11.0, 100.0, 103.0, 12.5].map(|count| hours(count, Arabic).replace('\u{a0}', " "));
        let wanted = ["0,5 ساعة", "ساعة واحدة", "ساعتان", "3 ساعات", "10 ساعات", "11 ساعة", "100 ساعة", "103 ساعات", "12,5 ساعة"];
        assert_eq!(written, wanted);
        assert_eq!(hours(1.5, French), "1,5\u{a0}heure");
        assert_eq!(hours(30.0, French), "30\u{a0}heures");
        assert_eq!(hours(1.0, English), "1\u{a0}hour");
    }
}
