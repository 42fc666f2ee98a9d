use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::calls::{ApplicationId, ApplicationStatus, StandNeeds, StandWishes};
use crate::resources::events::Id as EventId;
use floor::allocation::{AllocationResult, Reason, ReasonCode, Unmet};
use floor::plan::Services;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A stand of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventStand {
    /// Its number.
    #[schema(examples("A01"))]
    pub number: String,
    /// The id of its hall in the plan.
    pub hall: String,
    /// Square centimetres; a square metre has 10,000.
    pub area_cm2: i64,
    /// Whether it stands at a corner.
    pub corner: bool,
    /// Sides that are open to visitors; 0 when nobody has counted them.
    pub open_sides: u8,
    /// What is laid on.
    pub services: Services,
    /// Who has it; null while it is free.
    pub holder: Option<StandHolder>,
}

/// Who has a stand.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandHolder {
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// The number of its application.
    pub number: i32,
    /// Codes of the craft sectors of what it brings.
    pub craft_sectors: Vec<String>,
    /// The application, for the organisers.
    pub application_id: Option<ApplicationId>,
    /// Whether the machine leaves it where it is, for the organisers.
    pub locked: Option<bool>,
    /// What the stand lacks of what is needed, for the organisers.
    pub lacks: Option<Vec<ReasonCode>>,
}

/// Which stands, and how many.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandQuery {
    /// Words of the association's name, or the number of the stand.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
    /// Whether somebody has it.
    #[serde(default)]
    pub given: Option<bool>,
    /// The id of a hall.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub hall: Option<String>,
    /// Code of a craft sector of what is shown there.
    #[serde(default)]
    #[schema(max_length = 10)]
    pub craft_sector: Option<String>,
}
crate::list_parameters!(StandQuery);

/// Which applications with a seat, and how many.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidateQuery {
    /// Whether it has a stand.
    #[serde(default)]
    pub placed: Option<bool>,
}
crate::list_parameters!(CandidateQuery);

/// An application with a seat, and its stand.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandCandidate {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Codes of the craft sectors of what it brings.
    pub craft_sectors: Vec<String>,
    /// What the stand needs.
    pub needs: StandNeeds,
    /// Where the stand had better be.
    pub stand_wishes: StandWishes,
    /// Wishes, in words.
    pub wishes: Option<String>,
    /// The number of its stand; null while it has none.
    pub stand: Option<String>,
    /// Whether the machine leaves it there.
    pub locked: bool,
    /// What the stand lacks of what is needed.
    pub lacks: Vec<ReasonCode>,
}

crate::text_enum! {
    /// What the machine leaves where it is.
    pub enum KeptStands {
        /// What is locked.
        Locked = "locked",
        /// Everything that is given out.
        All = "all",
    }
}

/// How the stands are to be given out.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandProposalInput {
    /// What is left where it is; what is locked when absent.
    #[serde(default)]
    pub keep: Option<KeptStands>,
    /// Numbers of stands that are given to nobody.
    #[serde(default)]
    #[schema(max_items = 2000)]
    pub closed: Vec<String>,
    /// By how many percent a stand may be smaller than wanted.
    #[serde(default)]
    #[schema(maximum = 50)]
    pub area_tolerance_percent: u8,
}

/// What the machine proposes; nothing is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandProposal {
    /// Who would get which stand, and why; the ids are those of the applications.
    pub allocation: AllocationResult,
    /// The version that `PUT …/stands` takes in `If-Match`.
    pub version: i64,
}

/// Who gets which stand.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandsInput {
    /// Every application that has a stand from now on; the others have none.
    #[schema(max_items = 2000)]
    pub allocations: Vec<StandAllocation>,
}

/// An application and its stand.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandAllocation {
    /// The application.
    pub application_id: ApplicationId,
    /// The number of its stand.
    #[schema(min_length = 1, max_length = 200)]
    pub stand: String,
    /// Whether the machine leaves it there.
    #[serde(default)]
    pub locked: bool,
}

/// How many stands are given out.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandsState {
    /// The event.
    pub event_id: EventId,
    /// Stands that somebody has.
    pub given: usize,
    /// Stands that nobody has.
    pub free: usize,
    /// The version that `PUT …/stands` takes in `If-Match`.
    pub version: i64,
}

/// The stand an application is to have.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandGift {
    /// The number of the stand.
    #[schema(min_length = 1, max_length = 200, examples("A01"))]
    pub stand: String,
    /// The stand it has now as far as the caller knows, null for none: whoever was quicker is not undone.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub from: Option<String>,
    /// Whether the machine leaves it there.
    #[serde(default)]
    pub locked: bool,
    /// Whether whoever has the stand moves to the one that becomes free, or has none if there was none.
    #[serde(default)]
    pub exchange: bool,
}

/// The stand of an application, and why it is that one.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationStand {
    /// The application.
    pub application_id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// The stand.
    pub stand: EventStand,
    /// When it was given.
    pub given_at: Instant,
    /// What speaks for it, and what against.
    pub reasons: Vec<Reason>,
    /// Wishes that did not come true.
    pub unmet: Vec<Unmet>,
}
