//! The shape of the code, held by reading it: who may know whom, how long a file may be, what may not be written.
//!
//! Every list of exceptions here may only shrink: an entry that is no longer needed fails its test.

use api::resources;
use regex::Regex;
use std::collections::BTreeSet;
use tests::Findings;
use tests::source::{self, Source};

/// Longest file, in lines.
const LONGEST: usize = 400;

/// Files that are longer, and how long they may be.
const LONG: &[(&str, usize)] = &[
    // The tables of the database, as diesel writes them.
    ("api/src/kernel/db/schema.rs", 1400),
];

fn rust(folder: &str) -> Vec<Source> {
    source::files(folder).into_iter().filter(|source| source.path.ends_with(".rs")).collect()
}

#[test]
fn no_file_is_long() {
    let mut findings = Findings::default();
    for source in rust("api").iter().chain(&rust("tests")) {
        let (lines, path) = (source.lines(), &source.path);
        match LONG.iter().find(|(long, _)| long == path) {
            None => findings.expect(lines <= LONGEST, || format!("{path} has {lines} lines: make it a folder")),
            Some((_, most)) => {
                findings.expect(lines <= *most, || format!("{path} has grown to {lines} lines"));
                findings.expect(lines > LONGEST, || format!("{path} is short enough now: take it off the list"));
            }
        }
    }
    for (path, _) in LONG {
        findings.expect(source::root().join(path).is_file(), || format!("{path} is gone: take it off the list"));
    }
    findings.finish();
}

#[test]
fn the_kernel_knows_no_resource() {
    let mut findings = Findings::default();
    let word = Regex::new(r"\bresources::").unwrap();
    for source in rust("api/src/kernel") {
        for path in source.paths() {
            let absolute = source.absolute(&path).unwrap_or(path);
            let stranger =
                ["resources", "app", "serve", "pages", "backup"].into_iter().find(|room| absolute.split("::").next() == Some(*room));
            // `serve` alone is a word of other crates too.
            findings.expect(stranger.is_none() || !absolute.contains("::"), || format!("{} knows {absolute}", source.path));
        }
        findings.expect(!word.is_match(&source.code()), || format!("{} mentions resources", source.path));
    }
    findings.finish();
}

/// The rooms of a resource and which others each may know.
const ROOMS: &[(&str, &[&str])] =
    &[("http", &["ops", "wire"]), ("ops", &["wire", "model", "store"]), ("wire", &["model"]), ("store", &["model"]), ("model", &[])];

/// Crates that belong to one room.
const CRATES: &[(&str, &[&str])] = &[("diesel", &["store", "load"]), ("actix_web", &["http"])];

/// Resource and room of a file: `api/src/resources/crafts/store.rs`.
fn place(source: &Source) -> Option<(String, String)> {
    let mut steps = source.path.strip_prefix("api/src/resources/")?.trim_end_matches(".rs").split('/');
    let resource = steps.next()?.to_owned();
    let room = steps.next()?.to_owned();
    Some((resource, room))
}

#[test]
fn a_room_of_a_resource_knows_only_the_rooms_below_it() {
    let mut findings = Findings::default();
    for source in rust("api/src/resources") {
        let Some((resource, room)) = place(&source) else { continue };
        let rooms = ROOMS.iter().find(|(name, _)| *name == room).map(|(_, knows)| *knows);
        for path in source.paths() {
            let mut strangers = Vec::new();
            let first = path.split("::").next().unwrap_or_default();
            if let Some((name, homes)) = CRATES.iter().find(|(name, _)| *name == first)
                && !homes.contains(&room.as_str())
            {
                strangers.push((*name).to_owned());
            }
            let own = format!("resources::{resource}::");
            if let Some(rest) = source.absolute(&path).as_deref().and_then(|path| path.strip_prefix(&own)) {
                let other = rest.split("::").next().unwrap_or_default();
                let is_room = ROOMS.iter().any(|(name, _)| *name == other);
                if is_room && other != room && rooms.is_some_and(|knows| !knows.contains(&other)) {
                    strangers.push(other.to_owned());
                }
            }
            for stranger in strangers {
                findings.add(format!("{resource}/{room} knows {stranger} ({} names {path})", source.path));
            }
        }
    }
    findings.finish();
}

#[test]
fn a_resource_uses_only_those_above_it() {
    let mut findings = Findings::default();
    let order: Vec<&str> = resources::ALL.iter().map(|resource| resource.name).collect();
    let position = |name: &str| order.iter().position(|other| *other == name);
    for source in rust("api/src/resources") {
        let Some((resource, _)) =
            place(&source).or_else(|| source.module().strip_prefix("resources::").map(|name| (name.to_owned(), String::new())))
        else {
            continue;
        };
        let Some(own) = position(&resource) else {
            findings.add(format!("{} belongs to no resource in ALL", source.path));
            continue;
        };
        for path in source.paths() {
            let Some(absolute) = source.absolute(&path) else { continue };
            let Some(other) = absolute.strip_prefix("resources::").and_then(|rest| rest.split("::").next()) else { continue };
            findings.expect(position(other).is_none_or(|other| other <= own), || {
                format!("{} uses {other}, which stands below {resource} in ALL", source.path)
            });
        }
    }
    findings.finish();
}

#[test]
fn nothing_outside_the_tests_ends_the_process() {
    let sudden =
        Regex::new(r"\.unwrap\(\)|\.expect\(|\b(panic|unreachable|todo|unimplemented|assert|assert_eq|assert_ne)!|process::(exit|abort)")
            .unwrap();
    let allowed = Regex::new(r"allow\(clippy::(unwrap_used|expect_used|panic)").unwrap();
    let mut findings = Findings::default();
    for source in rust("api")
        .iter()
        .filter(|source| source.path.contains("/src/") && !source.path.ends_with("/tests.rs") && !source.path.contains("/src/tests/"))
    {
        for (number, line) in source.code().lines().enumerate() {
            findings.expect(!sudden.is_match(line), || format!("{}:{} {}", source.path, number + 1, line.trim()));
            findings.expect(!allowed.is_match(line), || format!("{}:{} silences a lint: {}", source.path, number + 1, line.trim()));
        }
    }
    findings.finish();
}

#[test]
fn the_environment_and_the_time_have_one_reader_each() {
    let rules = [
        (r"env::(var|vars|var_os)\b", &["api/src/config.rs", "api/src/memory.rs"][..]),
        (r"Utc::now|Local::now|SystemTime::now", &["api/src/kernel/clock.rs"][..]),
        (r"web::block\b|spawn_blocking", &["api/src/kernel/mod.rs", "api/src/serve.rs"][..]),
    ];
    let mut findings = Findings::default();
    for source in rust("api/src").iter() {
        for (pattern, readers) in &rules {
            let found = Regex::new(pattern).unwrap().find(&source.code()).map(|found| found.as_str().to_owned());
            findings.expect(found.is_none() || readers.contains(&source.path.as_str()), || {
                format!("{} uses {}", source.path, found.clone().unwrap_or_default())
            });
        }
    }
    findings.finish();
}

#[test]
fn every_sentence_for_people_is_in_three_languages() {
    let mut findings = Findings::default();
    let arabic = |text: &str| text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c));
    let sentences = source::sentences();
    assert!(sentences.len() > 10, "no sentences were found: is the code read rightly?");
    for sentence in &sentences {
        let texts: Vec<&str> = sentence.texts.iter().map(String::as_str).collect();
        match texts[..] {
            [ar, fr, en] => {
                findings.expect(arabic(ar), || format!("{}: {ar:?} is not Arabic", sentence.path));
                for text in [fr, en] {
                    findings
                        .expect(!arabic(text) && !text.trim().is_empty(), || format!("{}: {text:?} is in the wrong place", sentence.path));
                }
                findings.expect(fr != en, || format!("{}: {fr:?} is French and English at once", sentence.path));
            }
            _ => findings.add(format!("{}: {texts:?} is not in three languages", sentence.path)),
        }
    }
    let tables = api::kernel::problem::Kind::ALL
        .iter()
        .map(|kind| kind.title())
        .chain(api::kernel::validate::Fault::ALL.iter().map(|fault| fault.phrase()));
    for phrase in tables {
        let good = arabic(phrase.ar) && !arabic(phrase.fr) && !arabic(phrase.en) && phrase.fr != phrase.en;
        findings.expect(good, || format!("{phrase:?} is not in three languages"));
        let places = |text: &str| text.matches("{}").count();
        findings.expect(places(phrase.ar) == places(phrase.fr) && places(phrase.fr) == places(phrase.en), || {
            format!("{phrase:?} has not the same places")
        });
    }
    findings.finish();
}

#[test]
fn the_repository_speaks_of_no_machine_and_no_mirror() {
    // Written so that this file does not find itself.
    let places = Regex::new(concat!(r"(^|[\s'", "\"", r"`=(:])/(work|root|home/[a-z]+|Users/[a-z]+)/", "|/var/folde", "rs/")).unwrap();
    let hosts = Regex::new(concat!(
        r"registry\.npm",
        r"js\.org|npm",
        r"mirror|index\.crat",
        r"es\.io|static\.crat",
        r"es\.io|pypi\.",
        r"org|artifact",
        r"ory|proxy\.gol",
        "ang"
    ))
    .unwrap();
    let mut findings = Findings::default();
    for source in source::files("") {
        for (number, line) in source.text.lines().enumerate() {
            findings
                .expect(!places.is_match(line), || format!("{}:{} names a place on a machine: {}", source.path, number + 1, line.trim()));
            findings.expect(!hosts.is_match(line), || format!("{}:{} names a registry's host: {}", source.path, number + 1, line.trim()));
        }
    }
    findings.finish();
}

#[test]
fn every_migration_has_its_twin_and_its_way_back() {
    let names = |database: &str| -> BTreeSet<String> {
        source::files(&format!("migrations/{database}"))
            .iter()
            .map(|source| source.path.split('/').skip(2).collect::<Vec<_>>().join("/"))
            .collect()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    assert_eq!(sqlite, postgres);
    let folders: BTreeSet<&str> = sqlite.iter().filter_map(|file| file.split('/').next()).collect();
    for folder in folders {
        for file in ["up.sql", "down.sql"] {
            assert!(sqlite.contains(&format!("{folder}/{file}")), "{folder} has no {file}");
        }
    }
}

#[test]
fn every_resource_has_its_stories_and_every_file_of_tests_is_run() {
    let main = source::read("tests/tests/main.rs");
    let mut findings = Findings::default();
    for source in rust("tests/tests") {
        let name = source.path.trim_start_matches("tests/tests/").trim_end_matches(".rs");
        if !name.contains('/') && name != "main" {
            findings.expect(main.contains(&format!("mod {name};")), || format!("{} is not named in main.rs and never runs", source.path));
        }
    }
    for resource in resources::ALL {
        let told = main.contains(&format!("mod {};", resource.name));
        let expected = !WITHOUT_STORIES.contains(&resource.name);
        findings.expect(told == expected, || {
            format!("stories of {}: there are {}, the list says otherwise", resource.name, if told { "some" } else { "none" })
        });
    }
    findings.finish();
}

/// Resources without a file of stories.
const WITHOUT_STORIES: &[&str] = &["health"];

#[test]
fn no_two_types_of_the_contract_have_one_name() {
    let mut findings = Findings::default();
    let derived = Regex::new(r"(?s)#\[derive\([^)]*\bToSchema\b[^)]*\)\]\s*(?:#\[[^\n]*\]\s*)*pub (?:struct|enum) (\w+)").unwrap();
    let mut seen = std::collections::BTreeMap::<String, String>::new();
    for source in rust("api/src") {
        for found in derived.captures_iter(&source.code()) {
            // Parameters are written out where they are asked for and have no name in the contract.
            let parameters = found[0].contains("IntoParams");
            if let Some(other) = (!parameters).then(|| seen.insert(found[1].to_owned(), source.path.clone())).flatten() {
                findings.add(format!("{} and {other} both have a {}", source.path, &found[1]));
            }
        }
    }
    findings.expect(seen.len() > 50, || format!("only {} types were found", seen.len()));
    findings.finish();
}
