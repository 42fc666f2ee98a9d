//! When a president in office is trained, and counting them. Pure.

use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{LongText, Phrase};
use crate::resources::associations::Level;
use crate::resources::cohorts::{Id as CohortId, Status as CohortStatus};
use crate::resources::courses::Id as CourseId;
use chrono::NaiveDate;
use std::collections::BTreeMap;

crate::text_enum! {
    /// How far the president in office is in training.
    pub enum PresidentTraining {
        /// Holds a certificate in force.
        Trained = "trained",
        /// Has a seat in a cohort that is announced or under way.
        Enrolled = "enrolled",
        /// Had a seat in a cohort that is over, and holds no certificate.
        WithoutCertificate = "without_certificate",
        /// Had no seat yet.
        NotYet = "not_yet",
    }
}

crate::text_enum! {
    /// What coverage is broken down by.
    pub enum CoverageBreakdown {
        /// Wilaya of the seat.
        Wilaya = "wilaya",
        /// Level of the association.
        Level = "level",
        /// Craft sector; an association of several counts once in each.
        CraftSector = "craft_sector",
    }
}

/// How it is computed.
const COMPUTED: Phrase = Phrase {
    ar: "تُحسب الجمعيات المعتمدة في السجل في اليوم المذكور، ومنها التي لها رئيس عهدته سارية فيه. والرئيس مكوَّن إذا حمل شهادة تكوين سارية في ذلك اليوم، صادرة له هو لا لمن سبقه: يُعرف المشارك بأنه الرئيس إذا تطابق اسماهما داخل الجمعية نفسها بعد توحيد الكتابة، دون تعارض بين تاريخي الميلاد إن عُرفا. ومن له مقعد في دورة لم تنته يُعد مسجلا، ومن انتهت دورته دون شهادة يُعد على حدة. والعهدة والولاية والمستوى والحرف كما هي في السجل اليوم، والجمعية ذات الحرف المتعددة تُعد في كل واحدة منها.",
    fr: "Sont comptées les associations inscrites au registre au jour indiqué et, parmi elles, celles dont un président a un mandat en cours ce jour-là. Le président est formé s’il détient un certificat de formation en vigueur ce jour-là, délivré à lui-même et non à son prédécesseur : un participant est le président lorsque leurs noms, dans la même association et une fois l’écriture unifiée, sont identiques, sans contradiction entre les dates de naissance connues. Qui a une place dans une session non terminée est inscrit ; qui a terminé sans certificat est compté à part. Mandats, wilaya, niveau et métiers sont ceux du registre aujourd’hui ; une association de plusieurs métiers compte dans chacun.",
    en: "It counts the associations in the register on the day named and, among them, those with a president whose mandate runs on it. The president is trained who holds a certificate of training in force on that day, issued to them and not to a predecessor: a participant is the president when their names in the same association are the same once their spelling is unified, without contradiction between days of birth that are known. Whoever has a seat in a cohort that is not over is enrolled; whoever ended without a certificate is counted apart. Mandates, wilaya, level and crafts are those of the register today; an association of several crafts counts in each.",
};

/// How it is computed, in all languages.
pub fn computed() -> LongText {
    LongText { ar: COMPUTED.ar.to_owned(), fr: Some(COMPUTED.fr.to_owned()), en: Some(COMPUTED.en.to_owned()) }
}

/// The president in office of an association, as far as it takes to know them again.
#[derive(Debug, Clone)]
pub struct President {
    /// The association.
    pub association_id: AssociationId,
    /// What lists are ordered by.
    pub name_sort: String,
    /// Wilaya of its seat.
    pub wilaya_code: String,
    /// Its level.
    pub level: Level,
    /// Its craft sectors.
    pub sectors: Vec<String>,
    /// The person.
    pub name: String,
    /// Their day of birth, where it is known.
    pub born_on: Option<NaiveDate>,
}

/// A certificate that was in force on the day asked for.
#[derive(Debug, Clone)]
pub struct Held {
    /// Its code.
    pub code: String,
    /// When it was issued.
    pub issued_at: Instant,
}

/// Somebody's seat in a cohort.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Their name, folded.
    pub key: String,
    /// Their day of birth, where it is known.
    pub born_on: Option<NaiveDate>,
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its course.
    pub course_id: CourseId,
    /// The version of the course.
    pub course_number: i32,
    /// Where the cohort stands.
    pub cohort_status: CohortStatus,
    /// First and last day of the cohort.
    pub days: (NaiveDate, NaiveDate),
    /// The certificate.
    pub held: Option<Held>,
}

/// The day asked for, and whether it is over.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whether it is before today.
    pub past: bool,
}

impl Seat {
    /// What the seat alone says.
    pub fn says(&self, day: Day) -> PresidentTraining {
        // When a cohort was closed is not asked for: on a day that is over its last day decides.
        let runs = self.days.1 >= day.date && (day.past || self.cohort_status != CohortStatus::Closed);
        match (&self.held, runs) {
            (Some(_), _) => PresidentTraining::Trained,
            (None, true) => PresidentTraining::Enrolled,
            (None, false) => PresidentTraining::WithoutCertificate,
        }
    }
}

/// Whether a participant is the president of the same association: the same name once folded, and no other day of birth.
pub fn same_person(president: &President, seat: &Seat) -> bool {
    let born_apart = president.born_on.zip(seat.born_on).is_some_and(|(one, other)| one != other);
    !born_apart && text::fold(&president.name) == seat.key
}

/// How far somebody with some seats is: what the best of them says.
pub fn training<'a>(seats: impl IntoIterator<Item = &'a Seat>, day: Day) -> PresidentTraining {
    let rank = |one: &PresidentTraining| PresidentTraining::ALL.iter().position(|other| other == one);
    seats.into_iter().map(|seat| seat.says(day)).min_by_key(rank).unwrap_or(PresidentTraining::NotYet)
}

/// Figures of the country or of a part of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Associations in the register.
    pub associations: usize,
    /// Those with a president in office.
    pub presidents: usize,
    /// Those whose president is trained.
    pub trained: usize,
    /// Enrolled now.
    pub enrolled: usize,
    /// Ended without a certificate.
    pub without_certificate: usize,
}

impl Counts {
    /// One more president.
    pub fn note(&mut self, training: PresidentTraining) {
        match training {
            PresidentTraining::Trained => self.trained += 1,
            PresidentTraining::Enrolled => self.enrolled += 1,
            PresidentTraining::WithoutCertificate => self.without_certificate += 1,
            PresidentTraining::NotYet => {}
        }
    }
    /// The figures that are of presidents and hidden where they are of few.
    pub fn figures(&self) -> [usize; 4] {
        [self.presidents, self.trained, self.enrolled, self.without_certificate]
    }
}

/// Files of a wilaya and level, or of a craft sector: how many there are, and how many have a president in office.
pub type Files = (usize, usize);

/// Counts by the codes of a breakdown; levels come in their own order.
pub fn count(
    by: CoverageBreakdown,
    files: &BTreeMap<(String, Level), Files>,
    sectors: &BTreeMap<String, Files>,
    presidents: &[(&President, PresidentTraining)],
) -> (Counts, Vec<(String, Counts)>) {
    let mut whole = Counts::default();
    let mut parts: BTreeMap<(usize, String), Counts> = BTreeMap::new();
    let place = |level: Level| Level::ALL.iter().position(|other| *other == level).unwrap_or_default();
    let key = |wilaya: &str, level: Level| match by {
        CoverageBreakdown::Level => (place(level), level.as_str().to_owned()),
        _ => (0, wilaya.to_owned()),
    };
    for ((wilaya, level), (associations, led)) in files {
        whole.associations += associations;
        whole.presidents += led;
        if by != CoverageBreakdown::CraftSector {
            let part = parts.entry(key(wilaya, *level)).or_default();
            part.associations += associations;
            part.presidents += led;
        }
    }
    if by == CoverageBreakdown::CraftSector {
        for (code, (associations, led)) in sectors {
            parts.insert((0, code.clone()), Counts { associations: *associations, presidents: *led, ..Counts::default() });
        }
    }
    for (president, training) in presidents {
        whole.note(*training);
        let keys: Vec<(usize, String)> = match by {
            CoverageBreakdown::CraftSector => president.sectors.iter().map(|code| (0, code.clone())).collect(),
            _ => vec![key(&president.wilaya_code, president.level)],
        };
        for key in keys {
            parts.entry(key).or_default().note(*training);
        }
    }
    (whole, parts.into_iter().map(|((_, code), counts)| (code, counts)).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn president(name: &str, born_on: Option<&str>) -> President {
        President {
            association_id: Uuid::from_u128(1).into(),
            name_sort: "جمعية".into(),
            wilaya_code: "16".into(),
            level: Level::Communal,
            sectors: vec!["02".into(), "03".into()],
            name: name.into(),
            born_on: born_on.map(day),
        }
    }
    fn seat(name: &str, status: CohortStatus, certified: bool) -> Seat {
        Seat {
            key: text::fold(name),
            born_on: Some(day("1980-01-01")),
            cohort_id: Uuid::from_u128(2).into(),
            course_id: Uuid::from_u128(3).into(),
            course_number: 1,
            cohort_status: status,
            days: (day("2026-05-01"), day("2026-05-10")),
            held: certified.then(|| Held { code: "7GK2M9QRT4X1".into(), issued_at: Instant::new(chrono::DateTime::UNIX_EPOCH) }),
        }
    }

    #[test]
    fn a_participant_is_the_president_by_name_however_it_is_spelt_unless_they_were_born_on_other_days() {
        let one = seat("أحمد بن علي", CohortStatus::Closed, true);
        assert!(same_person(&president("احمد  بن عليّ", None), &one));
        assert!(same_person(&president("أحمد بن علي", Some("1980-01-01")), &one));
        assert!(!same_person(&president("أحمد بن علي", Some("1981-01-01")), &one), "a namesake");
        assert!(!same_person(&president("أحمد بن عمر", None), &one));
    }

    #[test]
    fn the_best_seat_says_how_far_somebody_is() {
        let today = Day { date: day("2026-05-05"), past: false };
        let (running, closed) = (seat("ن", CohortStatus::Published, false), seat("ن", CohortStatus::Closed, false));
        assert_eq!(training([&closed, &running], today), PresidentTraining::Enrolled);
        assert_eq!(training([&closed, &seat("ن", CohortStatus::Closed, true), &running], today), PresidentTraining::Trained);
        assert_eq!(training([&closed], today), PresidentTraining::WithoutCertificate);
        assert_eq!(training([&closed], Day { past: true, ..today }), PresidentTraining::Enrolled, "it was not closed yet");
        assert_eq!(training([&running], Day { date: day("2026-05-11"), past: false }), PresidentTraining::WithoutCertificate);
        assert_eq!(training([], today), PresidentTraining::NotYet);
    }

    #[test]
    fn an_association_of_two_crafts_counts_in_each_and_once_in_the_whole() {
        let files = BTreeMap::from([(("16".to_owned(), Level::National), (3, 2)), (("09".to_owned(), Level::Communal), (1, 1))]);
        let sectors = BTreeMap::from([("02".to_owned(), (3, 2)), ("03".to_owned(), (2, 2))]);
        let one = president("ن", None);
        let (whole, parts) = count(CoverageBreakdown::CraftSector, &files, &sectors, &[(&one, PresidentTraining::Trained)]);
        assert_eq!((whole.associations, whole.presidents, whole.trained), (4, 3, 1));
        assert_eq!(
            parts.iter().map(|(code, one)| (code.as_str(), one.presidents, one.trained)).collect::<Vec<_>>(),
            [("02", 2, 1), ("03", 2, 1)]
        );
        let (_, levels) = count(CoverageBreakdown::Level, &files, &sectors, &[]);
        assert_eq!(levels.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["communal", "national"]);
    }
}
