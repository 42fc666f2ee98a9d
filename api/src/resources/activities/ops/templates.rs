//! Templates: planned sets of activities to start from, as data.

use super::network::{keep, view, write_rows};
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::activities::model::plan::Holding;
use crate::resources::activities::store;
use crate::resources::activities::wire::{ProjectNetwork, ProjectTemplate};
use crate::resources::projects::{self, Id as ProjectId};

const TEMPLATES: &str = include_str!("../../../../reference/project_templates.json");

pub fn list() -> Result<Vec<ProjectTemplate>> {
    Ok(serde_json::from_str(TEMPLATES)?)
}

/// Plans a project that has no activities yet after a template.
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
    if !before.activities.is_empty() {
        return Err(Error::say(
            Kind::WrongState,
            "للمشروع أنشطة، والقالب لمشروع بلا أنشطة.",
            "Le projet a déjà des activités : un modèle s'applique à un projet qui n'en a pas.",
            "The project has activities already: a template is for one that has none.",
        ));
    }
    let rows = templates.into_iter().filter(|template| template.code == code).flat_map(|template| template.activities).collect();
    let after = write_rows(tx, &before, rows, true)?;
    let (after, version, _) = keep(tx, &project, (&before, version), after, Holding::Field("/template"))?;
    Ok(view(id, &after, version))
}
