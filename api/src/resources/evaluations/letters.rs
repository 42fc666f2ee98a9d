//! The letter that asks what a participant thinks, in the language of its reader.

use super::model::EvaluationRound;
use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::{Letter, fact};
use crate::kernel::rounds::Window;
use crate::resources::accounts::Reader;

const SUBJECT: Phrase = Phrase { ar: "تقييم التكوين", fr: "Évaluation de la formation", en: "How the course was" };
const COHORT: Phrase = Phrase { ar: "الدورة", fr: "Session", en: "Cohort" };
const WHO: Phrase = Phrase { ar: "من يعنيه الأمر", fr: "Participant", en: "Concerning" };
const END: Phrase = Phrase {
    ar: "انتهت الدورة. نرجو من المشارك الإجابة عن بضعة أسئلة حول سيرها وما يجب تحسينه.",
    fr: "La session est terminée. Merci au participant de répondre à quelques questions sur son déroulement et ce qui peut être amélioré.",
    en: "The cohort is over. Please let the participant answer a few questions about how it was and what should be better.",
};
const LATER: Phrase = Phrase {
    ar: "مضت ستة أشهر على الدورة. نرجو من المشارك إخبارنا بما أثمرت: استعمال الأدوات، والمشاريع التي انطلقت، والشراكات التي أبرمت.",
    fr: "Six mois ont passé. Merci au participant de dire ce que la formation a permis : usage des outils, projets commencés, partenariats signés.",
    en: "Six months have gone by. Please let the participant say what came of it: use of the tools, projects begun, partnerships signed.",
};
const LINK: Phrase = Phrase {
    ar: "يفتح هذا الرابط دون كلمة مرور إلى غاية {}، ولا يجاب إلا مرة واحدة. هو خاص بهذا المشارك، فلا ترسلوه إلى غيره:",
    fr: "Ce lien s’ouvre sans mot de passe jusqu’au {}, pour une seule réponse. Il est propre à ce participant, ne le transmettez pas :",
    en: "This link opens without a password until {}, for one answer. It is for this participant alone, do not pass it on:",
};
const SECRET: Phrase = Phrase {
    ar: "تحفظ الإجابة دون اسم صاحبها، ولا تظهر النتائج إلا مجتمعة ابتداء من خمس إجابات.",
    fr: "La réponse est conservée sans nom ; les résultats ne paraissent qu’ensemble, à partir de cinq réponses.",
    en: "The answer is kept without a name; results are shown together only, from five answers on.",
};

/// The page the link opens.
const PAGE: &str = "evaluate";

/// Asks for a round. The token stands in the fragment of the link, which browsers keep to themselves: it reaches no log.
pub fn asking(
    reader: &Reader,
    (cohort, participant): (&Text, &str),
    (round, window): (EvaluationRound, Window),
    public_url: &str,
    token: &str,
) -> Letter {
    let language = reader.language;
    let cohort = cohort.in_language(language);
    let please = match round {
        EvaluationRound::End => END,
        EvaluationRound::AfterSixMonths => LATER,
    };
    let text = [
        format!("{}\n{}", fact(language, COHORT, cohort), fact(language, WHO, participant)),
        please.in_language(language).to_owned(),
        LINK.filled(language, &[&language.day(window.closes_on)]),
        format!("{public_url}/{language}/{PAGE}#token={token}"),
        SECRET.in_language(language).to_owned(),
    ];
    reader.addressee().letter(SUBJECT, cohort, text)
}
