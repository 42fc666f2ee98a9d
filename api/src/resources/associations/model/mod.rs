//! What an association is, the states its file goes through, and the rules computed from its facts. Pure.

mod age;
mod content;
pub mod difference;
mod filter;
mod ids;

pub use crate::resources::level_rules::{LegalRegime, Level, LevelRule};
pub use age::{YOUNG_UNTIL, age};
use chrono::{Months, NaiveDate};
pub use content::{AssociationInput, Contact, ContactKind, Receipt, Remark, Seat};
pub use filter::{Filter, Sort};
pub use ids::{MergeId, ProposalId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// What an association is for.
    pub enum Kind {
        /// Its members practise a craft; it may carry concerns.
        Professional = "professional",
        /// Heritage and culture.
        Cultural = "cultural",
        /// Women's work and households.
        Women = "women",
        /// Young people.
        Youth = "youth",
        /// Anything else.
        Other = "other",
    }
}

crate::text_enum! {
    /// Where a file stands.
    pub enum Status {
        /// Being written.
        Draft = "draft",
        /// Waiting for the chamber, or the ministry for a national association.
        Submitted = "submitted",
        /// Sent back with remarks.
        Returned = "returned",
        /// In the register.
        Verified = "verified",
        /// In the register, not in good standing.
        Suspended = "suspended",
        /// No longer existing.
        Dissolved = "dissolved",
    }
}

crate::text_enum! {
    /// An office in an association.
    pub enum Office {
        /// President.
        President = "president",
        /// Vice-president.
        VicePresident = "vice_president",
        /// Secretary-general.
        SecretaryGeneral = "secretary_general",
        /// Treasurer.
        Treasurer = "treasurer",
        /// Member of the board.
        Member = "member",
    }
}

crate::text_enum! {
    /// Gender, as the registration file says.
    pub enum Gender {
        /// Woman.
        Woman = "woman",
        /// Man.
        Man = "man",
    }
}

/// A change of state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The file is handed in.
    Submit,
    /// It is sent back with remarks.
    Return,
    /// It enters the register.
    Verify,
    /// It loses good standing.
    Suspend,
    /// It regains good standing.
    Reinstate,
    /// The association no longer exists.
    Dissolve,
}

impl Step {
    /// The state after the step from a state; `None` when the step is not possible there.
    pub fn from(self, status: Status) -> Option<Status> {
        use Status::{Dissolved, Draft, Returned, Submitted, Suspended, Verified};
        match (self, status) {
            (Self::Submit, Draft | Returned) => Some(Submitted),
            (Self::Return, Submitted) => Some(Returned),
            (Self::Verify, Submitted) | (Self::Reinstate, Suspended) => Some(Verified),
            (Self::Suspend, Verified) => Some(Suspended),
            (Self::Dissolve, Verified | Suspended) => Some(Dissolved),
            _ => None,
        }
    }
}

/// Founders and their spread, as the registration file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Founders {
    /// How many.
    #[schema(minimum = 1, maximum = 10000, examples(15))]
    pub count: i64,
    /// From how many communes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 1541)]
    pub communes: Option<i64>,
    /// From how many wilayas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 69)]
    pub wilayas: Option<i64>,
}

/// Something about a file that a person should look at; never a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Warning {
    /// Stable code: `few_founders`, `few_communes`, `few_wilayas`, `no_president`, `no_receipt`.
    #[schema(examples("few_founders"))]
    pub code: &'static str,
    /// The field.
    #[schema(examples("/founders/count"))]
    pub pointer: &'static str,
    /// What the rule asks for.
    pub expected: Option<i64>,
    /// What the file says.
    pub found: Option<i64>,
}

/// What the level rule finds missing.
pub fn level_warnings(rule: Option<&LevelRule>, founders: Option<&Founders>) -> Vec<Warning> {
    let Some(rule) = rule else { return Vec::new() };
    let Some(founders) = founders else {
        return vec![Warning { code: "few_founders", pointer: "/founders", expected: Some(rule.founders), found: None }];
    };
    let short = |code, pointer, expected: i64, found: Option<i64>| {
        (found.unwrap_or(1) < expected).then_some(Warning { code, pointer, expected: Some(expected), found })
    };
    [
        short("few_founders", "/founders/count", rule.founders, Some(founders.count)),
        short("few_communes", "/founders/communes", rule.communes, founders.communes),
        short("few_wilayas", "/founders/wilayas", rule.wilayas, founders.wilayas),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A person's dated term in an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The office.
    pub office: Office,
    /// The person's name.
    #[schema(min_length = 2, max_length = 120, examples("نادية بن عودة"))]
    pub person_name: String,
    /// Gender.
    pub gender: Gender,
    /// Date of birth; never public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<NaiveDate>,
    /// First day in office.
    pub starts_on: NaiveDate,
    /// Last day in office; none while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// The person agreed that the name is shown to everybody.
    #[serde(default)]
    pub public: bool,
}

impl Mandate {
    /// Whether the mandate runs on a day.
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|end| day <= end)
    }
}

/// Members in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// The year.
    #[schema(minimum = 1960, maximum = 2100, examples(2026))]
    pub year: i32,
    /// All members.
    #[schema(minimum = 0, maximum = 1_000_000, examples(34))]
    pub members: i64,
    /// Women.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub women: Option<i64>,
    /// Members under 35.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub under_35: Option<i64>,
    /// Artisans who hold a card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub card_holders: Option<i64>,
    /// People with disabilities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub disabled: Option<i64>,
}

/// What other parts of the platform ask of an association.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Where its file stands.
    pub status: Status,
    /// Level.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// Codes of its craft sectors.
    pub craft_sectors: Vec<String>,
    /// Code of the wilaya of its seat.
    pub wilaya_code: String,
    /// Its seat is in a border commune.
    pub border: bool,
    /// Its seat is in an isolated commune.
    pub isolated: bool,
    /// It is led by women.
    pub women_led: bool,
    /// It is led by the young.
    pub youth_led: bool,
    /// It counts members with a disability.
    pub disability: bool,
    /// Day of its receipt.
    pub registered_on: Option<NaiveDate>,
    /// Its president is in office.
    pub mandate_valid: bool,
}

/// The president in office on a day.
pub fn president(mandates: &[Mandate], day: NaiveDate) -> Option<&Mandate> {
    mandates.iter().filter(|mandate| mandate.office == Office::President && mandate.runs_on(day)).max_by_key(|mandate| mandate.starts_on)
}

/// The latest headcount.
pub fn latest(headcounts: &[Headcount]) -> Option<&Headcount> {
    headcounts.iter().max_by_key(|headcount| headcount.year)
}

/// Led by women: the president in office is a woman, or more than half of the members are.
pub fn women_led(mandates: &[Mandate], headcounts: &[Headcount], day: NaiveDate) -> bool {
    president(mandates, day).is_some_and(|president| president.gender == Gender::Woman)
        || latest(headcounts).is_some_and(|count| count.women.is_some_and(|women| 2 * women > count.members))
}

/// Led by young people: the president in office is under 35, or more than half of the members are.
pub fn youth_led(mandates: &[Mandate], headcounts: &[Headcount], day: NaiveDate) -> bool {
    president(mandates, day).and_then(|president| president.born_on).is_some_and(|born_on| age(born_on, day) < YOUNG_UNTIL)
        || latest(headcounts).is_some_and(|count| count.under_35.is_some_and(|young| 2 * young > count.members))
}

/// The first day after `day` on which [`women_led`] or [`youth_led`] may say something else of the same file: a presidency begins or has
/// ended, or a president turns 35. None when no day can.
pub fn leaders_until(mandates: &[Mandate], day: NaiveDate) -> Option<NaiveDate> {
    let presidents = mandates.iter().filter(|mandate| mandate.office == Office::President);
    let turning = |mandate: &Mandate| {
        let born_on = mandate.born_on?;
        born_on.checked_add_months(Months::new(YOUNG_UNTIL * 12))
    };
    presidents
        .flat_map(|mandate| [Some(mandate.starts_on), mandate.ends_on.and_then(|end| end.succ_opt()), turning(mandate)])
        .flatten()
        .filter(|change| *change > day)
        .min()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn president_of(gender: Gender, born_on: &str, from: &str, until: Option<&str>) -> Mandate {
        Mandate {
            office: Office::President,
            person_name: "رئيس الجمعية".into(),
            gender,
            born_on: Some(day(born_on)),
            starts_on: day(from),
            ends_on: until.map(day),
            public: false,
        }
    }

    #[test]
    fn a_file_walks_its_states_and_no_others() {
        use Status::*;
        let mut allowed = Vec::new();
        for step in [Step::Submit, Step::Return, Step::Verify, Step::Suspend, Step::Reinstate, Step::Dissolve] {
            for status in Status::ALL {
                if let Some(next) = step.from(*status) {
                    allowed.push((*status, next));
                }
            }
        }
        assert_eq!(
            allowed,
            [
                (Draft, Submitted),
                (Returned, Submitted),
                (Submitted, Returned),
                (Submitted, Verified),
                (Verified, Suspended),
                (Suspended, Verified),
                (Verified, Dissolved),
                (Suspended, Dissolved)
            ]
        );
    }

    #[test]
    fn the_president_in_office_decides_and_not_a_former_one() {
        let mandates = [
            president_of(Gender::Woman, "1960-05-01", "2015-01-01", Some("2020-12-31")),
            president_of(Gender::Man, "1992-03-01", "2021-01-01", None),
        ];
        assert!(women_led(&mandates, &[], day("2020-06-01")));
        assert!(!women_led(&mandates, &[], day("2026-06-01")));
        assert!(youth_led(&mandates, &[], day("2026-06-01")), "34 years old");
        assert!(!youth_led(&mandates, &[], day("2027-03-01")), "35 on this day");
    }

    #[test]
    fn who_leads_changes_on_the_day_foretold_and_on_no_other() {
        let mandates = [
            president_of(Gender::Woman, "1990-02-28", "2020-01-01", Some("2023-12-31")),
            president_of(Gender::Man, "1992-03-01", "2024-01-01", Some("2027-06-30")),
            president_of(Gender::Woman, "1995-05-05", "2027-07-01", None),
        ];
        let of = |day| (women_led(&mandates, &[], day), youth_led(&mandates, &[], day));
        let (mut now, mut changes) = (day("2023-01-01"), Vec::new());
        while let Some(next) = leaders_until(&mandates, now) {
            assert!(now.iter_days().take_while(|each| *each < next).all(|each| of(each) == of(now)), "nothing changes before {next}");
            if of(next) != of(now) {
                changes.push(next.to_string());
            }
            now = next;
        }
        assert!(now.iter_days().take(4000).all(|each| of(each) == of(now)), "nothing changes after the last day");
        assert_eq!(changes, ["2024-01-01", "2027-03-01", "2027-07-01", "2030-05-05"]);
    }

    #[test]
    fn more_than_half_of_the_members_of_the_latest_year_decide() {
        let count =
            |year, members, women| Headcount { year, members, women: Some(women), under_35: None, card_holders: None, disabled: None };
        assert!(women_led(&[], &[count(2024, 10, 1), count(2026, 10, 6)], day("2026-06-01")));
        assert!(!women_led(&[], &[count(2024, 10, 9), count(2026, 10, 5)], day("2026-06-01")), "half is not more than half");
    }

    #[test]
    fn levels_ask_for_founders_and_their_spread() {
        let founders = |count, communes, wilayas| Founders { count, communes, wilayas };
        let codes = |warnings: Vec<Warning>| warnings.into_iter().map(|warning| warning.code).collect::<Vec<_>>();
        let check = |(founders, communes, wilayas), f: Founders| {
            codes(level_warnings(Some(&LevelRule { founders, communes, wilayas, source: String::new() }), Some(&f)))
        };
        let (communal, wilaya, inter_wilaya, national) = ((10, 1, 1), (15, 2, 1), (21, 1, 3), (25, 1, 12));
        assert!(check(communal, founders(10, None, None)).is_empty());
        assert_eq!(check(communal, founders(9, None, None)), ["few_founders"]);
        assert_eq!(check(wilaya, founders(15, Some(1), None)), ["few_communes"]);
        assert_eq!(check(inter_wilaya, founders(20, None, Some(2))), ["few_founders", "few_wilayas"]);
        assert!(check(national, founders(25, None, Some(12))).is_empty());
        assert!(level_warnings(None, None).is_empty(), "where there is no rule there is no warning");
    }

    #[test]
    fn age_counts_whole_years_also_for_those_born_on_29_february() {
        assert_eq!(age(day("2000-02-29"), day("2027-02-28")), 27);
        assert_eq!(age(day("1991-11-25"), day("2026-11-24")), 34);
        assert_eq!(age(day("1991-11-24"), day("2026-11-24")), 35);
        assert_eq!(age(day("2030-01-01"), day("2026-11-24")), 0);
    }
}
