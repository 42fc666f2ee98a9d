//! Names of associations and people.

use super::words::{CRAFTS, Craft, FAMILY_NAMES, FIRST_NAMES, VIRTUES};
use crate::kernel::language::{Text, elides};
use crate::resources::associations::material::{Gender, Kind, Level};
use fastrand::Rng;

/// One of a list, each as likely as the next; lists of words are never empty.
pub fn one<'a, T>(rng: &mut Rng, list: &'a [T]) -> &'a T {
    &list[rng.usize(..list.len())]
}

/// A craft, common ones more often.
pub fn craft(rng: &mut Rng) -> &'static Craft {
    let all: u32 = CRAFTS.iter().map(|craft| craft.weight).sum();
    let mut left = rng.u32(..all);
    CRAFTS
        .iter()
        .find(|craft| {
            let here = left < craft.weight;
            left = left.saturating_sub(craft.weight);
            here
        })
        .unwrap_or(&CRAFTS[0])
}

/// A name in the three languages, after what the association is for and how far it reaches.
pub fn association(rng: &mut Rng, kind: Kind, level: Level, craft: &Craft, commune: (&str, &str), wilaya: (&str, &str)) -> Text {
    let (v, c) = (one(rng, VIRTUES), &craft.name);
    let at = |town: &str, region: &str| match level {
        Level::Communal => town.to_owned(),
        Level::Wilaya => region.to_owned(),
        Level::InterWilaya | Level::National => String::new(),
    };
    let (place_ar, place) = (at(commune.0, wilaya.0), at(commune.1, wilaya.1));
    let national = level == Level::National;
    let (head_ar, head_fr, head_en) = match (national, level) {
        (true, _) => ("الجمعية الوطنية", "Association nationale", "National Association"),
        (_, Level::InterWilaya) => ("الجمعية الجهوية", "Association régionale", "Regional Association"),
        _ => ("جمعية", "Association", "Association"),
    };
    let phrase = match kind {
        Kind::Professional => {
            Body { ar: format!("لحرفيي {}", c.ar), fr: format!("des artisans {}", c.fr), en: format!("of {} Artisans", c.en) }
        }
        Kind::Cultural => Body {
            ar: format!("للحفاظ على تراث {}", c.ar),
            fr: format!("pour la sauvegarde du patrimoine {}", c.fr),
            en: format!("for the Heritage of {}", c.en),
        },
        Kind::Women => Body {
            ar: format!("للمرأة الحرفية في {}", c.ar),
            fr: format!("des femmes artisanes {}", c.fr),
            en: format!("of Women in {}", c.en),
        },
        Kind::Youth => {
            Body {
                ar: format!("لشباب {}", c.ar), fr: format!("des jeunes artisans {}", c.fr), en: format!("of Young {} Artisans", c.en)
            }
        }
        Kind::Other => {
            Body {
                ar: format!("لترقية {}", c.ar), fr: format!("pour la promotion {}", c.fr), en: format!("for the Promotion of {}", c.en)
            }
        }
    };
    let placed = |name: String, link: &str, place: &str| if place.is_empty() { name } else { format!("{name}{link}{place}") };
    let link_ar = *one(rng, if level == Level::Wilaya { &[" لولاية ", " بولاية "] } else { &[" ببلدية ", " لبلدية "] });
    let link_fr = match (level, elides(&place)) {
        (Level::Wilaya, true) => ", wilaya d’",
        (Level::Wilaya, false) => ", wilaya de ",
        _ => ", ",
    };
    Text {
        ar: placed(format!("{head_ar} {} {}", v.ar, phrase.ar), link_ar, &place_ar),
        fr: (rng.u32(..100) < 82).then(|| placed(format!("{head_fr} {} {}", v.fr, phrase.fr), link_fr, &place)),
        en: (rng.u32(..100) < 45).then(|| placed(format!("{} {head_en} {}", v.en, phrase.en), ", ", &place)),
    }
}

struct Body {
    ar: String,
    fr: String,
    en: String,
}

/// Letters of the words of a French name.
pub fn acronym(name: &Text) -> Option<String> {
    let letters: String = name
        .fr
        .as_deref()?
        .split([' ', '-', '’', ','])
        .filter(|word| word.chars().count() > 3)
        .filter_map(|word| word.chars().next())
        .take(5)
        .flat_map(char::to_uppercase)
        .collect();
    Some(letters)
}

/// A person of a gender.
pub fn person(rng: &mut Rng, gender: Gender) -> String {
    let first: Vec<&str> = FIRST_NAMES.iter().filter(|(of, _)| *of == gender).map(|(_, name)| *name).collect();
    format!("{} {}", one(rng, &first), one(rng, FAMILY_NAMES))
}

/// The same Arabic name as another office would have typed it.
pub fn misspelt(rng: &mut Rng, name: &str) -> String {
    let spellings: [fn(&str) -> String; 6] = [
        |name| name.replace(['أ', 'إ', 'آ'], "ا"),
        |name| name.replace("ة ", "ه "),
        |name| name.replace("ي ", "ى "),
        |name| name.replacen("جمعية", "جمعيـــة", 1),
        |name| name.replacen("جمعية ال", "جمعية ", 1),
        |name| name.replace("الحرفية", "الحِرفيّة").replace("حرفيي", "حِرفيّي"),
    ];
    let mut typed = name.to_owned();
    for _ in 0..4 {
        typed = one(rng, &spellings)(&typed);
    }
    typed
}
