//! The letters people get, in their language.

use crate::kernel::language::{Language, Text};
use crate::kernel::mail::Letter;

/// A page of the application with a token in the fragment, which browsers keep to themselves: it reaches no log.
pub fn link(public_url: &str, language: Language, page: &str, token: &str) -> String {
    format!("{public_url}/{language}/{page}#token={token}")
}

/// An invitation into a body.
pub fn invitation(to: &str, name: &str, body: &Text, language: Language, link: &str, days: i64) -> Letter {
    let body = body.in_language(language);
    let (subject, text) = match language {
        Language::Arabic => (
            "دعوة إلى منصة جمعيات الصناعة التقليدية".to_owned(),
            format!(
                "السلام عليكم {name}،\n\nأنتم مدعوون إلى العمل على منصة جمعيات الصناعة التقليدية باسم: {body}.\n\n\
                 لقبول الدعوة واختيار كلمة المرور افتحوا هذا الرابط:\n\n{link}\n\n\
                 يُستعمل الرابط مرة واحدة وتنتهي صلاحيته بعد {days} أيام. إن لم تكونوا تنتظرون هذه الرسالة فلا تفعلوا شيئا.\n"
            ),
        ),
        Language::French => (
            "Invitation à la plateforme des associations d’artisanat".to_owned(),
            format!(
                "Bonjour {name},\n\nVous êtes invité à travailler sur la plateforme des associations d’artisanat pour : {body}.\n\n\
                 Pour accepter et choisir votre mot de passe, ouvrez ce lien :\n\n{link}\n\n\
                 Il sert une seule fois et expire dans {days} jours. Si vous n’attendiez pas ce message, ne faites rien.\n"
            ),
        ),
        Language::English => (
            "Invitation to the craft associations platform".to_owned(),
            format!(
                "Hello {name},\n\nYou are invited to work on the craft associations platform for: {body}.\n\n\
                 To accept and choose your password, open this link:\n\n{link}\n\n\
                 It works once and expires in {days} days. If you did not expect this message, do nothing.\n"
            ),
        ),
    };
    Letter { to: to.to_owned(), subject, text }
}

/// A link to choose a new password.
pub fn password_reset(to: &str, name: &str, language: Language, link: &str, minutes: i64) -> Letter {
    let (subject, text) = match language {
        Language::Arabic => (
            "كلمة مرور جديدة".to_owned(),
            format!(
                "السلام عليكم {name}،\n\nلاختيار كلمة مرور جديدة افتحوا هذا الرابط:\n\n{link}\n\n\
                 يُستعمل الرابط مرة واحدة وتنتهي صلاحيته بعد {minutes} دقيقة. إن لم تطلبوا ذلك فلا تفعلوا شيئا، وتبقى كلمة مروركم كما هي.\n"
            ),
        ),
        Language::French => (
            "Nouveau mot de passe".to_owned(),
            format!(
                "Bonjour {name},\n\nPour choisir un nouveau mot de passe, ouvrez ce lien :\n\n{link}\n\n\
                 Il sert une seule fois et expire dans {minutes} minutes. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.\n"
            ),
        ),
        Language::English => (
            "A new password".to_owned(),
            format!(
                "Hello {name},\n\nTo choose a new password, open this link:\n\n{link}\n\n\
                 It works once and expires in {minutes} minutes. If you did not ask for it, do nothing: your password stays the same.\n"
            ),
        ),
    };
    Letter { to: to.to_owned(), subject, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_speaks_the_language_of_its_reader_and_hides_the_token_from_servers() {
        let body = Text { ar: "غرفة الجزائر".into(), fr: Some("Chambre d’Alger".into()), en: None };
        for language in Language::ALL {
            let link = link("https://hirfa.example.dz", *language, "invitation", "abc");
            let letter = invitation("amina@example.dz", "أمينة", &body, *language, &link, 7);
            assert!(letter.text.contains(&format!("https://hirfa.example.dz/{language}/invitation#token=abc")));
            assert!(letter.text.contains(body.in_language(*language)));
        }
    }
}
