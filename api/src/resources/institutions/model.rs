crate::text_enum! {
    /// What an institution is.
    pub enum InstitutionKind {
        /// The ministry.
        Ministry = "ministry",
        /// The national agency (ANART).
        Agency = "agency",
        /// The national chamber (CNAM).
        NationalChamber = "national_chamber",
        /// A chamber of traditional crafts (CAM).
        Chamber = "chamber",
        /// A wilaya directorate of tourism and crafts.
        Directorate = "directorate",
    }
}
