//! The report of an edition.

use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::pdf::issued_by;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Language;
use crate::kernel::problem::Kind;
use crate::resources::calls::{self, ApplicationId, Standing};
use crate::resources::events::{self, Brief, Id as EventId, Status};
use crate::resources::outcomes::model::hiding::LEAST;
use crate::resources::outcomes::model::print::{self as printing, Names};
use crate::resources::outcomes::model::report::{self, EarlierEdition, Entrant, EventReport, Reader};
use crate::resources::outcomes::model::{OutcomeDeclaration, OutcomeRound};
use crate::resources::outcomes::store;
use crate::resources::{crafts, institutions, territory};
use print::Frame;
use print::report::Report;
use std::collections::HashMap;

/// Earlier editions that are shown.
const EDITIONS: usize = 5;

/// What is known of the editions that are compared.
struct Gathered {
    standings: Vec<Standing>,
    declared: HashMap<ApplicationId, Vec<OutcomeDeclaration>>,
    sectors: HashMap<ApplicationId, String>,
}

impl Gathered {
    fn entrants(&self, event: EventId) -> Vec<Entrant> {
        let entrant = |one: &Standing| Entrant {
            status: one.status,
            wilaya: one.wilaya_code.clone(),
            sector: self.sectors.get(&one.id).cloned().unwrap_or_default(),
            declared: self.declared.get(&one.id).cloned().unwrap_or_default(),
        };
        self.standings.iter().filter(|one| one.event_id == event).map(entrant).collect()
    }
}

/// The report of an edition, as much of it as the caller may see.
pub fn get(tx: &mut Read<'_>, id: EventId) -> Result<EventReport> {
    let event = events::read(tx, id)?;
    let everything = tx.scope == Scope::All;
    let complete = event.ours || everything;
    if !complete && event.status != Status::Closed {
        return Err(Error::say(
            Kind::NotFound,
            "ينشر تقرير الطبعة بعد اختتام التظاهرة.",
            "Le rapport est publié après la clôture de la manifestation.",
            "The report is published once the event is closed.",
        ));
    }
    let before = events::earlier_editions(tx, &event, EDITIONS)?;
    let editions: Vec<EventId> = std::iter::once(id).chain(before.iter().map(|one| one.id)).collect();
    let mut declared: HashMap<ApplicationId, Vec<OutcomeDeclaration>> = HashMap::new();
    for row in store::of_events(tx.conn, &editions)? {
        declared.entry(row.application_id).or_default().push(row.input()?);
    }
    let seated = [calls::ApplicationStatus::Selected, calls::ApplicationStatus::Confirmed, calls::ApplicationStatus::Attended];
    let entries = calls::entries(tx, id, &seated)?;
    let sector = |entry: calls::Entry| Some((entry.id, entry.content.products.into_iter().next()?.craft_sector));
    let gathered =
        Gathered { standings: calls::standings(tx.conn, &editions)?, declared, sectors: entries.into_iter().filter_map(sector).collect() };
    let today = tx.now.day();
    let reader = Reader { complete, today };
    let entrants = gathered.entrants(id);
    let rounds = |event: &Brief, entrants: &[Entrant], reader: Reader, parts: bool| {
        let of = |round: &OutcomeRound| report::round(entrants, *round, round.window(event.starts_on, event.ends_on), reader, parts);
        OutcomeRound::ALL.iter().map(of).collect()
    };
    // Who organises this edition does not thereby see everything of the others, and sees of their own what their own report shows.
    let of_another = |one: &Brief| Reader { complete: everything || one.ours, today };
    let earlier = before.iter().filter(|one| one.status == Status::Closed).map(|one| {
        let entrants = gathered.entrants(one.id);
        EarlierEdition {
            event_id: one.id,
            event_name: one.name.clone(),
            starts_on: one.starts_on,
            ends_on: one.ends_on,
            headline: report::headline(&entrants, of_another(one)),
            rounds: rounds(one, &entrants, of_another(one), false),
        }
    });
    let (by_wilaya, by_craft_sector) = report::exhibitors(&entrants, reader);
    Ok(EventReport {
        event_id: id,
        event_name: event.name.clone(),
        event_status: event.status,
        starts_on: event.starts_on,
        ends_on: event.ends_on,
        as_of: today,
        complete,
        least_shown: LEAST,
        headline: report::headline(&entrants, reader),
        by_wilaya,
        by_craft_sector,
        rounds: rounds(&event, &entrants, reader, true),
        earlier: earlier.collect(),
    })
}

fn names(conn: &mut AnyConnection, report: &EventReport, organiser: InstitutionId, language: Language) -> Result<Names> {
    let codes: Vec<String> = report.by_wilaya.iter().map(|one| one.code.clone()).collect();
    let wilayas = territory::wilaya_names(conn, &codes)?;
    let sectors = crafts::sector_names(conn)?;
    let organiser = institutions::named(conn, &[organiser])?(organiser).name;
    let said = |(code, name): (String, crate::kernel::language::Text)| (code, name.in_language(language).to_owned());
    Ok(Names {
        wilayas: wilayas.into_iter().map(said).collect(),
        sectors: sectors.into_iter().map(said).collect(),
        organiser: organiser.in_language(language).to_owned(),
    })
}

/// The report and the names it is printed with.
pub fn gather(tx: &mut Read<'_>, id: EventId, language: Language) -> Result<(EventReport, Names)> {
    let report = get(tx, id)?;
    let organiser = events::read(tx, id)?.organiser_id;
    let names = names(tx.conn, &report, organiser, language)?;
    Ok((report, names))
}

/// The report, to print.
pub fn compose(report: &EventReport, names: &Names, language: Language) -> (Frame, Report) {
    let title = printing::TITLE.in_language(language);
    let frame = Frame {
        language: language.into(),
        title: title.to_owned(),
        subject: Some(report.event_name.in_language(language).to_owned()),
        issuer: issued_by(language, &names.organiser),
        number: None,
        date: report.as_of,
    };
    (frame, printing::compose(report, names, language))
}
