//! Which files of the register are wanted, and in what order.

use super::{Kind, Level, Status};
use chrono::NaiveDate;

crate::text_enum! {
    /// Order of the list.
    pub enum Sort {
        /// Name in Arabic.
        Name = "name",
        /// Name in Arabic, backwards.
        NameDown = "-name",
        /// Oldest first.
        Founded = "founded_on",
        /// Youngest first.
        FoundedDown = "-founded_on",
        /// First registered first.
        Created = "created_at",
        /// Last registered first.
        CreatedDown = "-created_at",
        /// Smallest first.
        Members = "members",
        /// Largest first.
        MembersDown = "-members",
    }
}

/// What files of the register are chosen by; what is not said chooses all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the name, in any spelling or language, or a registration number.
    pub q: Option<String>,
    /// Codes of wilayas.
    pub wilayas: Vec<String>,
    /// Code of a commune.
    pub commune: Option<String>,
    /// Level.
    pub level: Option<Level>,
    /// What they are for.
    pub kind: Option<Kind>,
    /// Code of a craft domain.
    pub craft_domain: Option<String>,
    /// Codes of craft sectors.
    pub craft_sectors: Vec<String>,
    /// States.
    pub statuses: Vec<Status>,
    /// Only those the caller is in charge of.
    pub in_charge: bool,
    /// Led by women.
    pub women_led: Option<bool>,
    /// Led by young people.
    pub youth_led: Option<bool>,
    /// Seat in a border commune.
    pub border: Option<bool>,
    /// Seat in an isolated commune.
    pub isolated: Option<bool>,
    /// Founded on this day or later.
    pub founded_from: Option<NaiveDate>,
    /// Founded on this day or earlier.
    pub founded_to: Option<NaiveDate>,
}
