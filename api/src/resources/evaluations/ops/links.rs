//! Answering by the link of a letter, without a password.

use super::hand_in::{keep, tools, turn};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::secret;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::evaluations::model::CourseEvaluation;
use crate::resources::evaluations::store::{self, LinkRow};
use crate::resources::evaluations::wire::EvaluationLink;
use crate::resources::{accounts, cohorts};

/// The link of a token, and the seat it is for.
fn find(tx: &mut Read<'_>, token: &str) -> Result<(LinkRow, cohorts::Seat)> {
    let gone = || {
        Error::say(
            Kind::NotFound,
            "هذا الرابط غير صالح: انتهى أجله أو حل محله رابط أحدث. استعملوا رابط آخر رسالة، أو سجلوا الدخول وأجيبوا من صفحة التكوين.",
            "Ce lien n’est pas valable : il a expiré ou un plus récent le remplace. Prenez celui du dernier message, ou connectez-vous et répondez depuis votre page de formation.",
            "This link is not good: it has expired, or a later one replaces it. Take that of the last letter, or sign in and answer on your page of training.",
        )
    };
    let link = store::link(tx.conn, &secret::digest(token), tx.now)?.ok_or_else(gone)?;
    let seat = cohorts::seated(tx.conn, link.cohort_id)?.into_iter().find(|seat| seat.id == link.enrolment_id);
    Ok((link, seat.ok_or_else(gone)?))
}

fn view(tx: &mut Read<'_>, link: &LinkRow, seat: &cohorts::Seat) -> Result<EvaluationLink> {
    let cohort = cohorts::brief(tx.conn, link.cohort_id)?;
    let handed_in = store::receipts_of(tx.conn, seat.id)?;
    let body = Body::Association(seat.association_id);
    Ok(EvaluationLink {
        ends_on: cohort.ends_on,
        association_name: accounts::body_names(tx.conn, &[body])?(body).0,
        tools: tools(tx.conn, &cohort)?,
        turn: turn(&cohort, link.round, handed_in.get(&link.round).copied(), tx.now),
        cohort_name: cohort.name,
    })
}

/// What a link is for.
pub fn look(tx: &mut Read<'_>, token: &str) -> Result<EvaluationLink> {
    let (link, seat) = find(tx, token)?;
    view(tx, &link, &seat)
}

/// Hands in the round of a link.
pub fn hand_in(tx: &mut Write<'_>, token: &str, input: &CourseEvaluation) -> Result<EvaluationLink> {
    let (link, seat) = find(tx, token)?;
    if input.round != link.round {
        return Err(Error::invalid(vec![FieldFault::expecting("/round", Fault::NotAllowed, link.round)]));
    }
    keep(tx, &seat, input)?;
    view(tx, &link, &seat)
}
