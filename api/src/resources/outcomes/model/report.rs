//! The report of an edition: counts and sums, as much of them as its reader may see. Pure.

use super::figures::{EvaluationFigures, OutcomeFigures, means, sums};
use super::hiding::{LEAST, two_ways};
use super::{OutcomeDeclaration, OutcomeRound};
use crate::kernel::language::Text;
use crate::kernel::rounds::{RoundState, Window};
use crate::resources::calls::ApplicationStatus;
use crate::resources::events::{Id as EventId, Status};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

crate::text_enum! {
    /// Why a figure is hidden.
    pub enum HiddenBecause {
        /// Fewer than five associations, or others could be computed from it.
        Few = "few",
        /// The round is not over: each declaration would be the difference of two readings.
        RoundOpen = "round_open",
    }
}

/// Applications that stand in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ApplicationCount {
    /// The state.
    pub status: ApplicationStatus,
    /// How many; null when hidden.
    pub count: Option<usize>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Exhibitors of a wilaya or craft sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ExhibitorCount {
    /// Code of the wilaya or craft sector.
    pub code: String,
    /// How many were there; null when hidden.
    pub count: Option<usize>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// What associations of a wilaya or craft sector have declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OutcomeGroup {
    /// Code of the wilaya or craft sector.
    pub code: String,
    /// How many have declared; null when hidden.
    pub declared: Option<usize>,
    /// What they have declared together; null when hidden.
    pub figures: Option<OutcomeFigures>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// What was declared in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RoundFigures {
    /// The round.
    pub round: OutcomeRound,
    /// First day it is declared.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
    /// Whether it can be declared.
    pub state: RoundState,
    /// How many have declared; null when hidden.
    pub declared: Option<usize>,
    /// What they have declared together; null when hidden or nobody has.
    pub figures: Option<OutcomeFigures>,
    /// How they judge the event; null when hidden or nobody has.
    pub evaluation: Option<EvaluationFigures>,
    /// Why it is hidden; null when it is not.
    pub hidden: Option<HiddenBecause>,
    /// By the wilaya of the association.
    pub by_wilaya: Vec<OutcomeGroup>,
    /// By the craft sector of the first product it brings.
    pub by_craft_sector: Vec<OutcomeGroup>,
}

/// The headline figures of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Headline {
    /// Applications that were handed in; null when hidden.
    pub applications: Option<usize>,
    /// Applications by where they stand.
    pub by_status: Vec<ApplicationCount>,
    /// Associations that were there; null when hidden.
    pub exhibitors: Option<usize>,
    /// Distinct wilayas they came from; null when hidden.
    pub wilayas: Option<usize>,
}

/// An earlier edition beside this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EarlierEdition {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Its headline figures.
    #[serde(flatten)]
    pub headline: Headline,
    /// What was declared, round by round, without parts.
    pub rounds: Vec<RoundFigures>,
}

/// The report of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventReport {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// Where it stands.
    pub event_status: Status,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// The day the figures are of.
    pub as_of: NaiveDate,
    /// Whether the reader sees everything; others see figures of at least `least_shown` associations.
    pub complete: bool,
    /// Fewer associations than this are hidden.
    pub least_shown: usize,
    /// Its headline figures.
    #[serde(flatten)]
    pub headline: Headline,
    /// Associations that were there, by their wilaya.
    pub by_wilaya: Vec<ExhibitorCount>,
    /// The same by the craft sector of the first product they bring.
    pub by_craft_sector: Vec<ExhibitorCount>,
    /// What was declared, round by round.
    pub rounds: Vec<RoundFigures>,
    /// Up to five earlier editions that are over, latest first.
    pub earlier: Vec<EarlierEdition>,
}

/// An application to an edition.
#[derive(Debug, Clone)]
pub struct Entrant {
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Code of the wilaya of its association.
    pub wilaya: String,
    /// Code of the craft sector of the first product.
    pub sector: String,
    /// What its association has declared.
    pub declared: Vec<OutcomeDeclaration>,
}

/// Who reads, when.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// Whether they see everything.
    pub complete: bool,
    /// The day.
    pub today: NaiveDate,
}

impl Reader {
    fn sees(self, count: usize) -> bool {
        self.complete || count == 0 || count >= LEAST
    }
}

/// The headline figures.
pub fn headline(entrants: &[Entrant], reader: Reader) -> Headline {
    let count = |status: ApplicationStatus| entrants.iter().filter(|one| one.status == status).count();
    let counts = ApplicationStatus::ALL.iter().map(|status| (*status, count(*status))).filter(|(_, count)| *count > 0);
    let by_status: Vec<ApplicationCount> = counts
        .map(|(status, count)| ApplicationCount {
            status,
            count: Some(count).filter(|count| reader.sees(*count)),
            hidden: !reader.sees(count),
        })
        .collect();
    let hidden: Vec<usize> = by_status.iter().filter(|one| one.hidden).map(|one| count(one.status)).collect();
    // All but one state, or few together, and the whole would tell what is hidden.
    let whole = hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<usize>() >= LEAST);
    let there = count(ApplicationStatus::Attended);
    let mut wilayas: Vec<&str> =
        entrants.iter().filter(|one| one.status == ApplicationStatus::Attended).map(|one| one.wilaya.as_str()).collect();
    wilayas.sort_unstable();
    wilayas.dedup();
    Headline {
        applications: Some(entrants.len()).filter(|count| whole && reader.sees(*count)),
        by_status,
        exhibitors: Some(there).filter(|count| reader.sees(*count)),
        wilayas: Some(wilayas.len()).filter(|_| reader.sees(there)),
    }
}

/// Members by wilaya and by craft sector: codes, and for each way which of them are hidden.
struct Parted<'e> {
    wilayas: BTreeMap<&'e str, Vec<usize>>,
    sectors: BTreeMap<&'e str, Vec<usize>>,
    hidden: (Vec<bool>, Vec<bool>),
}

fn part<'e>(members: &[&'e Entrant], reader: Reader) -> Parted<'e> {
    let mut wilayas: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut sectors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, one) in members.iter().enumerate() {
        wilayas.entry(&one.wilaya).or_default().push(place);
        sectors.entry(&one.sector).or_default().push(place);
    }
    let place = |codes: &BTreeMap<&str, Vec<usize>>, code: &str| codes.keys().position(|one| *one == code).unwrap_or_default();
    let pairs: Vec<(usize, usize)> = members.iter().map(|one| (place(&wilayas, &one.wilaya), place(&sectors, &one.sector))).collect();
    let hidden = match reader.complete {
        true => (vec![false; wilayas.len()], vec![false; sectors.len()]),
        false => two_ways(&pairs, (wilayas.len(), sectors.len())),
    };
    Parted { wilayas, sectors, hidden }
}

fn counted(parts: &BTreeMap<&str, Vec<usize>>, hidden: &[bool]) -> Vec<ExhibitorCount> {
    let one = |((code, members), hidden): ((&&str, &Vec<usize>), &bool)| ExhibitorCount {
        code: (*code).to_owned(),
        count: Some(members.len()).filter(|_| !hidden),
        hidden: *hidden,
    };
    parts.iter().zip(hidden).map(one).collect()
}

/// Those who were there, by wilaya and by craft sector.
pub fn exhibitors(entrants: &[Entrant], reader: Reader) -> (Vec<ExhibitorCount>, Vec<ExhibitorCount>) {
    let there: Vec<&Entrant> = entrants.iter().filter(|one| one.status == ApplicationStatus::Attended).collect();
    let parted = part(&there, reader);
    (counted(&parted.wilayas, &parted.hidden.0), counted(&parted.sectors, &parted.hidden.1))
}

/// What was declared in a round; its parts where they are asked for.
pub fn round(entrants: &[Entrant], round: OutcomeRound, window: Window, reader: Reader, parts: bool) -> RoundFigures {
    let said = |one: &Entrant| one.declared.iter().position(|declared| declared.round == round);
    let members: Vec<&Entrant> = entrants.iter().filter(|one| super::exhibits(one.status) && said(one).is_some()).collect();
    let declared: Vec<&OutcomeDeclaration> =
        members.iter().flat_map(|one| one.declared.iter().filter(|declared| declared.round == round)).collect();
    let state = window.state(reader.today);
    let hidden = if !reader.complete && state != RoundState::Closed {
        Some(HiddenBecause::RoundOpen)
    } else if !reader.sees(declared.len()) {
        Some(HiddenBecause::Few)
    } else {
        None
    };
    let mut figures = RoundFigures {
        round,
        opens_on: window.opens_on,
        closes_on: window.closes_on,
        state,
        declared: None,
        figures: None,
        evaluation: None,
        hidden,
        by_wilaya: Vec::new(),
        by_craft_sector: Vec::new(),
    };
    if hidden.is_some() {
        return figures;
    }
    figures.declared = Some(declared.len());
    if declared.is_empty() {
        return figures;
    }
    figures.figures = Some(sums(&declared, !reader.complete));
    let judged: Vec<_> = declared.iter().filter_map(|one| one.evaluation.as_ref()).collect();
    figures.evaluation = means(&judged).filter(|means| reader.sees(means.answered));
    if parts {
        let parted = part(&members, reader);
        let groups = |parts: &BTreeMap<&str, Vec<usize>>, hidden: &[bool]| -> Vec<OutcomeGroup> {
            let group = |((code, places), hidden): ((&&str, &Vec<usize>), &bool)| {
                let theirs: Vec<&OutcomeDeclaration> = places.iter().map(|place| declared[*place]).collect();
                OutcomeGroup {
                    code: (*code).to_owned(),
                    declared: Some(theirs.len()).filter(|_| !hidden),
                    figures: Some(sums(&theirs, !reader.complete)).filter(|_| !hidden),
                    hidden: *hidden,
                }
            };
            parts.iter().zip(hidden).map(group).collect()
        };
        figures.by_wilaya = groups(&parted.wilayas, &parted.hidden.0);
        figures.by_craft_sector = groups(&parted.sectors, &parted.hidden.1);
    }
    figures
}
