//! What the minutes of the commission say. Pure.

use crate::kernel::language::{Language, Phrase, Text};
use crate::resources::calls::{ApplicationStatus, CallInput};
use crate::resources::events::Brief;
use ::selection::choice::{CandidateOutcome, Decision, Outcome};
use chrono::NaiveDate;
use print::format;
use print::report::{Block, Column, Fact, Form, Mark, Report, Row, Section, Table};
use std::collections::{HashMap, HashSet};

/// An application in the minutes.
pub struct Line {
    /// Its identifier, as the outcome names it.
    pub id: String,
    /// Its number at the event.
    pub number: i32,
    /// The name of the association.
    pub association: Text,
    /// Code of its wilaya.
    pub wilaya: String,
    /// Thousandths of a point.
    pub score: Option<i64>,
    /// Where it stands today.
    pub status: ApplicationStatus,
}

/// Everything the minutes say.
pub struct Contents {
    /// The event.
    pub event: Brief,
    /// The call.
    pub call: CallInput,
    /// The seed of the lottery.
    pub seed: String,
    /// Where it comes from.
    pub seed_source: String,
    /// When the selection was published.
    pub published_on: NaiveDate,
    /// By whom.
    pub published_by: Option<String>,
    /// Who reviewed, by name.
    pub reviewers: Vec<String>,
    /// What was decided.
    pub outcome: Outcome,
    /// The applications.
    pub lines: Vec<Line>,
}

macro_rules! phrases {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $ar:literal, $fr:literal, $en:literal;)+) => {
        $($(#[$meta])* $vis const $name: Phrase = Phrase { ar: $ar, fr: $fr, en: $en };)+
    };
}
phrases! {
    /// The title.
    pub TITLE = "محضر لجنة الاختيار", "Procès-verbal de la commission de sélection", "Minutes of the selection commission";
    /// Who issues them.
    pub COMMISSION = "لجنة اختيار المشاركين", "Commission de sélection des participants", "Commission for the selection of participants";
    FACTS = "الوقائع", "Les faits", "Facts";
    EVENT = "التظاهرة", "Manifestation", "Event";
    STARTS = "تبدأ في", "Commence le", "Begins on";
    CLOSED = "أغلق النداء في", "Appel clos le", "The call closed on";
    PUBLISHED = "نُشر الاختيار في", "Sélection publiée le", "Selection published on";
    BY = "نشره", "Publiée par", "Published by";
    SEATS = "المقاعد", "Places", "Seats";
    APPLICATIONS = "الطلبات المدروسة", "Candidatures examinées", "Applications considered";
    LEAST = "أدنى نقاط مقبولة من 10", "Minimum de points sur 10", "Least points of 10";
    SEED = "بذرة القرعة", "Graine du tirage", "Seed of the lottery";
    SOURCE = "مصدر البذرة", "Origine de la graine", "Source of the seed";
    MEMBERS = "أعضاء اللجنة", "Membres de la commission", "Members of the commission";
    NAME = "الاسم", "Nom", "Name";
    SIGNATURE = "التوقيع", "Signature", "Signature";
    CRITERIA = "المعايير", "Critères", "Criteria";
    CRITERION = "المعيار", "Critère", "Criterion";
    WEIGHT = "الوزن", "Poids", "Weight";
    QUOTAS = "الحصص", "Quotas", "Quotas";
    QUOTA = "الحصة", "Quota", "Quota";
    RESERVED = "محجوزة", "Réservées", "Reserved";
    FILLED = "مشغولة", "Pourvues", "Filled";
    QUALIFIED = "معنيون", "Concernées", "Qualified";
    CHOSEN = "مختارون منهم", "Retenues parmi elles", "Selected of them";
    SELECTED = "الطلبات المختارة", "Candidatures retenues", "Selected applications";
    WAITING = "قائمة الانتظار", "Liste d’attente", "Waiting list";
    REFUSED = "طلبات دون أدنى النقاط", "Candidatures sous le minimum de points", "Applications below the least points";
    RANK = "الرتبة", "Rang", "Rank";
    NUMBER = "رقم الطلب", "N° de candidature", "Application no.";
    ASSOCIATION = "الجمعية", "Association", "Association";
    WILAYA = "الولاية", "Wilaya", "Wilaya";
    POINTS = "النقاط", "Points", "Points";
    SEAT = "المقعد", "Place", "Seat";
    OPEN = "مفتوح", "Ouverte", "Open";
    LOTTERY = "(قرعة)", "(tirage)", "(lottery)";
    WITHDRAWN = "(انسحبت بعد ذلك)", "(désistée depuis)", "(withdrawn since)";
    NOTHING = "لا شيء", "Néant", "Nothing";
    RULE = "يُملأ أكبر عدد من المقاعد المحجوزة، ثم أكبر مجموع نقاط، وتفصل القرعة المعلنة بذرتها بين المتساوين. يمكن لأي كان إعادة الحساب من المعطيات المنشورة.",
        "Le plus grand nombre de places réservées est pourvu, puis le plus grand total de points ; le tirage, dont la graine est publiée, départage les ex æquo. Chacun peut refaire le calcul à partir des données publiées.",
        "As many reserved seats as possible are filled, then the total of points is as large as possible; the lottery, whose seed is published, decides between equals. Anybody can compute it again from what is published.";
}

/// A score in points, with as many places as it is kept with.
fn points(score: Option<i64>, language: Language) -> String {
    // Thousandths fit a float exactly far beyond any score.
    #[allow(clippy::cast_precision_loss)]
    score.map_or_else(|| "\u{2014}".to_owned(), |score| format::number(score as f64 / 1000.0, 3, language.into()))
}

struct Pen<'c> {
    contents: &'c Contents,
    language: Language,
    lines: HashMap<&'c str, &'c Line>,
}

impl<'c> Pen<'c> {
    fn say(&self, phrase: Phrase) -> String {
        phrase.in_language(self.language).to_owned()
    }
    fn fact(&self, name: Phrase, form: Form, value: String) -> Fact {
        Fact { name: self.say(name), value: Some(value), form, note: None }
    }
    fn words(&self, title: Phrase, share: f64) -> Column {
        Column::words(self.say(title), share)
    }
    fn figures(&self, title: Phrase) -> Column {
        Column::figures(self.say(title))
    }
    fn section(&self, title: Phrase, columns: Vec<Column>, rows: Vec<Row>) -> Section {
        let table = Table { columns, rows, empty: self.say(NOTHING), small: false };
        Section { title: self.say(title), blocks: vec![Block::Table(table)] }
    }
    fn quota(&self, code: &str) -> String {
        let found = self.contents.call.quotas.iter().find(|quota| quota.code == code);
        found.map_or_else(|| code.to_owned(), |quota| quota.name.in_language(self.language).to_owned())
    }
    /// The cells every application has: its number, its association and wilaya, its points.
    fn of(&self, line: &Line) -> Vec<String> {
        let mut name = line.association.in_language(self.language).to_owned();
        if line.status == ApplicationStatus::Withdrawn {
            name = format!("{name} {}", self.say(WITHDRAWN));
        }
        vec![line.number.to_string(), name, line.wilaya.clone(), points(line.score, self.language)]
    }
    fn columns(&self) -> Vec<Column> {
        vec![self.figures(NUMBER), self.words(ASSOCIATION, 4.0), self.figures(WILAYA), self.figures(POINTS)]
    }
    fn facts(&self) -> Section {
        let (contents, all) = (self.contents, self.contents.lines.len());
        let mut facts = vec![
            self.fact(EVENT, Form::Words, contents.event.name.in_language(self.language).to_owned()),
            self.fact(STARTS, Form::Words, self.language.day(contents.event.starts_on)),
            self.fact(CLOSED, Form::Words, self.language.day(contents.call.closes_at.day())),
            self.fact(PUBLISHED, Form::Words, self.language.day(contents.published_on)),
        ];
        if let Some(by) = &contents.published_by {
            facts.push(self.fact(BY, Form::Words, by.clone()));
        }
        facts.push(self.fact(SEATS, Form::Figure, contents.call.capacity.to_string()));
        facts.push(self.fact(APPLICATIONS, Form::Figure, all.to_string()));
        if let Some(least) = contents.call.least_points {
            facts.push(self.fact(LEAST, Form::Figure, least.to_string()));
        }
        facts.push(self.fact(SEED, Form::Figure, contents.seed.clone()));
        facts.push(self.fact(SOURCE, Form::Words, contents.seed_source.clone()));
        let blocks = vec![Block::Facts { facts }, Block::words(RULE.in_language(self.language))];
        Section { title: self.say(FACTS), blocks }
    }
    fn members(&self) -> Section {
        let rows = self.contents.reviewers.iter().map(|name| plain(vec![name.clone(), String::new()]));
        self.section(MEMBERS, vec![self.words(NAME, 2.0), self.words(SIGNATURE, 1.0)], rows.collect())
    }
    fn criteria(&self) -> Section {
        let rows = self.contents.call.criteria.iter();
        let rows = rows.map(|one| plain(vec![one.name.in_language(self.language).to_owned(), one.weight.to_string()]));
        self.section(CRITERIA, vec![self.words(CRITERION, 1.0), self.figures(WEIGHT)], rows.collect())
    }
    fn quotas(&self) -> Section {
        let rows = self.contents.outcome.quotas.iter().map(|quota| {
            let figures = [quota.seats.to_string(), quota.filled.to_string(), quota.qualified.to_string(), quota.selected.to_string()];
            plain(std::iter::once(self.quota(&quota.id)).chain(figures).collect())
        });
        let columns =
            vec![self.words(QUOTA, 1.0), self.figures(RESERVED), self.figures(FILLED), self.figures(QUALIFIED), self.figures(CHOSEN)];
        self.section(QUOTAS, columns, rows.collect())
    }
    /// The applications of one kind of decision, in the order of the outcome, each with its rank and what `last` says of it.
    fn decided(&self, title: Phrase, last: Phrase, cell: impl Fn(&CandidateOutcome) -> Option<String>) -> Section {
        let rows = self.contents.outcome.candidates.iter().filter_map(|one| {
            let mut said = cell(one)?;
            if one.by_lottery {
                said = format!("{said} {}", self.say(LOTTERY));
            }
            let line = self.lines.get(one.id.as_str())?;
            let cells = std::iter::once(one.place.to_string()).chain(self.of(line)).chain([said]);
            Some(plain(cells.collect()))
        });
        let mut columns = self.columns();
        columns.insert(0, self.figures(RANK));
        columns.push(self.words(last, 2.0));
        self.section(title, columns, rows.collect())
    }
}

fn plain(cells: Vec<String>) -> Row {
    Row { cells, mark: Mark::None }
}

/// The minutes.
pub fn report(contents: &Contents, language: Language) -> Report {
    let lines = contents.lines.iter().map(|line| (line.id.as_str(), line)).collect();
    let pen = Pen { contents, language, lines };
    let selected = pen.decided(SELECTED, SEAT, |one| match &one.decision {
        Decision::Selected { under: Some(code) } => Some(pen.quota(code)),
        Decision::Selected { under: None } => Some(pen.say(OPEN)),
        _ => None,
    });
    let waiting = pen.decided(WAITING, RANK, |one| match &one.decision {
        Decision::Waiting { place, lists, .. } => {
            let lists = lists.iter().map(|list| format!("{}: {}", pen.quota(&list.quota), list.place));
            Some(std::iter::once(place.to_string()).chain(lists).collect::<Vec<_>>().join(" · "))
        }
        _ => None,
    });
    let known: HashSet<&str> = contents.outcome.candidates.iter().map(|one| one.id.as_str()).collect();
    let below = contents.lines.iter().filter(|line| !known.contains(line.id.as_str())).map(|line| plain(pen.of(line)));
    let mut sections = vec![pen.facts(), pen.members(), pen.criteria(), pen.quotas(), selected, waiting];
    if contents.call.least_points.is_some() {
        sections.push(pen.section(REFUSED, pen.columns(), below.collect()));
    }
    Report { sections }
}
