use super::wire::{AuditEntry, AuditQuery};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::routes::Routes;
use actix_web::get;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_audit_entries);
}

/// Who did what to which row, newest first.
#[utoipa::path(operation_id = "list_audit_entries", tag = "audit", params(AuditQuery), responses((status = 200, body = Page<AuditEntry>)))]
#[get("/api/v1/audit-entries")]
async fn list_audit_entries(caller: Allowed<may::ListAuditEntries>, list: List<AuditQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}
