//! One stand by hand: given, moved, exchanged, taken back.

use super::{SUBJECT, names, proposal, seated, telling};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller, Scope};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault, Sentence};
use crate::resources::calls::{self, ApplicationId};
use crate::resources::event_plans::{self, Drawn};
use crate::resources::event_stands::ops::lists::{bare, holder};
use crate::resources::event_stands::store::{self, Row};
use crate::resources::event_stands::wire::{ApplicationStand, EventStand, StandGift};
use floor::allocation::assess;
use serde_json::json;

static TAKEN: Sentence = Sentence {
    code: "stand_taken",
    phrase: Phrase {
        ar: "هذا الجناح أُسند من قبل إلى: {}. اختر غيره أو بادل بينهما.",
        fr: "Ce stand est déjà attribué à : {}. Choisissez-en un autre, ou échangez.",
        en: "Somebody has this stand already: {}. Choose another one, or exchange them.",
    },
};
static MOVED: Sentence = Sentence {
    code: "stand_moved",
    phrase: Phrase {
        ar: "تغير جناح هذا الطلب في الأثناء، وهو الآن: {}.",
        fr: "Le stand de cette candidature a changé entre-temps, c’est maintenant : {}.",
        en: "The stand of this application has changed in the meantime; it is now: {}.",
    },
};
static LOCKED: Sentence = Sentence {
    code: "stand_locked",
    phrase: Phrase {
        ar: "الجناح مثبت لصاحبه، أزل التثبيت أولا: {}.",
        fr: "Ce stand est fixé : libérez-le d’abord : {}.",
        en: "This stand is locked for whoever has it; unlock it first: {}.",
    },
};

fn conflict(pointer: &str, sentence: &'static Sentence, fact: impl std::fmt::Display) -> Error {
    Error { fields: vec![FieldFault::expecting(pointer, Fault::Of(sentence), fact)], ..Error::new(Kind::WrongState) }
}

/// An application of somebody else's event is not there, whatever the reason.
fn hidden(error: Error) -> Error {
    if error.kind == Kind::Forbidden { Error::not_found() } else { error }
}

/// The view of one application's stand; whoever is not inside does not learn who has what was wished for.
fn view(tx: &mut Read<'_>, drawn: Drawn, id: ApplicationId) -> Result<ApplicationStand> {
    let inside = drawn.event.ours || tx.scope == Scope::All;
    let seated = seated(tx, drawn.event.id)?;
    let found = seated.iter().find(|(entry, _)| entry.id == id).and_then(|(entry, row)| row.as_ref().map(|row| (entry, row)));
    let Some((entry, row)) = found else { return Err(Error::not_found()) };
    let Some(place) = drawn.plan.stands.iter().find(|stand| stand.number == row.stand).cloned() else { return Err(Error::not_found()) };
    let named = names(tx, &[entry])?;
    let told = assess(&proposal::request(drawn.plan, &seated, |_| true)).map_err(Error::internal)?;
    let text = id.to_string();
    let (reasons, mut unmet) =
        told.allocations.into_iter().find(|one| one.application == text).map_or_else(Default::default, |one| (one.reasons, one.unmet));
    if !inside {
        unmet.iter_mut().for_each(|one| one.given_to = None);
    }
    Ok(ApplicationStand {
        application_id: id,
        event_id: drawn.event.id,
        stand: EventStand { holder: Some(holder(&place, entry, row, named(entry.association_id), inside)), ..bare(&place) },
        given_at: row.given_at,
        reasons,
        unmet,
    })
}

/// The stand of an application: for its association once the plan is public, for the organisers and those who read everything.
pub fn get(tx: &mut Read<'_>, id: ApplicationId) -> Result<ApplicationStand> {
    let entry = calls::entry(tx, id)?;
    let drawn = event_plans::shown(tx, entry.event_id)?;
    let own = tx.caller.is_some_and(|caller| caller.body == Body::Association(entry.association_id));
    if own || drawn.event.ours || tx.scope == Scope::All { view(tx, drawn, id) } else { Err(Error::not_found()) }
}

/// Gives an application a stand, moves it, or exchanges two.
pub fn give(tx: &mut Write<'_>, id: ApplicationId, gift: &StandGift) -> Result<ApplicationStand> {
    let entry = calls::entry(tx, id)?;
    let drawn = event_plans::drawn(tx, entry.event_id).map_err(hidden)?;
    let entry = calls::entry(tx, entry.id)?;
    if !entry.status.seated() {
        return Err(Error::say(
            Kind::WrongState,
            "لا يسند جناح إلا إلى من له مقعد في التظاهرة.",
            "Un stand n’est attribué qu’à une candidature retenue.",
            "Only an application with a seat gets a stand.",
        ));
    }
    if drawn.plan.stands.iter().all(|stand| stand.number != gift.stand) {
        return Err(Error::invalid(vec![FieldFault::expecting("/stand", Fault::NoSuch, &gift.stand)]));
    }
    let rows = store::of_event(tx.conn, entry.event_id)?;
    let present = rows.iter().find(|row| row.application_id == id);
    let place = present.map(|row| row.stand.as_str());
    // What is asked for is there already: the same request once more.
    let stays = place == Some(gift.stand.as_str());
    if !stays && place != gift.from.as_deref() {
        return Err(conflict("/from", &MOVED, place.unwrap_or("—")));
    }
    if present.is_some_and(|row| row.locked) && !stays {
        return Err(conflict("/from", &LOCKED, place.unwrap_or_default()));
    }
    let (event_id, given_at, given_by) = (entry.event_id, tx.now, tx.caller.and_then(Caller::person));
    let row = |application_id, stand: &str, locked, before: Option<&Row>| Row {
        application_id,
        event_id,
        stand: stand.to_owned(),
        locked,
        given_at,
        given_by,
        told: before.and_then(|row| row.told.clone()),
    };
    let mut next = vec![row(id, &gift.stand, gift.locked, present)];
    let mut leave = vec![id];
    if let Some(other) = rows.iter().find(|row| row.stand == gift.stand && row.application_id != id) {
        let owner = calls::entry(tx, other.application_id)?;
        let (name, _) = names(tx, &[&owner])?(owner.association_id);
        let name = name.in_language(tx.origin.language).to_owned();
        if !gift.exchange {
            return Err(conflict("/stand", &TAKEN, name));
        }
        if other.locked {
            return Err(conflict("/stand", &LOCKED, name));
        }
        leave.push(other.application_id);
        next.extend(place.map(|place| row(other.application_id, place, false, Some(other))));
    }
    store::free(tx.conn, &leave)?;
    let told = json!({ "stand": gift.stand, "from": place, "locked": gift.locked, "exchanged": leave.len() > 1 });
    store::put_all(tx.conn, next)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&told))?;
    telling::of(tx, &drawn, &[])?;
    view(tx, drawn, id)
}

/// Takes the stand of an application back.
pub fn free(tx: &mut Write<'_>, id: ApplicationId) -> Result<()> {
    let entry = calls::entry(tx, id)?;
    let drawn = event_plans::drawn(tx, entry.event_id).map_err(hidden)?;
    let rows = store::of_event(tx.conn, entry.event_id)?;
    let row = rows.into_iter().find(|row| row.application_id == id).ok_or_else(Error::not_found)?;
    store::free(tx.conn, &[id])?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "stand": row.stand })), None)?;
    telling::of(tx, &drawn, &[row])
}
