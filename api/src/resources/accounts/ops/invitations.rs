use super::gate::Gate;
use super::passwords::{self, Checked};
use super::sessions::{self, SignedIn};
use super::sign_in::{Client, Factor, Second, second};
use super::{INVITATION, grants as granting};
use crate::kernel::access::allowed::{Public, Read, Write};
use crate::kernel::access::{Body, Role, secret};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::{Language, Text};
use crate::kernel::letter::Addressee;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::accounts::model::InvitationId;
use crate::resources::accounts::model::inviting::{Reach, reach};
use crate::resources::accounts::model::login::{Login, check_password, email as clean_email};
use crate::resources::accounts::store::invitations::{self as store, Row, Viewer};
use crate::resources::accounts::store::people::{self, NewPerson};
use crate::resources::accounts::store::{bodies, grants};
use crate::resources::accounts::wire::{
    Acceptance, GrantInput, Invitation, InvitationInput, InvitationQuery, InvitationState, InvitationView,
};
use crate::resources::accounts::{letters, may};

/// Days an invitation can be accepted.
const DAYS: i64 = 7;
/// The page the link opens.
const PAGE: &str = "invitation";

fn view(row: Row, body_name: Text, now: crate::kernel::db::types::Instant, link: Option<String>) -> Invitation {
    let state = match (row.accepted_at, row.revoked_at) {
        (Some(_), _) => InvitationState::Accepted,
        (None, Some(_)) => InvitationState::Revoked,
        (None, None) if row.open(now) => InvitationState::Open,
        (None, None) => InvitationState::Expired,
    };
    Invitation {
        id: row.id,
        role: row.role,
        institution_id: row.institution_id,
        association_id: row.association_id,
        body_name,
        email: row.email,
        name: row.name,
        language: row.language,
        state,
        created_at: row.created_at,
        expires_at: row.expires_at,
        link,
    }
}

fn viewer<'a>(tx: &'a Read<'_>) -> Result<Viewer<'a>> {
    let caller = tx.known()?;
    let role = caller.role.ok_or_else(|| Error::new(Kind::Forbidden))?;
    Ok(Viewer { role, body: caller.body, scope: &tx.scope })
}

pub fn list(tx: &mut Read<'_>, list: &List<InvitationQuery>) -> Result<Page<Invitation>> {
    let query = &list.query;
    let before: Option<InvitationId> = list.after()?;
    let open_at = query.open.filter(|open| *open).map(|_| tx.now);
    let scope = tx.scope.clone();
    let viewer = Viewer { scope: &scope, ..viewer(tx)? };
    let rows = store::list(tx.conn, viewer, open_at, before, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, viewer, open_at))?;
    let wanted: Vec<Body> = rows.iter().map(Row::body).collect();
    let name = granting::names(tx.conn, &wanted)?;
    let now = tx.now;
    let items = rows
        .into_iter()
        .map(|row| {
            let (body_name, _) = name(row.body());
            view(row, body_name, now, None)
        })
        .collect();
    list.page(items, total, |invitation: &Invitation| invitation.id)
}

/// Fills in the inviter's own body where none is named.
fn own_body(inviter: Body, input: &InvitationInput) -> GrantInput {
    let mut seat = GrantInput { role: input.role, institution_id: input.institution_id, association_id: input.association_id };
    if seat.institution_id.is_none() && seat.association_id.is_none() {
        match (input.role, inviter) {
            (Role::Association, Body::Association(own)) => seat.association_id = Some(own),
            (Role::Trainer | Role::Chamber | Role::National | Role::Ministry, Body::Institution(own)) => seat.institution_id = Some(own),
            _ => {}
        }
    }
    seat
}

/// Invites somebody.
pub fn invite(tx: &mut Write<'_>, input: &InvitationInput) -> Result<Invitation> {
    let caller = tx.known()?.clone();
    let inviter = caller.role.ok_or_else(|| Error::new(Kind::Forbidden))?;
    let mut faults = Faults::default();
    let Some(reach) = reach(inviter, caller.body, input.role) else {
        faults.expecting("/role", Fault::NotYours, input.role);
        faults.finish()?;
        return Err(Error::new(Kind::Forbidden));
    };
    let seat = own_body(caller.body, input);
    let body = granting::check_seat(tx.conn, &seat, &mut faults)?;
    let scope = tx.scope.clone();
    match (reach, body) {
        (Reach::OwnInstitution(own), Body::Institution(id)) if id != own => faults.expecting("/institution_id", Fault::NotYours, id),
        (Reach::OwnAssociation(own), Body::Association(id)) if id != own => faults.expecting("/association_id", Fault::NoSuch, id),
        // What lies outside of the inviter's wilayas is unknown to them.
        (Reach::OwnWilayas, Body::Association(id)) if !faults.has("/association_id") && !bodies::association_in(tx.conn, &scope, id)? => {
            faults.expecting("/association_id", Fault::NoSuch, id);
        }
        _ => {}
    }
    let Some(email) = clean_email(&input.email) else {
        faults.add("/email", Fault::WrongEmail);
        return Err(Error::invalid(faults.into_vec()));
    };
    faults.finish()?;
    if let Some(person) = people::by_login(tx.conn, &Login::Email(email.clone()))?
        && grants::held(tx.conn, &[person.id])?.iter().any(|grant| grant.role == input.role && grant.body() == body)
    {
        return Err(granting::held_already("/email"));
    }
    let language = input.language.unwrap_or(Language::Arabic);
    send(tx, Invited { role: input.role, body, email, name: input.name.trim(), language })
}

/// Who gets an invitation.
struct Invited<'a> {
    role: Role,
    body: Body,
    email: String,
    name: &'a str,
    language: Language,
}

fn send(tx: &mut Write<'_>, invited: Invited<'_>) -> Result<Invitation> {
    let now = tx.now;
    let token = secret::token()?;
    let (institution_id, association_id) = grants::columns(invited.body);
    let row = Row {
        id: tx.new_id(),
        token_hash: secret::digest(&token),
        role: invited.role,
        institution_id,
        association_id,
        email: invited.email,
        name: invited.name.to_owned(),
        language: invited.language,
        invited_by: tx.caller.and_then(crate::kernel::access::Caller::person),
        created_at: now,
        expires_at: now.plus(chrono::Duration::days(DAYS)),
        accepted_at: None,
        revoked_at: None,
    };
    store::insert(tx.conn, &row)?;
    let (body_name, _) = granting::names(tx.conn, &[invited.body])?(invited.body);
    let link = letters::link(&tx.kernel.config.public_url, row.language, PAGE, &token);
    let to = Addressee { email: &row.email, name: &row.name, language: row.language };
    tx.mail(&letters::invitation(to, &body_name, &link, DAYS))?;
    let what = serde_json::json!({ "role": row.role, "institution_id": institution_id, "association_id": association_id });
    tx.audit((INVITATION, &row.id.to_string()), None, Some(&what))?;
    let shown = tx.kernel.mailer.folder().map(|_| link);
    Ok(view(row, body_name, now, shown))
}

/// Invites the person who has handed in an association to an account for it.
///
/// # Errors
/// `invalid` for an address that is none.
pub fn invite_applicant(tx: &mut Write<'_>, association: AssociationId, name: &str, email: &str, language: Language) -> Result<()> {
    let Some(email) = clean_email(email) else {
        return Err(Error::invalid(vec![FieldFault::new("/applicant/email", Fault::WrongEmail)]));
    };
    send(tx, Invited { role: Role::Association, body: Body::Association(association), email, name, language }).map(drop)
}

pub fn revoke(tx: &mut Write<'_>, id: InvitationId) -> Result<()> {
    let now = tx.now;
    let scope = tx.scope.clone();
    let viewer = Viewer { scope: &scope, ..viewer(tx)? };
    let row = store::find(tx.conn, viewer, id)?;
    if !store::revoke(tx.conn, row.id, now)? {
        return Err(Error::say(
            Kind::WrongState,
            "قُبلت هذه الدعوة أو أُلغيت من قبل.",
            "Cette invitation est déjà acceptée ou retirée.",
            "This invitation was accepted or withdrawn already.",
        ));
    }
    tx.audit((INVITATION, &id.to_string()), None, Some(&serde_json::json!({ "state": InvitationState::Revoked })))
}

/// The open invitation of a token. One that never was is told like one that is over.
fn opened(tx: &mut Read<'_>, token: &str) -> Result<Row> {
    let row = store::by_token(tx.conn, &secret::digest(token))?.filter(|row| row.open(tx.now));
    row.ok_or_else(|| Error::new(Kind::LinkExpired))
}

/// What the holder of a link sees.
pub fn look(tx: &mut Read<'_>, token: &str) -> Result<InvitationView> {
    let row = opened(tx, token)?;
    let (body_name, _) = granting::names(tx.conn, &[row.body()])?(row.body());
    let account_exists = people::by_login(tx.conn, &Login::Email(row.email.clone()))?.is_some();
    Ok(InvitationView {
        role: row.role,
        body_name,
        email: row.email,
        name: row.name,
        language: row.language,
        expires_at: row.expires_at,
        account_exists,
    })
}

/// Who accepts: somebody new, or somebody who has an account and has given its password.
#[derive(Clone)]
enum Acceptor {
    New(String),
    Known(PersonId, Checked),
}

/// Accepts an invitation and signs in.
pub async fn accept(public: Public<may::AcceptInvitation>, token: String, input: Acceptance, client: Client) -> Result<SignedIn> {
    let held = token.clone();
    let address = client.address.clone();
    let (gate, known) = public
        .clone()
        .read(move |tx| {
            let row = opened(tx, &held)?;
            let login = Login::Email(row.email.clone());
            let gate = Gate::sign_in(&login, &row.email, &address);
            gate.check(tx.conn, tx.now)?;
            Ok((gate, people::by_login(tx.conn, &login)?))
        })
        .await?;
    let mut faults = Faults::default();
    let phone = match input.phone.as_deref().map(str::trim).filter(|phone| !phone.is_empty()) {
        None => None,
        Some(typed) => match text::phone::normalise(typed) {
            Ok(phone) => Some(phone),
            Err(_) => {
                faults.add("/phone", Fault::WrongPhone);
                None
            }
        },
    };
    if known.is_none() {
        check_password(&input.password, "/password", &mut faults);
    }
    faults.finish()?;
    let acceptor = match &known {
        None => Acceptor::New(passwords::hash(&public.kernel(), input.password).await?),
        Some(person) => {
            let checked = passwords::check(&public.kernel(), input.password, person.password_hash.clone()).await?;
            Acceptor::Known(person.id, checked)
        }
    };
    let factor = Factor { otp: input.otp, recovery_code: input.recovery_code };
    let name = input.name;
    public
        .write(move |tx| {
            let now = tx.now;
            let row = opened(tx, &token)?;
            let gate = match gate.hold(tx.conn, now) {
                Ok(gate) => gate,
                Err(error) => return Ok(Err(error)),
            };
            let person = match acceptor {
                Acceptor::New(password_hash) => {
                    if let Some(phone) = &phone
                        && people::phone_taken(tx.conn, phone)?
                    {
                        return Err(Error::invalid(vec![FieldFault::new("/phone", Fault::AlreadyExists)]));
                    }
                    let new = NewPerson {
                        name: name.trim().to_owned(),
                        email: Some(row.email.clone()),
                        phone,
                        language: row.language,
                        password_hash,
                    };
                    people::add(tx.read.conn, &tx.read.kernel.ids, new, now)?
                }
                Acceptor::Known(id, checked) => {
                    let person = people::find(tx.conn, id)?;
                    let right = matches!(&checked, Checked::Right { stored, .. } if person.password_hash.as_ref() == Some(stored));
                    if !right || person.disabled_at.is_some() {
                        gate.fail(tx.conn, now)?;
                        return Ok(Err(passwords::wrong("/password")));
                    }
                    match second(tx, &person, &factor)? {
                        Second::Fine => gate.pass(tx.conn)?,
                        missing @ Second::Missing => return Ok(Err(missing.refusal())),
                        wrong @ Second::Wrong(_) => {
                            gate.fail(tx.conn, now)?;
                            return Ok(Err(wrong.refusal()));
                        }
                    }
                    person
                }
            };
            if !store::accept(tx.conn, row.id, now)? {
                return Err(Error::new(Kind::LinkExpired));
            }
            let held = grants::held(tx.conn, &[person.id])?;
            let grant = match held.iter().find(|grant| grant.role == row.role && grant.body() == row.body()) {
                Some(grant) => *grant,
                None => granting::add(tx, person.id, row.role, row.body(), row.invited_by)?,
            };
            let what = serde_json::json!({ "person_id": person.id, "grant_id": grant.id });
            tx.audit_of(person.id, (INVITATION, &row.id.to_string()), &what)?;
            let held = grants::held(tx.conn, &[person.id])?;
            sessions::open(tx, &person, held, Some(grant), &client).map(Ok)
        })
        .await?
}
