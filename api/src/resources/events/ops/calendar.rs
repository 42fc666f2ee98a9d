//! Events for calendars (RFC 5545) and feed readers (RFC 4287).

use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::language::{Language, Phrase, Text};
use crate::resources::events::model::{self, EventId, EventInput, EventStatus, OpeningHours};
use crate::resources::events::store::{self, Filter, Order, Row};
use crate::resources::events::wire::CalendarQuery;
use crate::resources::territory;
use atom_syndication::{Entry, Feed, Link, Text as AtomText};
use chrono::{Days, NaiveDate};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike, Property};
use std::collections::HashMap;

/// How long an event stays in calendars after its end, in days.
const KEPT_DAYS: u64 = 366;
/// Most events of a calendar.
const MOST: i64 = 2000;
/// Entries of a feed.
const LATEST: i64 = 100;

const NAME: Phrase = Phrase {
    ar: "تظاهرات الصناعة التقليدية", fr: "Manifestations de l’artisanat", en: "Traditional crafts events"
};
const DEADLINE: Phrase = Phrase { ar: "آخر أجل للمشاركة", fr: "Clôture de l’appel", en: "The call closes" };
const NEXT_DAY: Phrase = Phrase { ar: "من اليوم الموالي", fr: "le lendemain", en: "the next day" };
const POSTPONED: Phrase = Phrase { ar: "مؤجلة", fr: "Reportée", en: "Postponed" };
const CANCELLED: Phrase = Phrase { ar: "ملغاة", fr: "Annulée", en: "Cancelled" };
const ZONE: &str = "Africa/Algiers";
/// Algeria's time since 1981: one hour ahead the whole year. As text: the library gives every component an identifier, which a time zone may
/// not have.
const ZONE_RULES: &str = "BEGIN:VTIMEZONE\r\nTZID:Africa/Algiers\r\nBEGIN:STANDARD\r\nDTSTART:19810501T000000\r\nTZNAME:CET\r\n\
    TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
const FIRST_EVENT: &str = "BEGIN:VEVENT\r\n";

/// What an event says of itself in one language.
struct Told {
    title: String,
    place: String,
    about: String,
    url: String,
}

fn told(row: &Row, event: &EventInput, commune: Option<&Text>, language: Language, public_url: &str) -> Told {
    let name = event.name.in_language(language);
    let title = match row.status {
        EventStatus::Postponed => format!("{} · {name}", POSTPONED.in_language(language)),
        EventStatus::Cancelled => format!("{} · {name}", CANCELLED.in_language(language)),
        _ => name.to_owned(),
    };
    let comma = if language == Language::Arabic { "، " } else { ", " };
    let parts = [event.place.hall.as_ref(), Some(&event.place.venue), commune];
    let place: Vec<&str> = parts.into_iter().flatten().map(|part| part.in_language(language)).collect();
    let mut ordered: Vec<&OpeningHours> = event.hours.iter().collect();
    ordered.sort_by(|a, b| (a.on, &a.opens).cmp(&(b.on, &b.opens)));
    let hours = ordered.into_iter().map(|hours| {
        let day = hours.on.map_or_else(String::new, |day| format!("{day} "));
        let next = if hours.past_midnight() { format!(" ({})", NEXT_DAY.in_language(language)) } else { String::new() };
        format!("{day}{}–{}{next}", hours.opens, hours.closes)
    });
    let about: Vec<String> = event.description.iter().map(|text| text.in_language(language).to_owned()).chain(hours).collect();
    Told { title, place: place.join(comma), about: about.join("\n"), url: format!("{public_url}/{language}/events/{}", row.id) }
}

/// An event of one day with hours, as the two instants it begins and ends, past midnight too; nothing for one of whole days.
fn timed(event: &EventInput) -> Option<(CalendarDateTime, CalendarDateTime)> {
    if event.starts_on != event.ends_on {
        return None;
    }
    let openings = model::openings(event);
    let at = |date_time| CalendarDateTime::WithTimezone { date_time, tzid: ZONE.to_owned() };
    let (opens, closes) = (openings.iter().map(|one| one.opens).min()?, openings.iter().map(|one| one.closes).max()?);
    Some((at(opens), at(closes)))
}

fn entry(row: &Row, event: &EventInput, told: &Told) -> icalendar::Event {
    let mut entry = icalendar::Event::with_uid(&format!("urn:uuid:{}", row.id));
    match timed(event) {
        Some((opens, closes)) => {
            entry.starts(DatePerhapsTime::from(opens)).ends(DatePerhapsTime::from(closes));
        }
        // The end of whole days is the day after the last.
        None => {
            let end: NaiveDate = event.ends_on.checked_add_days(Days::new(1)).unwrap_or(event.ends_on);
            entry.starts(event.starts_on).ends(end);
        }
    }
    entry
        .summary(&told.title)
        .location(&told.place)
        .url(&told.url)
        .status(match row.status {
            EventStatus::Cancelled => icalendar::EventStatus::Cancelled,
            EventStatus::Postponed => icalendar::EventStatus::Tentative,
            _ => icalendar::EventStatus::Confirmed,
        })
        // The same event is the same text, whenever it is asked for.
        .timestamp(row.updated_at.utc())
        .last_modified(row.updated_at.utc())
        .sequence(u32::try_from(row.version).unwrap_or(u32::MAX));
    if !told.about.is_empty() {
        entry.description(&told.about);
    }
    if let (Some(longitude), Some(latitude)) = (event.place.longitude, event.place.latitude) {
        entry.add_property("GEO", format!("{latitude};{longitude}"));
    }
    entry.done()
}

/// The end of the call of an event that is still to take place.
fn deadline(row: &Row, event: &EventInput, closes_at: Instant, told: &Told, language: Language) -> icalendar::Event {
    let name = event.name.in_language(language);
    icalendar::Event::with_uid(&format!("urn:uuid:{}#call", row.id))
        .starts(closes_at.utc())
        .summary(&format!("{} · {name}", DEADLINE.in_language(language)))
        .url(&told.url)
        .timestamp(row.updated_at.utc())
        .last_modified(row.updated_at.utc())
        .done()
}

/// What another resource puts into a calendar: something of whole days, or of hours.
#[derive(Debug, Clone)]
pub struct CalendarEntry {
    /// Told apart from everything else.
    pub id: uuid::Uuid,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// From when until when; whole days where there is nothing.
    pub hours: Option<(Instant, Instant)>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// Its page.
    pub url: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

impl CalendarEntry {
    fn event(&self, language: Language) -> icalendar::Event {
        let title = if self.cancelled { format!("{} · {}", CANCELLED.in_language(language), self.title) } else { self.title.clone() };
        let mut event = icalendar::Event::with_uid(&format!("urn:uuid:{}", self.id));
        match self.hours {
            Some((from, until)) => event.starts(from.utc()).ends(until.utc()),
            None => event.starts(self.starts_on).ends(self.ends_on.checked_add_days(Days::new(1)).unwrap_or(self.ends_on)),
        };
        event
            .summary(&title)
            .location(&self.place)
            .url(&self.url)
            .status(if self.cancelled { icalendar::EventStatus::Cancelled } else { icalendar::EventStatus::Confirmed })
            .timestamp(self.updated_at.utc())
            .last_modified(self.updated_at.utc())
            .sequence(u32::try_from(self.version).unwrap_or(u32::MAX))
            .done()
    }
}

/// A calendar without anything in it.
fn empty(name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//craft-associations-platform//events//AR"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(name).timezone(ZONE).ttl(&chrono::Duration::hours(12));
    calendar
}

/// The calendar as it is sent, with what Algeria's time is.
fn sent(calendar: &Calendar) -> String {
    let text = calendar.to_string();
    match text.split_once(FIRST_EVENT) {
        Some((head, events)) => [head, ZONE_RULES, FIRST_EVENT, events].concat(),
        None => text,
    }
}

/// A calendar of its own of what another resource has.
pub fn of_entries(name: &str, entries: &[CalendarEntry], language: Language) -> String {
    let mut calendar = empty(name);
    for one in entries {
        calendar.push(one.event(language));
    }
    sent(&calendar)
}

fn calendar(tx: &mut Read<'_>, rows: &[Row], more: &[CalendarEntry], language: Language) -> Result<String> {
    let mut calendar = empty(NAME.in_language(language));
    let ids: Vec<EventId> = rows.iter().map(|row| row.id).collect();
    let windows = store::windows(tx.conn, &ids)?;
    for (row, event, told) in in_words(tx, rows, language)? {
        calendar.push(entry(row, &event, &told));
        if let (Some((_, closes_at)), EventStatus::Published) = (windows.get(&row.id), row.status) {
            calendar.push(deadline(row, &event, *closes_at, &told, language));
        }
    }
    for one in more {
        calendar.push(one.event(language));
    }
    Ok(sent(&calendar))
}

fn in_words<'a>(tx: &mut Read<'_>, rows: &'a [Row], language: Language) -> Result<Vec<(&'a Row, EventInput, Told)>> {
    let codes: Vec<String> = rows.iter().map(|row| row.commune_code.clone()).collect();
    let communes: HashMap<String, Text> =
        territory::find_communes(tx.conn, &codes)?.into_iter().map(|commune| (commune.code, commune.name)).collect();
    let public_url = &tx.kernel.config.public_url;
    let one = |row: &'a Row| {
        let event: EventInput = row.document.read()?;
        let told = told(row, &event, communes.get(&row.commune_code), language, public_url);
        Ok((row, event, told))
    };
    rows.iter().map(one).collect()
}

/// Announced events, whoever asks: a calendar may be read by others than who asked for it.
fn announced(query: &CalendarQuery) -> Filter {
    Filter {
        kinds: query.kind.clone(),
        statuses: vec![EventStatus::Published, EventStatus::Postponed, EventStatus::Cancelled, EventStatus::Closed],
        wilayas: query.wilaya.clone(),
        sectors: query.craft_sector.clone(),
        ..Filter::default()
    }
}

/// The calendar of all events that match; with what else there is where no kind and no craft is asked for.
pub fn all(tx: &mut Read<'_>, query: &CalendarQuery) -> Result<String> {
    let language = query.language.unwrap_or(tx.origin.language);
    let from = tx.now.day().checked_sub_days(Days::new(KEPT_DAYS));
    let conditions = store::conditions(tx, &Filter { from, ..announced(query) });
    let rows = store::page(tx.conn, conditions, (Order::Starts, false), None, MOST)?;
    let mut more = Vec::new();
    if let (Some(from), true, true) = (from, query.kind.is_empty(), query.craft_sector.is_empty()) {
        for part in crate::resources::CALENDAR_PARTS {
            more.extend(part(tx, &query.wilaya, from, language)?);
        }
    }
    calendar(tx, &rows, &more, language)
}

/// One event, to be put into a calendar.
pub fn one(tx: &mut Read<'_>, id: EventId, language: Option<Language>) -> Result<String> {
    let row = store::find(tx, id)?;
    let language = language.unwrap_or(tx.origin.language);
    calendar(tx, &[row], &[], language)
}

/// The address a feed has for whoever subscribes to it.
fn own_address(query: &CalendarQuery, language: Language, public_url: &str) -> String {
    let kinds = query.kind.iter().map(|kind| format!("kind={kind}"));
    let wilayas = query.wilaya.iter().map(|code| format!("wilaya={code}"));
    let sectors = query.craft_sector.iter().map(|code| format!("craft_sector={code}"));
    let parts: Vec<String> = kinds.chain(wilayas).chain(sectors).chain([format!("language={language}")]).collect();
    format!("{public_url}/api/v1/events/feed?{}", parts.join("&"))
}

/// The feed of what was announced or changed last.
pub fn feed(tx: &mut Read<'_>, query: &CalendarQuery) -> Result<String> {
    let language = query.language.unwrap_or(tx.origin.language);
    let conditions = store::conditions(tx, &announced(query));
    let rows = store::latest(tx.conn, conditions, LATEST)?;
    let public_url = tx.kernel.config.public_url.clone();
    let updated = rows.first().map_or(chrono::DateTime::UNIX_EPOCH, |row| row.updated_at.utc()).fixed_offset();
    let link = |href: String, rel: &str| Link { href, rel: rel.to_owned(), ..Link::default() };
    let entries = in_words(tx, &rows, language)?.into_iter().map(|(row, event, told)| {
        let days = language.days(event.starts_on, event.ends_on);
        let summary: Vec<&str> =
            [days.as_str(), told.place.as_str(), told.about.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        Entry {
            title: AtomText::plain(told.title),
            id: format!("urn:uuid:{}", row.id),
            updated: row.updated_at.utc().fixed_offset(),
            links: vec![link(told.url, "alternate")],
            summary: Some(AtomText::plain(summary.join("\n"))),
            ..Entry::default()
        }
    });
    let feed = Feed {
        title: AtomText::plain(NAME.in_language(language)),
        id: format!("{public_url}/api/v1/events/feed"),
        updated,
        authors: vec![atom_syndication::Person { name: NAME.in_language(language).to_owned(), ..atom_syndication::Person::default() }],
        links: vec![link(own_address(query, language, &public_url), "self"), link(format!("{public_url}/{language}/events"), "alternate")],
        lang: Some(language.to_string()),
        entries: entries.collect(),
        ..Feed::default()
    };
    Ok(feed.to_string())
}
