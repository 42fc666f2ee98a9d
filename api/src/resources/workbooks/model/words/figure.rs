//! Names of the figures of earned value.

use super::phrase;
use crate::kernel::language::Phrase;

pub const BAC: Phrase = phrase("الميزانية عند الإنجاز (BAC)", "Budget à l’achèvement (BAC)", "Budget at completion (BAC)");
pub const PV: Phrase = phrase("القيمة المخططة (PV)", "Valeur planifiée (PV)", "Planned value (PV)");
pub const EV: Phrase = phrase("القيمة المكتسبة (EV)", "Valeur acquise (EV)", "Earned value (EV)");
pub const AC: Phrase = phrase("الكلفة الفعلية (AC)", "Coût réel (AC)", "Actual cost (AC)");
pub const CV: Phrase = phrase("انحراف الكلفة (CV)", "Écart de coût (CV)", "Cost variance (CV)");
pub const SV: Phrase = phrase("انحراف الأجل بالقيمة (SV)", "Écart de délai en valeur (SV)", "Schedule variance (SV)");
pub const CPI: Phrase = phrase("مؤشر أداء الكلفة (CPI)", "Indice de performance du coût (CPI)", "Cost performance index (CPI)");
pub const SPI: Phrase = phrase("مؤشر أداء الأجل (SPI)", "Indice de performance du délai (SPI)", "Schedule performance index (SPI)");
pub const EAC_BUDGET: Phrase = phrase(
    "الكلفة المقدرة عند الإنجاز، والباقي حسب الميزانية (EAC)",
    "Coût estimé à l’achèvement, le reste au budget (EAC)",
    "Estimate at completion, the rest at budget (EAC)",
);
pub const EAC_CPI: Phrase = phrase(
    "الكلفة المقدرة عند الإنجاز، حسب أداء الكلفة (EAC)",
    "Coût estimé à l’achèvement, selon le CPI (EAC)",
    "Estimate at completion, by CPI (EAC)",
);
pub const EAC_CPI_SPI: Phrase = phrase(
    "الكلفة المقدرة عند الإنجاز، حسب أداء الكلفة والأجل (EAC)",
    "Coût estimé à l’achèvement, selon le CPI et le SPI (EAC)",
    "Estimate at completion, by CPI and SPI (EAC)",
);
pub const ETC: Phrase = phrase("الكلفة المقدرة للباقي (ETC)", "Coût estimé du reste (ETC)", "Estimate to complete (ETC)");
pub const VAC: Phrase = phrase("الانحراف عند الإنجاز (VAC)", "Écart à l’achèvement (VAC)", "Variance at completion (VAC)");
pub const TCPI_BAC: Phrase = phrase(
    "الأداء اللازم لباقي الميزانية (TCPI)",
    "Performance à tenir pour le budget (TCPI)",
    "To-complete performance index, budget (TCPI)",
);
pub const TCPI_EAC: Phrase = phrase(
    "الأداء اللازم للكلفة المقدرة (TCPI)",
    "Performance à tenir pour le coût estimé (TCPI)",
    "To-complete performance index, estimate (TCPI)",
);
pub const AT: Phrase = phrase("الزمن المنقضي بأيام العمل (AT)", "Temps écoulé en jours ouvrés (AT)", "Actual time in working days (AT)");
pub const PD: Phrase =
    phrase("المدة المخططة بأيام العمل (PD)", "Durée planifiée en jours ouvrés (PD)", "Planned duration in working days (PD)");
pub const ES: Phrase = phrase("الجدول المكتسب (ES)", "Délai acquis (ES)", "Earned schedule (ES)");
pub const SV_T: Phrase = phrase("انحراف الأجل بالزمن (SV(t))", "Écart de délai en temps (SV(t))", "Schedule variance in time (SV(t))");
pub const SPI_T: Phrase = phrase("مؤشر أداء الأجل بالزمن (SPI(t))", "Indice de délai en temps (SPI(t))", "Schedule index in time (SPI(t))");
pub const IEAC_T: Phrase =
    phrase("المدة المقدرة عند الإنجاز (IEAC(t))", "Durée estimée à l’achèvement (IEAC(t))", "Estimated duration (IEAC(t))");
