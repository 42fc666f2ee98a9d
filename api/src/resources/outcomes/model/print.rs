//! The report of an edition, to print. Pure.

use super::OutcomeRound;
use super::report::{EventReport, ExhibitorCount, HiddenBecause, OutcomeGroup, RoundFigures};
use crate::kernel::language::{Language, Phrase};
use crate::kernel::money::Money;
use crate::resources::calls::ApplicationStatus;
use chrono::NaiveDate;
use print::format;
use print::report::{Block, Column, Fact, Form, Mark, Report, Row, Section, Table};
use std::collections::HashMap;

macro_rules! phrases {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $ar:literal, $fr:literal, $en:literal;)+) => {
        $($(#[$meta])* $vis const $name: Phrase = Phrase { ar: $ar, fr: $fr, en: $en };)+
    };
}
phrases! {
    /// The title.
    pub TITLE = "تقرير الطبعة", "Rapport de l’édition", "Report of the edition";
    FACTS = "أرقام الطبعة", "Chiffres de l’édition", "Figures of the edition";
    STARTS = "تبدأ في", "Commence le", "Begins on";
    ENDS = "تنتهي في", "Se termine le", "Ends on";
    AS_OF = "الأرقام بتاريخ", "Chiffres arrêtés au", "Figures as of";
    APPLICATIONS = "الطلبات المودعة", "Candidatures déposées", "Applications handed in";
    EXHIBITORS = "الجمعيات الحاضرة", "Associations présentes", "Associations present";
    WILAYAS = "الولايات الممثلة", "Wilayas représentées", "Wilayas represented";
    BY_STATUS = "الطلبات حسب الحالة", "Candidatures par état", "Applications by state";
    STATUS = "الحالة", "État", "State";
    COUNT = "العدد", "Nombre", "Number";
    BY_WILAYA = "حسب الولاية", "Par wilaya", "By wilaya";
    BY_SECTOR = "حسب القطاع الحرفي", "Par filière d’artisanat", "By craft sector";
    WILAYA = "الولاية", "Wilaya", "Wilaya";
    SECTOR = "القطاع", "Filière", "Sector";
    CLOSE = "الحصيلة عند الاختتام", "Bilan à la clôture", "Outcomes at the close";
    THREE = "الحصيلة بعد ثلاثة أشهر", "Bilan après trois mois", "Outcomes after three months";
    SIX = "الحصيلة بعد ستة أشهر", "Bilan après six mois", "Outcomes after six months";
    DECLARED = "الجمعيات المصرحة", "Associations déclarantes", "Associations that declared";
    VISITORS = "زوار الأجنحة", "Visiteurs des stands", "Visitors of the stands";
    SALES = "المبيعات (دج)", "Ventes (DA)", "Sales (DZD)";
    ORDERS = "الطلبيات", "Commandes", "Orders";
    ORDERS_VALUE = "قيمة الطلبيات (دج)", "Valeur des commandes (DA)", "Value of orders (DZD)";
    CONTACTS = "جهات الاتصال", "Contacts", "Contacts made";
    MEDIAN_SALES = "وسيط المبيعات (دج)", "Médiane des ventes (DA)", "Median of sales (DZD)";
    MEDIAN_VISITORS = "وسيط الزوار", "Médiane des visiteurs", "Median of visitors";
    EVALUATION = "تقييم العارضين من 5", "Évaluation par les exposants, sur 5", "Evaluation by exhibitors, of 5";
    ORGANISATION = "التنظيم", "Organisation", "Organisation and welcome";
    PLACE = "المكان", "Lieu", "Place";
    PUBLIC = "الزوار", "Visiteurs", "Visitors";
    SERVICES = "الخدمات", "Services", "Services offered";
    AGAIN = "يرغبون في المشاركة مجددا", "Reviendraient", "Would come again";
    EARLIER = "الدورات السابقة", "Éditions précédentes", "Earlier editions";
    EDITION = "الدورة", "Édition", "Edition";
    HIDDEN = "محجوب", "Masqué", "Hidden";
    NOTHING = "لا شيء", "Néant", "Nothing";
    FEW = "تُحجب أرقام أقل من 5 جمعيات، وما يمكن استنتاجها منه.", "Les chiffres de moins de 5 associations sont masqués, ainsi que ceux qui permettraient de les déduire.", "Figures of fewer than 5 associations are hidden, and those they could be computed from.";
    OPEN = "تُنشر أرقام هذه المرحلة بعد انتهاء أجل التصريح.", "Les chiffres de cette étape sont publiés après la fin des déclarations.", "The figures of this round are published once its declarations are over.";
}

/// The name of a state of applications.
fn status(status: ApplicationStatus) -> Phrase {
    let (ar, fr, en) = match status {
        ApplicationStatus::Draft => ("مسودة", "Brouillon", "Draft"),
        ApplicationStatus::Eligible => ("مستوف للشروط", "Recevable", "Eligible"),
        ApplicationStatus::Ineligible => ("غير مستوف للشروط", "Non recevable", "Ineligible"),
        ApplicationStatus::Scored => ("منقط", "Notée", "Scored"),
        ApplicationStatus::Selected => ("مختار", "Retenue", "Selected"),
        ApplicationStatus::Waiting => ("في الانتظار", "En attente", "Waiting"),
        ApplicationStatus::Refused => ("غير مقبول", "Refusée", "Refused"),
        ApplicationStatus::Confirmed => ("مؤكد", "Confirmée", "Confirmed"),
        ApplicationStatus::Withdrawn => ("منسحب", "Désistée", "Withdrawn"),
        ApplicationStatus::Attended => ("حاضر", "Présente", "Present"),
        ApplicationStatus::Absent => ("غائب", "Absente", "Absent from the event"),
    };
    Phrase { ar, fr, en }
}

/// The names of wilayas and craft sectors by code, in the language of the report.
#[derive(Debug, Default)]
pub struct Names {
    /// Of wilayas.
    pub wilayas: HashMap<String, String>,
    /// Of craft sectors.
    pub sectors: HashMap<String, String>,
    /// Of who organised the edition.
    pub organiser: String,
}

struct Pen<'r> {
    report: &'r EventReport,
    names: &'r Names,
    language: Language,
}

impl Pen<'_> {
    fn say(&self, phrase: Phrase) -> String {
        phrase.in_language(self.language).to_owned()
    }
    fn count(&self, count: Option<impl TryInto<i64>>) -> String {
        // Counts fit a float exactly.
        #[allow(clippy::cast_precision_loss)]
        let written = count.and_then(|count| count.try_into().ok()).map(|count| format::number(count as f64, 0, self.language.into()));
        written.unwrap_or_else(|| self.say(HIDDEN))
    }
    fn money(&self, sum: Option<Money>) -> String {
        sum.map_or_else(|| self.say(HIDDEN), |sum| format::dinars(sum.amount, self.language.into()))
    }
    fn points(&self, thousandths: i64) -> String {
        #[allow(clippy::cast_precision_loss)]
        format::number(thousandths as f64 / 1000.0, 2, self.language.into())
    }
    fn fact(&self, name: Phrase, value: String) -> Fact {
        Fact { name: self.say(name), value: Some(value), form: Form::Figure, note: None }
    }
    fn day(&self, name: Phrase, day: NaiveDate) -> Fact {
        Fact { form: Form::Words, ..self.fact(name, self.language.day(day)) }
    }
    fn table(&self, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Block {
        let rows = rows.into_iter().map(|cells| Row { cells, mark: Mark::None }).collect();
        Block::Table(Table { columns, rows, empty: self.say(NOTHING), small: false })
    }
    fn columns(&self, first: Phrase, others: &[Phrase]) -> Vec<Column> {
        let figures = others.iter().map(|title| Column::figures(self.say(*title)));
        std::iter::once(Column::words(self.say(first), 1.0)).chain(figures).collect()
    }
    fn named(&self, names: &HashMap<String, String>, code: &str) -> String {
        names.get(code).map_or_else(|| code.to_owned(), |name| format!("{code} {name}"))
    }

    fn facts(&self) -> Section {
        let (report, head) = (self.report, &self.report.headline);
        let facts = vec![
            self.day(STARTS, report.starts_on),
            self.day(ENDS, report.ends_on),
            self.day(AS_OF, report.as_of),
            self.fact(APPLICATIONS, self.count(head.applications)),
            self.fact(EXHIBITORS, self.count(head.exhibitors)),
            self.fact(WILAYAS, self.count(head.wilayas)),
        ];
        let mut blocks = vec![Block::Facts { facts }];
        if !report.complete {
            blocks.push(Block::words(self.say(FEW)));
        }
        let rows = head.by_status.iter().map(|one| vec![self.say(status(one.status)), self.count(one.count)]).collect();
        blocks.push(Block::heading(self.say(BY_STATUS)));
        blocks.push(self.table(self.columns(STATUS, &[COUNT]), rows));
        Section { title: self.say(FACTS), blocks }
    }
    fn exhibitors(&self) -> Section {
        let table = |first: Phrase, parts: &[ExhibitorCount], names: &HashMap<String, String>| {
            let rows = parts.iter().map(|one| vec![self.named(names, &one.code), self.count(one.count)]).collect();
            self.table(self.columns(first, &[COUNT]), rows)
        };
        let blocks = vec![
            Block::heading(self.say(BY_WILAYA)),
            table(WILAYA, &self.report.by_wilaya, &self.names.wilayas),
            Block::heading(self.say(BY_SECTOR)),
            table(SECTOR, &self.report.by_craft_sector, &self.names.sectors),
        ];
        Section { title: self.say(EXHIBITORS), blocks }
    }
    fn groups(&self, first: Phrase, groups: &[OutcomeGroup], names: &HashMap<String, String>) -> Block {
        let row = |group: &OutcomeGroup| {
            let figures = group.figures.as_ref();
            vec![
                self.named(names, &group.code),
                self.count(group.declared),
                self.money(figures.map(|one| one.sales)),
                self.count(figures.map(|one| one.orders)),
                self.money(figures.map(|one| one.orders_value)),
            ]
        };
        self.table(self.columns(first, &[DECLARED, SALES, ORDERS, ORDERS_VALUE]), groups.iter().map(row).collect())
    }
    fn round(&self, round: &RoundFigures) -> Section {
        let title = self.say(title(round.round));
        if let Some(why) = round.hidden {
            let said = self.say(if why == HiddenBecause::RoundOpen { OPEN } else { FEW });
            return Section { title, blocks: vec![Block::words(said)] };
        }
        let mut facts = vec![self.fact(DECLARED, self.count(round.declared))];
        if let Some(one) = &round.figures {
            facts.extend([
                self.fact(VISITORS, self.count(Some(one.visitors))),
                self.fact(SALES, self.money(Some(one.sales))),
                self.fact(ORDERS, self.count(Some(one.orders))),
                self.fact(ORDERS_VALUE, self.money(Some(one.orders_value))),
                self.fact(CONTACTS, self.count(Some(one.contacts))),
                self.fact(MEDIAN_SALES, self.money(Some(one.median_sales))),
                self.fact(MEDIAN_VISITORS, self.count(Some(one.median_visitors))),
            ]);
        }
        let mut blocks = vec![Block::Facts { facts }];
        if let Some(one) = &round.evaluation {
            let facts = vec![
                self.fact(ORGANISATION, self.points(one.organisation)),
                self.fact(PLACE, self.points(one.place)),
                self.fact(PUBLIC, self.points(one.visitors)),
                self.fact(SERVICES, self.points(one.services)),
                self.fact(AGAIN, format!("{} / {}", one.would_come_again, one.answered)),
            ];
            blocks.extend([Block::heading(self.say(EVALUATION)), Block::Facts { facts }]);
        }
        if round.figures.is_some() {
            blocks.extend([Block::heading(self.say(BY_WILAYA)), self.groups(WILAYA, &round.by_wilaya, &self.names.wilayas)]);
            blocks.extend([Block::heading(self.say(BY_SECTOR)), self.groups(SECTOR, &round.by_craft_sector, &self.names.sectors)]);
        }
        Section { title, blocks }
    }
    fn earlier(&self) -> Section {
        let rows = self.report.earlier.iter().map(|edition| {
            let close = edition.rounds.iter().find(|round| round.round == OutcomeRound::Close);
            vec![
                edition.event_name.in_language(self.language).to_owned(),
                format::date(edition.starts_on),
                self.count(edition.headline.exhibitors),
                self.count(edition.headline.wilayas),
                self.count(close.and_then(|round| round.declared)),
                self.money(close.and_then(|round| round.figures.as_ref()).map(|one| one.sales)),
            ]
        });
        let columns = self.columns(EDITION, &[STARTS, EXHIBITORS, WILAYAS, DECLARED, SALES]);
        Section { title: self.say(EARLIER), blocks: vec![self.table(columns, rows.collect())] }
    }
}

/// The title of a round.
fn title(round: OutcomeRound) -> Phrase {
    match round {
        OutcomeRound::Close => CLOSE,
        OutcomeRound::AfterThreeMonths => THREE,
        OutcomeRound::AfterSixMonths => SIX,
    }
}

/// The report, to print.
pub fn compose(report: &EventReport, names: &Names, language: Language) -> Report {
    let pen = Pen { report, names, language };
    let mut sections = vec![pen.facts(), pen.exhibitors()];
    sections.extend(report.rounds.iter().map(|round| pen.round(round)));
    sections.push(pen.earlier());
    Report { sections }
}
