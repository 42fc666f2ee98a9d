//! The letter that asks an association for what came out of an event, in the language of its reader.

use super::model::OutcomeRound;
use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::Letter;
use crate::kernel::rounds::Window;
use crate::resources::accounts::Reader;
use crate::resources::events;

const SUBJECT: Phrase =
    Phrase { ar: "حصيلة مشاركتكم", fr: "Bilan de votre participation", en: "What came out of your participation" };
const CLOSE: Phrase = Phrase {
    ar: "نرجو التصريح بحصيلة مشاركتكم: الزوار والمبيعات والطلبيات وجهات الاتصال، وتقييم التظاهرة.",
    fr: "Merci de déclarer le bilan de votre participation : visiteurs, ventes, commandes, contacts, et d’évaluer la manifestation.",
    en: "Please declare what came out of your participation: visitors, sales, orders, contacts, and judge the event.",
};
const LATER: Phrase = Phrase {
    ar: "مضت {} أشهر على التظاهرة. نرجو التصريح بما تحقق منذ ذلك الحين: المبيعات والطلبيات وجهات الاتصال.",
    fr: "La manifestation date de {} mois. Merci de déclarer ce qui en a résulté depuis : ventes, commandes, contacts.",
    en: "The event was {} months ago. Please declare what has come of it since: sales, orders, contacts.",
};
const LINK: Phrase = Phrase {
    ar: "يفتح هذا الرابط دون كلمة مرور إلى غاية {}. هو خاص بجمعيتكم، فلا ترسلوه إلى غيركم:",
    fr: "Ce lien s’ouvre sans mot de passe jusqu’au {}. Il est propre à votre association, ne le transmettez pas :",
    en: "This link opens without a password until {}. It is for your association alone, do not pass it on:",
};
const SECRET: Phrase = Phrase {
    ar: "لا يطلع على أرقامكم غير المنظمين، ولا تنشر إلا المجاميع.",
    fr: "Seuls les organisateurs lisent vos chiffres ; seuls des totaux sont publiés.",
    en: "The organisers alone read your figures; only totals are published.",
};

/// The page the link opens.
const PAGE: &str = "declare";

/// Asks for a round. The token stands in the fragment of the link, which browsers keep to themselves: it reaches no log.
pub fn asking(reader: &Reader, event: &Text, round: OutcomeRound, window: Window, public_url: &str, token: &str) -> Letter {
    let language = reader.language;
    let event = event.in_language(language);
    let please = match round {
        OutcomeRound::Close => CLOSE.in_language(language).to_owned(),
        later => LATER.filled(language, &[&later.months().to_string()]),
    };
    let text = [
        events::named(language, event),
        please,
        LINK.filled(language, &[&language.day(window.closes_on)]),
        format!("{public_url}/{language}/{PAGE}#token={token}"),
        SECRET.in_language(language).to_owned(),
    ];
    reader.addressee().letter(SUBJECT, event, text)
}
