//! A file as a caller sees it.

use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::resources::associations::model::{self, Warning};
use crate::resources::associations::store::{self, Record};
use crate::resources::associations::wire::{Association, AssociationInput, Computed, ComputedFlags};
use crate::resources::level_rules;
use crate::resources::territory::{self, CommuneFacts};
use chrono::NaiveDate;
use serde_json::json;

/// Whether a scope is in charge of a file.
pub fn in_charge(scope: &Scope, record: &Record) -> bool {
    match scope {
        Scope::All => true,
        Scope::Public => false,
        Scope::Wilayas(codes) => codes.contains(&record.wilaya_code),
        Scope::Association(id) => record.id == *id,
    }
}

/// Fine when the caller is in charge of a file.
///
/// # Errors
/// `not_found` for a file the caller may not know of, `forbidden` for one it is not in charge of.
pub fn must_be_in_charge(tx: &mut Read<'_>, id: AssociationId) -> Result<()> {
    let record = store::find(tx.conn, &tx.scope, id)?;
    if in_charge(&tx.scope, &record) { Ok(()) } else { Err(Error::new(Kind::Forbidden)) }
}

/// The tag of a view: the version, what follows from the day and from the commune without a change of the file, and what kind of view
/// it is.
///
/// # Errors
/// Never: flags are JSON.
pub fn tag(view: &Association) -> Result<String> {
    let computed = etag::of_content(&serde_json::to_vec(&view.computed)?);
    let kind = if view.in_charge { "" } else { "-public" };
    Ok(format!("{}-{computed}{kind}", view.version))
}

/// The file as the caller sees it: all of it for those in charge, without personal data that nobody consented to for the rest.
pub fn view(tx: &mut Read<'_>, record: Record) -> Result<Association> {
    let day = tx.now.day();
    let in_charge = in_charge(&tx.scope, &record);
    of(tx.conn, record, in_charge, day)
}

/// A file as seen by somebody in charge or not, its flags computed as of a day.
pub fn of(conn: &mut AnyConnection, record: Record, in_charge: bool, day: NaiveDate) -> Result<Association> {
    let mut file = record.input()?;
    let commune = territory::commune_facts(conn, &file.seat.commune_code)?;
    let computed = flags(&file, commune.as_ref(), day);
    let warnings = if in_charge { warnings(conn, &file, day)? } else { Vec::new() };
    if !in_charge {
        file.contacts.retain(|contact| contact.public);
        file.mandates.retain(|mandate| mandate.public);
        for mandate in &mut file.mandates {
            mandate.born_on = None;
        }
    }
    Ok(Association {
        id: record.id,
        status: record.status,
        status_since: record.status_since,
        status_reason: record.status_reason.clone().filter(|_| in_charge),
        remarks: if in_charge { record.remark_list()? } else { Vec::new() },
        registration_number: record.registration_number,
        wilaya_code: record.wilaya_code,
        file,
        computed,
        warnings,
        merged_into: record.merged_into,
        in_charge,
        created_at: record.created_at,
        updated_at: record.updated_at,
        version: record.version,
    })
}

fn warnings(conn: &mut AnyConnection, file: &AssociationInput, day: NaiveDate) -> Result<Vec<Warning>> {
    let rule = level_rules::rule(conn, file.legal_regime, file.level)?;
    let mut warnings = model::level_warnings(rule.as_ref(), file.founders.as_ref());
    if model::president(&file.mandates, day).is_none() {
        warnings.push(Warning { code: "no_president", pointer: "/mandates", expected: None, found: None });
    }
    if file.receipt.is_none() {
        warnings.push(Warning { code: "no_receipt", pointer: "/receipt", expected: None, found: None });
    }
    Ok(warnings)
}

fn rule(ar: &str, fr: &str, en: &str) -> Text {
    Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: Some(en.to_owned()) }
}

fn flags(file: &AssociationInput, commune: Option<&CommuneFacts>, day: NaiveDate) -> ComputedFlags {
    let president = model::president(&file.mandates, day);
    let latest = model::latest(&file.headcounts);
    let known = president.is_some() || latest.is_some();
    ComputedFlags {
        women_led: Computed {
            value: known.then(|| model::women_led(&file.mandates, &file.headcounts, day)),
            rule: rule(
                "رئاسة الجمعية لامرأة في هذا التاريخ، أو أكثر من نصف الأعضاء نساء في آخر سنة معدودة",
                "La présidence est exercée par une femme à cette date, ou plus de la moitié des membres de la dernière année comptée sont des femmes",
                "A woman is president on this day, or more than half of the members of the latest year counted are women",
            ),
            facts: json!({
                "day": day,
                "president": president.map(|mandate| json!({ "gender": mandate.gender, "since": mandate.starts_on })),
                "headcount": latest.map(|count| json!({ "year": count.year, "members": count.members, "women": count.women })),
            }),
        },
        youth_led: Computed {
            value: known.then(|| model::youth_led(&file.mandates, &file.headcounts, day)),
            rule: rule(
                "عمر الرئيس أقل من 35 سنة في هذا التاريخ، أو أكثر من نصف الأعضاء دون 35 سنة في آخر سنة معدودة",
                "La présidence est exercée par une personne de moins de 35 ans à cette date, ou plus de la moitié des membres de la dernière année comptée ont moins de 35 ans",
                "The president is under 35 on this day, or more than half of the members of the latest year counted are",
            ),
            facts: json!({
                "day": day,
                "president": president.map(|mandate| json!({ "under_35": mandate.born_on.map(|born_on| model::age(born_on, day) < model::YOUNG_UNTIL), "since": mandate.starts_on })),
                "headcount": latest.map(|count| json!({ "year": count.year, "members": count.members, "under_35": count.under_35 })),
            }),
        },
        border: Computed {
            value: commune.map(|commune| commune.border.0),
            rule: rule("مقر الجمعية في بلدية حدودية", "Le siège est dans une commune frontalière", "The seat is in a border commune"),
            facts: json!({ "commune_code": file.seat.commune_code, "basis": commune.map(|commune| commune.border.1.as_str()) }),
        },
        isolated: Computed {
            value: commune.and_then(|commune| commune.isolated.0),
            rule: rule("مقر الجمعية في بلدية معزولة", "Le siège est dans une commune isolée", "The seat is in an isolated commune"),
            facts: json!({ "commune_code": file.seat.commune_code, "basis": commune.and_then(|commune| commune.isolated.1.as_deref()) }),
        },
    }
}
