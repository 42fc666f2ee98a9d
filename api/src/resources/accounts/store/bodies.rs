use crate::kernel::access::Scope;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::associations;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use diesel::prelude::*;
use std::collections::HashMap;

/// What an account needs to know of an association.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its names.
    pub name: Text,
    /// The wilaya it has its seat in.
    pub wilaya: String,
}

type Named = (AssociationId, String, Option<String>, Option<String>, String);

/// Names and wilayas of some associations.
pub fn associations(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<HashMap<AssociationId, Place>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Named> = associations::table
        .filter(associations::id.eq_any(ids))
        .select((associations::id, associations::name_ar, associations::name_fr, associations::name_en, associations::wilaya_code))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, ar, fr, en, wilaya)| (id, Place { name: Text { ar, fr, en }, wilaya })).collect())
}

/// Whether there is such an association among those a scope is in charge of.
pub fn association_in(conn: &mut AnyConnection, scope: &Scope, id: AssociationId) -> Result<bool> {
    let query = associations::table.find(id).filter(associations::merged_into.is_null()).into_boxed();
    let query = match scope {
        Scope::Public => return Ok(false),
        Scope::All => query,
        Scope::Wilayas(codes) => query.filter(associations::wilaya_code.eq_any(codes.clone())),
        Scope::Association(own) => query.filter(associations::id.eq(*own)),
    };
    Ok(query.count().get_result::<i64>(conn)? > 0)
}
