//! What files an event has. Pure.

crate::id_type!(/// A file of an event.
    EventFileId);

crate::text_enum! {
    /// What a file of an event is.
    pub enum EventFileKind {
        /// The poster, a picture.
        Poster = "poster",
        /// A document for everybody.
        Document = "document",
        /// A picture of what an application brings.
        Picture = "picture",
    }
}
