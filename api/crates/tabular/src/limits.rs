//! How much of a table is read before it is refused.

/// Bounds on what a table may hold. Every one of them is checked before memory is spent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Rows under the header.
    pub rows: u64,
    /// Columns.
    pub columns: usize,
    /// Characters of one cell; 32,767 is what a spreadsheet holds.
    pub cell_chars: usize,
    /// Bytes of one row of a text format, once decoded to UTF-8.
    pub row_bytes: usize,
    /// Levels of nesting of one NDJSON object.
    pub depth: usize,
    /// Parts of an XLSX archive.
    pub zip_entries: usize,
    /// Bytes of an XLSX archive once inflated, all parts together.
    pub zip_bytes: u64,
    /// Inflated bytes for each compressed byte, for parts over a mebibyte. Office libraries refuse more than 100.
    pub zip_ratio: u64,
    /// Bytes of the shared strings of an XLSX file, which stay in memory while it is read.
    pub shared_string_bytes: u64,
    /// Number of the shared strings of an XLSX file.
    pub shared_strings: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rows: 200_000,
            columns: 256,
            cell_chars: 32_767,
            row_bytes: 1 << 20,
            depth: 8,
            zip_entries: 1_000,
            zip_bytes: 256 << 20,
            zip_ratio: 100,
            shared_string_bytes: 48 << 20,
            shared_strings: 1_000_000,
        }
    }
}
