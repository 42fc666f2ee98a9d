//! Badges of artisans and cards of stands, to print and cut.

use super::badges::all;
use super::readable;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::codes::grouped;
use crate::kernel::error::Result;
use crate::kernel::http::pdf::{issued_by, qr};
use crate::kernel::language::{Language, Phrase, Text};
use crate::resources::check_ins::wire::EventBadge;
use crate::resources::events::{Brief, Id as EventId};
use crate::resources::{accounts, event_plans, event_stands, institutions};
use ::print::Frame;
use ::print::labels::{Label, Labels};

const BADGES: Phrase = Phrase { ar: "شارات العارضين", fr: "Badges des exposants", en: "Exhibitor badges" };
const CARDS: Phrase = Phrase { ar: "بطاقات الأجنحة", fr: "Fiches des stands", en: "Stand cards" };
const STAND: Phrase = Phrase { ar: "الجناح {}", fr: "Stand n° {}", en: "Stand no. {}" };

/// What is printed, and about which event.
pub struct Sheet {
    event: Brief,
    organiser: Text,
    day: chrono::NaiveDate,
    labels: Vec<Label>,
    title: Phrase,
    large: bool,
}

fn organiser(tx: &mut Read<'_>, event: &Brief) -> Result<Text> {
    Ok(institutions::named(tx.conn, &[event.organiser_id])?(event.organiser_id).name)
}

/// A badge for every artisan with a seat; its QR code is the code of the badge.
pub fn badges(tx: &mut Read<'_>, id: EventId) -> Result<Sheet> {
    let event = readable(tx, id)?;
    let language = tx.origin.language;
    let head = event.name.in_language(language).to_owned();
    let label = |badge: EventBadge| {
        Ok(Label {
            head: head.clone(),
            mark: badge.stand.map(|stand| STAND.filled(language, &[&stand])),
            title: badge.name,
            lines: vec![badge.association_name.in_language(language).to_owned()],
            code: Some(grouped(&badge.code, 5)),
            qr: qr(&badge.code)?,
        })
    };
    let labels = all(tx, id)?.into_iter().map(label).collect::<Result<_>>()?;
    let organiser = organiser(tx, &event)?;
    Ok(Sheet { event, organiser, day: tx.now.day(), labels, title: BADGES, large: false })
}

/// A card for every stand that somebody has; its QR code leads to the stand on the public plan.
pub fn stand_cards(tx: &mut Read<'_>, id: EventId) -> Result<Sheet> {
    let event = event_plans::inside(tx, id)?.event;
    let given = event_stands::given(tx, id)?;
    let bodies: Vec<Body> = given.iter().map(|one| Body::Association(one.entry.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let (language, public_url) = (tx.origin.language, &tx.kernel.config.public_url);
    let head = event.name.in_language(language).to_owned();
    let label = |one: event_stands::Given| {
        let number: String = one.stand.bytes().map(written).collect();
        Ok(Label {
            head: head.clone(),
            mark: Some(one.stand),
            title: names(Body::Association(one.entry.association_id)).0.in_language(language).to_owned(),
            lines: one.entry.content.products.iter().take(4).map(|product| product.name.in_language(language).to_owned()).collect(),
            code: None,
            qr: qr(&format!("{public_url}/{language}/events/{id}/plan?stand={number}"))?,
        })
    };
    let labels = given.into_iter().map(label).collect::<Result<_>>()?;
    let organiser = organiser(tx, &event)?;
    Ok(Sheet { event, organiser, day: tx.now.day(), labels, title: CARDS, large: true })
}

/// A byte in the query of an address (RFC 3986).
fn written(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

/// The sheet as a document.
pub fn compose(sheet: Sheet, language: Language) -> (Frame, Labels) {
    let title = sheet.title.in_language(language);
    let frame = Frame {
        language: language.into(),
        title: title.to_owned(),
        subject: Some(sheet.event.name.in_language(language).to_owned()),
        issuer: issued_by(language, sheet.organiser.in_language(language)),
        number: None,
        date: sheet.day,
    };
    (frame, Labels { labels: sheet.labels, large: sheet.large })
}
