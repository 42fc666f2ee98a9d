//! The institutions of an empty database: ministry, agency, national chamber, and one chamber for each wilaya.

use super::model::InstitutionKind;
use super::ops;
use super::store;
use super::wire::InstitutionInput;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::wilayas;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::{IdSource, InstitutionId};
use crate::kernel::language::{Text, elides};
use diesel::prelude::*;

fn named(kind: InstitutionKind, ar: &str, fr: &str, en: &str, acronym: Option<&str>) -> InstitutionInput {
    InstitutionInput {
        kind,
        name: Text { ar: ar.to_owned(), fr: Some(fr.to_owned()), en: Some(en.to_owned()) },
        acronym: acronym.map(str::to_owned),
        email: None,
        phone: None,
        website: None,
        address: None,
    }
}

/// Makes the institutions when there are none.
///
/// # Errors
/// When the database does not answer.
pub fn load(conn: &mut AnyConnection, ids: &IdSource, now: Instant) -> Result<()> {
    if !store::none_yet(conn)? {
        return Ok(());
    }
    let national = [
        named(
            InstitutionKind::Ministry,
            "وزارة السياحة والصناعة التقليدية",
            "Ministère du Tourisme et de l'Artisanat",
            "Ministry of Tourism and Traditional Crafts",
            None,
        ),
        named(
            InstitutionKind::Agency,
            "الوكالة الوطنية للصناعة التقليدية",
            "Agence nationale de l’artisanat traditionnel",
            "National Agency for Traditional Crafts",
            Some("ANART"),
        ),
        named(
            InstitutionKind::NationalChamber,
            "الغرفة الوطنية للصناعة التقليدية والحرف",
            "Chambre nationale de l’artisanat et des métiers",
            "National Chamber of Crafts and Trades",
            Some("CNAM"),
        ),
    ];
    for input in national {
        store::insert(conn, &ops::row(InstitutionId(ids.next()), input, 1, now, now))?;
    }
    let all: Vec<(String, String, String, String)> =
        wilayas::table.select((wilayas::code, wilayas::name_ar, wilayas::name_fr, wilayas::name_en)).order(wilayas::code).load(conn)?;
    for (code, ar, fr, en) in all {
        let id = InstitutionId(ids.next());
        let input = named(
            InstitutionKind::Chamber,
            &format!("غرفة الصناعة التقليدية والحرف لولاية {ar}"),
            &format!("Chambre de l’artisanat et des métiers {}", of_place(&fr)),
            &format!("Chamber of Crafts and Trades of {en}"),
            Some("CAM"),
        );
        store::insert(conn, &ops::row(id, input, 1, now, now))?;
        store::set_coverage(conn, id, InstitutionKind::Chamber, &[code])?;
    }
    Ok(())
}

/// « de » before the French name of a place.
fn of_place(name: &str) -> String {
    if elides(name) { format!("d’{name}") } else { format!("de {name}") }
}

#[cfg(test)]
mod tests {
    use super::of_place;

    #[test]
    fn a_vowel_elides_the_one_before_it() {
        assert_eq!(["Alger", "Béjaïa", "El Oued"].map(of_place), ["d’Alger", "de Béjaïa", "d’El Oued"]);
    }
}
