//! Names of wilayas, communes, sectors and activities as people type them, folded into maps once for a whole file.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::resources::associations::Level;
use crate::resources::{crafts, territory};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use text::names::{NameForms, similarity};

/// A name that leads nowhere, and what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Stable code.
    pub code: &'static str,
    /// What is known about it.
    pub expected: String,
    /// What was probably meant.
    pub likely: Option<String>,
}

impl Unread {
    fn new(code: &'static str, expected: impl Into<String>, likely: Option<String>) -> Self {
        Self { code, expected: expected.into(), likely }
    }
}

/// The code guessed for a spelling, in a wilaya or anywhere; none when nothing comes near.
type Guesses = HashMap<(String, Option<String>), Option<String>>;

/// Everything that is looked up by name.
pub struct Gazetteer {
    wilayas: Names,
    communes: Names,
    sectors: Names,
    activities: Names,
    /// The name in Arabic of a code.
    commune_names: HashMap<String, String>,
    wilaya_names: HashMap<String, String>,
    wilaya_of: HashMap<String, String>,
}

/// Codes by folded name, and by consonants for spellings that share no letters with the stored ones.
#[derive(Default)]
struct Names {
    folded: HashMap<String, Vec<String>>,
    skeletons: HashMap<String, Vec<String>>,
    /// Every name, prepared for comparison.
    forms: Vec<(NameForms, String)>,
    /// What names that lead nowhere were taken for before: a file repeats its mistakes.
    guesses: Mutex<Guesses>,
}

/// Names alike by their consonants are the same from this likeness on.
const SAME: f64 = 0.9;
/// Names are proposed from this likeness on.
const ALIKE: f64 = 0.8;
/// Different mistakes in one file for which a proposal is looked for.
const MOST_GUESSES: usize = 5000;

/// Words that stand before a name and say nothing.
const PREFIXES: [&str; 8] = ["ولايه ", "بلديه ", "wilaya de ", "wilaya d ", "commune de ", "commune d ", "wilaya ", "commune "];

fn key(name: &str) -> String {
    let folded = text::fold(name);
    for prefix in PREFIXES {
        if let Some(rest) = folded.strip_prefix(prefix) {
            return rest.to_owned();
        }
    }
    folded
}

impl Names {
    fn put(&mut self, name: &str, code: &str) {
        let put = |map: &mut HashMap<String, Vec<String>>, key: String| {
            let codes = map.entry(key).or_default();
            if !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        };
        let folded = text::fold(name);
        // أولاد and اولاد fold alike; El Oued and Oued, الوادي and وادي do not.
        for bare in ["ال", "el ", "l "] {
            if let Some(rest) = folded.strip_prefix(bare) {
                put(&mut self.skeletons, format!("~{rest}"));
            }
        }
        put(&mut self.folded, folded.replace(' ', ""));
        put(&mut self.folded, folded);
        let skeleton = text::names::skeleton(name);
        if skeleton.chars().count() >= 2 {
            put(&mut self.skeletons, skeleton);
        }
        self.forms.push((NameForms::new([name]), code.to_owned()));
    }

    /// Codes that a name means for certain.
    fn exact(&self, name: &str) -> &[String] {
        let name = key(name);
        self.folded.get(&name).or_else(|| self.folded.get(&name.replace(' ', ""))).map_or(&[], Vec::as_slice)
    }

    /// Codes of names that sound the same.
    fn near(&self, name: &str) -> Vec<&String> {
        let key = key(name);
        let found = self.skeletons.get(&text::names::skeleton(&key)).or_else(|| self.skeletons.get(&format!("~{key}")));
        let wanted = NameForms::new([key]);
        let same = |code: &&String| self.forms.iter().any(|(form, known)| known == *code && similarity(&wanted, form) >= SAME);
        found.map_or(&[][..], Vec::as_slice).iter().filter(same).collect()
    }

    /// The code of the name most like another among those of a group, when one is alike enough to be proposed.
    fn alike(&self, name: &str, group: Option<&str>, in_group: impl Fn(&str) -> bool) -> Option<String> {
        let asked = (key(name), group.map(str::to_owned));
        let mut guesses = self.guesses.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = guesses.get(&asked) {
            return known.clone();
        }
        if guesses.len() >= MOST_GUESSES {
            return None;
        }
        let wanted = NameForms::new([asked.0.as_str()]);
        let scored = self.forms.iter().filter(|(_, code)| in_group(code)).map(|(form, code)| (similarity(&wanted, form), code));
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
        let found = best.filter(|(score, _)| *score >= ALIKE).map(|(_, code)| code.clone());
        guesses.insert(asked, found.clone());
        found
    }
}

fn digits(typed: &str, width: usize) -> Option<String> {
    let latin = text::latin_digits(typed);
    let plain = latin.trim();
    let number = !plain.is_empty() && plain.len() <= width && plain.bytes().all(|b| b.is_ascii_digit());
    number.then(|| format!("{plain:0>width$}"))
}

impl Gazetteer {
    /// Loads everything, in a fixed number of queries.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn load(tx: &mut Read<'_>) -> Result<Self> {
        let places = territory::gazetteer(tx.conn)?;
        let mut all = Self {
            wilayas: Names::default(),
            communes: Names::default(),
            sectors: Names::default(),
            activities: Names::default(),
            commune_names: HashMap::new(),
            wilaya_names: HashMap::new(),
            wilaya_of: HashMap::new(),
        };
        for wilaya in &places.wilayas {
            for name in &wilaya.spellings {
                all.wilayas.put(name, &wilaya.code);
            }
            all.wilaya_names.insert(wilaya.code.clone(), wilaya.spellings.first().cloned().unwrap_or_default());
        }
        for (commune, aliases) in &places.communes {
            for name in commune.name.parts().chain(aliases.iter().map(String::as_str)) {
                all.communes.put(name, &commune.code);
            }
            all.commune_names.insert(commune.code.clone(), commune.name.ar.clone());
            all.wilaya_of.insert(commune.code.clone(), commune.wilaya_code.clone());
        }
        for (names, into) in [(crafts::sector_names(tx.conn)?, &mut all.sectors), (crafts::activity_names(tx.conn)?, &mut all.activities)] {
            for (code, name) in names {
                for part in name.parts().chain([code.as_str()]) {
                    into.put(part, &code);
                }
            }
        }
        Ok(all)
    }

    /// The code of a wilaya.
    ///
    /// # Errors
    /// What is wrong, and what was probably meant.
    pub fn wilaya(&self, typed: &str) -> std::result::Result<String, Unread> {
        // "16", "16 - الجزائر", "16 Alger"
        let leading: String = text::latin_digits(typed.trim()).chars().take_while(char::is_ascii_digit).collect();
        if let Some(code) = digits(&leading, 2) {
            return if self.wilaya_names.contains_key(&code) { Ok(code) } else { Err(Unread::new("unknown_wilaya", "", None)) };
        }
        if let [code] = self.wilayas.exact(typed) {
            return Ok(code.clone());
        }
        if let [code] = self.wilayas.near(typed).as_slice() {
            return Ok((*code).clone());
        }
        let likely = self.wilayas.alike(typed, None, |_| true);
        let likely = likely.and_then(|code| self.wilaya_names.get(&code).map(|name| format!("{code} {name}")));
        Err(Unread::new("unknown_wilaya", "", likely))
    }

    /// The code of a commune, by its code or its name, in a wilaya when one is given.
    ///
    /// # Errors
    /// What is wrong, and what was probably meant.
    pub fn commune(&self, typed: &str, wilaya: Option<&str>) -> std::result::Result<String, Unread> {
        let in_wilaya = |code: &str| wilaya.is_none_or(|wilaya| self.wilaya_of.get(code).is_some_and(|of| of == wilaya));
        let show = |code: &str| format!("{code} {}", self.commune_names.get(code).map_or("", String::as_str));
        if let Some(code) = digits(typed, 4) {
            return match self.wilaya_of.get(&code) {
                None => Err(Unread::new("unknown_commune", "", None)),
                Some(of) if wilaya.is_some_and(|wilaya| wilaya != of) => Err(self.elsewhere(&code)),
                Some(_) => Ok(code),
            };
        }
        let exact: Vec<&String> = self.communes.exact(typed).iter().collect();
        let mine: Vec<&String> = exact.iter().copied().filter(|code| in_wilaya(code)).collect();
        // Sounds alone are not enough in the whole country.
        let near = if mine.is_empty() && wilaya.is_some() { self.communes.near(typed) } else { Vec::new() };
        let near: Vec<&String> = near.into_iter().filter(|code| in_wilaya(code)).collect();
        match (mine.as_slice(), near.as_slice()) {
            ([code], _) | ([], [code]) => return Ok((*code).clone()),
            ([], []) => {}
            ([], several) | (several, _) => {
                let list = several.iter().take(5).map(|code| show(code)).collect::<Vec<_>>().join("، ");
                return Err(Unread::new("ambiguous_commune", list, several.first().map(|code| show(code))));
            }
        }
        match exact.first() {
            Some(code) => Err(self.elsewhere(code)),
            None => {
                let likely = self.communes.alike(typed, wilaya, in_wilaya).map(|code| show(&code));
                Err(Unread::new("unknown_commune", "", likely))
            }
        }
    }

    fn elsewhere(&self, commune: &str) -> Unread {
        let wilaya = self.wilaya_of.get(commune).map_or("", String::as_str);
        let name = format!("{wilaya} {}", self.wilaya_names.get(wilaya).map_or("", String::as_str));
        Unread::new("commune_elsewhere", name.clone(), Some(name))
    }

    /// The code of a sector, by its code or its label.
    ///
    /// # Errors
    /// What is wrong, and what was probably meant.
    pub fn sector(&self, typed: &str) -> std::result::Result<String, Unread> {
        Self::craft(&self.sectors, typed, 2, "unknown_sector")
    }

    /// The code of an activity, by its code or its label.
    ///
    /// # Errors
    /// What is wrong, and what was probably meant.
    pub fn activity(&self, typed: &str) -> std::result::Result<String, Unread> {
        Self::craft(&self.activities, typed, 7, "unknown_activity")
    }

    fn craft(names: &Names, typed: &str, width: usize, code: &'static str) -> std::result::Result<String, Unread> {
        let typed = digits(typed, width).unwrap_or_else(|| typed.to_owned());
        match names.exact(&typed) {
            [found] => Ok(found.clone()),
            _ => Err(Unread::new(code, "", names.alike(&typed, None, |_| true))),
        }
    }

    /// Who gives the receipt of registration at a level: the commune, the wilaya, or the ministry of the interior (law 12-06, article 7).
    pub fn authority(&self, level: Option<Level>, commune: &str) -> String {
        let name = |names: &HashMap<String, String>, code: &str| names.get(code).cloned().unwrap_or_default();
        match level {
            Some(Level::Communal) => format!("بلدية {}", name(&self.commune_names, commune)),
            Some(Level::InterWilaya | Level::National) => "وزارة الداخلية".to_owned(),
            _ => format!("ولاية {}", name(&self.wilaya_names, self.wilaya_of.get(commune).map_or("", String::as_str))),
        }
    }
}
