//! What the contract cannot say: references, order of dates, telephones.

use crate::kernel::access::Scope;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::associations::store::Projection;
use crate::resources::associations::wire::{AssociationInput, ContactKind};
use crate::resources::territory::CommuneFacts;
use crate::resources::{crafts, territory};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Puts telephones, names and links into their normal form and notes every wrong field.
fn normalise(input: &mut AssociationInput, today: NaiveDate, faults: &mut Faults) {
    let tidy = |pointer: &str, value: &mut String, faults: &mut Faults| match text::hygiene::clean(value) {
        Ok(clean) => *value = clean,
        Err(_) => faults.add(pointer, Fault::ForbiddenCharacters),
    };
    tidy("/name/ar", &mut input.name.ar, faults);
    if let Some(name) = &mut input.name.fr {
        tidy("/name/fr", name, faults);
    }
    if let Some(name) = &mut input.name.en {
        tidy("/name/en", name, faults);
    }
    for (index, contact) in input.contacts.iter_mut().enumerate() {
        let pointer = format!("/contacts/{index}/value");
        match contact.kind {
            ContactKind::Phone => match text::phone::normalise(&contact.value) {
                Ok(phone) => contact.value = phone,
                Err(_) => faults.add(pointer, Fault::WrongPhone),
            },
            ContactKind::Email => {
                let value = contact.value.trim().to_lowercase();
                let fine = value
                    .split_once('@')
                    .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !value.contains(char::is_whitespace));
                if fine { contact.value = value } else { faults.add(pointer, Fault::WrongEmail) }
            }
            ContactKind::Website | ContactKind::Social => {
                if !(contact.value.starts_with("https://") || contact.value.starts_with("http://"))
                    || contact.value.contains(char::is_whitespace)
                {
                    faults.expecting(pointer, Fault::WrongFormat, "https://…");
                }
            }
        }
    }
    for (index, mandate) in input.mandates.iter_mut().enumerate() {
        tidy(&format!("/mandates/{index}/person_name"), &mut mandate.person_name, faults);
        if mandate.ends_on.is_some_and(|end| end < mandate.starts_on) {
            faults.add(format!("/mandates/{index}/ends_on"), Fault::WrongOrder);
        }
        if mandate.born_on.is_some_and(|born_on| born_on >= mandate.starts_on) {
            faults.add(format!("/mandates/{index}/born_on"), Fault::WrongOrder);
        }
    }
    for (index, count) in input.headcounts.iter().enumerate() {
        if input.headcounts[..index].iter().any(|earlier| earlier.year == count.year) {
            faults.add(format!("/headcounts/{index}/year"), Fault::Repeated);
        }
        for (part, value) in
            [("women", count.women), ("under_35", count.under_35), ("card_holders", count.card_holders), ("disabled", count.disabled)]
        {
            if value.is_some_and(|value| value > count.members) {
                faults.expecting(format!("/headcounts/{index}/{part}"), Fault::TooLarge, count.members);
            }
        }
    }
    if input.founded_on.is_some_and(|day| day > today) {
        faults.add("/founded_on", Fault::InTheFuture);
    }
    if let Some(receipt) = &input.receipt {
        if receipt.date > today {
            faults.add("/receipt/date", Fault::InTheFuture);
        }
        if input.founded_on.is_some_and(|day| day > receipt.date) {
            faults.add("/receipt/date", Fault::WrongOrder);
        }
    }
    if input.seat.longitude.is_some() != input.seat.latitude.is_some() {
        faults.add(if input.seat.longitude.is_some() { "/seat/latitude" } else { "/seat/longitude" }, Fault::Required);
    }
}

/// What the checks ask of the reference data: as much of it as one file names, or all of it for many.
pub struct Reference {
    communes: HashMap<String, CommuneFacts>,
    wilayas: HashSet<String>,
    sectors: HashSet<String>,
    activities: HashSet<String>,
}

impl Reference {
    /// What one file names.
    fn of(conn: &mut AnyConnection, input: &AssociationInput) -> Result<Self> {
        let unknown = if input.territory.is_empty() { Vec::new() } else { territory::unknown_wilayas(conn, &input.territory)? };
        let activities = if input.craft_activities.is_empty() {
            HashSet::new()
        } else {
            crafts::activity_sectors(conn, &input.craft_activities)?.into_keys().collect()
        };
        Ok(Self {
            communes: territory::commune_facts(conn, &input.seat.commune_code)?
                .into_iter()
                .map(|facts| (facts.code.clone(), facts))
                .collect(),
            wilayas: input.territory.iter().filter(|code| !unknown.contains(code)).cloned().collect(),
            sectors: crafts::sector_domains(conn)?.into_keys().collect(),
            activities,
        })
    }

    /// All of it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn whole(conn: &mut AnyConnection) -> Result<Self> {
        let gazetteer = territory::gazetteer(conn)?;
        Ok(Self {
            communes: gazetteer.communes.into_iter().map(|(facts, _)| (facts.code.clone(), facts)).collect(),
            wilayas: gazetteer.wilayas.into_iter().map(|wilaya| wilaya.code).collect(),
            sectors: crafts::sector_domains(conn)?.into_keys().collect(),
            activities: crafts::activity_names(conn)?.into_iter().map(|(code, _)| code).collect(),
        })
    }
}

/// Checks a file's content and puts it into its normal form; answers with its commune. A chamber writes inside its wilayas only.
///
/// # Errors
/// `invalid` naming every wrong field.
pub fn check(conn: &mut AnyConnection, scope: &Scope, input: &mut AssociationInput, today: NaiveDate) -> Result<CommuneFacts> {
    let reference = Reference::of(conn, input)?;
    check_against(&reference, scope, input, today).cloned().map_err(Error::invalid)
}

/// The same against reference data at hand.
///
/// # Errors
/// Every wrong field.
pub fn check_against<'a>(
    reference: &'a Reference,
    scope: &Scope,
    input: &mut AssociationInput,
    today: NaiveDate,
) -> std::result::Result<&'a CommuneFacts, Vec<FieldFault>> {
    let mut faults = Faults::default();
    normalise(input, today, &mut faults);
    let commune = reference.communes.get(&input.seat.commune_code);
    match commune {
        None => faults.expecting("/seat/commune_code", Fault::NoSuch, &input.seat.commune_code),
        Some(commune) => {
            if let Scope::Wilayas(mine) = scope
                && !mine.contains(&commune.wilaya_code)
            {
                faults.expecting("/seat/commune_code", Fault::NotYours, &input.seat.commune_code);
            }
        }
    }
    each_once(&input.territory, "/territory", &mut faults, |code| reference.wilayas.contains(code));
    each_once(&input.craft_sectors, "/craft_sectors", &mut faults, |code| reference.sectors.contains(code));
    each_once(&input.craft_activities, "/craft_activities", &mut faults, |code| reference.activities.contains(code));
    let faults = faults.into_vec();
    match commune {
        Some(commune) if faults.is_empty() => Ok(commune),
        _ => Err(faults),
    }
}

fn each_once(codes: &[String], pointer: &str, faults: &mut Faults, known: impl Fn(&str) -> bool) {
    for (index, code) in codes.iter().enumerate() {
        if !known(code) {
            faults.expecting(format!("{pointer}/{index}"), Fault::NoSuch, code);
        } else if codes[..index].contains(code) {
            faults.add(format!("{pointer}/{index}"), Fault::Repeated);
        }
    }
}

/// The columns of a stored file, for saving it again.
///
/// # Errors
/// When its commune is gone.
pub fn project(conn: &mut AnyConnection, input: &AssociationInput, today: NaiveDate) -> Result<Projection> {
    let commune = territory::commune_facts(conn, &input.seat.commune_code)?.ok_or_else(|| Error::internal("a stored commune is gone"))?;
    Projection::of(input, &commune, today)
}
