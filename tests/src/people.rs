//! Actors by role and body: people, grants, sessions and keys written straight into the database, and tokens for them.

use crate::actor::Actor;
use crate::app::{PUBLIC_URL, TestApp};
use api::kernel::access::{Body, Caller, Identity, Role, secret, token};
use api::kernel::db::schema::{grants, institution_coverage, institutions, machine_keys, people, sessions};
use api::kernel::db::types::Json;
use api::kernel::ids::{AssociationId, GrantId, InstitutionId, KeyId, PersonId, SessionId};
use diesel::prelude::*;

impl TestApp {
    /// An officer of the chamber of a wilaya.
    pub fn chamber(&self, wilaya: &str) -> Actor<'_> {
        self.person(Some(Role::Chamber), Body::Institution(self.chamber_of(wilaya)))
    }
    /// A ministry officer.
    pub fn ministry(&self) -> Actor<'_> {
        self.person(Some(Role::Ministry), Body::Institution(self.institution("ministry")))
    }
    /// An officer of the national chamber.
    pub fn national(&self) -> Actor<'_> {
        self.person(Some(Role::National), Body::Institution(self.institution("national_chamber")))
    }
    /// The technical administrator.
    pub fn admin(&self) -> Actor<'_> {
        self.person(Some(Role::Admin), Body::None)
    }
    /// A trainer.
    pub fn trainer(&self) -> Actor<'_> {
        self.person(Some(Role::Trainer), Body::None)
    }
    /// The president of an association.
    pub fn association(&self, id: AssociationId) -> Actor<'_> {
        self.person(Some(Role::Association), Body::Association(id))
    }
    /// Somebody with an account and no role.
    pub fn newcomer(&self) -> Actor<'_> {
        self.person(None, Body::None)
    }
    /// Somebody of a role, wherever they work; an association's is one nobody knows.
    pub fn of_role(&self, role: Role) -> Actor<'_> {
        match role {
            Role::Association => self.association(AssociationId(uuid::Uuid::new_v4())),
            Role::Trainer => self.trainer(),
            Role::Chamber => self.chamber("16"),
            Role::National => self.national(),
            Role::Ministry => self.ministry(),
            Role::Admin => self.admin(),
        }
    }

    /// A signed-in person.
    ///
    /// # Panics
    /// When the database does not take the rows.
    pub fn person(&self, role: Option<Role>, body: Body) -> Actor<'_> {
        let kernel = &self.kernel;
        let (person, session) = (PersonId(kernel.ids.next()), SessionId(kernel.ids.next()));
        let grant = role.map(|_| GrantId(kernel.ids.next()));
        let now = kernel.clock.now();
        let (institution, association) = columns(body);
        let mut conn = kernel.db.writer().unwrap();
        diesel::insert_into(people::table)
            .values((
                people::id.eq(person),
                people::name.eq(format!("{} {}", role.map_or("person", Role::as_str), person)),
                people::email.eq(format!("{person}@example.dz")),
                people::language.eq("ar"),
                people::search.eq(""),
                people::version.eq(1_i64),
                people::created_at.eq(now),
                people::updated_at.eq(now),
            ))
            .execute(&mut *conn)
            .unwrap();
        if let (Some(grant), Some(role)) = (grant, role) {
            diesel::insert_into(grants::table)
                .values((
                    grants::id.eq(grant),
                    grants::person_id.eq(person),
                    grants::role.eq(role),
                    grants::institution_id.eq(institution),
                    grants::association_id.eq(association),
                    grants::granted_at.eq(now),
                ))
                .execute(&mut *conn)
                .unwrap();
        }
        diesel::insert_into(sessions::table)
            .values((
                sessions::id.eq(session),
                sessions::person_id.eq(person),
                sessions::grant_id.eq(grant),
                sessions::refresh_hash.eq(secret::digest(&session.to_string())),
                sessions::rotated_at.eq(now),
                sessions::user_agent.eq("tests"),
                sessions::created_at.eq(now),
                sessions::expires_at.eq(now.plus(chrono::Duration::days(30))),
            ))
            .execute(&mut *conn)
            .unwrap();
        let caller = Caller { identity: Identity::Person { person, session, grant, must_enrol: false }, role, body };
        Actor::with_credentials(self, &self.token(&caller), Some(caller))
    }

    /// A token for a caller, from now on.
    ///
    /// # Panics
    /// For a machine.
    pub fn token(&self, caller: &Caller) -> String {
        token::issue(&self.kernel.keyring, PUBLIC_URL, caller, self.kernel.clock.now()).unwrap()
    }

    /// A machine of a body, with a key limited to some operations.
    ///
    /// # Panics
    /// When the database does not take the row.
    pub fn machine(&self, role: Role, body: Body, scopes: &[&str]) -> Actor<'_> {
        let kernel = &self.kernel;
        let id = KeyId(kernel.ids.next());
        let key = format!("{}{}", api::kernel::access::authenticate::KEY_PREFIX, secret::token().unwrap());
        let (institution, association) = columns(body);
        let now = kernel.clock.now();
        diesel::insert_into(machine_keys::table)
            .values((
                machine_keys::id.eq(id),
                machine_keys::institution_id.eq(institution),
                machine_keys::association_id.eq(association),
                machine_keys::role.eq(role),
                machine_keys::name.eq("tests"),
                machine_keys::prefix.eq(&key[..12]),
                machine_keys::hash.eq(secret::digest(&key)),
                machine_keys::scopes.eq(Json::of(scopes).unwrap()),
                machine_keys::created_by.eq(PersonId(uuid::Uuid::new_v4())),
                machine_keys::created_at.eq(now),
                machine_keys::expires_on.eq(now.plus(chrono::Duration::days(90)).day()),
            ))
            .execute(&mut *kernel.db.writer().unwrap())
            .unwrap();
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        Actor::with_credentials(self, &key, Some(Caller { identity: Identity::Machine { key: id, scopes }, role: Some(role), body }))
    }

    /// The chamber in charge of a wilaya.
    ///
    /// # Panics
    /// When there is none.
    pub fn chamber_of(&self, wilaya: &str) -> InstitutionId {
        institution_coverage::table
            .filter(institution_coverage::wilaya_code.eq(wilaya))
            .filter(institution_coverage::kind.eq("chamber"))
            .select(institution_coverage::institution_id)
            .first(&mut *self.kernel.db.reader().unwrap())
            .unwrap()
    }

    /// The first institution of a kind.
    ///
    /// # Panics
    /// When there is none.
    pub fn institution(&self, kind: &str) -> InstitutionId {
        institutions::table
            .filter(institutions::kind.eq(kind))
            .select(institutions::id)
            .order(institutions::id)
            .first(&mut *self.kernel.db.reader().unwrap())
            .unwrap()
    }
}

fn columns(body: Body) -> (Option<InstitutionId>, Option<AssociationId>) {
    match body {
        Body::None => (None, None),
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
    }
}
