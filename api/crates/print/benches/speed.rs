//! How fast certificates are made, in one run: prints each measure beside its target.
//!
//! `cargo bench -p print --bench speed`. With `-- --values` the measures are printed once more as `name=value`, in seconds and bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use print::certificate::{Certificate, Days, Text, each};
use print::{Template, render};

const FIRST_NAMES: [&str; 8] = ["نادية", "فاطمة الزهراء", "عبد القادر", "يمينة", "محمد الأمين", "خديجة", "إبراهيم", "تسعديت"];
const LAST_NAMES: [&str; 7] = ["بن يوسف", "حداد", "بوعمامة", "آيت وعلي", "بلقاسم", "زروقي", "ولد الشيخ"];

/// A drawing as heavy as a QR code of a short address.
fn drawing(seed: usize) -> String {
    let mut path = String::new();
    let mut state = seed as u64 + 1;
    for cell in 0..29 * 29 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if state >> 63 == 1 {
            write!(path, "M{} {}h1v1h-1z", cell % 29, cell / 29).unwrap();
        }
    }
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="{path}"/></svg>"#)
}

/// One of many, no two alike.
fn certificate(place: usize) -> Certificate {
    let day = |day| NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
    let subjects = [
        ("نموذج العمل الجماعي", "Modèle d’affaires collectif"),
        ("القيمة المقدمة", "Proposition de valeur"),
        ("النموذج الشبكي", "Réseau d’activités"),
        ("الميزانية والقيمة المكتسبة", "Budget et valeur acquise"),
        ("اختيار المشاريع", "Choix des investissements"),
        ("الشركاء الاستراتيجيون والتفاوض", "Partenaires stratégiques et négociation"),
    ];
    Certificate {
        issuer: vec![
            Text::both("الجمهورية الجزائرية الديمقراطية الشعبية", "République algérienne démocratique et populaire"),
            Text::both("وزارة السياحة والصناعة التقليدية", "Ministère du Tourisme et de l’Artisanat"),
            Text::both("غرفة الصناعة التقليدية والحرف لولاية غرداية", "Chambre de l’artisanat et des métiers de Ghardaïa"),
        ],
        participant: format!("{} {}", FIRST_NAMES[place % 8], LAST_NAMES[place % 7]),
        participant_latin: Some(format!("Nadia Benyoucef {place}")),
        office: Some(Text::both("رئيسة", "présidente")),
        association: Text::both(format!("جمعية أنامل الذهب للزربية رقم {place}"), format!("association Doigts d’or du tapis n° {place}")),
        wilaya: Text::both("غرداية", "Ghardaïa"),
        course: Text::both("تصميم المشاريع الجمعوية وتسييرها", "Concevoir et conduire un projet associatif"),
        cohort: Some(Text::both("الفوج الثاني", "deuxième cohorte")),
        hours: 30.0,
        days: Days { first: day(1), last: day(5) },
        place: Some(Text::both("دار الصناعة التقليدية", "Maison de l’artisanat")),
        grade: Some(Text::both("جيد جدا", "très bien")),
        subjects: subjects.map(|(ar, fr)| Text::both(ar, fr)).into(),
        issued_on: day(12),
        signatory: Text::both("مدير الغرفة", "Le directeur de la chambre"),
        number: format!("2026/{place:04}"),
        code: Some(format!("7GK2M-{place:05}")),
        qr: drawing(place),
        address: format!("https://example.dz/verify/7GK2M-{place:05}"),
    }
}

/// A figure of the memory of this process in bytes, where the system tells it.
fn memory(name: &str) -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) * 1024
}

fn mib(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

/// The processor time of this process until now, where the system tells it in its usual hundredths of a second.
fn processor() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = told.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after_name.split_whitespace().skip(11).take(2).filter_map(|figure| figure.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn main() {
    let (first, _) = timed(|| each([certificate(0)]).map(|file| file.unwrap().len()).sum::<usize>());
    println!("the first certificate    {:>9.2} ms", 1e3 * first.as_secs_f64());

    let alone = |place| {
        let certificate = certificate(place);
        render(Template::Certificate, &certificate.frame(), &certificate).unwrap().len()
    };
    let (one, _) = timed(|| (0..50).map(alone).sum::<usize>());
    println!("one alone                {:>9.2} ms", 1e3 * one.as_secs_f64() / 50.0);

    let mut held = Vec::new();
    let before = processor();
    let (series, bytes) = timed(|| {
        let files = each((0..1_000).map(certificate)).enumerate();
        files
            .map(|(place, file)| {
                if place % 250 == 249 {
                    held.push(memory("VmRSS"));
                }
                file.unwrap().len()
            })
            .sum::<usize>()
    });
    println!("1,000 in a series        {:>9.2} s    {} bytes each", series.as_secs_f64(), bytes / 1_000);
    println!("  of a processor         {:>9.2} s", (processor() - before).as_secs_f64());
    println!("           (target: at most 20 s)");
    let held: Vec<String> = held.into_iter().map(|bytes| format!("{:.0}", mib(bytes))).collect();
    println!("  memory after 250, 500, 750 and 1,000: {} MiB", held.join(", "));

    let half = |from: usize| move || each((from..from + 500).map(certificate)).map(|file| file.unwrap().len()).sum::<usize>();
    let (two, _) = timed(|| [0, 500].map(|from| std::thread::spawn(half(from))).map(|thread| thread.join().unwrap()));
    println!("1,000 in two threads     {:>9.2} s", two.as_secs_f64());
    let peak = memory("VmHWM");
    println!("memory at most           {:>9.0} MiB", mib(peak));
    println!("           (target: at most 300 MiB)");

    if std::env::args().any(|argument| argument == "--values") {
        println!("certificate={}\ncertificates={}\nmemory={peak}", one.as_secs_f64() / 50.0, series.as_secs_f64());
    }
}
