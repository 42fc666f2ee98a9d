//! Stages, rights and what others may know of a project. Pure.

use crate::kernel::ids::AssociationId;
use crate::kernel::language::{Phrase, Text};
use chrono::NaiveDate;

crate::id_type!(/// A project.
    ProjectId);
crate::id_type!(/// A step of a project.
    TransitionId);
crate::id_type!(/// A comment on a project.
    CommentId);

crate::text_enum! {
    /// Where a project stands.
    pub enum Stage {
        /// An idea.
        Idea = "idea",
        /// Planned.
        Planned = "planned",
        /// Approved by the association.
        Approved = "approved",
        /// Under way.
        Running = "running",
        /// Finished and closed.
        Closed = "closed",
        /// Given up.
        Dropped = "dropped",
    }
}

crate::text_enum! {
    /// What a person of the team may do.
    pub enum Access {
        /// Read.
        Read = "read",
        /// Read and edit.
        Edit = "edit",
    }
}

/// A step from stage to stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The idea has a plan.
    Plan,
    /// The association approves the plan.
    Approve,
    /// Work begins.
    Launch,
    /// Work is over.
    Close,
    /// The project is given up.
    Drop,
}

impl Step {
    /// The stage the step leads to, when it can be taken now.
    pub fn from(self, stage: Stage) -> Option<Stage> {
        match (self, stage) {
            (Self::Plan, Stage::Idea) => Some(Stage::Planned),
            (Self::Approve, Stage::Planned) => Some(Stage::Approved),
            (Self::Launch, Stage::Approved) => Some(Stage::Running),
            (Self::Close, Stage::Running) => Some(Stage::Closed),
            (Self::Drop, Stage::Idea | Stage::Planned | Stage::Approved | Stage::Running) => Some(Stage::Dropped),
            _ => None,
        }
    }
}

impl Stage {
    /// What people call it.
    pub fn words(self) -> Phrase {
        match self {
            Self::Idea => Phrase { ar: "فكرة", fr: "Idée", en: "Idea" },
            Self::Planned => Phrase { ar: "مخطط", fr: "Planifié", en: "Planned" },
            Self::Approved => Phrase { ar: "مصادق عليه", fr: "Approuvé", en: "Approved" },
            Self::Running => Phrase { ar: "قيد الإنجاز", fr: "En cours", en: "Running" },
            Self::Closed => Phrase { ar: "منتهٍ", fr: "Clos", en: "Closed" },
            Self::Dropped => Phrase { ar: "متخلى عنه", fr: "Abandonné", en: "Dropped" },
        }
    }
    /// Whether the project is over: nothing of it changes any more.
    pub fn over(self) -> bool {
        matches!(self, Self::Closed | Self::Dropped)
    }
}

/// Whether somebody of an association edits a project: what the team says of the person, or else whether it is the owner's.
pub fn edits(owner: AssociationId, theirs: AssociationId, listed: Option<Access>) -> bool {
    match listed {
        Some(access) => access == Access::Edit,
        None => owner == theirs,
    }
}

/// What other resources may know of a project.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The project.
    pub id: ProjectId,
    /// Its owner.
    pub association_id: AssociationId,
    /// Its name.
    pub name: Text,
    /// Where it stands.
    pub stage: Stage,
    /// When it starts.
    pub starts_on: Option<NaiveDate>,
    /// Variances beyond this many per cent want an explanation.
    pub threshold_percent: f64,
}

/// What the plan of a project comes to, kept beside the project for lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanSummary {
    /// When it is to be finished.
    pub finish: Option<NaiveDate>,
    /// Activities in its network.
    pub activities: i64,
    /// Work done, weighted by duration, 0–100.
    pub percent_done: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_goes_forward_step_by_step_and_ends_once() {
        let forward = [Step::Plan, Step::Approve, Step::Launch, Step::Close];
        let end = forward.iter().try_fold(Stage::Idea, |stage, step| step.from(stage));
        assert_eq!(end, Some(Stage::Closed));
        for (index, step) in forward.iter().enumerate() {
            let possible = Stage::ALL.iter().filter(|stage| step.from(**stage).is_some()).count();
            assert_eq!(possible, 1, "step {index}");
        }
        for step in [Step::Plan, Step::Approve, Step::Launch, Step::Close, Step::Drop] {
            assert!([Stage::Closed, Stage::Dropped].into_iter().all(|over| step.from(over).is_none()));
        }
    }

    #[test]
    fn the_team_decides_and_else_the_owner_edits() {
        let (owner, partner) = (AssociationId(uuid::Uuid::from_u128(1)), AssociationId(uuid::Uuid::from_u128(2)));
        assert!(edits(owner, owner, None));
        assert!(!edits(owner, owner, Some(Access::Read)));
        assert!(!edits(owner, partner, None));
        assert!(edits(owner, partner, Some(Access::Edit)));
    }
}
