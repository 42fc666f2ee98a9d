pub use super::model::report::EventReport;
pub use super::model::{OutcomeChannel, OutcomeDeclaration, OutcomeEvaluation, OutcomeRound};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::kernel::rounds::RoundState;
use crate::resources::calls::{ApplicationId, ApplicationStatus};
use crate::resources::events::Id as EventId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was declared of a round.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeclaredOutcome {
    /// Visitors of the stand, about.
    pub visitors: u32,
    /// What was sold.
    pub sales: Money,
    /// Orders taken.
    pub orders: u32,
    /// What they are worth.
    pub orders_value: Money,
    /// People to stay in touch with.
    pub contacts: u32,
    /// In words.
    pub comment: Option<String>,
    /// How the association judges the event, at the close alone.
    pub evaluation: Option<OutcomeEvaluation>,
    /// When it was declared last.
    pub declared_at: Instant,
    /// How.
    pub declared_through: OutcomeChannel,
    /// By whom, when it was somebody who was signed in.
    pub person_name: Option<String>,
    /// How often it was declared.
    pub version: i64,
}

/// A round of an application.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OutcomeRoundView {
    /// The round.
    pub round: OutcomeRound,
    /// First day it is declared.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
    /// Whether it can be declared.
    pub state: RoundState,
    /// When the organisers last asked for it; null when they have not.
    pub asked_at: Option<Instant>,
    /// Whether the caller may declare it now.
    pub declarable: bool,
    /// What was declared; null when nothing was.
    pub declared: Option<DeclaredOutcome>,
}

/// What an association has declared of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationOutcomes {
    /// The application.
    pub application_id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Where the application stands.
    pub status: ApplicationStatus,
    /// Whether the caller speaks for the association; an organiser declares for it.
    pub own: bool,
    /// Whether the caller may declare a round now.
    pub declarable: bool,
    /// The rounds, in order.
    pub rounds: Vec<OutcomeRoundView>,
}

/// What a link is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeLink {
    /// The name of the event.
    pub event_name: Text,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// The name of the association.
    pub association_name: Text,
    /// The round, and what was declared.
    #[serde(flatten)]
    pub round: OutcomeRoundView,
}

/// What one association has declared, for the organisers.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventOutcome {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// The round.
    pub round: OutcomeRound,
    /// What it has declared.
    #[serde(flatten)]
    pub declared: DeclaredOutcome,
}

/// Which declarations are listed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeQuery {
    /// Of one round.
    #[serde(default)]
    pub round: Option<OutcomeRound>,
}
crate::list_parameters!(OutcomeQuery);

/// Which round the exhibitors are asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeRequestInput {
    /// The round; it is open.
    pub round: OutcomeRound,
}

/// How many were asked for a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct OutcomeRequest {
    /// The round.
    pub round: OutcomeRound,
    /// When.
    pub asked_at: Instant,
    /// Until when the links are good.
    pub expires_at: Instant,
    /// Associations that exhibited.
    pub exhibitors: usize,
    /// Those of them that have declared and are not asked again.
    pub answered: usize,
    /// Those that were asked less than a day ago and are not asked again yet.
    pub asked_lately: usize,
    /// Those that were written to now.
    pub asked: usize,
    /// Those that nobody with an e-mail address speaks for.
    pub unreachable: usize,
}
