//! The letter that says that a webhook was switched off.

use crate::kernel::language::Phrase;
use crate::kernel::letter::{Addressee, Letter};

const SUBJECT: Phrase = Phrase {
    ar: "أُوقف إرسال الأحداث إلى خادمكم",
    fr: "L’envoi des événements vers votre serveur est arrêté",
    en: "Events are no longer sent to your server",
};
const STOPPED: Phrase = Phrase {
    ar: "أوقفنا إرسال الأحداث إلى «{}» لأن خادمكم لم يستلمها منذ أيام:",
    fr: "Nous avons arrêté l’envoi des événements vers « {} » : votre serveur ne les reçoit plus depuis des jours.",
    en: "We have stopped sending events to “{}”: your server has not taken them for days.",
};
const NOTHING_LOST: Phrase = Phrase {
    ar: "لم يضع شيء: بعد إصلاح الخادم أعيدوا تشغيل الإرسال من المنصة، وتصلكم أحداث التسعين يوما الأخيرة التي لم تُستلم.",
    fr: "Rien n’est perdu : une fois le serveur réparé, réactivez l’envoi sur la plateforme ; les événements des 90 derniers jours restés en attente vous parviendront.",
    en: "Nothing is lost: once the server is mended, switch the webhook on again on the platform; waiting events of the last 90 days will be sent.",
};

/// A webhook was switched off, and how to switch it on again.
pub fn switched_off(to: Addressee<'_>, webhook: &str, url: &str) -> Letter {
    let language = to.language;
    let text = [STOPPED.filled(language, &[webhook]), url.to_owned(), NOTHING_LOST.in_language(language).to_owned()];
    to.letter(SUBJECT, "", text)
}
