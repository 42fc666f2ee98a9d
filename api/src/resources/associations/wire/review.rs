//! Proposals, duplicates and merges on the wire.

use super::AssociationInput;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::associations::model::Status;
pub use crate::resources::associations::model::{MergeId, ProposalId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Changes an association asks for in its verified file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalInput {
    /// JSON Merge Patch (RFC 7396) of the file.
    #[schema(value_type = Object, examples(json!({ "acronym": "ANAMIL" })))]
    pub changes: Value,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// One field before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct Difference {
    /// The field (RFC 6901).
    #[schema(examples("/name/fr"))]
    pub pointer: String,
    /// The value in the file today; null for none.
    #[schema(value_type = serde_json::Value)]
    pub before: Value,
    /// The value asked for; null to remove it.
    #[schema(value_type = serde_json::Value)]
    pub after: Value,
}

/// What was decided about one field.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldDecision {
    /// The field (RFC 6901), as the proposal names it.
    #[schema(max_length = 200)]
    pub pointer: String,
    /// Accepted or refused.
    pub accept: bool,
    /// Why; required for a refusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: Option<String>,
}

/// The decision about a proposal: every field of it, once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionInput {
    /// Field by field.
    #[schema(min_items = 1, max_items = 100)]
    pub decisions: Vec<FieldDecision>,
}

/// A proposal.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proposal {
    /// Identifier.
    pub id: ProposalId,
    /// The file.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Field by field, against the file of today; once decided, against the file of then.
    pub differences: Vec<Difference>,
    /// Why it is asked for.
    pub note: Option<String>,
    /// Who asks.
    pub proposed_by: Option<String>,
    /// When.
    pub created_at: Instant,
    /// When it was decided; none while it waits.
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// What was decided.
    pub decisions: Vec<FieldDecision>,
    /// Version of the row.
    pub version: i64,
}

/// Filters of the proposals.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalQuery {
    /// Proposals for one file.
    #[serde(default)]
    pub association: Option<AssociationId>,
    /// Waiting ones, or decided ones.
    #[serde(default)]
    pub open: Option<bool>,
}
crate::list_parameters!(ProposalQuery);

/// What is known of an association that may be there already.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DuplicateCheck {
    /// Its names.
    pub name: Text,
    /// Commune of its seat.
    #[serde(default)]
    #[schema(pattern = "^[0-9]{4}$")]
    pub commune_code: Option<String>,
    /// Number of its receipt.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub receipt_number: Option<String>,
    /// Its telephones, as people type them.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub phones: Vec<String>,
    /// Day of foundation.
    #[serde(default)]
    pub founded_on: Option<NaiveDate>,
}

/// A file that may be the same association.
#[derive(Debug, Serialize, ToSchema)]
pub struct Likely {
    /// The file.
    pub id: AssociationId,
    /// Its names.
    pub name: Text,
    /// Its number.
    pub registration_number: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Commune of its seat.
    pub commune_code: String,
    /// Wilaya of its seat.
    pub wilaya_code: String,
    /// From 0 to 1; 0.5 and more is worth a look.
    pub score: f64,
    /// What speaks for and against: `same_name`, `same_phone`, `different_wilaya`, …
    pub reasons: Vec<&'static str>,
}

/// Two files that may be the same association.
#[derive(Debug, Serialize, ToSchema)]
pub struct LikelyPair {
    /// The older file.
    pub first: Likely,
    /// The younger file.
    pub second: Likely,
}

/// Which file is to be merged into this one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeQuery {
    /// The other file.
    pub other_id: AssociationId,
}
crate::query_parameters!(MergeQuery);

/// Merges another file into this one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeInput {
    /// The other file; it disappears from the lists.
    pub other_id: AssociationId,
    /// Fields whose value is taken from the other file (RFC 6901, as the preview names them).
    #[serde(default)]
    #[schema(max_items = 100)]
    pub take: Vec<String>,
}

/// What a merge would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct MergePreview {
    /// Fields in which the files differ: `before` is this file, `after` the other.
    pub differences: Vec<Difference>,
    /// This file after the merge, when nothing is taken from the other but what adds up: telephones, headcounts, mandates, crafts.
    pub result: AssociationInput,
}

/// A merge that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Merge {
    /// Identifier, for undoing.
    pub id: MergeId,
    /// The file that stayed.
    pub kept_id: AssociationId,
    /// The file that went into it.
    pub merged_id: AssociationId,
    /// When.
    pub merged_at: Instant,
    /// When it was undone.
    pub undone_at: Option<Instant>,
}

/// Whether a number of the register is good.
#[derive(Debug, Serialize, ToSchema)]
pub struct Verification {
    /// The number.
    #[schema(examples("16-2026-0001"))]
    pub number: String,
    /// Whether it is valid on the day.
    pub valid: bool,
    /// The day (Algiers).
    pub on: NaiveDate,
    /// Where the file stands.
    pub status: Status,
    /// Since when it stands there.
    pub status_since: Instant,
    /// Names of the association.
    pub name: Text,
    /// The file.
    pub association_id: AssociationId,
    /// Wilaya of its seat.
    pub wilaya_code: String,
    /// First day of the president in office; none when nobody is.
    pub president_since: Option<NaiveDate>,
    /// The president's name, when the person agreed to show it.
    pub president_name: Option<String>,
}
