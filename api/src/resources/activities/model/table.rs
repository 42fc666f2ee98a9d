//! A network as a table: one row an activity, predecessors in one cell such as `A; B:SS+2d`.

use super::files::{FileFault, Read};
use super::{ActivityInput, Predecessor, ThreePoint};
use crate::kernel::language::Text;
use planning::moment::Moment;
use planning::network::{Constraint, ConstraintKind, LinkKind};
use std::collections::HashSet;

/// The columns, as they are written; reading takes the other headings too.
pub const COLUMNS: [(&str, &[&str]); 18] = [
    ("code", &["id", "wbs", "الرمز", "رمز"]),
    ("name_ar", &["name", "nom", "activity", "الاسم", "النشاط", "اسم النشاط"]),
    ("name_fr", &[]),
    ("name_en", &[]),
    ("duration_days", &["duration", "durée", "duree", "المدة", "المدة (أيام)"]),
    ("optimistic", &["المتفائل"]),
    ("most_likely", &["المرجح"]),
    ("pessimistic", &["المتشائم"]),
    ("milestone", &["jalon", "معلم"]),
    ("predecessors", &["prédécesseurs", "predecesseurs", "السوابق", "الأنشطة السابقة"]),
    ("constraint", &[]),
    ("constraint_date", &[]),
    ("deadline", &["échéance", "الأجل"]),
    ("calendar", &["الرزنامة"]),
    ("percent_done", &["نسبة الإنجاز"]),
    ("actual_start", &["البداية الفعلية"]),
    ("actual_finish", &["الانتهاء الفعلي"]),
    ("note", &["ملاحظة"]),
];

/// The cells of one row by column.
pub struct Cells<'a> {
    /// The place of the row among the activities.
    pub index: usize,
    /// The text of each of [`COLUMNS`], empty where there is none.
    pub text: [&'a str; COLUMNS.len()],
}

/// The place of each column in a header.
///
/// # Errors
/// `column_missing` without a code or a name.
pub fn columns(header: &[String]) -> Result<Vec<Option<usize>>, FileFault> {
    let wanted = |(name, others): &(&str, &[&str])| {
        header.iter().position(|heading| {
            let heading = heading.trim().to_lowercase();
            heading == *name || others.iter().any(|other| heading == *other)
        })
    };
    let places: Vec<Option<usize>> = COLUMNS.iter().map(wanted).collect();
    for needed in [0, 1] {
        if places[needed].is_none() {
            return Err(FileFault::new("", "column_missing", COLUMNS[needed].0));
        }
    }
    Ok(places)
}

/// Reads the rows of a table.
///
/// # Errors
/// Every fault of every row.
pub fn read(rows: &[Cells<'_>]) -> Result<Read, Vec<FileFault>> {
    let codes: HashSet<&str> = rows.iter().map(|row| row.text[0]).collect();
    let mut faults = Vec::new();
    let activities = rows.iter().map(|row| row.activity(&codes, &mut faults)).collect();
    if faults.is_empty() { Ok(Read { activities, tells_everything: true, ..Read::default() }) } else { Err(faults) }
}

impl Cells<'_> {
    fn activity(&self, codes: &HashSet<&str>, faults: &mut Vec<FileFault>) -> ActivityInput {
        let [
            code,
            ar,
            fr,
            en,
            duration,
            best,
            likely,
            worst,
            milestone,
            before,
            kind,
            at,
            deadline,
            calendar,
            percent,
            started,
            finished,
            note,
        ] = self.text;
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut number = |text: &str, field: &str| -> Option<f64> {
            if text.is_empty() {
                return None;
            }
            let plain = text::latin_digits(text).replace(',', ".");
            let plain = plain.trim_end_matches(['d', 'j', '%', 'ي']).trim();
            let parsed = plain.parse::<f64>().ok().filter(|number| number.is_finite());
            if parsed.is_none() {
                faults.push(self.fault(field, "wrong_duration", text));
            }
            parsed
        };
        let days = number(duration, "duration_days");
        let estimate = match (number(best, "estimate"), number(likely, "estimate"), number(worst, "estimate")) {
            (Some(optimistic), Some(most_likely), Some(pessimistic)) => Some(ThreePoint { optimistic, most_likely, pessimistic }),
            _ => None,
        };
        let percent_done = number(percent, "percent_done");
        let mut date = |text: &str, field: &str| -> Option<Moment> {
            if text.is_empty() {
                return None;
            }
            let parsed = text::latin_digits(text).parse().ok();
            if parsed.is_none() {
                faults.push(self.fault(field, "wrong_date", text));
            }
            parsed
        };
        let (at, deadline) = (date(at, "constraint"), date(deadline, "deadline"));
        let (actual_start, actual_finish) = (date(started, "actual_start"), date(finished, "actual_finish"));
        let constraint = serde_json::from_value::<ConstraintKind>(serde_json::Value::from(kind)).ok();
        if constraint.is_none() && !kind.is_empty() {
            faults.push(self.fault("constraint", "wrong_constraint", kind));
        }
        let predecessors = before.split([';', '،', ',']).map(str::trim).filter(|part| !part.is_empty()).filter_map(|part| {
            let read = predecessor(part, codes);
            if read.is_none() {
                faults.push(self.fault("predecessors", "wrong_predecessor", part));
            }
            read
        });
        let predecessors = predecessors.collect();
        let milestone = matches!(milestone.to_lowercase().as_str(), "true" | "1" | "yes" | "oui" | "نعم" | "x");
        ActivityInput {
            id: None,
            code: code.to_owned(),
            name: Text { ar: ar.to_owned(), fr: some(fr), en: some(en) },
            duration_days: days.filter(|_| !milestone),
            duration_minutes: None,
            estimate,
            milestone,
            predecessors,
            constraint: constraint.map(|kind| Constraint { kind, at, offset_minutes: None }),
            deadline,
            calendar: some(calendar),
            measure: None,
            percent_done,
            actual_start,
            actual_finish,
            note: some(note),
        }
    }

    fn fault(&self, field: &str, code: &'static str, value: &str) -> FileFault {
        FileFault::new(format!("/activities/{}/{field}", self.index), code, format!("{} · {value}", self.text[1]))
    }
}

/// One predecessor: a code, then perhaps `:SS` (or just `SS`), then perhaps a lag such as `+2d`, `-4h`.
fn predecessor(text: &str, codes: &HashSet<&str>) -> Option<Predecessor> {
    let mut read = Predecessor { code: String::new(), kind: LinkKind::FinishToStart, lag_days: None, lag_minutes: None };
    let mut rest = text.trim();
    if !codes.contains(rest)
        && let Some(sign) = rest.rfind(['+', '-'])
        && let Some((days, minutes)) = lag(&rest[sign..])
    {
        (read.lag_days, read.lag_minutes) = (days, minutes);
        rest = rest[..sign].trim_end();
    }
    let kinds = [
        ("FS", LinkKind::FinishToStart),
        ("SS", LinkKind::StartToStart),
        ("FF", LinkKind::FinishToFinish),
        ("SF", LinkKind::StartToFinish),
    ];
    if !codes.contains(rest)
        && let Some((kind, name)) = kinds.iter().find_map(|(name, kind)| Some((*kind, rest.strip_suffix(name)?)))
    {
        read.kind = kind;
        rest = name.trim_end_matches([':', ' ']);
    }
    read.code = rest.to_owned();
    codes.contains(rest).then_some(read)
}

fn lag(text: &str) -> Option<(Option<f64>, Option<i64>)> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e6);
    if let Some(hours) = text.strip_suffix('h') {
        return Some((None, Some((number(hours)? * 60.0).round() as i64)));
    }
    if let Some(minutes) = text.strip_suffix('m') {
        return Some((None, Some(number(minutes)?.round() as i64)));
    }
    Some((Some(number(text.trim_end_matches(['d', 'j']))?), None))
}

/// Predecessors as they are written in one cell.
pub fn written(predecessors: &[Predecessor]) -> String {
    let one = |predecessor: &Predecessor| {
        let kind = match predecessor.kind {
            LinkKind::FinishToStart => "",
            LinkKind::StartToStart => ":SS",
            LinkKind::FinishToFinish => ":FF",
            LinkKind::StartToFinish => ":SF",
        };
        let lag = match (predecessor.lag_days, predecessor.lag_minutes) {
            (Some(days), _) if days != 0.0 => format!("{days:+}d"),
            (None, Some(minutes)) if minutes != 0 => format!("{minutes:+}m"),
            _ => String::new(),
        };
        format!("{}{kind}{lag}", predecessor.code)
    };
    predecessors.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn predecessors_are_read_as_they_are_written() {
        let codes = HashSet::from(["A", "B-1", "SS", "ب"]);
        for text in ["A", "A:SS", "A:FF+2d", "B-1-0.5d", "SS:SF", "ب+90m", "B-1"] {
            let read = predecessor(text, &codes).unwrap();
            assert_eq!(written(&[read]), text);
        }
        assert_eq!(predecessor("ASS+1", &codes).map(|read| (read.kind, read.lag_days)), Some((LinkKind::StartToStart, Some(1.0))));
        assert_eq!(predecessor("A-4h", &codes).unwrap().lag_minutes, Some(-240));
        for bad in ["C", "A+", "A+x", "+2d", ""] {
            assert_eq!(predecessor(bad, &codes), None, "{bad}");
        }
    }
}
