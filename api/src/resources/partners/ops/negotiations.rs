//! Negotiations: interests, limits, offers by round, outcome.

use super::records;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::money::Money;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::partners::model::{Ending, KeptOffer, KnownZone, Negotiation, RecordId, RecordKind, Side};
use crate::resources::partners::store::{self, Record};
use crate::resources::partners::wire::{AgreementZone, NegotiationOpening, Offer, OfferInput, OutcomeInput, ProjectNegotiation, ZoneState};
use crate::resources::projects::{self, Id as ProjectId};

const KIND: RecordKind = RecordKind::Negotiation;
/// Most offers of a negotiation.
const MOST_OFFERS: usize = 200;

fn zone(known: KnownZone) -> AgreementZone {
    let nothing = AgreementZone { state: ZoneState::Unknown, low: None, high: None, missing: None };
    match known {
        KnownZone::Unknown => nothing,
        KnownZone::None(missing) => AgreementZone { state: ZoneState::None, missing: Some(Money::centimes(missing)), ..nothing },
        KnownZone::Some(zone) => AgreementZone {
            state: ZoneState::Exists,
            low: Some(Money::centimes(zone.low)),
            high: Some(Money::centimes(zone.high)),
            ..nothing
        },
    }
}

fn shown(record: &Record) -> Result<ProjectNegotiation> {
    let kept: Negotiation = record.document.read()?;
    let (concessions, gap, zone) = (kept.concessions(), kept.gap(), zone(kept.content.zone()));
    let (mut ours, mut theirs) = (0, 0);
    let offers = kept.offers.into_iter().zip(concessions).map(|(offer, concession)| {
        let round = if offer.content.side == Side::Ours { &mut ours } else { &mut theirs };
        *round += 1;
        Offer { id: offer.id, round: *round, offer: offer.content, concession: concession.map(Money::centimes) }
    });
    Ok(ProjectNegotiation {
        id: record.id,
        partner_id: record.partner_id.unwrap_or(record.id),
        negotiation: kept.content,
        zone,
        offers: offers.collect(),
        gap: gap.map(Money::centimes),
        outcome: kept.outcome,
        version: record.version,
    })
}

pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<ProjectNegotiation>> {
    projects::read(tx, id)?;
    store::list(tx.conn, id, KIND, None)?.iter().map(shown).collect()
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, negotiation: RecordId) -> Result<ProjectNegotiation> {
    projects::read(tx, id)?;
    shown(&store::find(tx.conn, id, KIND, negotiation)?)
}

/// Refuses a partner that the project does not have.
pub fn known_partner(tx: &mut Write<'_>, id: ProjectId, partner: RecordId) -> Result<()> {
    let mut faults = Faults::default();
    if store::find(tx.conn, id, RecordKind::Partner, partner).is_err() {
        faults.expecting("/partner_id", Fault::NoSuch, partner);
    }
    faults.finish()
}

pub fn open(tx: &mut Write<'_>, id: ProjectId, input: NegotiationOpening) -> Result<ProjectNegotiation> {
    projects::open(tx, id)?;
    known_partner(tx, id, input.partner_id)?;
    let kept = Negotiation { content: input.negotiation, offers: Vec::new(), outcome: None };
    shown(&records::add(tx, id, KIND, Some(input.partner_id), &kept)?)
}

/// A negotiation that still goes on.
fn going_on(tx: &mut Write<'_>, id: ProjectId, negotiation: RecordId) -> Result<(Record, Negotiation)> {
    projects::open(tx, id)?;
    let record = store::find(tx.conn, id, KIND, negotiation)?;
    let kept: Negotiation = record.document.read()?;
    if kept.outcome.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "انتهى هذا التفاوض، افتح تفاوضا جديدا.",
            "Cette négociation est terminée : ouvrez-en une nouvelle.",
            "This negotiation is over: open a new one.",
        ));
    }
    Ok((record, kept))
}

pub fn update(
    tx: &mut Write<'_>,
    id: ProjectId,
    negotiation: RecordId,
    expected: IfMatch,
    patch: &MergePatch,
) -> Result<ProjectNegotiation> {
    let (record, mut kept) = going_on(tx, id, negotiation)?;
    expected.check(record.version)?;
    kept.content = patch.apply(&kept.content)?;
    shown(&records::change(tx, record, &kept)?)
}

pub fn offer(tx: &mut Write<'_>, id: ProjectId, negotiation: RecordId, input: OfferInput) -> Result<ProjectNegotiation> {
    let (record, mut kept) = going_on(tx, id, negotiation)?;
    let mut faults = Faults::default();
    if input.on > tx.now.day() {
        faults.add("/on", Fault::InTheFuture);
    }
    if input.amount.is_none() && input.terms.as_deref().unwrap_or_default().trim().is_empty() {
        faults.add("/amount", Fault::Required);
    }
    if input.amount.is_some_and(|amount| amount.amount < 0) {
        faults.expecting("/amount/amount", Fault::TooSmall, 0);
    }
    if kept.offers.last().is_some_and(|last| last.content.on > input.on) {
        faults.add("/on", Fault::WrongOrder);
    }
    if kept.offers.len() >= MOST_OFFERS {
        faults.expecting("", Fault::TooMany, MOST_OFFERS);
    }
    faults.finish()?;
    kept.offers.push(KeptOffer { id: tx.new_id(), content: input });
    shown(&records::change(tx, record, &kept)?)
}

pub fn conclude(tx: &mut Write<'_>, id: ProjectId, negotiation: RecordId, input: OutcomeInput) -> Result<ProjectNegotiation> {
    let (record, mut kept) = going_on(tx, id, negotiation)?;
    let mut faults = Faults::default();
    if input.on > tx.now.day() {
        faults.add("/on", Fault::InTheFuture);
    }
    if input.result == Ending::Failed && input.amount.is_some() {
        faults.expecting("/amount", Fault::Contradiction, "result = failed");
    }
    faults.finish()?;
    kept.outcome = Some(input);
    shown(&records::change(tx, record, &kept)?)
}
