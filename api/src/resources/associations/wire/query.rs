//! What lists of the register and figures about it are asked with.

use super::super::model::{Filter, Kind, Level, Sort, Status};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The filters of the register, with what a question has beside them.
macro_rules! filtered {
    ($(#[$about:meta])* pub struct $name:ident { $($own:tt)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Words of the name, in any spelling or language, or a registration number.
            #[serde(default)]
            #[schema(max_length = 200)]
            pub q: Option<String>,
            /// Codes of wilayas; repeat for several.
            #[serde(default)]
            #[schema(max_items = 69)]
            pub wilaya: Vec<String>,
            /// Code of a commune.
            #[serde(default)]
            #[schema(max_length = 4)]
            pub commune: Option<String>,
            /// Level.
            #[serde(default)]
            pub level: Option<Level>,
            /// What they are for.
            #[serde(default)]
            pub kind: Option<Kind>,
            /// Code of a craft domain.
            #[serde(default)]
            #[schema(max_length = 1)]
            pub craft_domain: Option<String>,
            /// Codes of craft sectors; repeat for several.
            #[serde(default)]
            #[schema(max_items = 24)]
            pub craft_sector: Vec<String>,
            /// States; repeat for several. Visitors see verified ones only.
            #[serde(default)]
            #[schema(max_items = 6)]
            pub status: Vec<Status>,
            /// Only those the caller is in charge of.
            #[serde(default)]
            pub in_charge: Option<bool>,
            /// Led by women.
            #[serde(default)]
            pub women_led: Option<bool>,
            /// Led by young people.
            #[serde(default)]
            pub youth_led: Option<bool>,
            /// Seat in a border commune.
            #[serde(default)]
            pub border: Option<bool>,
            /// Seat in an isolated commune.
            #[serde(default)]
            pub isolated: Option<bool>,
            /// Founded on this day or later.
            #[serde(default)]
            pub founded_from: Option<NaiveDate>,
            /// Founded on this day or earlier.
            #[serde(default)]
            pub founded_to: Option<NaiveDate>,
            $($own)*
        }

        impl $name {
            /// What files are chosen by.
            pub fn filter(&self) -> Filter {
                Filter {
                    q: self.q.clone(),
                    wilayas: self.wilaya.clone(),
                    commune: self.commune.clone(),
                    level: self.level,
                    kind: self.kind,
                    craft_domain: self.craft_domain.clone(),
                    craft_sectors: self.craft_sector.clone(),
                    statuses: self.status.clone(),
                    in_charge: self.in_charge == Some(true),
                    women_led: self.women_led,
                    youth_led: self.youth_led,
                    border: self.border,
                    isolated: self.isolated,
                    founded_from: self.founded_from,
                    founded_to: self.founded_to,
                }
            }
        }
    };
}

filtered! {
    /// Filters of the register and the order.
    pub struct AssociationQuery {
        /// Order.
        #[serde(default)]
        pub sort: Option<Sort>,
        /// Members of each item to give, with commas between, such as `id,name`; all without it. Not for files.
        #[serde(default)]
        #[schema(max_length = 500)]
        pub fields: Option<String>,
    }
}
crate::list_parameters!(AssociationQuery);

filtered! {
    /// Filters of figures about the register.
    pub struct CountQuery {}
}
crate::query_parameters!(CountQuery);
