//! How many verified files there are by what the register is filtered by, kept with every change, so that a map and a total do not grow
//! with the register. Two tables: [`Question::facet`] says which of them answers what, and [`Tally::keep`] alone writes both.
//!
//! `association_counts` has a row for each craft, wilaya and combination of traits there is: it answers everything, in some thousand
//! rows. `association_sums` has its sums for each craft and wilaya with no trait and with each single one: one row for each wilaya.

use super::{Condition, Leaders, Projection, Record};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::sum_i64;
use crate::kernel::db::schema::{association_counts, association_sums, associations};
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::model::{Kind, Level, Status};
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

/// One trait of a file, as the sums are kept by it; no trait is all files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Facet {
    All,
    Level(Level),
    Kind(Kind),
    WomenLed(bool),
    YouthLed(bool),
    Border(bool),
    Isolated(bool),
}

impl Facet {
    /// Those of a file.
    fn of(traits: &Traits) -> [Self; 7] {
        let Traits { wilaya_code: _, level, kind, women_led, youth_led, border, isolated } = *traits;
        let flags = [Self::WomenLed(women_led), Self::YouthLed(youth_led), Self::Border(border), Self::Isolated(isolated)];
        let [women_led, youth_led, border, isolated] = flags;
        [Self::All, Self::Level(level), Self::Kind(kind), women_led, youth_led, border, isolated]
    }
    /// As it is written in the table; the migration that fills it writes the same.
    fn text(self) -> String {
        match self {
            Self::All => String::new(),
            Self::Level(level) => format!("level={level}"),
            Self::Kind(kind) => format!("kind={kind}"),
            Self::WomenLed(flag) => format!("women_led={flag}"),
            Self::YouthLed(flag) => format!("youth_led={flag}"),
            Self::Border(flag) => format!("border={flag}"),
            Self::Isolated(flag) => format!("isolated={flag}"),
        }
    }
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
    /// Writes it down, in one statement for each table whatever the number of files, and in the same order by everybody.
    pub fn keep(mut self, conn: &mut AnyConnection) -> Result<()> {
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
        numbers.retain(|_, by| *by != 0);
        let mut sums: BTreeMap<(Facet, &str, &str), i64> = BTreeMap::new();
        for ((craft, of), by) in &numbers {
            for facet in Facet::of(of) {
                *sums.entry((facet, craft, &of.wilaya_code)).or_default() += by;
            }
        }
        sums.retain(|_, by| *by != 0);
        keep_counts(conn, numbers)?;
        keep_sums(conn, sums)
    }
}

/// Rows in one statement, which takes 32,766 values on SQLite.
const ROWS: usize = 2_000;

fn keep_counts(conn: &mut AnyConnection, numbers: BTreeMap<(&str, &Traits), i64>) -> Result<()> {
    use association_counts as c;
    let row = |((craft, of), by): ((&str, &Traits), i64)| {
        (
            c::craft_code.eq(craft.to_owned()),
            c::wilaya_code.eq(of.wilaya_code.clone()),
            (c::level.eq(of.level), c::kind.eq(of.kind)),
            (c::women_led.eq(of.women_led), c::youth_led.eq(of.youth_led)),
            (c::border.eq(of.border), c::isolated.eq(of.isolated)),
            c::number.eq(by),
        )
    };
    let rows: Vec<_> = numbers.into_iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        crate::on!(&mut *conn, |conn| diesel::insert_into(c::table)
            .values(rows)
            .on_conflict((c::craft_code, c::wilaya_code, c::level, c::kind, c::women_led, c::youth_led, c::border, c::isolated))
            .do_update()
            .set(c::number.eq(c::number + excluded(c::number)))
            .execute(conn))?;
    }
    Ok(())
}

fn keep_sums(conn: &mut AnyConnection, sums: BTreeMap<(Facet, &str, &str), i64>) -> Result<()> {
    use association_sums as s;
    let row = |((facet, craft, wilaya), by): ((Facet, &str, &str), i64)| {
        (s::facet.eq(facet.text()), s::craft_code.eq(craft.to_owned()), s::wilaya_code.eq(wilaya.to_owned()), s::number.eq(by))
    };
    let rows: Vec<_> = sums.into_iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        crate::on!(&mut *conn, |conn| diesel::insert_into(s::table)
            .values(rows)
            .on_conflict((s::facet, s::craft_code, s::wilaya_code))
            .do_update()
            .set(s::number.eq(s::number + excluded(s::number)))
            .execute(conn))?;
    }
    Ok(())
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
    /// What the sums are asked for: with at most one trait they answer whatever the craft and the wilayas; none when only the counts do.
    fn facet(&self) -> Option<Facet> {
        let asked = [
            self.level.map(Facet::Level),
            self.kind.map(Facet::Kind),
            self.women_led.map(Facet::WomenLed),
            self.youth_led.map(Facet::YouthLed),
            self.border.map(Facet::Border),
            self.isolated.map(Facet::Isolated),
        ];
        let mut asked = asked.into_iter().flatten();
        let first = asked.next().unwrap_or(Facet::All);
        asked.next().is_none().then_some(first)
    }

    /// The number of files in each wilaya that has any, in the order of their codes.
    pub fn by_wilaya(self, conn: &mut AnyConnection) -> Result<Vec<(String, i64)>> {
        let rows = match self.facet() {
            Some(facet) => self.read_sums(conn, facet)?,
            None => self.read_counts(conn)?,
        };
        Ok(rows.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    fn read_sums(self, conn: &mut AnyConnection, facet: Facet) -> Result<Vec<(String, i64)>> {
        use association_sums as s;
        let of = s::facet.eq(facet.text()).and(s::craft_code.eq(self.craft));
        let mut query = s::table.filter(of).select((s::wilaya_code, s::number)).order(s::wilaya_code).into_boxed();
        if !self.wilayas.is_empty() {
            query = query.filter(s::wilaya_code.eq_any(self.wilayas));
        }
        Ok(query.load(conn)?)
    }

    fn read_counts(self, conn: &mut AnyConnection) -> Result<Vec<(String, i64)>> {
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
        Ok(rows.into_iter().map(|(wilaya, count)| (wilaya, count.unwrap_or(0))).collect())
    }
}
