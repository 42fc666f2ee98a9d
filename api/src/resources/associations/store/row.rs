use crate::kernel::db::schema::{association_sectors, associations, mandates};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::search;
use crate::resources::associations::model::{
    self, AssociationInput, ContactKind, Gender, Kind, LegalRegime, Level, Mandate, Office, Remark, Status,
};
use crate::resources::territory::CommuneFacts;
use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

crate::id_type!(/// A mandate's row.
    MandateId);

/// A file as it is stored: its state, and its content as a document.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = associations)]
pub struct Record {
    pub id: AssociationId,
    pub registration_number: Option<String>,
    pub wilaya_code: String,
    pub status: Status,
    pub status_since: Instant,
    pub status_reason: Option<String>,
    pub remarks: Option<Json>,
    pub level: Level,
    pub merged_into: Option<AssociationId>,
    pub document: Json,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Record {
    pub fn new(id: AssociationId, input: &AssociationInput, status: Status, created_by: Option<PersonId>, now: Instant) -> Result<Self> {
        Ok(Self {
            id,
            registration_number: None,
            wilaya_code: String::new(),
            status,
            status_since: now,
            status_reason: None,
            remarks: None,
            level: input.level,
            merged_into: None,
            document: Json::of(input)?,
            created_by,
            version: 1,
            created_at: now,
            updated_at: now,
        })
    }
    /// The content of the file.
    pub fn input(&self) -> Result<AssociationInput> {
        Ok(self.document.read()?)
    }
    /// Remarks on a returned file.
    pub fn remark_list(&self) -> Result<Vec<Remark>> {
        Ok(self.remarks.as_ref().map(Json::read).transpose()?.unwrap_or_default())
    }
    /// The row one version on.
    pub fn next(&self, now: Instant) -> Self {
        Self { version: self.version + 1, updated_at: now, ..self.clone() }
    }
    pub fn columns<'a>(&'a self, projection: &'a Projection) -> Columns<'a> {
        Columns {
            id: self.id,
            registration_number: self.registration_number.as_deref(),
            name_ar: &projection.name_ar,
            name_fr: projection.name_fr.as_deref(),
            name_en: projection.name_en.as_deref(),
            name_sort: &projection.name_sort,
            acronym: projection.acronym.as_deref(),
            level: projection.level,
            kind: projection.kind,
            legal_regime: projection.legal_regime,
            wilaya_code: &projection.wilaya_code,
            commune_code: &projection.commune_code,
            sectors: &projection.sectors_json,
            founded_on: projection.founded_on,
            founded_order: projection.founded_order,
            members: projection.members,
            women_led: projection.flags.women_led,
            youth_led: projection.flags.youth_led,
            border: projection.border,
            isolated: projection.isolated,
            status: self.status,
            status_since: self.status_since,
            status_reason: self.status_reason.as_deref(),
            remarks: self.remarks.as_ref(),
            merged_into: self.merged_into,
            document: &self.document,
            search: match &self.registration_number {
                Some(number) => format!("{} | {}", projection.search, text::fold(number)),
                None => projection.search.clone(),
            },
            created_by: self.created_by,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
            flags_until: projection.flags.until,
        }
    }
}

/// The row with its columns for filters, orders and search.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = associations, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Columns<'a> {
    id: AssociationId,
    registration_number: Option<&'a str>,
    name_ar: &'a str,
    name_fr: Option<&'a str>,
    name_en: Option<&'a str>,
    name_sort: &'a str,
    acronym: Option<&'a str>,
    level: Level,
    kind: Kind,
    legal_regime: LegalRegime,
    wilaya_code: &'a str,
    commune_code: &'a str,
    sectors: &'a Json,
    founded_on: Option<NaiveDate>,
    founded_order: i64,
    members: i64,
    women_led: bool,
    youth_led: bool,
    border: bool,
    isolated: bool,
    status: Status,
    status_since: Instant,
    status_reason: Option<&'a str>,
    remarks: Option<&'a Json>,
    merged_into: Option<AssociationId>,
    document: &'a Json,
    search: String,
    created_by: Option<PersonId>,
    version: i64,
    created_at: Instant,
    updated_at: Instant,
    flags_until: Option<NaiveDate>,
}

/// What follows from a file's content and its commune: columns, sectors, mandates, keys for finding duplicates.
pub struct Projection {
    name_ar: String,
    name_fr: Option<String>,
    name_en: Option<String>,
    name_sort: String,
    acronym: Option<String>,
    pub(super) level: Level,
    pub(super) kind: Kind,
    legal_regime: LegalRegime,
    pub wilaya_code: String,
    commune_code: String,
    pub sectors: Vec<String>,
    sectors_json: Json,
    founded_on: Option<NaiveDate>,
    founded_order: i64,
    members: i64,
    pub(super) flags: Leaders,
    pub(super) border: bool,
    pub(super) isolated: bool,
    search: String,
    pub mandates: Vec<Mandate>,
    pub duplicate_keys: Vec<String>,
}

/// Who leads an association on a day, and until when that holds if nobody changes the file.
#[derive(AsChangeset)]
#[diesel(table_name = associations, treat_none_as_null = true)]
pub struct Leaders {
    pub(super) women_led: bool,
    pub(super) youth_led: bool,
    #[diesel(column_name = flags_until)]
    until: Option<NaiveDate>,
}

impl Leaders {
    pub fn of(input: &AssociationInput, day: NaiveDate) -> Self {
        Self {
            women_led: model::women_led(&input.mandates, &input.headcounts, day),
            youth_led: model::youth_led(&input.mandates, &input.headcounts, day),
            until: model::leaders_until(&input.mandates, day),
        }
    }
}

impl Projection {
    /// Computes the columns of a file on a day.
    ///
    /// # Errors
    /// When the sectors cannot be JSON.
    pub fn of(input: &AssociationInput, commune: &CommuneFacts, today: NaiveDate) -> Result<Self> {
        let spellings = input.name.parts().chain(input.acronym.as_deref());
        Ok(Self {
            name_ar: input.name.ar.clone(),
            name_fr: input.name.fr.clone(),
            name_en: input.name.en.clone(),
            name_sort: text::fold(&input.name.ar),
            acronym: input.acronym.clone(),
            level: input.level,
            kind: input.kind,
            legal_regime: input.legal_regime,
            wilaya_code: commune.wilaya_code.clone(),
            commune_code: commune.code.clone(),
            sectors_json: Json::of(&input.craft_sectors)?,
            sectors: input.craft_sectors.clone(),
            founded_on: input.founded_on,
            founded_order: input.founded_on.map_or(0, |day| i64::from(day.num_days_from_ce())),
            members: model::latest(&input.headcounts).map_or(0, |count| count.members),
            flags: Leaders::of(input, today),
            border: commune.border.0,
            isolated: commune.isolated.0 == Some(true),
            search: search::stored(spellings),
            mandates: input.mandates.clone(),
            duplicate_keys: {
                let mut keys = text::duplicates::blocking_keys(&facts(input, &commune.wilaya_code));
                keys.push(content_key(input)?);
                keys
            },
        })
    }
}

/// The key that two files share when their whole content is the same.
///
/// # Errors
/// When the content cannot be JSON.
pub fn content_key(input: &AssociationInput) -> Result<String> {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(serde_json::to_vec(input)?);
    Ok(format!("d:{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&digest[..15])))
}

/// What is known of a file for telling whether it is already there.
pub fn facts(input: &AssociationInput, wilaya: &str) -> text::duplicates::Facts {
    text::duplicates::Facts {
        names: text::names::NameForms::new(input.name.parts()),
        phones: input.contacts.iter().filter(|contact| contact.kind == ContactKind::Phone).map(|contact| contact.value.clone()).collect(),
        receipt_number: input.receipt.as_ref().map(|receipt| receipt.number.clone()),
        commune: Some(input.seat.commune_code.clone()),
        wilaya: Some(wilaya.to_owned()),
        founded_on: input.founded_on,
    }
}

/// A craft sector of a file.
#[derive(Insertable)]
#[diesel(table_name = association_sectors, treat_none_as_default_value = false)]
pub struct SectorRow<'a> {
    pub sector_code: &'a str,
    pub association_id: AssociationId,
}

/// A mandate as a row of its own, for questions about people in office.
#[derive(Insertable)]
#[diesel(table_name = mandates, treat_none_as_default_value = false)]
pub struct MandateRow<'a> {
    id: MandateId,
    association_id: AssociationId,
    person_name: &'a str,
    gender: Gender,
    born_on: Option<NaiveDate>,
    office: Office,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
}

impl<'a> MandateRow<'a> {
    pub fn new(association_id: AssociationId, mandate: &'a Mandate) -> Self {
        Self {
            id: MandateId(uuid::Uuid::now_v7()),
            association_id,
            person_name: &mandate.person_name,
            gender: mandate.gender,
            born_on: mandate.born_on,
            office: mandate.office,
            starts_on: mandate.starts_on,
            ends_on: mandate.ends_on,
        }
    }
}
