//! What is handed in: the content of one tool of a project, as it is at that moment.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::language::{LongText, Text};
use crate::kernel::money::Money;
use crate::resources::activities::{self, Plan};
use crate::resources::assignments::model::{PieceItem, PieceKind};
use crate::resources::budgets;
use crate::resources::canvases;
use crate::resources::courses::ProjectTool;
use crate::resources::partners;
use crate::resources::portfolios::{self, CriteriaQuery};
use crate::resources::projects::Brief;

fn long(text: &Text) -> LongText {
    LongText { ar: text.ar.clone(), fr: text.fr.clone(), en: text.en.clone() }
}

fn written(text: &str) -> LongText {
    LongText { ar: text.to_owned(), fr: None, en: None }
}

fn item(kind: PieceKind, id: Option<uuid::Uuid>, group: Option<&str>, text: LongText) -> PieceItem {
    PieceItem { kind, id, group: group.map(str::to_owned), text, amount: None, starts_on: None, ends_on: None }
}

fn activities_of(plan: &Plan) -> impl Iterator<Item = PieceItem> {
    plan.activities.iter().map(|one| PieceItem {
        starts_on: one.start,
        ends_on: one.finish,
        ..item(PieceKind::Activity, Some(one.id.0), Some(&one.code), long(&one.name))
    })
}

/// The content of a tool of a project the caller has found, in its order.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, project: &Brief, tool: ProjectTool) -> Result<Vec<PieceItem>> {
    match tool {
        ProjectTool::BusinessModel => {
            let model = canvases::business_model(tx, project)?;
            let note = |one: &canvases::Note| item(PieceKind::Note, Some(one.id.0), Some(one.note.block.as_str()), written(&one.note.text));
            Ok(model.notes.iter().map(note).collect())
        }
        ProjectTool::ValueProposition => {
            let elements = canvases::written(tx, project)?.elements;
            let element = |(id, one): &(canvases::CardId, canvases::ElementInput)| {
                item(PieceKind::Element, Some(id.0), Some(one.kind.as_str()), written(&one.text))
            };
            Ok(elements.iter().map(element).collect())
        }
        ProjectTool::ActivityNetwork => Ok(activities_of(&activities::plan(tx, project)?).collect()),
        ProjectTool::EarnedValue => {
            let plan = activities::plan(tx, project)?;
            let lines = budgets::cost_lines(tx, project, &plan)?;
            let code = |id| plan.activities.iter().find(|one| one.id == id).map(|one| one.code.as_str());
            let costs = lines.items.iter().map(|one| PieceItem {
                amount: Some(one.total),
                ..item(PieceKind::CostLine, one.line.id.map(|id| id.0), code(one.line.activity_id), long(&one.line.label))
            });
            Ok(activities_of(&plan).chain(costs).collect())
        }
        ProjectTool::CapitalBudgeting => {
            let Some((flows, _)) = portfolios::cash_flows(tx, project, &CriteriaQuery { change_percent: None })? else {
                return Ok(Vec::new());
            };
            let parts = flows.components.iter().map(|one| PieceItem {
                amount: Some(Money::centimes(one.flows.iter().fold(0, |sum, money| sum.saturating_add(money.amount)))),
                ..item(PieceKind::CashFlow, None, None, long(&one.label))
            });
            let dated = flows.dated_flows.iter().map(|one| PieceItem {
                amount: Some(one.amount),
                starts_on: Some(one.date),
                ..item(PieceKind::CashFlow, None, None, one.label.as_ref().map_or_else(|| written("—"), long))
            });
            Ok(parts.chain(dated).collect())
        }
        ProjectTool::Partners => {
            let (partners, _) = partners::with_agreements(tx, project)?;
            let partner = |one: &partners::ProjectPartner| {
                item(PieceKind::Partner, Some(one.id.0), Some(one.partner.kind.as_str()), long(&one.partner.name))
            };
            Ok(partners.iter().map(partner).collect())
        }
    }
}
