//! Templates: planned sets of activities to start from, as data.

use super::network::{keep, view, write_rows};
use crate::kernel::access::allowed::Write;
use crate::kernel::error::Result;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::activities::model::plan::{self, Holding};
use crate::resources::activities::store;
use crate::resources::activities::wire::{ProjectNetwork, ProjectTemplate};
use crate::resources::projects::{self, Id as ProjectId};

const TEMPLATES: &str = include_str!("../../../../reference/project_templates.json");

pub fn list() -> Result<Vec<ProjectTemplate>> {
    Ok(serde_json::from_str(TEMPLATES)?)
}

/// Plans a project after a template. Beside activities that are there already the template's come last, linked inside themselves; those
/// whose code is taken get a new one.
pub fn apply(tx: &mut Write<'_>, id: ProjectId, code: &str) -> Result<ProjectNetwork> {
    let templates = list()?;
    let known: Vec<&str> = templates.iter().map(|template| template.code.as_str()).collect();
    let mut faults = Faults::default();
    if !known.contains(&code) {
        faults.expecting("/template", Fault::NotAllowed, known.join(", "));
    }
    let project = projects::open(tx, id)?;
    faults.finish()?;
    let (before, version) = store::find(tx.conn, id)?;
    let rows = templates.into_iter().filter(|template| template.code == code).flat_map(|template| template.activities).collect();
    let after = write_rows(tx, &before, plan::beside(&before, rows), false)?;
    let (after, version, _) = keep(tx, &project, (&before, version), after, Holding::Field("/template"))?;
    Ok(view(id, &after, version))
}
