//! Two canvases of a project: the collective business model, and the value proposition.
//!
//! A canvas is a board of cards, changed card by card, so that several people at once lose nothing: whoever changes a card names the version of that card.
//! The business model keeps named versions that can be compared; its notes may point at activities, cost lines and partners.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{Block, CardId, Colour, ElementInput, ElementKind};
pub use ops::notes::canvas_of as business_model;
pub use ops::value::{Written, written};
pub use wire::{BusinessModel, Note};

crate::permissions! {
    GetCanvas ("get_canvas") => roles [Association, Chamber, National, Ministry];
    AddNote ("add_note") => roles [Association];
    GetNote ("get_note") => roles [Association, Chamber, National, Ministry];
    UpdateNote ("update_note") => roles [Association];
    DeleteNote ("delete_note") => roles [Association];
    ListCanvasVersions ("list_canvas_versions") => roles [Association, Chamber, National, Ministry];
    NameCanvasVersion ("name_canvas_version") => roles [Association];
    GetCanvasVersion ("get_canvas_version") => roles [Association, Chamber, National, Ministry];
    CompareCanvasVersions ("compare_canvas_versions") => roles [Association, Chamber, National, Ministry];
    GetValueProposition ("get_value_proposition") => roles [Association, Chamber, National, Ministry];
    AddElement ("add_element") => roles [Association];
    GetElement ("get_element") => roles [Association, Chamber, National, Ministry];
    UpdateElement ("update_element") => roles [Association];
    DeleteElement ("delete_element") => roles [Association];
}

/// What a project copies of this and forgets with its activities.
pub const PART: super::projects::Part =
    super::projects::Part { copy: ops::parts::copy, restarted: ops::parts::restarted, forgotten: ops::parts::forget };

/// What canvases are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{Block, Board, Canvas, Card, Colour, ElementInput, ElementKind, NoteInput, Target, TargetKind};
    pub use super::store::{VersionRow, keep_version, save};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "canvases", permissions: PERMISSIONS, routes: http::routes };
