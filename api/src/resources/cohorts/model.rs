//! What a cohort is made of, the states of cohorts and enrolments, and whom seats are kept for. Pure.

use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::{Language, LongText, Phrase, Text};
use crate::kernel::validate::{Fault, Faults};
use crate::resources::associations::{Gender, Office, YOUNG_UNTIL, age};
use crate::resources::courses::Id as CourseId;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

crate::id_type!(/// A cohort of a course.
    CohortId);
crate::id_type!(/// A step of a cohort.
    CohortStepId);
crate::id_type!(/// The enrolment of a participant in a cohort.
    EnrolmentId);
crate::id_type!(/// A step of an enrolment.
    EnrolmentStepId);

crate::text_enum! {
    /// Where a cohort stands.
    pub enum CohortStatus {
        /// Being prepared; its organiser alone sees it.
        Draft = "draft",
        /// Announced.
        Published = "published",
        /// Called off.
        Cancelled = "cancelled",
        /// Over.
        Closed = "closed",
    }
}

impl CohortStatus {
    /// Whether the cohort no longer changes.
    pub fn over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Closed)
    }
    /// What people call it.
    pub fn words(self) -> Phrase {
        match self {
            Self::Draft => Phrase { ar: "مسودة", fr: "Brouillon", en: "Draft" },
            Self::Published => Phrase { ar: "معلنة", fr: "Annoncée", en: "Announced" },
            Self::Cancelled => Phrase { ar: "ملغاة", fr: "Annulée", en: "Called off" },
            Self::Closed => Phrase { ar: "مختتمة", fr: "Terminée", en: "Over" },
        }
    }
}

crate::text_enum! {
    /// Where an enrolment stands.
    pub enum EnrolmentStatus {
        /// Asked for by the association; its chamber or the organiser has to agree.
        Requested = "requested",
        /// Approved, without a seat yet; moves up when one is free.
        Waiting = "waiting",
        /// Has a seat.
        Enrolled = "enrolled",
        /// Not agreed to.
        Refused = "refused",
        /// Taken back, or replaced by somebody else.
        Withdrawn = "withdrawn",
    }
}

impl EnrolmentStatus {
    /// Whether it can still be taken back.
    pub fn open(self) -> bool {
        matches!(self, Self::Requested | Self::Waiting | Self::Enrolled)
    }
    /// What people call it.
    pub fn words(self) -> Phrase {
        match self {
            Self::Requested => Phrase { ar: "بانتظار الموافقة", fr: "À accepter", en: "Asked for" },
            Self::Waiting => Phrase { ar: "في قائمة الانتظار", fr: "En attente", en: "Waiting" },
            Self::Enrolled => Phrase { ar: "مسجل", fr: "Inscrit", en: "Enrolled" },
            Self::Refused => Phrase { ar: "مرفوض", fr: "Refusé", en: "Refused" },
            Self::Withdrawn => Phrase { ar: "مسحوب", fr: "Retiré", en: "Withdrawn" },
        }
    }
}

crate::text_enum! {
    /// Who agrees to what an association asks for.
    pub enum Approval {
        /// Nobody: a place is given or waited for at once.
        Nobody = "nobody",
        /// The chamber of the association, or the organiser.
        Chamber = "chamber",
    }
}

/// Where a cohort meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortPlace {
    /// Code of the commune.
    #[schema(pattern = "^[0-9]{4}$", examples("1601"))]
    pub commune_code: String,
    /// Building or place.
    pub venue: Text,
    /// Room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Text>,
}

/// Whom seats are kept for: whoever meets all that is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatConditions {
    /// Women.
    #[serde(default)]
    pub women: bool,
    /// People under 35 on the first day.
    #[serde(default)]
    pub young: bool,
    /// Associations of border or isolated communes.
    #[serde(default)]
    pub border_or_isolated: bool,
    /// Associations of these wilayas, by code: the seats of a chamber; of all when empty.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilayas: Vec<String>,
}

impl SeatConditions {
    /// Whether somebody meets them.
    pub fn met(&self, traits: Traits, wilaya: &str) -> bool {
        (!self.women || traits.woman)
            && (!self.young || traits.young)
            && (!self.border_or_isolated || traits.remote)
            && (self.wilayas.is_empty() || self.wilayas.iter().any(|code| code == wilaya))
    }
}

/// Seats that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortQuota {
    /// Its short name in the cohort.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("women"))]
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Seats kept; one seat counts for one quota.
    #[schema(minimum = 1, maximum = 2000)]
    pub seats: u32,
    /// Who they are kept for.
    #[serde(rename = "for")]
    pub conditions: SeatConditions,
}

/// What can be written of a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortInput {
    /// The course, taught from its last published version; it stays what it was.
    pub course_id: CourseId,
    /// Its name beside that of the course.
    pub name: Text,
    /// What else participants should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LongText>,
    /// Languages it is taught in.
    #[schema(min_items = 1, max_items = 3)]
    pub languages: Vec<Language>,
    /// Where it meets; none for one that is held online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<CohortPlace>,
    /// Where it meets online; for participants and trainers alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 10, max_length = 500, pattern = r"^https://[^\s/]+\.[^\s]+$", examples("https://meet.example.dz/cohort-16"))]
    pub online_url: Option<String>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Who teaches.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub trainer_ids: Vec<PersonId>,
    /// Seats.
    #[schema(minimum = 1, maximum = 2000)]
    pub capacity: u32,
    /// Seats kept; together at most the capacity. They lapse when nominations close.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub quotas: Vec<CohortQuota>,
    /// Participants are nominated and enrolled from then on.
    #[schema(examples("2026-12-01T08:00:00Z"))]
    pub opens_at: Instant,
    /// Nobody is nominated or enrolled from then on.
    #[schema(examples("2026-12-20T16:00:00Z"))]
    pub closes_at: Instant,
    /// Whether associations enrol their own participants.
    #[serde(default)]
    pub self_enrolment: bool,
    /// Who agrees to what associations ask for.
    #[serde(default = "chamber")]
    pub approval: Approval,
    /// Least share of the planned hours to be attended, in percent.
    #[serde(default = "eighty")]
    #[schema(minimum = 0, maximum = 100)]
    pub attendance_percent: u32,
    /// Whether a session missed with an excuse leaves the planned hours of whoever missed it; otherwise it counts as an absence.
    #[serde(default)]
    pub excused_leave_the_total: bool,
    /// From how many minutes on coming late counts as absent; never when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 1440)]
    pub absent_from_minutes_late: Option<u32>,
}

const fn chamber() -> Approval {
    Approval::Chamber
}
const fn eighty() -> u32 {
    80
}

/// First and last year of a cohort.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Most days of a cohort.
const MOST_DAYS: u64 = 400;

impl CohortInput {
    /// Whether it meets on other days or elsewhere than before.
    pub fn held_elsewhere(&self, before: &Self) -> bool {
        (self.starts_on, self.ends_on, &self.place, &self.online_url)
            != (before.starts_on, before.ends_on, &before.place, &before.online_url)
    }
    /// Notes what the content contradicts.
    pub fn check(&self, faults: &mut Faults) {
        if !YEARS.contains(&self.starts_on.year()) {
            faults.expecting("/starts_on", Fault::WrongFormat, format!("{}–{}", YEARS.start(), YEARS.end()));
        }
        if self.ends_on < self.starts_on {
            faults.add("/ends_on", Fault::WrongOrder);
        } else if let Some(latest) = self.starts_on.checked_add_days(Days::new(MOST_DAYS - 1)).filter(|latest| self.ends_on > *latest) {
            faults.expecting("/ends_on", Fault::TooLarge, latest);
        }
        if self.closes_at <= self.opens_at {
            faults.add("/closes_at", Fault::WrongOrder);
        } else if self.closes_at.day() > self.starts_on {
            faults.expecting("/closes_at", Fault::TooLarge, self.starts_on);
        }
        if self.place.is_none() && self.online_url.is_none() {
            faults.add("/place", Fault::Required);
        }
        let mut seen = HashSet::new();
        for (index, language) in self.languages.iter().enumerate() {
            if !seen.insert(language.as_str()) {
                faults.add(format!("/languages/{index}"), Fault::Repeated);
            }
        }
        let mut codes = HashSet::new();
        let mut kept = 0_u64;
        for (index, quota) in self.quotas.iter().enumerate() {
            if !codes.insert(quota.code.as_str()) {
                faults.add(format!("/quotas/{index}/code"), Fault::Repeated);
            }
            if quota.conditions == SeatConditions::default() {
                faults.add(format!("/quotas/{index}/for"), Fault::Required);
            }
            kept += u64::from(quota.seats);
        }
        if kept > u64::from(self.capacity) {
            faults.expecting("/quotas", Fault::TooLarge, self.capacity);
        }
    }

    /// Codes of the quotas somebody qualifies for.
    pub fn quotas_of(&self, traits: Traits, wilaya: &str) -> Vec<String> {
        self.quotas.iter().filter(|quota| quota.conditions.met(traits, wilaya)).map(|quota| quota.code.clone()).collect()
    }
}

/// What counts of a participant when seats are kept, as it was when they were enrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits {
    /// A woman.
    pub woman: bool,
    /// Under 35 on the first day of the cohort.
    pub young: bool,
    /// Of an association of a border or isolated commune.
    pub remote: bool,
}

/// Somebody who is taught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortParticipant {
    /// Their name.
    #[schema(min_length = 3, max_length = 120, pattern = r"\S", examples("نادية بن عودة"))]
    pub name: String,
    /// Their office in the association; none for an artisan of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
    /// Woman or man.
    pub gender: Gender,
    /// Day of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born_on: Option<NaiveDate>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub phone: Option<String>,
}

impl CohortParticipant {
    /// What counts of them in a cohort.
    pub fn traits(&self, starts_on: NaiveDate, remote: bool) -> Traits {
        Traits {
            woman: self.gender == Gender::Woman,
            young: self.born_on.is_some_and(|born_on| born_on < starts_on && age(born_on, starts_on) < YOUNG_UNTIL),
            remote,
        }
    }
}

/// How many have seats and how many want one.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct CohortCounts {
    /// With a seat.
    pub enrolled: usize,
    /// Waiting for one.
    pub waiting: usize,
    /// Waiting for an agreement.
    pub requested: usize,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn whoever_turns_thirty_five_before_the_first_day_is_no_longer_young() {
        let born = |day: &str| CohortParticipant {
            name: "نادية".into(),
            office: None,
            gender: Gender::Woman,
            born_on: Some(day.parse().unwrap()),
            phone: None,
        };
        let first: NaiveDate = "2026-12-01".parse().unwrap();
        assert!(born("1991-12-02").traits(first, false).young);
        assert!(!born("1991-12-01").traits(first, false).young);
        assert!(!CohortParticipant { born_on: None, ..born("1991-12-02") }.traits(first, false).young, "an unknown age counts for nothing");
    }

    #[test]
    fn a_kept_seat_asks_for_everything_it_names() {
        let women_of_algiers = SeatConditions { women: true, wilayas: vec!["16".into()], ..SeatConditions::default() };
        let woman = Traits { woman: true, ..Traits::default() };
        assert!(women_of_algiers.met(woman, "16"));
        assert!(!women_of_algiers.met(woman, "31"));
        assert!(!women_of_algiers.met(Traits::default(), "16"));
    }
}
