//! The letter that says that a webhook was switched off.

use crate::kernel::language::Language;
use crate::kernel::mail::Letter;

/// A webhook was switched off, and how to switch it on again.
pub fn switched_off(to: &str, name: &str, webhook: &str, url: &str, language: Language) -> Letter {
    let (subject, text) = match language {
        Language::Arabic => (
            "أُوقف إرسال الأحداث إلى خادمكم".to_owned(),
            format!(
                "السلام عليكم {name}،\n\nأوقفنا إرسال الأحداث إلى «{webhook}» لأن خادمكم لم يستلمها منذ أيام:\n\n{url}\n\n\
                 لم يضع شيء: بعد إصلاح الخادم أعيدوا تشغيل الإرسال من المنصة، وتصلكم أحداث التسعين يوما الأخيرة التي لم تُستلم.\n"
            ),
        ),
        Language::French => (
            "L’envoi des événements vers votre serveur est arrêté".to_owned(),
            format!(
                "Bonjour {name},\n\nNous avons arrêté l’envoi des événements vers « {webhook} » : votre serveur ne les reçoit plus depuis des jours.\n\n{url}\n\n\
                 Rien n'est perdu : une fois le serveur réparé, réactivez l'envoi sur la plateforme ; les événements des 90 derniers jours restés en attente vous parviendront.\n"
            ),
        ),
        Language::English => (
            "Events are no longer sent to your server".to_owned(),
            format!(
                "Hello {name},\n\nWe have stopped sending events to \"{webhook}\": your server has not taken them for days.\n\n{url}\n\n\
                 Nothing is lost: once the server is mended, switch the webhook on again on the platform; waiting events of the last 90 days will be sent.\n"
            ),
        ),
    };
    Letter { to: to.to_owned(), subject, text }
}
