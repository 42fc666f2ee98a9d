//! The content of one file, the same for the same number every time.

use super::names::{self, one};
use super::places::{Place, Places};
use super::words::{CRAFTS, Craft};
use crate::kernel::db::types::Instant;
use crate::resources::associations::material::{
    AssociationInput, Contact, ContactKind, Founders, Gender, Headcount, Kind, LegalRegime, Level, Mandate, Office, Receipt, Seat,
};
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime};
use fastrand::Rng;

/// The day all dates are counted from: 1 November 2026.
pub const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Seed of all chance.
const SEED: u64 = 0x5eed_0000_1962_0705;

/// Chance for the file of a number.
pub fn rng(number: u64) -> Rng {
    Rng::with_seed(SEED ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What a spreadsheet row tells.
    Row,
    /// A well-kept file.
    Full,
}

/// A day some days before or after another.
pub fn days(day: NaiveDate, by: i64) -> NaiveDate {
    let span = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(span) } else { day.checked_add_days(span) }.unwrap_or(day)
}

/// A moment of a day, in minutes after eight in the morning.
pub fn at(day: NaiveDate, minutes: i64) -> Instant {
    Instant::new(day.and_time(NaiveTime::MIN).and_utc() + Duration::minutes(8 * 60 + minutes))
}

/// The file of a number and its commune.
pub fn generate(number: u64, places: &Places, detail: Detail) -> (AssociationInput, &Place) {
    let rng = &mut rng(number);
    let place = places.any(rng);
    let level = match rng.u32(..100) {
        0..62 => Level::Communal,
        62..92 => Level::Wilaya,
        92..97 => Level::InterWilaya,
        _ => Level::National,
    };
    let kind = match rng.u32(..100) {
        0..45 => Kind::Professional,
        45..67 => Kind::Cultural,
        67..85 => Kind::Women,
        85..95 => Kind::Youth,
        _ => Kind::Other,
    };
    (build(number, rng, place, level, kind, places, detail), place)
}

/// A file of a level and a kind in a commune.
pub fn build(number: u64, rng: &mut Rng, place: &Place, level: Level, kind: Kind, places: &Places, detail: Detail) -> AssociationInput {
    let craft = names::craft(rng);
    let commune = (place.facts.name.ar.as_str(), place.facts.name.fr.as_deref().unwrap_or(&place.facts.name.ar));
    let name = names::association(rng, kind, level, craft, commune, (&place.wilaya.0, &place.wilaya.1));
    // Two thirds after the law of 2012, the youngest four months old.
    let founded = days(TODAY, -if rng.u32(..3) < 2 { rng.i64(120..5_300) } else { rng.i64(5_300..12_500) });
    let old_law = founded.year() < 2012 && rng.u32(..100) < 40;
    let legal_regime = if old_law { LegalRegime::Law9031 } else { LegalRegime::Law1206 };
    let territory = match level {
        Level::InterWilaya => {
            let number = rng.usize(3..6);
            places.wilayas(rng, &place.facts.wilaya_code, number)
        }
        Level::National => {
            let number = rng.usize(12..20);
            places.wilayas(rng, &place.facts.wilaya_code, number)
        }
        Level::Communal | Level::Wilaya => Vec::new(),
    };
    AssociationInput {
        acronym: if rng.u32(..100) < 30 { names::acronym(&name) } else { None },
        name,
        level,
        kind,
        legal_regime,
        receipt: (rng.u32(..100) < 93).then(|| receipt(rng, number, level, founded, place)),
        seat: seat(rng, place, detail),
        territory,
        craft_sectors: sectors(rng, craft),
        craft_activities: Vec::new(),
        founded_on: Some(founded),
        founders: (rng.u32(..100) < 95).then(|| founders(rng, level)),
        contacts: contacts(rng, number, detail),
        headcounts: headcounts(rng, kind, founded, detail),
        mandates: mandates(rng, kind, founded, detail),
    }
}

fn receipt(rng: &mut Rng, number: u64, level: Level, founded: NaiveDate, place: &Place) -> Receipt {
    let date = days(founded, rng.i64(10..75));
    let authority = match level {
        Level::Communal => format!("بلدية {}", place.facts.name.ar),
        Level::Wilaya => format!("ولاية {}", place.wilaya.0),
        Level::InterWilaya | Level::National => "الوزارة المكلفة بالداخلية".to_owned(),
    };
    Receipt { number: format!("{}/{}", 100 + number, date.year()), date, authority }
}

fn seat(rng: &mut Rng, place: &Place, detail: Detail) -> Seat {
    let house = rng.u32(1..120);
    let address = match rng.u32(..5) {
        0 => format!("دار الصناعة التقليدية، المحل رقم {house}، {}", place.facts.name.ar),
        1 => format!("المركز الثقافي البلدي، {}", place.facts.name.ar),
        2 => format!("حي الحرفيين رقم {house}، {}", place.facts.name.ar),
        3 => format!("نهج الورشات رقم {house}، {}", place.facts.name.ar),
        _ => format!("دار الشباب، {}", place.facts.name.ar),
    };
    // Within a kilometre of the commune's point, to four decimals.
    let near = |rng: &mut Rng, degrees: f64| ((degrees + (rng.f64() - 0.5) / 50.0) * 1e4).round() / 1e4;
    let point = place.point.filter(|_| detail == Detail::Full).map(|(east, north)| (near(rng, east), near(rng, north)));
    Seat {
        commune_code: place.facts.code.clone(),
        address: (detail == Detail::Full || rng.bool()).then_some(address),
        longitude: point.map(|(east, _)| east),
        latitude: point.map(|(_, north)| north),
    }
}

fn sectors(rng: &mut Rng, craft: &Craft) -> Vec<String> {
    let mut codes = vec![craft.sector.to_owned()];
    if rng.u32(..100) < 25 {
        let other = one(rng, CRAFTS).sector;
        if other != craft.sector {
            codes.push(other.to_owned());
        }
    }
    codes
}

fn founders(rng: &mut Rng, level: Level) -> Founders {
    let (least, communes, wilayas) = match level {
        Level::Communal => (10, None, None),
        Level::Wilaya => (15, Some(rng.i64(2..6)), None),
        Level::InterWilaya => (21, None, Some(rng.i64(3..6))),
        Level::National => (25, None, Some(rng.i64(12..24))),
    };
    // Some files fall short of the law, and get a warning.
    let count = if rng.u32(..100) < 7 { least - rng.i64(1..4) } else { least + rng.i64(0..9) };
    Founders { count, communes, wilayas }
}

/// Numbers from 0500 00 00 00 on, which no operator gives out.
pub fn phone(number: u64) -> String {
    format!("+21350{:07}", number % 10_000_000)
}

fn contacts(rng: &mut Rng, number: u64, detail: Detail) -> Vec<Contact> {
    let mut all = vec![Contact { kind: ContactKind::Phone, value: phone(number), public: rng.u32(..100) < 60 }];
    if rng.u32(..100) < 70 {
        all.push(Contact { kind: ContactKind::Email, value: format!("jamiya-{number}@example.dz"), public: rng.u32(..100) < 70 });
    }
    if detail == Detail::Full && rng.u32(..100) < 25 {
        all.push(Contact { kind: ContactKind::Website, value: format!("https://jamiya-{number}.example.dz"), public: true });
    }
    all
}

fn headcounts(rng: &mut Rng, kind: Kind, founded: NaiveDate, detail: Detail) -> Vec<Headcount> {
    let years = if detail == Detail::Full { rng.i32(2..5) } else { 1 };
    let last = TODAY.year();
    let mut members = rng.i64(12..90);
    ((last + 1 - years).max(founded.year())..=last)
        .map(|year| {
            members = (members + rng.i64(-4..8)).max(10);
            let of = |rng: &mut Rng, least: i64, most: i64| members * rng.i64(least..most) / 100;
            Headcount {
                year,
                members,
                women: Some(if kind == Kind::Women { of(rng, 70, 100) } else { of(rng, 10, 65) }),
                under_35: Some(if kind == Kind::Youth { of(rng, 60, 95) } else { of(rng, 8, 60) }),
                card_holders: Some(if kind == Kind::Professional { of(rng, 60, 100) } else { of(rng, 10, 60) }),
                disabled: (rng.u32(..100) < 40).then(|| of(rng, 0, 8)),
            }
        })
        .collect()
}

/// Terms of five years, the last running; the former presidents of the last fifteen years, and the board of today.
fn mandates(rng: &mut Rng, kind: Kind, founded: NaiveDate, detail: Detail) -> Vec<Mandate> {
    const TERM: i64 = 5 * 365;
    let age = (TODAY - founded).num_days();
    let terms = age / TERM;
    let mut all = Vec::new();
    let mut person = |rng: &mut Rng, office: Office, term: i64| {
        let woman = match kind {
            Kind::Women => 96,
            Kind::Professional => 25,
            _ => 40,
        };
        let gender = if rng.u32(..100) < woman { Gender::Woman } else { Gender::Man };
        let age = if kind == Kind::Youth { rng.i64(20..29) } else { rng.i64(26..60) };
        let starts_on = days(founded, term * TERM);
        all.push(Mandate {
            office,
            person_name: names::person(rng, gender),
            gender,
            born_on: (rng.u32(..100) < 85).then(|| days(starts_on, -(age * 365 + rng.i64(0..365)))),
            starts_on,
            ends_on: (term < terms).then(|| days(founded, (term + 1) * TERM - 1)),
            public: rng.u32(..100) < 65,
        });
    };
    let former = if detail == Detail::Full { 3 } else { 1 };
    for term in (terms - former).max(0)..=terms {
        person(rng, Office::President, term);
    }
    if detail == Detail::Full {
        for office in [Office::SecretaryGeneral, Office::Treasurer] {
            person(rng, office, terms);
        }
        if rng.u32(..100) < 40 {
            person(rng, Office::VicePresident, terms);
        }
    }
    all
}
