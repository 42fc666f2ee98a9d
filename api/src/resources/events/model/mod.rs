//! What an event is, its states, and what its dates and hours must agree on. Pure.

mod hours;

use crate::kernel::ids::InstitutionId;
use crate::kernel::language::{LongText, Text};
use crate::kernel::validate::{Fault, Faults};
use chrono::{Datelike, Days, NaiveDate};
pub use hours::{OpeningHours, openings, time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// An event.
    EventId);
crate::id_type!(/// A step of an event.
    TransitionId);

crate::text_enum! {
    /// What kind of event.
    pub enum EventKind {
        /// An exhibition: stands, mostly to sell.
        Exhibition = "exhibition",
        /// A salon: stands, with a jury or a programme for the trade.
        Salon = "salon",
        /// An awareness day: no stands.
        AwarenessDay = "awareness_day",
    }
}

impl EventKind {
    /// Whether associations have stands there, and show what they make.
    pub const fn has_stands(self) -> bool {
        !matches!(self, Self::AwarenessDay)
    }
}

crate::text_enum! {
    /// How far an event reaches.
    pub enum EventScale {
        /// A commune or a wilaya.
        Local = "local",
        /// Several wilayas.
        Regional = "regional",
        /// The country.
        National = "national",
        /// Exhibitors from abroad.
        International = "international",
    }
}

crate::text_enum! {
    /// Where an event stands.
    pub enum EventStatus {
        /// Being prepared; its organisers alone see it.
        Draft = "draft",
        /// Announced.
        Published = "published",
        /// Put off; its dates are as they were until new ones are announced.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
        /// Over.
        Closed = "closed",
    }
}

/// A step from state to state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Announced, or announced again with new dates.
    Publish,
    /// Put off.
    Postpone,
    /// Called off.
    Cancel,
    /// Over.
    Close,
}

impl Step {
    /// The state the step leads to, when it can be taken now.
    pub fn from(self, status: EventStatus) -> Option<EventStatus> {
        match (self, status) {
            (Self::Publish, EventStatus::Draft | EventStatus::Postponed) => Some(EventStatus::Published),
            (Self::Postpone, EventStatus::Published) => Some(EventStatus::Postponed),
            (Self::Cancel, EventStatus::Published | EventStatus::Postponed) => Some(EventStatus::Cancelled),
            (Self::Close, EventStatus::Published) => Some(EventStatus::Closed),
            _ => None,
        }
    }
}

impl EventStatus {
    /// Whether the event no longer changes.
    pub fn over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Closed)
    }
}

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventPlace {
    /// Code of the commune.
    #[schema(pattern = "^[0-9]{4}$", examples("1601"))]
    pub commune_code: String,
    /// Building or place.
    pub venue: Text,
    /// Hall or part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hall: Option<Text>,
    /// Degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -9.0, maximum = 12.0)]
    pub longitude: Option<f64>,
    /// Degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 18.0, maximum = 38.0)]
    pub latitude: Option<f64>,
}

/// Something that happens during an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeEntry {
    /// The day.
    pub on: NaiveDate,
    /// It begins, hours and minutes in Algeria.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", examples("10:00"))]
    pub from: Option<String>,
    /// It ends; before it begins, that is past midnight, while the doors are open so long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", examples("11:30"))]
    pub until: Option<String>,
    /// What it is.
    pub title: Text,
}

/// What can be written of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// What kind of event.
    pub kind: EventKind,
    /// How far it reaches; a chamber announces local and regional ones.
    pub scale: EventScale,
    /// Its name.
    pub name: Text,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LongText>,
    /// Institutions that organise it too, and may change it.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub co_organiser_ids: Vec<InstitutionId>,
    /// Where.
    pub place: EventPlace,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// When the doors are open.
    #[serde(default)]
    #[schema(max_items = 60)]
    pub hours: Vec<OpeningHours>,
    /// Codes of the craft sectors it is for; all when empty.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub craft_sectors: Vec<String>,
    /// What happens during it.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub programme: Vec<ProgrammeEntry>,
    /// Where visitors and exhibitors may ask, an e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, pattern = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", examples("salon@cam.dz"))]
    pub contact_email: Option<String>,
    /// Where visitors and exhibitors may ask, a telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub contact_phone: Option<String>,
}

/// First and last year of an event.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;
/// Most days of an event.
const MOST_DAYS: u64 = 120;

/// Notes what the dates and hours of an event contradict.
pub fn check_dates(input: &EventInput, faults: &mut Faults) {
    if !YEARS.contains(&input.starts_on.year()) {
        faults.expecting("/starts_on", Fault::WrongFormat, format!("{}–{}", YEARS.start(), YEARS.end()));
    }
    if input.ends_on < input.starts_on {
        faults.add("/ends_on", Fault::WrongOrder);
        return;
    }
    if let Some(latest) = input.starts_on.checked_add_days(Days::new(MOST_DAYS - 1)).filter(|latest| input.ends_on > *latest) {
        faults.expecting("/ends_on", Fault::TooLarge, latest);
    }
    let during = |day: NaiveDate| day >= input.starts_on && day <= input.ends_on;
    let span = format!("{} – {}", input.starts_on, input.ends_on);
    for (index, hours) in input.hours.iter().enumerate() {
        let pointer = format!("/hours/{index}");
        if hours.closes == hours.opens {
            faults.add(format!("{pointer}/closes"), Fault::WrongOrder);
        }
        if hours.on.is_some_and(|day| !during(day)) {
            faults.expecting(format!("{pointer}/on"), Fault::NotAllowed, &span);
        }
    }
    hours::check_overlaps(input, faults);
    for (index, entry) in input.programme.iter().enumerate() {
        let pointer = format!("/programme/{index}");
        if !during(entry.on) {
            faults.expecting(format!("{pointer}/on"), Fault::NotAllowed, &span);
        }
        match (&entry.from, &entry.until) {
            (Some(from), Some(until)) if time(until) <= time(from) && !hours::lasts_until(input, entry.on, until) => {
                faults.add(format!("{pointer}/until"), Fault::WrongOrder);
            }
            (None, Some(_)) => faults.add(format!("{pointer}/from"), Fault::Required),
            _ => {}
        }
    }
    let place = &input.place;
    if place.longitude.is_some() != place.latitude.is_some() {
        faults.add(if place.longitude.is_some() { "/place/latitude" } else { "/place/longitude" }, Fault::Required);
    }
}

/// The content with another first day, everything that has a day moved with it; nothing where no calendar reaches.
pub fn moved(input: &EventInput, starts_on: NaiveDate) -> Option<EventInput> {
    let by = starts_on - input.starts_on;
    let mut next = input.clone();
    next.starts_on = starts_on;
    let hours = next.hours.iter_mut().filter_map(|hours| hours.on.as_mut());
    let programme = next.programme.iter_mut().map(|entry| &mut entry.on);
    for day in hours.chain(programme).chain([&mut next.ends_on]) {
        *day = day.checked_add_signed(by)?;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn text(ar: &str) -> Text {
        Text { ar: ar.into(), fr: None, en: None }
    }

    pub fn salon() -> EventInput {
        EventInput {
            kind: EventKind::Salon,
            scale: EventScale::Regional,
            name: text("صالون الخزف"),
            description: None,
            co_organiser_ids: Vec::new(),
            place: EventPlace {
                commune_code: "1601".into(), venue: text("قصر المعارض"), hall: None, longitude: None, latitude: None
            },
            starts_on: day("2026-10-05"),
            ends_on: day("2026-10-09"),
            hours: vec![
                OpeningHours { on: None, opens: "09:00".into(), closes: "19:00".into() },
                OpeningHours { on: Some(day("2026-10-09")), opens: "14:30".into(), closes: "20:00".into() },
            ],
            craft_sectors: Vec::new(),
            programme: vec![ProgrammeEntry {
                on: day("2026-10-06"),
                from: Some("10:00".into()),
                until: Some("11:30".into()),
                title: text("ورشة"),
            }],
            contact_email: None,
            contact_phone: None,
        }
    }

    fn faults(input: &EventInput) -> Vec<String> {
        let mut faults = Faults::default();
        check_dates(input, &mut faults);
        faults.finish().err().map(|error| error.fields.iter().map(|fault| fault.pointer.clone()).collect()).unwrap_or_default()
    }

    #[test]
    fn every_date_and_hour_that_contradicts_another_is_named() {
        assert!(faults(&salon()).is_empty());
        let mut wrong = salon();
        wrong.hours[0].closes = "09:00".into();
        wrong.hours[1].on = Some(day("2026-10-10"));
        wrong.programme[0].until = Some("09:59".into());
        wrong.place.latitude = Some(36.7);
        assert_eq!(faults(&wrong), ["/hours/0/closes", "/hours/1/on", "/programme/0/until", "/place/longitude"]);
        let backwards = EventInput { ends_on: day("2026-10-04"), ..salon() };
        assert_eq!(faults(&backwards), ["/ends_on"]);
        let endless = EventInput { ends_on: day("2027-02-02"), ..salon() };
        assert_eq!(faults(&endless), ["/ends_on"]);
        let long = EventInput { ends_on: day("2027-02-01"), ..salon() };
        assert!(faults(&long).is_empty(), "120 days are fine");
    }

    #[test]
    fn the_next_edition_keeps_the_distances_of_its_days() {
        let next = moved(&salon(), day("2027-10-04")).unwrap();
        let days = (next.ends_on, next.hours[0].on, next.hours[1].on, next.programme[0].on);
        assert_eq!(days, (day("2027-10-08"), None, Some(day("2027-10-08")), day("2027-10-05")));
        assert_eq!(moved(&salon(), NaiveDate::MAX), None);
    }

    #[test]
    fn what_is_over_takes_no_further_step() {
        for status in [EventStatus::Cancelled, EventStatus::Closed] {
            assert!(status.over());
            for step in [Step::Publish, Step::Postpone, Step::Cancel, Step::Close] {
                assert_eq!(step.from(status), None);
            }
        }
        assert_eq!(Step::Publish.from(EventStatus::Postponed), Some(EventStatus::Published));
        assert_eq!(Step::Cancel.from(EventStatus::Draft), None, "nobody was told of a draft");
    }
}
