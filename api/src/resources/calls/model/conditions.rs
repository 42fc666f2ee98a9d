//! Conditions on associations: who may apply, and whom a quota is for.

use crate::kernel::language::{Phrase, Text};
use crate::resources::associations::{Kind, Level, Profile};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Conditions on an association; it meets them when it meets each one that is there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// Its level is one of these; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 10)]
    pub levels: Vec<Level>,
    /// Its kind is one of these; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 10)]
    pub kinds: Vec<Kind>,
    /// It works in one of these craft sectors; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 30)]
    pub craft_sectors: Vec<String>,
    /// Its seat is in one of these wilayas; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 69)]
    pub wilayas: Vec<String>,
    /// Its seat is in a border or isolated commune.
    #[serde(default)]
    pub border_or_isolated: bool,
    /// It is led by women.
    #[serde(default)]
    pub women_led: bool,
    /// It is led by the young.
    #[serde(default)]
    pub youth_led: bool,
    /// It has members with a disability in the latest year counted.
    #[serde(default)]
    pub disability: bool,
    /// It has been registered for so many full years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 50)]
    pub registered_years: Option<i32>,
    /// Its president is in office on the day of the application.
    #[serde(default)]
    pub mandate_valid: bool,
    /// It has not taken part in an event yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_participation: bool,
    /// It was not absent from the last edition though it had a seat.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_absent_last: bool,
}

/// What earlier events say of an association.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct History {
    /// It was at an event, or has taken a seat at another one.
    pub took_part: bool,
    /// It had a seat at the edition before and was absent.
    pub absent_last: bool,
}

/// A condition that an association does not meet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnmetCondition {
    /// The condition, by its name in the call.
    #[schema(examples("registered_years"))]
    pub condition: String,
    /// What is missing, in words.
    pub explanation: Text,
    /// What the call asks for, as codes or a number.
    pub expected: Option<String>,
    /// What the association has.
    pub found: Option<String>,
}

type Words = (&'static str, Phrase);

macro_rules! words {
    ($($name:ident = $code:literal, $ar:literal, $fr:literal, $en:literal;)+) => {
        $(const $name: Words = ($code, Phrase { ar: $ar, fr: $fr, en: $en });)+
    };
}
words! {
    LEVELS = "levels", "مستوى الجمعية ليس من المستويات التي يقبلها النداء.", "Le niveau de l’association n’est pas admis par l’appel.", "The call does not admit the association’s level.";
    KINDS = "kinds", "نوع الجمعية ليس من الأنواع التي يقبلها النداء.", "Le type de l’association n’est pas admis par l’appel.", "The call does not admit the association’s kind.";
    SECTORS = "craft_sectors", "لا تنشط الجمعية في أي من القطاعات الحرفية المعنية بالنداء.", "L’association n’exerce dans aucun des secteurs visés par l’appel.", "The association works in none of the craft sectors of the call.";
    WILAYAS = "wilayas", "مقر الجمعية خارج الولايات المعنية بالنداء.", "Le siège de l’association est hors des wilayas visées par l’appel.", "The association’s seat is outside the wilayas of the call.";
    ZONE = "border_or_isolated", "مقر الجمعية ليس في بلدية حدودية أو معزولة.", "Le siège n’est ni dans une commune frontalière ni dans une commune isolée.", "The seat is in neither a border nor an isolated commune.";
    WOMEN = "women_led", "الجمعية ليست بقيادة نسوية حسب ملفها.", "D’après son dossier, l’association n’est pas dirigée par des femmes.", "By its file, the association is not led by women.";
    YOUTH = "youth_led", "الجمعية ليست بقيادة شبانية حسب ملفها.", "D’après son dossier, l’association n’est pas dirigée par des jeunes.", "By its file, the association is not led by the young.";
    DISABILITY = "disability", "لا يذكر ملف الجمعية أعضاء من ذوي الاحتياجات الخاصة في آخر سنة معدودة.", "Le dossier ne compte pas de membres en situation de handicap pour la dernière année.", "The file counts no members with a disability in the latest year.";
    YEARS = "registered_years", "لم تمض على تسجيل الجمعية المدة المطلوبة.", "L’association n’est pas enregistrée depuis la durée demandée.", "The association has not been registered for long enough.";
    FIRST = "first_participation", "سبق للجمعية أن شاركت في تظاهرة.", "L’association a déjà participé à une manifestation.", "The association has taken part in an event before.";
    ABSENT = "not_absent_last", "غابت الجمعية عن الطبعة السابقة رغم اختيارها.", "L’association, retenue à l’édition précédente, en a été absente.", "The association had a seat at the last edition and was absent.";
    MANDATE = "mandate_valid", "لا يوجد رئيس في عهدة سارية، حيّنوا العهدات في ملف الجمعية.", "Aucun mandat de président n’est en cours : mettez à jour le dossier.", "No president is in office: bring the mandates of the file up to date.";
}

/// Full years from a day to another.
fn years(from: NaiveDate, to: NaiveDate) -> i32 {
    to.year() - from.year() - i32::from((to.month(), to.day()) < (from.month(), from.day()))
}

impl Conditions {
    /// The conditions that an association does not meet on a day; none when it meets them all.
    pub fn unmet(&self, profile: &Profile, history: History, day: NaiveDate) -> Vec<UnmetCondition> {
        let mut unmet = Vec::new();
        let mut note = |(condition, words): Words, expected: Option<String>, found: Option<String>| {
            unmet.push(UnmetCondition { condition: condition.to_owned(), explanation: words.text(), expected, found });
        };
        let codes = |codes: &[String]| Some(codes.join(", "));
        if !self.levels.is_empty() && !self.levels.contains(&profile.level) {
            let expected: Vec<String> = self.levels.iter().map(ToString::to_string).collect();
            note(LEVELS, codes(&expected), Some(profile.level.to_string()));
        }
        if !self.kinds.is_empty() && !self.kinds.contains(&profile.kind) {
            let expected: Vec<String> = self.kinds.iter().map(ToString::to_string).collect();
            note(KINDS, codes(&expected), Some(profile.kind.to_string()));
        }
        if !self.craft_sectors.is_empty() && !self.craft_sectors.iter().any(|code| profile.craft_sectors.contains(code)) {
            note(SECTORS, codes(&self.craft_sectors), codes(&profile.craft_sectors));
        }
        if !self.wilayas.is_empty() && !self.wilayas.contains(&profile.wilaya_code) {
            note(WILAYAS, codes(&self.wilayas), Some(profile.wilaya_code.clone()));
        }
        let flags = [
            (ZONE, self.border_or_isolated, profile.border || profile.isolated),
            (WOMEN, self.women_led, profile.women_led),
            (YOUTH, self.youth_led, profile.youth_led),
            (DISABILITY, self.disability, profile.disability),
            (MANDATE, self.mandate_valid, profile.mandate_valid),
            (FIRST, self.first_participation, !history.took_part),
            (ABSENT, self.not_absent_last, !history.absent_last),
        ];
        for (words, asked, met) in flags {
            if asked && !met {
                note(words, None, None);
            }
        }
        if let Some(least) = self.registered_years {
            let found = profile.registered_on.map(|day_of| years(day_of, day));
            if found.is_none_or(|found| found < least) {
                note(YEARS, Some(least.to_string()), found.map(|found| found.to_string()));
            }
        }
        unmet
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::resources::associations::Status;

    fn profile() -> Profile {
        Profile {
            status: Status::Verified,
            level: Level::Communal,
            kind: Kind::Professional,
            craft_sectors: vec!["02".into()],
            wilaya_code: "16".into(),
            border: false,
            isolated: false,
            women_led: true,
            youth_led: false,
            disability: false,
            registered_on: "2023-05-10".parse().ok(),
            mandate_valid: true,
        }
    }

    fn unmet(conditions: &Conditions, day: &str) -> Vec<String> {
        conditions.unmet(&profile(), History::default(), day.parse().unwrap()).into_iter().map(|one| one.condition).collect()
    }

    #[test]
    fn each_condition_that_is_not_met_is_told_and_no_other() {
        assert!(unmet(&Conditions::default(), "2026-05-09").is_empty());
        let fine = Conditions { women_led: true, wilayas: vec!["16".into(), "09".into()], mandate_valid: true, ..Conditions::default() };
        assert!(unmet(&fine, "2026-05-09").is_empty());
        let hard = Conditions {
            levels: vec![Level::National],
            craft_sectors: vec!["05".into()],
            border_or_isolated: true,
            youth_led: true,
            ..fine
        };
        assert_eq!(unmet(&hard, "2026-05-09"), ["levels", "craft_sectors", "border_or_isolated", "youth_led"]);
    }

    #[test]
    fn what_happened_at_earlier_events_counts() {
        let new = Conditions { first_participation: true, not_absent_last: true, ..Conditions::default() };
        let told = |history| {
            let unmet = new.unmet(&profile(), history, "2026-05-09".parse().unwrap());
            unmet.into_iter().map(|one| one.condition).collect::<Vec<_>>()
        };
        assert!(told(History::default()).is_empty());
        assert_eq!(told(History { took_part: true, absent_last: false }), ["first_participation"]);
        assert_eq!(told(History { took_part: false, absent_last: true }), ["not_absent_last"]);
    }

    #[test]
    fn years_of_registration_are_full_years() {
        let three = Conditions { registered_years: Some(3), ..Conditions::default() };
        assert_eq!(unmet(&three, "2026-05-09"), ["registered_years"]);
        assert!(unmet(&three, "2026-05-10").is_empty());
        let unknown = Profile { registered_on: None, ..profile() };
        assert_eq!(three.unmet(&unknown, History::default(), "2026-05-10".parse().unwrap()).len(), 1);
    }
}
