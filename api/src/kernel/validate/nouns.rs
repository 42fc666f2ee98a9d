//! What the fields of requests hold, in words: a fault names the thing that is not there, or whose values are listed.

use crate::kernel::language::Phrase;

/// Names of fields, and the word for them: what one of the things is (as in "no such …"; in French with its "de"), or what the field says (as in
/// "allowed values of …").
type Table = &'static [(&'static [&'static str], Phrase)];

const fn word(ar: &'static str, fr: &'static str, en: &'static str) -> Phrase {
    Phrase { ar, fr, en }
}

/// Things that fields refer to.
const THINGS: Table = &[
    (&["wilaya", "wilayas", "wilaya_code"], word("ولاية", "wilaya", "wilaya")),
    (&["commune", "commune_code"], word("بلدية", "commune", "commune")),
    (&["craft_sector", "craft_sectors"], word("قطاع حرفي", "secteur d’activité artisanale", "craft sector")),
    (&["craft_domain", "domain_code"], word("ميدان حرفي", "domaine artisanal", "craft domain")),
    (&["craft_activities"], word("نشاط حرفي", "activité artisanale", "craft activity")),
    (&["activity_id", "activities"], word("نشاط في المشروع", "activité du projet", "activity of the project")),
    (
        &["project", "projects", "required", "requires"],
        word(
            "مشروع ذي تدفقات مالية بين ما ترونه",
            "projet avec des flux parmi ceux que vous voyez",
            "project with cash flows among those you see",
        ),
    ),
    (&["association_id", "other_id", "partner_ids"], word("جمعية", "association", "association")),
    (&["institution_id", "co_organiser_ids"], word("هيئة", "institution", "institution")),
    (&["body_id"], word("جهة تعملون باسمها", "organisme pour lequel vous agissez", "body you act for")),
    (&["members"], word("عضو في الجمعيات المشاركة", "membre des associations participantes", "member of the associations taking part")),
    (&["person_id"], word("شخص يمكن اختياره هنا", "personne que l’on peut choisir ici", "person who can be chosen here")),
    (&["partner_id"], word("شريك في المشروع", "partenaire du projet", "partner of the project")),
    (&["agreement_id"], word("اتفاقية في المشروع", "accord du projet", "agreement of the project")),
    (&["obligations"], word("التزام في الاتفاقية", "obligation de l’accord", "obligation of the agreement")),
    (&["report_id"], word("تقرير تقدم", "rapport d’avancement", "progress report")),
    (&["cost_lines"], word("بند كلفة", "ligne de coût", "cost line")),
    (&["baseline"], word("خطة مرجعية", "plan de référence", "baseline")),
    (&["steps"], word("مرحلة من مراحل النشاط", "étape de l’activité", "step of the activity")),
    (&["scopes"], word("عملية تسمح بها صفتكم", "opération permise à votre rôle", "operation that your role may call")),
    (&["fields"], word("حقل", "champ", "field")),
    (&["take", "decisions"], word("حقل من الملف", "champ du dossier", "field of the file")),
];

/// What fields with a list of values say.
const FIELDS: Table = &[
    (&["level"], word("المستوى", "le niveau", "the level")),
    (&["kind"], word("النوع", "la nature", "the kind")),
    (&["status"], word("حالة الملف", "l’état du dossier", "the status")),
    (&["state"], word("الحالة", "l’état", "the state")),
    (&["stage", "stages"], word("مرحلة المشروع", "l’étape du projet", "the stage")),
    (&["role"], word("الصفة", "le rôle", "the role")),
    (&["office"], word("المنصب", "la fonction", "the office")),
    (&["gender"], word("الجنس", "le sexe", "the gender")),
    (&["legal_regime"], word("النظام القانوني", "le régime juridique", "the legal regime")),
    (&["language"], word("اللغة", "la langue", "the language")),
    (&["currency"], word("العملة", "la monnaie", "the currency")),
    (&["sort"], word("الترتيب", "le tri", "the order")),
    (&["template"], word("النموذج", "le modèle", "the template")),
    (&["method"], word("طريقة القياس", "la méthode de mesure", "the method")),
    (&["access"], word("الصلاحية", "le droit d’accès", "the access")),
    (&["spread"], word("توزيع الكلفة", "la répartition du coût", "the spread")),
    (&["scale"], word("نطاق التظاهرة", "la portée", "the scale")),
    (&["block"], word("الخانة", "le bloc", "the block")),
    (&["period"], word("الفترة", "la période", "the period")),
    (&["direction"], word("اتجاه الرسم", "le sens du dessin", "the direction")),
    (&["weekend"], word("أيام نهاية الأسبوع", "les jours de fin de semaine", "the weekend")),
    (&["percent"], word("نسبة الإنجاز", "l’avancement", "the work done")),
    (&["id"], word("المعرف", "l’identifiant", "the identifier")),
    (&["commune_code"], word("البلدية", "la commune", "the commune")),
    (&["institution_id"], word("الهيئة", "l’institution", "the institution")),
];

/// The names in a pointer, the last first, without places in lists.
fn names(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.rsplit(['/', '?']).filter(|name| !name.is_empty() && name.parse::<usize>().is_err())
}

fn find(table: Table, name: &str) -> Option<Phrase> {
    table.iter().find(|(fields, _)| fields.contains(&name)).map(|(_, phrase)| *phrase)
}

/// What a pointer refers to. An identifier, a code or a pointer is that of what it stands in.
pub fn thing(pointer: &str) -> Option<Phrase> {
    let name = names(pointer).find(|name| !["id", "code", "pointer"].contains(name))?;
    find(THINGS, name)
}

/// What the field of a pointer says.
pub fn field(pointer: &str) -> Option<Phrase> {
    find(FIELDS, names(pointer).next()?)
}
