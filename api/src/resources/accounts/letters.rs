//! The letters people get, in their language.

use crate::kernel::language::{Language, Phrase, Text};
use crate::kernel::letter::{Addressee, Letter};

const INVITATION: Phrase = Phrase {
    ar: "دعوة إلى منصة جمعيات الصناعة التقليدية",
    fr: "Invitation à la plateforme des associations d’artisanat",
    en: "Invitation to the craft associations platform",
};
const INVITED: Phrase = Phrase {
    ar: "أنتم مدعوون إلى العمل على منصة جمعيات الصناعة التقليدية باسم: {}.",
    fr: "Vous êtes invité à travailler sur la plateforme des associations d’artisanat pour : {}.",
    en: "You are invited to work on the craft associations platform for: {}.",
};
const ACCEPT: Phrase = Phrase {
    ar: "لقبول الدعوة واختيار كلمة المرور افتحوا هذا الرابط:",
    fr: "Pour accepter et choisir votre mot de passe, ouvrez ce lien :",
    en: "To accept and choose your password, open this link:",
};
const INVITATION_ONCE: Phrase = Phrase {
    ar: "يُستعمل الرابط مرة واحدة وتنتهي صلاحيته بعد {} أيام. إن لم تكونوا تنتظرون هذه الرسالة فلا تفعلوا شيئا.",
    fr: "Il sert une seule fois et expire dans {} jours. Si vous n’attendiez pas ce message, ne faites rien.",
    en: "It works once and expires in {} days. If you did not expect this message, do nothing.",
};
const NEW_PASSWORD: Phrase = Phrase { ar: "كلمة مرور جديدة", fr: "Nouveau mot de passe", en: "A new password" };
const CHOOSE: Phrase = Phrase {
    ar: "لاختيار كلمة مرور جديدة افتحوا هذا الرابط:",
    fr: "Pour choisir un nouveau mot de passe, ouvrez ce lien :",
    en: "To choose a new password, open this link:",
};
const RESET_ONCE: Phrase = Phrase {
    ar: "يُستعمل الرابط مرة واحدة وتنتهي صلاحيته بعد {} دقيقة. إن لم تطلبوا ذلك فلا تفعلوا شيئا، وتبقى كلمة مروركم كما هي.",
    fr: "Il sert une seule fois et expire dans {} minutes. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
    en: "It works once and expires in {} minutes. If you did not ask for it, do nothing: your password stays the same.",
};

/// A page of the application with a token in the fragment, which browsers keep to themselves: it reaches no log.
pub fn link(public_url: &str, language: Language, page: &str, token: &str) -> String {
    format!("{public_url}/{language}/{page}#token={token}")
}

/// An invitation into a body.
pub fn invitation(to: Addressee<'_>, body: &Text, link: &str, days: i64) -> Letter {
    let language = to.language;
    let text = [
        INVITED.filled(language, &[body.in_language(language)]),
        ACCEPT.in_language(language).to_owned(),
        link.to_owned(),
        INVITATION_ONCE.filled(language, &[&days.to_string()]),
    ];
    to.letter(INVITATION, "", text)
}

/// A link to choose a new password.
pub fn password_reset(to: Addressee<'_>, link: &str, minutes: i64) -> Letter {
    let language = to.language;
    let text = [CHOOSE.in_language(language).to_owned(), link.to_owned(), RESET_ONCE.filled(language, &[&minutes.to_string()])];
    to.letter(NEW_PASSWORD, "", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_speaks_the_language_of_its_reader_and_hides_the_token_from_servers() {
        let body = Text { ar: "غرفة الجزائر".into(), fr: Some("Chambre d’Alger".into()), en: None };
        for language in Language::ALL {
            let link = link("https://hirfa.example.dz", *language, "invitation", "abc");
            let letter = invitation(Addressee { email: "amina@example.dz", name: "أمينة", language: *language }, &body, &link, 7);
            assert!(letter.text.contains(&format!("https://hirfa.example.dz/{language}/invitation#token=abc")));
            assert!(letter.text.contains(body.in_language(*language)));
        }
    }
}
