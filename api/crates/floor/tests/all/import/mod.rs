//! Drawings and GeoJSON: what is taken, what is skipped and why, and files nobody means well with.

use floor::import::{Import, SkipReason};

mod geojson;
mod hostile;
mod svg;

/// The name and the reason of each skipped element.
fn skipped(import: &Import) -> Vec<(&str, SkipReason)> {
    assert_eq!(import.skipped.len(), import.skipped_total);
    import.skipped.iter().map(|s| (s.id.as_deref().unwrap_or(&s.element), s.reason)).collect()
}
