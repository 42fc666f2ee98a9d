//! What Microsoft Project's XML has no element for, in its free fields: the three estimates where its own PERT analysis keeps them (`Duration1` to
//! `Duration3`), names in other languages in `Text1` and `Text2`, told by their aliases.

use super::mspdi::minutes;
use super::mspdi_write::{Out, field};
use super::xml::Element;
use super::{ActivityInput, ThreePoint};
use std::io;

/// A free field: its number, its name, and what we call it.
type Free = (&'static str, &'static str, &'static str);

/// Optimistic, most likely, pessimistic.
const ESTIMATE: [Free; 3] =
    [("188743783", "Duration1", "optimistic"), ("188743784", "Duration2", "most_likely"), ("188743785", "Duration3", "pessimistic")];
/// French, English.
const NAMES: [Free; 2] = [("188743731", "Text1", "name_fr"), ("188743734", "Text2", "name_en")];

/// What a file calls the free fields by our names.
pub struct Known<'a> {
    root: &'a Element,
    /// Minutes of a day.
    day: f64,
}

impl<'a> Known<'a> {
    /// Of a document.
    pub fn of(root: &'a Element) -> Self {
        let day = root.number("MinutesPerDay").filter(|day| (1..=1440).contains(day)).unwrap_or(480);
        Self { root, day: day as f64 }
    }

    fn is_ours(&self, (number, _, alias): Free) -> bool {
        let defined = self.root.child("ExtendedAttributes").into_iter().flat_map(|list| list.all("ExtendedAttribute"));
        defined.into_iter().any(|one| one.get("FieldID") == Some(number) && one.get("Alias") == Some(alias))
    }

    /// The three estimates of a task in days, where all are there and in their order.
    pub fn estimate(&self, task: &Element) -> Option<ThreePoint> {
        let days = |free: Free| Some(minutes(value(task, free)?)? as f64 / self.day);
        let [optimistic, most_likely, pessimistic] = ESTIMATE.map(days);
        let read = ThreePoint { optimistic: optimistic?, most_likely: most_likely?, pessimistic: pessimistic? };
        (read.optimistic <= read.most_likely && read.most_likely <= read.pessimistic && read.pessimistic > 0.0).then_some(read)
    }

    /// The French and the English name of a task: other files have other things in these fields.
    pub fn names(&self, task: &Element) -> [Option<String>; 2] {
        NAMES.map(|free| value(task, free).filter(|name| !name.trim().is_empty() && self.is_ours(free)).map(str::to_owned))
    }
}

fn value(task: &Element, (number, ..): Free) -> Option<&str> {
    task.all("ExtendedAttribute").find(|one| one.get("FieldID") == Some(number))?.get("Value")
}

/// Says what the free fields are called.
///
/// # Errors
/// Never for a writer into memory.
pub fn define(out: &mut Out) -> io::Result<()> {
    out.create_element("ExtendedAttributes").write_inner_content(|out| {
        for (number, name, alias) in ESTIMATE.into_iter().chain(NAMES) {
            out.create_element("ExtendedAttribute").write_inner_content(|out| {
                field(out, "FieldID", number)?;
                field(out, "FieldName", name)?;
                field(out, "Alias", alias)
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Writes the free fields of an activity; a day has so many minutes.
///
/// # Errors
/// Never for a writer into memory.
pub fn write(out: &mut Out, content: &ActivityInput, day: f64) -> io::Result<()> {
    let days = content.estimate.map(|three| [three.optimistic, three.most_likely, three.pessimistic]);
    let durations = ESTIMATE.into_iter().zip(days.into_iter().flatten()).map(|((number, ..), days)| {
        let minutes = (days * day).round() as i64;
        (number, format!("PT{}H{}M0S", minutes / 60, minutes % 60), true)
    });
    let names = NAMES.into_iter().zip([&content.name.fr, &content.name.en]);
    let names = names.filter_map(|((number, ..), name)| Some((number, name.clone()?, false)));
    for (number, value, is_duration) in durations.chain(names) {
        out.create_element("ExtendedAttribute").write_inner_content(|out| {
            field(out, "FieldID", number)?;
            field(out, "Value", &value)?;
            if is_duration { field(out, "DurationFormat", "7") } else { Ok(()) }
        })?;
    }
    Ok(())
}
