//! The sheet that participants sign.

use super::view;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Body, Scope};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::pdf::issued_by;
use crate::kernel::language::{Language, Phrase, Text, clock};
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::attendance::model::{CourseSessionInput, CourseSessionStatus};
use crate::resources::attendance::store;
use crate::resources::cohorts::{self, Id as CohortId, Running, Seat};
use crate::resources::institutions;
use ::print::Frame;
use ::print::report::{Block, Column, Fact, Form, Mark, Report, Row, Section, Table};
use chrono::NaiveDate;
use std::collections::HashMap;

const TITLE: Phrase = Phrase { ar: "ورقة الحضور", fr: "Feuille d’émargement", en: "Attendance sheet" };
const PARTICIPANT: Phrase = Phrase { ar: "المشارك", fr: "Nom du participant", en: "Participant" };
const ASSOCIATION: Phrase = Phrase { ar: "الجمعية", fr: "Son association", en: "Association" };
const SIGNATURE: Phrase = Phrase { ar: "الإمضاء", fr: "Émargement", en: "Signature" };
const DAY: Phrase = Phrase { ar: "اليوم", fr: "Jour", en: "Day" };
const ROOM: Phrase = Phrase { ar: "القاعة", fr: "Salle", en: "Room" };
const NOBODY: Phrase = Phrase { ar: "لا أحد", fr: "Personne", en: "Nobody" };

/// A session as it is printed.
struct Lesson {
    starts_at: Instant,
    ends_at: Instant,
    title: Text,
    room: Option<Text>,
}

/// What is printed.
pub struct Sheet {
    cohort: Running,
    organiser: Text,
    day: NaiveDate,
    lessons: Vec<Lesson>,
    people: Vec<(Seat, Text)>,
}

/// Those with a seat and the sessions of a day, for those who run the cohort.
pub fn gather(tx: &mut Read<'_>, id: CohortId, day: NaiveDate) -> Result<Sheet> {
    let cohort = cohorts::read(tx, id)?;
    if !cohort.run() && tx.scope != Scope::All {
        return Err(Error::new(Kind::Forbidden));
    }
    let rows = store::all(tx.conn, id)?;
    let titles: HashMap<String, Text> = view::modules(tx, &cohort)?.into_iter().map(|module| (module.code, module.title)).collect();
    let lesson = |row: store::Row| {
        let content: CourseSessionInput = row.document.read()?;
        let title = content.title.or_else(|| titles.get(&content.module?).cloned());
        Ok(Lesson {
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            title: title.unwrap_or_else(|| cohort.content.name.clone()),
            room: content.room,
        })
    };
    let planned = rows.into_iter().filter(|row| row.starts_at.day() == day && row.status == CourseSessionStatus::Planned);
    let lessons = planned.map(lesson).collect::<Result<Vec<_>>>()?;
    let people = cohorts::seated(tx.conn, id)?;
    let bodies: Vec<Body> = people.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let named = |one: Seat| {
        let name = names(Body::Association(one.association_id)).0;
        (one, name)
    };
    let people = people.into_iter().map(named).collect();
    let organiser = institutions::named(tx.conn, &[cohort.organiser_id])?(cohort.organiser_id).name;
    Ok(Sheet { cohort, organiser, day, lessons, people })
}

/// The sheet as a document.
pub fn compose(sheet: &Sheet, language: Language) -> (Frame, Report) {
    let word = |phrase: Phrase| phrase.in_language(language).to_owned();
    let times = |lesson: &Lesson| format!("{}–{}", clock(lesson.starts_at), clock(lesson.ends_at));
    let mut columns = vec![Column::figures("№"), Column::words(word(PARTICIPANT), 2.0), Column::words(word(ASSOCIATION), 2.5)];
    if sheet.lessons.is_empty() {
        columns.push(Column::words(word(SIGNATURE), 2.0));
    }
    columns.extend(sheet.lessons.iter().map(|lesson| Column::words(times(lesson), 1.5)));
    let width = columns.len();
    let row = |(place, (one, association)): (usize, &(Seat, Text))| {
        // Room to sign in.
        let mut cells = vec![(place + 1).to_string(), format!("{}\n ", one.person.name), association.in_language(language).to_owned()];
        cells.resize(width, String::new());
        Row { cells, mark: Mark::None }
    };
    let fact = |name: Phrase, value: String, form: Form| Fact { name: word(name), value: Some(value), form, note: None };
    let mut facts = vec![fact(DAY, language.day(sheet.day), Form::Words)];
    let own = sheet.cohort.content.place.as_ref().and_then(|place| place.room.as_ref());
    if let Some(room) = sheet.lessons.iter().find_map(|lesson| lesson.room.as_ref()).or(own) {
        facts.push(fact(ROOM, room.in_language(language).to_owned(), Form::Words));
    }
    let table = Table { columns, rows: sheet.people.iter().enumerate().map(row).collect(), empty: word(NOBODY), small: false };
    let mut sections = vec![Section { title: word(TITLE), blocks: vec![Block::Facts { facts }, Block::Table(table)] }];
    let taught = |lesson: &Lesson| Block::words(format!("{} — {}", times(lesson), lesson.title.in_language(language)));
    if !sheet.lessons.is_empty() {
        sections[0].blocks.splice(1..1, sheet.lessons.iter().map(taught));
    }
    let frame = Frame {
        language: language.into(),
        title: word(TITLE),
        subject: Some(sheet.cohort.content.name.in_language(language).to_owned()),
        issuer: issued_by(language, sheet.organiser.in_language(language)),
        number: None,
        date: sheet.day,
    };
    (frame, Report { sections })
}
