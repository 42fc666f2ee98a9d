//! How many verified files there are by what the register is filtered by: kept with every change, so that a map and a total read some
//! thousand rows whatever the register holds.

use super::{Condition, Leaders, Projection, Record};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::sum_i64;
use crate::kernel::db::schema::{association_counts, associations};
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::model::{Kind, Level, Status};
use crate::resources::associations::wire::WilayaCount;
use crate::resources::crafts;
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a file is counted by, besides its crafts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Queryable, Selectable)]
#[diesel(table_name = associations)]
struct Traits {
    wilaya_code: String,
    level: Level,
    kind: Kind,
    women_led: bool,
    youth_led: bool,
    border: bool,
    isolated: bool,
}

/// A verified file as it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Counted {
    traits: Traits,
    sectors: Vec<String>,
}

impl Counted {
    /// A file as it is about to be written; none when it is not verified, or was merged into another.
    pub fn of(record: &Record, projection: &Projection) -> Option<Self> {
        let Projection { level, kind, ref wilaya_code, ref sectors, ref flags, border, isolated, .. } = *projection;
        let Leaders { women_led, youth_led, .. } = *flags;
        let traits = Traits { wilaya_code: wilaya_code.clone(), level, kind, women_led, youth_led, border, isolated };
        counts(record).then(|| Self { traits, sectors: sectors.clone() })
    }
    /// The file once somebody else leads it.
    pub fn led(mut self, leaders: &Leaders) -> Self {
        (self.traits.women_led, self.traits.youth_led) = (leaders.women_led, leaders.youth_led);
        self
    }
    /// The file once its commune counts as something else.
    pub fn placed(mut self, border: bool, isolated: bool) -> Self {
        (self.traits.border, self.traits.isolated) = (border, isolated);
        self
    }
}

/// Whether a file is counted.
pub fn counts(record: &Record) -> bool {
    record.status == Status::Verified && record.merged_into.is_none()
}

/// Files as they are counted now.
pub fn counted(conn: &mut AnyConnection, which: Condition) -> Result<Vec<Counted>> {
    let rows: Vec<(Traits, Json)> = associations::table
        .filter(associations::status.eq(Status::Verified))
        .filter(associations::merged_into.is_null())
        .filter(which)
        .select((Traits::as_select(), associations::sectors))
        .load(conn)?;
    rows.into_iter().map(|(traits, sectors)| Ok(Counted { traits, sectors: sectors.read()? })).collect()
}

/// A file as it is counted now; none when it is not.
pub fn counted_one(conn: &mut AnyConnection, id: AssociationId) -> Result<Option<Counted>> {
    Ok(counted(conn, Box::new(associations::id.eq(id)))?.pop())
}

/// What a change does to the counts.
#[derive(Default)]
pub struct Tally(HashMap<Counted, i64>);

impl Tally {
    /// One file more, if it is counted.
    pub fn add(&mut self, file: Option<Counted>) {
        self.change(file, 1);
    }
    /// One file fewer, if it was counted.
    pub fn take(&mut self, file: Option<Counted>) {
        self.change(file, -1);
    }
    fn change(&mut self, file: Option<Counted>, by: i64) {
        if let Some(file) = file {
            *self.0.entry(file).or_default() += by;
        }
    }
    /// Writes it down, in one statement whatever the number of files, and in the same order by everybody.
    pub fn keep(mut self, conn: &mut AnyConnection) -> Result<()> {
        use association_counts as c;
        self.0.retain(|_, by| *by != 0);
        if self.0.is_empty() {
            return Ok(());
        }
        let domains = crafts::sector_domains(conn)?;
        let mut numbers: BTreeMap<(&str, &Traits), i64> = BTreeMap::new();
        for (file, by) in &self.0 {
            let of_file: HashSet<&String> = file.sectors.iter().filter_map(|sector| domains.get(sector)).chain(&file.sectors).collect();
            for craft in of_file.into_iter().map(String::as_str).chain([""]) {
                *numbers.entry((craft, &file.traits)).or_default() += by;
            }
        }
        let rows: Vec<_> = numbers
            .into_iter()
            .filter(|(_, by)| *by != 0)
            .map(|((craft, of), by)| {
                (
                    c::craft_code.eq(craft),
                    c::wilaya_code.eq(&of.wilaya_code),
                    (c::level.eq(of.level), c::kind.eq(of.kind)),
                    (c::women_led.eq(of.women_led), c::youth_led.eq(of.youth_led)),
                    (c::border.eq(of.border), c::isolated.eq(of.isolated)),
                    c::number.eq(by),
                )
            })
            .collect();
        // A statement takes 32,766 values on SQLite.
        for rows in rows.chunks(2_000) {
            crate::on!(&mut *conn, |conn| diesel::insert_into(c::table)
                .values(rows)
                .on_conflict((c::craft_code, c::wilaya_code, c::level, c::kind, c::women_led, c::youth_led, c::border, c::isolated))
                .do_update()
                .set(c::number.eq(c::number + excluded(c::number)))
                .execute(conn))?;
        }
        Ok(())
    }
}

/// A question the counts can answer.
#[derive(Default)]
pub struct Question {
    /// The code of a sector or of a domain; empty for all files.
    pub craft: String,
    /// Only these wilayas; all when empty.
    pub wilayas: Vec<String>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only those led, or not led, by women.
    pub women_led: Option<bool>,
    /// Only those led, or not led, by the young.
    pub youth_led: Option<bool>,
    /// Only those in, or not in, a border commune.
    pub border: Option<bool>,
    /// Only those in, or not in, an isolated commune.
    pub isolated: Option<bool>,
}

impl Question {
    /// The number of files in each wilaya that has any, in the order of their codes.
    pub fn by_wilaya(self, conn: &mut AnyConnection) -> Result<Vec<WilayaCount>> {
        use association_counts as c;
        let mut query = c::table
            .filter(c::craft_code.eq(self.craft))
            .group_by(c::wilaya_code)
            .select((c::wilaya_code, sum_i64(c::number)))
            .order(c::wilaya_code)
            .into_boxed();
        if !self.wilayas.is_empty() {
            query = query.filter(c::wilaya_code.eq_any(self.wilayas));
        }
        if let Some(level) = self.level {
            query = query.filter(c::level.eq(level));
        }
        if let Some(kind) = self.kind {
            query = query.filter(c::kind.eq(kind));
        }
        if let Some(flag) = self.women_led {
            query = query.filter(c::women_led.eq(flag));
        }
        if let Some(flag) = self.youth_led {
            query = query.filter(c::youth_led.eq(flag));
        }
        if let Some(flag) = self.border {
            query = query.filter(c::border.eq(flag));
        }
        if let Some(flag) = self.isolated {
            query = query.filter(c::isolated.eq(flag));
        }
        let rows: Vec<(String, Option<i64>)> = query.load(conn)?;
        let counts = rows.into_iter().map(|(wilaya_code, count)| WilayaCount { wilaya_code, count: count.unwrap_or(0) });
        Ok(counts.filter(|one| one.count > 0).collect())
    }
}
