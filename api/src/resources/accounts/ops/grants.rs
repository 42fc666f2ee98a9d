use super::GRANT;
use crate::kernel::access::allowed::Write;
use crate::kernel::access::{Body, Role, Scope};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::transaction::{Exclusive, exclusive};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, GrantId, InstitutionId, PersonId};
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts::model::inviting::{Seat, seat};
use crate::resources::accounts::store::bodies;
use crate::resources::accounts::store::grants::{self, Row};
use crate::resources::accounts::wire::{Grant, GrantInput};
use crate::resources::institutions;
use std::collections::HashMap;

/// The name of the body of those who belong to none.
fn platform() -> Text {
    Text { ar: "المنصة".into(), fr: Some("La plateforme".into()), en: Some("The platform".into()) }
}

/// Names and wilayas of some bodies, in one query a kind.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut AnyConnection, wanted: &[Body]) -> Result<impl Fn(Body) -> (Text, Vec<String>) + use<>> {
    let institutions: Vec<InstitutionId> =
        wanted.iter().filter_map(|body| if let Body::Institution(id) = body { Some(*id) } else { None }).collect();
    let associations: Vec<AssociationId> =
        wanted.iter().filter_map(|body| if let Body::Association(id) = body { Some(*id) } else { None }).collect();
    let institutions = if institutions.is_empty() { HashMap::new() } else { institutions::body_names(conn, &institutions)? };
    let associations = bodies::associations(conn, &associations)?;
    Ok(move |body| match body {
        Body::Institution(id) => institutions.get(&id).cloned().unwrap_or_else(|| (platform(), Vec::new())),
        Body::Association(id) => {
            associations.get(&id).map_or_else(|| (platform(), Vec::new()), |place| (place.name.clone(), vec![place.wilaya.clone()]))
        }
        Body::None => (platform(), Vec::new()),
    })
}

/// Grants as they are shown.
///
/// # Errors
/// When the database does not answer.
pub fn views(conn: &mut AnyConnection, rows: &[Row]) -> Result<Vec<Grant>> {
    let wanted: Vec<Body> = rows.iter().map(Row::body).collect();
    let name = names(conn, &wanted)?;
    Ok(rows
        .iter()
        .map(|row| {
            let (body_name, wilayas) = name(row.body());
            Grant { id: row.id, role: row.role, institution_id: row.institution_id, association_id: row.association_id, body_name, wilayas }
        })
        .collect())
}

/// The grants some people hold.
///
/// # Errors
/// When the database does not answer.
pub fn of(conn: &mut AnyConnection, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<Grant>>> {
    let rows = grants::held(conn, people)?;
    let mut map: HashMap<PersonId, Vec<Grant>> = HashMap::new();
    for (row, view) in rows.iter().zip(views(conn, &rows)?) {
        map.entry(row.person_id).or_default().push(view);
    }
    Ok(map)
}

/// The body a role is to be held in, when it is one that fits the role.
pub fn check_seat(conn: &mut AnyConnection, input: &GrantInput, faults: &mut Faults) -> Result<Body> {
    let seat = seat(input.role);
    if input.institution_id.is_some() && !matches!(seat, Seat::Institution(_)) {
        faults.expecting("/institution_id", Fault::Contradiction, format!("role = {}", input.role));
    }
    if input.association_id.is_some() && seat != Seat::Association {
        faults.expecting("/association_id", Fault::Contradiction, format!("role = {}", input.role));
    }
    Ok(match (seat, input.institution_id, input.association_id) {
        (Seat::Platform, ..) => Body::None,
        (Seat::Association, _, Some(id)) => {
            if !bodies::association_in(conn, &Scope::All, id)? {
                faults.expecting("/association_id", Fault::NoSuch, id);
            }
            Body::Association(id)
        }
        (Seat::Institution(kinds), Some(id), _) => {
            match institutions::kind_of(conn, id)? {
                None => faults.expecting("/institution_id", Fault::NoSuch, id),
                Some(kind) if !kinds.contains(&kind) => {
                    let allowed: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
                    faults.expecting("/institution_id", Fault::NotAllowed, allowed.join(", "));
                }
                Some(_) => {}
            }
            Body::Institution(id)
        }
        (Seat::Association, _, None) => {
            faults.add("/association_id", Fault::Required);
            Body::None
        }
        (Seat::Institution(_), None, _) => {
            faults.add("/institution_id", Fault::Required);
            Body::None
        }
    })
}

/// The refusal to hold the same role in the same body twice.
pub fn held_already(pointer: &str) -> Error {
    let fields = vec![crate::kernel::validate::FieldFault::new(pointer, Fault::AlreadyExists)];
    Error { fields, ..Error::new(Kind::AlreadyExists) }
}

/// Gives a person a role in a body, whoever asks.
pub(super) fn add(tx: &mut Write<'_>, person: PersonId, role: Role, body: Body, granted_by: Option<PersonId>) -> Result<Row> {
    let (institution_id, association_id) = grants::columns(body);
    if grants::held(tx.conn, &[person])?.iter().any(|grant| grant.role == role && grant.body() == body) {
        return Err(held_already("/role"));
    }
    let row =
        Row { id: tx.new_id(), person_id: person, role, institution_id, association_id, granted_at: tx.now, granted_by, ended_at: None };
    grants::insert(tx.conn, &row)?;
    let what = serde_json::json!({ "person_id": person, "role": role, "institution_id": institution_id, "association_id": association_id });
    tx.audit((GRANT, &row.id.to_string()), None, Some(&what))?;
    Ok(row)
}

/// Gives a person a role.
///
/// # Errors
/// `invalid` naming what does not fit; `already_exists` when it is held.
pub fn give(tx: &mut Write<'_>, person: PersonId, input: &GrantInput) -> Result<Grant> {
    let mut faults = Faults::default();
    let body = check_seat(tx.conn, input, &mut faults)?;
    faults.finish()?;
    let by = tx.caller.and_then(crate::kernel::access::Caller::person);
    let row = add(tx, person, input.role, body, by)?;
    views(tx.conn, &[row])?.pop().ok_or_else(Error::not_found)
}

/// Makes a person an officer of an association.
///
/// # Errors
/// `already_exists` when they are one.
pub fn grant_association(tx: &mut Write<'_>, person: PersonId, association: AssociationId) -> Result<GrantId> {
    let by = tx.caller.and_then(crate::kernel::access::Caller::person);
    Ok(add(tx, person, Role::Association, Body::Association(association), by)?.id)
}

/// Fine while somebody else can administer the platform; held until the transaction ends.
///
/// # Errors
/// `wrong_state` when this person is the last one who can.
pub fn keep_an_administrator(conn: &mut AnyConnection, without: PersonId) -> Result<()> {
    exclusive(conn, Exclusive::Administrators)?;
    let administrators = grants::administrators(conn)?;
    if administrators.contains(&without) && administrators.iter().all(|id| *id == without) {
        return Err(Error::say(
            Kind::WrongState,
            "هذا آخر مدير للمنصة، عيّن مديرا آخر أولا.",
            "C'est le dernier administrateur : nommez-en d'abord un autre.",
            "This is the last administrator: name another one first.",
        ));
    }
    Ok(())
}

/// Withdraws a role: its holder writes nothing more with it from now on.
///
/// # Errors
/// `not_found`, or `wrong_state` for the last administrator.
pub fn withdraw(tx: &mut Write<'_>, person: PersonId, id: GrantId) -> Result<()> {
    let now = tx.now;
    let row = grants::find(tx.conn, person, id)?;
    if row.role == Role::Admin {
        keep_an_administrator(tx.conn, person)?;
    }
    grants::end(tx.conn, id, now)?;
    let what = serde_json::json!({ "person_id": person, "role": row.role, "institution_id": row.institution_id, "association_id": row.association_id });
    tx.audit((GRANT, &id.to_string()), Some(&what), None)
}
