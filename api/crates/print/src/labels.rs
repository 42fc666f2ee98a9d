//! Labels to print and cut: badges and cards, each with a QR code.

use serde::Serialize;

/// The content of a sheet of labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// The labels, in order.
    pub labels: Vec<Label>,
    /// Two on a page rather than ten.
    pub large: bool,
}

/// A label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// What stands small above all, such as the event.
    pub head: String,
    /// What stands out, such as the number of a stand.
    pub mark: Option<String>,
    /// Whose it is.
    pub title: String,
    /// What else it says.
    pub lines: Vec<String>,
    /// A code that can be typed.
    pub code: Option<String>,
    /// The QR code as SVG.
    pub qr: String,
}
