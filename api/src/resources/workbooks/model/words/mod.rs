//! The words of a workbook, in the three languages.

pub mod figure;
pub mod head;

use crate::kernel::language::Phrase;
use crate::resources::budgets::{NoFigures, Spread};
use crate::resources::canvases::{Block, Colour};
use crate::resources::partners::{ObligationState, PartnerKind, Quarter, Renewal, Side};
use planning::figures::Reason;

const fn phrase(ar: &'static str, fr: &'static str, en: &'static str) -> Phrase {
    Phrase { ar, fr, en }
}

pub const YES: Phrase = phrase("نعم", "Oui", "Yes");
pub const NO: Phrase = phrase("لا", "Non", "No");
/// What is measured against where there is no baseline.
pub const PRESENT_PLAN: Phrase = phrase(
    "لا توجد خطة مرجعية، والقياس على الخطة الحالية",
    "Pas de plan de référence : la mesure se fait sur le plan actuel",
    "No baseline: measured against the present plan",
);

/// Why there are no figures at all.
pub fn no_figures(value: NoFigures) -> Phrase {
    match value {
        NoFigures::NoStart => phrase("لا تاريخ انطلاق للمشروع", "Le projet n’a pas de date de début", "The project has no start date"),
        NoFigures::NoActivities => phrase("لا أنشطة في المشروع", "Le projet n’a pas d’activité", "The project has no activities"),
    }
}

/// How a cost is laid over time.
pub fn spread(value: Spread) -> Phrase {
    match value {
        Spread::Linear => phrase("بانتظام", "Régulière", "Even"),
        Spread::Front => phrase("في البداية", "Au début", "At the start"),
        Spread::Back => phrase("في النهاية", "À la fin", "At the end"),
        Spread::Calendar => phrase("بتواريخ محددة", "À dates fixées", "On set dates"),
    }
}

/// What a partner is.
pub fn partner_kind(value: PartnerKind) -> Phrase {
    match value {
        PartnerKind::Institution => phrase("مؤسسة", "Institution", "Institution"),
        PartnerKind::Authority => phrase("سلطة محلية", "Autorité locale", "Authority"),
        PartnerKind::Association => phrase("جمعية", "Association", "Association"),
        PartnerKind::Company => phrase("شركة", "Entreprise", "Company"),
        PartnerKind::Finance => phrase("ممول", "Financeur", "Funder"),
        PartnerKind::Education => phrase("مؤسسة تعليم", "Enseignement", "Education"),
        PartnerKind::Media => phrase("إعلام", "Média", "Media"),
        PartnerKind::Other => phrase("آخر", "Autre", "Other"),
    }
}

/// How a partner is dealt with.
pub fn quarter(value: Quarter) -> Phrase {
    match value {
        Quarter::ManageClosely => phrase(
            "تأثير واهتمام كبيران: تعامل عن قرب",
            "Pouvoir et intérêt forts : gérer de près",
            "High power and interest: manage closely",
        ),
        Quarter::KeepSatisfied => phrase(
            "تأثير كبير واهتمام قليل: إبقاؤه راضيا",
            "Pouvoir fort, intérêt faible : satisfaire",
            "High power, low interest: keep satisfied",
        ),
        Quarter::KeepInformed => phrase(
            "تأثير قليل واهتمام كبير: إبقاؤه على علم",
            "Pouvoir faible, intérêt fort : informer",
            "Low power, high interest: keep informed",
        ),
        Quarter::Monitor => {
            phrase("تأثير واهتمام قليلان: متابعة", "Pouvoir et intérêt faibles : surveiller", "Low power and interest: monitor")
        }
    }
}

/// How an agreement goes on.
pub fn renewal(value: Renewal) -> Phrase {
    match value {
        Renewal::None => phrase("لا تجدد", "Aucun", "None"),
        Renewal::Tacit => phrase("تجديد ضمني", "Tacite reconduction", "Tacit"),
        Renewal::Explicit => phrase("تجديد باتفاق صريح", "Par accord exprès", "By express agreement"),
    }
}

/// Where an obligation stands.
pub fn obligation_state(value: ObligationState) -> Phrase {
    match value {
        ObligationState::Due => phrase("قائم", "À remplir", "Due"),
        ObligationState::Met => phrase("موفى", "Rempli", "Met"),
        ObligationState::Waived => phrase("متنازل عنه", "Abandonné", "Waived"),
    }
}

/// Who owes.
pub fn side(value: Side) -> Phrase {
    match value {
        Side::Ours => phrase("الجمعية", "L’association", "The association"),
        Side::Theirs => phrase("الشريك", "Le partenaire", "The partner"),
    }
}

/// A block of the business model.
pub fn block(value: Block) -> Phrase {
    match value {
        Block::Beneficiaries => phrase("المستفيدون والمنخرطون", "Bénéficiaires et membres", "Beneficiaries and members"),
        Block::Value => phrase("القيمة المقدمة", "Valeur apportée", "Value"),
        Block::Channels => phrase("القنوات", "Canaux", "Channels"),
        Block::Relations => phrase("العلاقات", "Relations", "Relations"),
        Block::Resources => phrase("الموارد", "Ressources", "Resources"),
        Block::Activities => phrase("الأنشطة", "Activités", "Activities"),
        Block::Partners => phrase("الشركاء", "Partenaires", "Partners"),
        Block::Costs => phrase("التكاليف", "Coûts", "Costs"),
        Block::Income => phrase("المداخيل", "Recettes", "Income"),
        Block::SocialImpact => phrase("الأثر الاجتماعي", "Impact social", "Social impact"),
        Block::HeritageImpact => phrase("الأثر التراثي", "Impact patrimonial", "Heritage impact"),
        Block::Governance => phrase("الحوكمة", "Gouvernance", "Governance"),
    }
}

/// A colour.
pub fn colour(value: Colour) -> Phrase {
    match value {
        Colour::Yellow => phrase("أصفر", "Jaune", "Yellow"),
        Colour::Green => phrase("أخضر", "Vert", "Green"),
        Colour::Blue => phrase("أزرق", "Bleu", "Blue"),
        Colour::Red => phrase("أحمر", "Rouge", "Red"),
        Colour::Violet => phrase("بنفسجي", "Violet", "Violet"),
        Colour::Grey => phrase("رمادي", "Gris", "Grey"),
    }
}

/// Why a figure is empty.
pub fn reason(value: Reason) -> Phrase {
    match value {
        Reason::NoActualCost => phrase("لا كلفة فعلية مسجلة", "Inconnu : aucun coût réel déclaré", "No actual cost reported"),
        Reason::NoPlannedValue => {
            phrase("لا قيمة مخططة إلى هذا التاريخ", "Inconnu : aucune valeur planifiée à cette date", "No planned value by this date")
        }
        Reason::NoEarnedValue => phrase("لا قيمة مكتسبة بعد", "Inconnu : aucune valeur acquise encore", "Nothing earned yet"),
        Reason::NoBudget => phrase("لا ميزانية", "Inconnu : pas de budget", "No budget"),
        Reason::NothingLeftToSpend => phrase("لم يبق ما يصرف", "Inconnu : plus rien à dépenser", "Nothing left to spend"),
        Reason::NoStatusDate => phrase("لا تاريخ للقياس", "Inconnu : pas de date de mesure", "No status date"),
        Reason::NoPlannedDuration => phrase("لا مدة مخططة", "Inconnu : pas de durée planifiée", "No planned duration"),
        Reason::NoCashFlow => phrase("لا تدفقات مالية", "Inconnu : pas de flux", "No cash flow"),
        Reason::NoSignChange => phrase("لا تتغير إشارة التدفقات", "Inconnu : les flux ne changent pas de signe", "Flows do not change sign"),
        Reason::NoSolution => phrase("لا حل", "Pas de solution", "No solution"),
        Reason::NoRate => phrase("لا معدل", "Inconnu : pas de taux", "No rate"),
        Reason::RateAtMinusOne => phrase("المعدل يساوي -100 %", "Le taux est de −100 %", "The rate is −100%"),
        Reason::NeverPaidBack => phrase("لا يُسترجع المال", "Jamais remboursé", "Never paid back"),
        Reason::NoOutlay => phrase("لا إنفاق أولي", "Inconnu : pas de dépense initiale", "No outlay"),
        Reason::MissingInput => phrase("معطيات ناقصة", "Inconnu : données manquantes", "Data missing"),
        Reason::TooLarge => phrase("العدد كبير جدا", "Inconnu : nombre trop grand", "Number too large"),
        Reason::NoEffect => phrase("بلا أثر", "Sans effet", "No effect"),
    }
}
