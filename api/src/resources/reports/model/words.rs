//! The words of reports, in the three languages. What a report shares with the workbook has its words there.

pub use crate::resources::workbooks::words::{
    PRESENT_PLAN, block, figure, head, no_figures, obligation_state, partner_kind, quarter, reason, side,
};

use crate::kernel::language::Phrase;
use crate::resources::canvases::ElementKind;
use crate::resources::projects::Access;

const fn phrase(ar: &'static str, fr: &'static str, en: &'static str) -> Phrase {
    Phrase { ar, fr, en }
}

pub const PROJECT_REPORT: Phrase = phrase("تقرير المشروع", "Rapport du projet", "Project report");
pub const EARNED_VALUE_REPORT: Phrase = phrase("تقرير القيمة المكتسبة", "Rapport de valeur acquise", "Earned value report");
pub const WILAYA: Phrase = phrase("الولاية", "Wilaya", "Wilaya");
pub const NOTHING: Phrase = phrase("لا شيء مسجل بعد.", "Rien d’enregistré pour l’instant.", "Nothing entered yet.");
pub const SINCE: Phrase = phrase("منذ", "depuis le", "since");
pub const DINARS: Phrase = phrase("المبالغ بالدينار الجزائري.", "Montants en dinars algériens.", "Amounts are in Algerian dinars.");

pub const TEAM: Phrase = phrase("فريق المشروع", "Équipe du projet", "Project team");
pub const PERSON: Phrase = phrase("الاسم واللقب", "Nom et prénom", "Name");
pub const RIGHT: Phrase = phrase("الصلاحية", "Droit", "Access");

/// What somebody may do.
pub fn access(value: Access) -> Phrase {
    match value {
        Access::Edit => phrase("يعدّل", "Modifie", "Edits"),
        Access::Read => phrase("يطلع", "Lit", "Reads"),
    }
}

pub const VALUE_PROPOSITION: Phrase = phrase("القيمة المقترحة", "Proposition de valeur", "Value proposition");
pub const NO_FIT: Phrase = phrase(
    "يُحسب التوافق بعد كتابة ما تحتاج إليه الفئات.",
    "L’adéquation se calcule dès que les besoins des publics sont écrits.",
    "The fit is counted once the needs of the people are written.",
);
pub const FIT: Phrase = phrase("مدى التوافق", "Adéquation", "Fit");
pub const OF: Phrase = phrase("من", "sur", "of");
pub const UNANSWERED: Phrase = phrase("بلا جواب", "sans réponse", "unanswered");
pub const ANSWERS: Phrase = phrase("يجيب عن:", "Répond à :", "Answers:");
pub const WEIGHT: Phrase = phrase("الأهمية", "Importance", "Weight");

/// A kind of element, of many.
pub fn elements(value: ElementKind) -> Phrase {
    match value {
        ElementKind::Segment => phrase("الفئات", "Publics", "People"),
        ElementKind::Task => phrase("المهام", "Tâches", "Tasks"),
        ElementKind::Difficulty => phrase("الصعوبات", "Difficultés", "Difficulties"),
        ElementKind::Gain => phrase("المكاسب المرجوة", "Gains espérés", "Gains hoped for"),
        ElementKind::Offer => phrase("العروض", "Offres", "Offers"),
        ElementKind::Reliever => phrase("ما يخفف الصعوبات", "Ce qui soulage les difficultés", "What relieves difficulties"),
        ElementKind::Creator => phrase("ما يحقق المكاسب", "Ce qui apporte des gains", "What creates gains"),
    }
}

/// One element of a kind that others lie in.
pub fn element(value: ElementKind) -> Phrase {
    match value {
        ElementKind::Segment => phrase("الفئة", "Public", "People"),
        _ => phrase("العرض", "Offre", "Offer"),
    }
}

pub const SCHEDULE: Phrase = phrase("الجدول الزمني", "Calendrier", "Schedule");
pub const SHORT_DAYS: Phrase = phrase("أيام", "Jours", "Days");
pub const SHORT_FLOAT: Phrase = phrase("الهامش", "Marge", "Float");
pub const SHORT_DONE: Phrase = phrase("الإنجاز", "Fait", "Done");
pub const CRITICAL_ACTIVITY: Phrase = phrase("نشاط حرج", "Activité critique", "Critical activity");
pub const DONE: Phrase = phrase("ما أُنجز", "Réalisé", "Done");
pub const TODAY: Phrase = phrase("اليوم", "Aujourd’hui", "Today");
/// Before the number of bars that are drawn and that of all.
pub const FIRST_BARS: Phrase = phrase("يظهر في الرسم أول الأنشطة:", "Premières activités au dessin :", "First activities drawn:");

pub const PERT: Phrase = phrase(
    "المدة المتوقعة وتقديراتها الثلاثة (PERT)",
    "Durée attendue selon trois estimations (PERT)",
    "Expected duration by three estimates (PERT)",
);
pub const EXPECTED_DURATION: Phrase =
    phrase("المدة المتوقعة بأيام العمل", "Durée attendue en jours ouvrés", "Expected duration in working days");
pub const DURATION_VARIANCE: Phrase = phrase("تباين المدة", "Variance de la durée", "Variance of the duration");
pub const DEVIATION: Phrase = phrase("الانحراف المعياري بأيام العمل", "Écart type en jours ouvrés", "Standard deviation in working days");
pub const EXPECTED_PATH: Phrase =
    phrase("المسار الحرج بالمدد المتوقعة", "Chemin critique sur les durées attendues", "Critical path on expected durations");
pub const OPTIMISTIC: Phrase = phrase("المتفائلة", "Optimiste", "Optimistic");
pub const LIKELY: Phrase = phrase("الأرجح", "Probable", "Most likely");
pub const PESSIMISTIC: Phrase = phrase("المتشائمة", "Pessimiste", "Pessimistic");
pub const EXPECTED: Phrase = phrase("المتوقعة", "Attendue", "Expected");
pub const SPREAD: Phrase = phrase("التباين", "Variance", "Variance");
pub const CHANCES: Phrase = phrase("احتمال الانتهاء في الآجال", "Probabilité de finir dans les délais", "Probability of finishing in time");
pub const PROBABILITY: Phrase = phrase("الاحتمال", "Probabilité", "Probability");
pub const NO_DEADLINES: Phrase = phrase(
    "لا أجل لأي نشاط ولا خطة مرجعية يُقاس عليها الاحتمال.",
    "Aucune activité n’a d’échéance et il n’y a pas de plan de référence : rien à quoi mesurer la probabilité.",
    "No activity has a deadline and there is no baseline, so there is nothing to give the probability of.",
);

pub const DONE_BY_DURATION: Phrase = phrase(
    "نسبة الإنجاز موزونة بمدد الأنشطة في الخطة الحالية. المبالغ بالدينار الجزائري.",
    "Avancement pondéré par les durées des activités du plan actuel. Montants en dinars algériens.",
    "Work done is weighted by the durations of the activities in the present plan. Amounts are in Algerian dinars.",
);
pub const FROM_DAY: Phrase = phrase("من", "du", "from");
pub const TO_DAY: Phrase = phrase("إلى", "au", "to");
pub const AUTHOR: Phrase = phrase("محرر التقرير", "Auteur", "Author");

pub const BUDGET: Phrase = phrase("الميزانية", "Budget", "Budget");
pub const TOTAL: Phrase = phrase("المجموع", "Total", "Total");
pub const PRICE: Phrase = phrase("سعر الوحدة", "Prix unitaire", "Unit price");
pub const COST: Phrase = phrase("الكلفة", "Coût", "Cost");
pub const AMOUNT: Phrase = phrase("المبلغ", "Montant", "Amount");

pub const FIGURES: Phrase = phrase("المؤشرات", "Indicateurs", "Figures");
pub const S_CURVE: Phrase = phrase("المنحنى التراكمي", "Courbe en S", "S-curve");
pub const BY_ACTIVITY: Phrase = phrase("حسب النشاط", "Par activité", "By activity");
pub const EARNED: Phrase = phrase("المكتسب", "Acquis", "Earned");
pub const WHOLE_PROJECT: Phrase = phrase("المشروع كله", "Tout le projet", "The whole project");
pub const VARIANCES: Phrase =
    phrase("الانحرافات عن العتبة وشرحها", "Écarts au-delà du seuil et explications", "Variances past the threshold, explained");
pub const NO_VARIANCES: Phrase =
    phrase("لا انحراف يتجاوز عتبة المشروع.", "Aucun écart ne dépasse le seuil du projet.", "No variance is past the project’s threshold.");
pub const VARIANCE: Phrase = phrase("الانحراف", "Écart", "Variance");
pub const OF_COST: Phrase = phrase("في الكلفة", "de coût", "of cost");
pub const OF_TIME: Phrase = phrase("في الأجل", "de délai", "of time");
pub const EXPLANATION: Phrase = phrase("السبب والإجراء", "Cause et action", "Cause and action");
pub const UNEXPLAINED: Phrase = phrase("ينتظر الشرح", "À expliquer", "To be explained");

pub const CASH_FLOWS: Phrase = phrase("التدفقات المالية ومعايير الاختيار", "Flux et critères de choix", "Cash flows and criteria");
pub const NO_FLOWS: Phrase = phrase("لم تُسجل تدفقات مالية بعد.", "Aucun flux n’est encore enregistré.", "No cash flows entered yet.");
pub const COMPONENT: Phrase = phrase("البند", "Poste", "Component");
pub const PERIOD: Phrase = phrase("الفترة", "Période", "Period");
pub const FLOW: Phrase = phrase("التدفق", "Flux", "Flow");
pub const DISCOUNTED: Phrase = phrase("بقيمة اليوم", "Actualisé", "Discounted");
pub const CUMULATIVE: Phrase = phrase("المجموع التراكمي", "Cumul actualisé", "Running total");
pub const RATE: Phrase = phrase("معدل الخصم", "Taux d’actualisation", "Discount rate");
pub const NPV: Phrase = phrase("صافي القيمة الحالية (NPV)", "Valeur actuelle nette (VAN)", "Net present value (NPV)");
pub const IRR: Phrase = phrase("معدل العائد الداخلي (IRR)", "Taux de rentabilité interne (TRI)", "Internal rate of return (IRR)");
pub const MIRR: Phrase = phrase("معدل العائد المعدل (MIRR)", "Taux de rentabilité modifié (TRIM)", "Modified rate of return (MIRR)");
pub const PAYBACK: Phrase = phrase("مدة الاسترداد بالفترات", "Délai de récupération en périodes", "Payback in periods");
pub const DISCOUNTED_PAYBACK: Phrase =
    phrase("مدة الاسترداد المخصومة بالفترات", "Délai actualisé en périodes", "Discounted payback in periods");
pub const INDEX: Phrase = phrase("مؤشر الربحية (PI)", "Indice de profitabilité (IP)", "Profitability index (PI)");
pub const ANNUITY: Phrase = phrase("الدفعة السنوية المكافئة", "Annuité équivalente", "Equivalent annuity");

pub const BY_DATE: Phrase = phrase("التدفقات بالتواريخ", "Flux par dates", "Flows by date");
pub const DAY: Phrase = phrase("التاريخ", "Date", "Date");
pub const YEARLY_RATE: Phrase = phrase("معدل الخصم السنوي", "Taux d’actualisation annuel", "Discount rate per year");
pub const XNPV: Phrase =
    phrase("صافي القيمة الحالية بالتواريخ (XNPV)", "Valeur actuelle nette par dates (XNPV)", "Net present value by date (XNPV)");
pub const XIRR: Phrase = phrase(
    "معدل العائد الداخلي بالتواريخ (XIRR)",
    "Taux de rentabilité interne par dates (XIRR)",
    "Internal rate of return by date (XIRR)",
);
pub const PAYBACK_YEARS: Phrase = phrase("مدة الاسترداد بالسنوات", "Délai de récupération en années", "Payback in years");
pub const DISCOUNTED_PAYBACK_YEARS: Phrase =
    phrase("مدة الاسترداد المخصومة بالسنوات", "Délai actualisé en années", "Discounted payback in years");

pub const PARTNERS: Phrase = phrase("الشركاء والاتفاقيات", "Partenaires et accords", "Partners and agreements");
pub const POWER_INTEREST: Phrase = phrase("التأثير والاهتمام", "Pouvoir et intérêt", "Power and interest");
