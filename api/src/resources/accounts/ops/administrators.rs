use crate::kernel::Kernel;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Role, Scope, secret};
use crate::kernel::audit::Audit;
use crate::kernel::db::transaction::{self, Exclusive, exclusive};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::request_id::Origin;
use crate::kernel::ids::GrantId;
use crate::kernel::language::Language;
use crate::resources::accounts::model::login::{Login, email as clean_email};
use crate::resources::accounts::store::people::{self, NewPerson};
use crate::resources::accounts::store::{grants, sessions};
use totp_rs::Secret;

/// A password nobody has to invent: four groups of five letters and digits, 100 bits.
fn generated_password() -> Result<String> {
    let text = Secret::new(secret::random::<13>()?.into()).to_base32().to_lowercase();
    let groups: Vec<&str> = (0..4).filter_map(|group| text.get(group * 5..group * 5 + 5)).collect();
    Ok(groups.join("-"))
}

/// Gives somebody the role of administrator and a new password; `only_first` does so only where nobody has the role.
fn administrator(kernel: &Kernel, email: &str, name: &str, only_first: bool) -> Result<Option<String>> {
    let email = clean_email(email).ok_or_else(|| Error::internal("an e-mail address was expected"))?;
    let password = generated_password()?;
    let hash = kernel.passwords.hash(&password)?;
    let made = transaction::write(&mut *kernel.db.writer()?, |conn| {
        exclusive(conn, Exclusive::Administrators)?;
        if only_first && !grants::administrators(conn)?.is_empty() {
            return Ok::<_, Error>(false);
        }
        let now = kernel.clock.now();
        let person = match people::by_login(conn, &Login::Email(email.clone()))? {
            Some(mut person) => {
                person.password_hash = Some(hash);
                person.disabled_at = None;
                person.save(conn, now)?;
                sessions::end_all(conn, person.id, None, now)?;
                person
            }
            None => {
                let new =
                    NewPerson { name: name.to_owned(), email: Some(email), phone: None, language: Language::Arabic, password_hash: hash };
                people::add(conn, &kernel.ids, new, now)?
            }
        };
        if !grants::held(conn, &[person.id])?.iter().any(|grant| grant.role == Role::Admin) {
            let row = grants::Row {
                id: GrantId(kernel.ids.next()),
                person_id: person.id,
                role: Role::Admin,
                institution_id: None,
                association_id: None,
                granted_at: now,
                granted_by: None,
                ended_at: None,
            };
            grants::insert(conn, &row)?;
        }
        let origin = Origin::default();
        let mut read = Read { conn, kernel, caller: None, scope: Scope::Public, now, origin: &origin };
        let after = serde_json::json!({ "role": Role::Admin });
        let subject = (super::PERSON, &*person.id.to_string());
        Audit { by: None, operation: "create_admin", subject, before: None, after: Some(&after) }.record(&mut read)?;
        Ok(true)
    })?;
    Ok(made.then_some(password))
}

/// Makes somebody an administrator and gives their new password: for the command line.
///
/// # Errors
/// When the address is none or the database does not answer.
pub fn create_administrator(kernel: &Kernel, email: &str, name: &str) -> Result<String> {
    administrator(kernel, email, name, false)?.ok_or_else(|| Error::internal("no administrator was made"))
}

/// Makes the first administrator where nobody is one, and gives address and password. Replicas that start together make
/// one between them.
///
/// # Errors
/// When the database does not answer.
pub fn first_administrator(kernel: &Kernel) -> Result<Option<(String, String)>> {
    if !grants::administrators(&mut *kernel.db.reader()?)?.is_empty() {
        return Ok(None);
    }
    let email = kernel.config.admin_email.clone();
    Ok(administrator(kernel, &email, "مدير المنصة", true)?.map(|password| (email, password)))
}
