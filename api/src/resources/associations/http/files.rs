use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::export::{Format, Wanted, stream};
use crate::kernel::http::fields::Fields;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Language;
use crate::resources::associations::wire::{
    AsOf, Association, AssociationInput, AssociationQuery, AssociationSummary, CountQuery, Registration, RegistrationInput, WilayaCounts,
};
use crate::resources::associations::{may, ops};
use actix_web::{HttpRequest, HttpResponse, Responder, get, patch, post};
use std::rc::Rc;
use std::sync::Arc;

/// The register: verified associations for everybody, every state for those in charge. With another `Accept`, a file of all that match.
#[utoipa::path(operation_id = "list_associations", tag = "associations", params(AssociationQuery),
    responses((status = 200, content((Page<AssociationSummary> = "application/json"), (String = "text/csv"), (String = "application/x-ndjson"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/associations")]
pub async fn list_associations(
    public: Public<may::ListAssociations>,
    request: HttpRequest,
    wanted: Wanted,
    list: List<AssociationQuery>,
) -> Result<HttpResponse> {
    let fields = Fields::of::<AssociationSummary>(list.query.fields.as_deref())?;
    match wanted {
        Wanted::Json => {
            let page = public.read(move |tx| ops::list::list(tx, &list)).await?;
            let answer = match fields {
                None => Answer::page(&page)?,
                Some(fields) => Answer::page(&fields.of_page(page)?)?,
            };
            Ok(answer.shared().respond_to(&request))
        }
        Wanted::File(_) if fields.is_some() => Err(Fields::not_in_a_file()),
        Wanted::File(format) => file(public, list.query, format).await,
    }
}

/// How many associations in each wilaya, with the same filters: the figures of the map.
#[utoipa::path(operation_id = "count_associations", tag = "associations", params(CountQuery), responses((status = 200, body = WilayaCounts)))]
#[get("/api/v1/associations/counts")]
pub async fn count_associations(public: Public<may::CountAssociations>, query: Query<CountQuery>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| ops::list::by_wilaya(tx, &query.0.filter())).await?)?.shared())
}

/// One association; with `as_of`, as it was at the end of a day.
#[utoipa::path(operation_id = "get_association", tag = "associations", params(("id" = AssociationId, Path), AsOf), responses((status = 200, body = Association)))]
#[get("/api/v1/associations/{id}")]
pub async fn get_association(public: Public<may::GetAssociation>, id: Id<AssociationId>, query: Query<AsOf>) -> Result<Answer> {
    let association = public.read(move |tx| ops::files::get(tx, id.0, query.0.as_of)).await?;
    if association.in_charge {
        public.note_reading((ops::files::SUBJECT, id.0.to_string()));
    }
    Ok(Answer::ok(&association)?.version(ops::view::tag(&association)?).shared())
}

/// Starts a file as a draft, inside the wilayas the caller is in charge of.
#[utoipa::path(operation_id = "create_association", tag = "associations", request_body = AssociationInput, responses((status = 201, body = Association)))]
#[post("/api/v1/associations")]
pub async fn create_association(caller: Allowed<may::CreateAssociation>, body: Body<AssociationInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let association = ops::files::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/associations/{}", association.id), &association)?.version(ops::view::tag(&association)?))
        })
        .await
}

/// Hands in an association and asks for an account with it; the link to the account goes to the applicant's e-mail.
#[utoipa::path(operation_id = "register_association", tag = "associations", request_body = RegistrationInput, responses((status = 201, body = Registration)))]
#[post("/api/v1/registrations")]
pub async fn register_association(public: Public<may::RegisterAssociation>, body: Body<RegistrationInput>) -> Result<Answer> {
    public
        .write_once(body.once, move |tx| {
            let registration = ops::files::register(tx, body.value)?;
            Answer::created(format!("/api/v1/associations/{}", registration.id), &registration)
        })
        .await
}

/// Changes a file: an association while it is being written, those in charge at any time. A verified file's association proposes
/// changes instead.
#[utoipa::path(operation_id = "update_association", tag = "associations", params(("id" = AssociationId, Path)),
    request_body(content = AssociationInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Association)))]
#[patch("/api/v1/associations/{id}")]
pub async fn update_association(
    caller: Allowed<may::UpdateAssociation>,
    id: Id<AssociationId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let association = caller.write(move |tx| ops::files::update(tx, id.0, expected, &patch)).await?;
    Ok(Answer::ok(&association)?.version(ops::view::tag(&association)?))
}

/// Streams everything that matches, in the order asked for.
async fn file(public: Public<may::ListAssociations>, query: AssociationQuery, format: Format) -> Result<HttpResponse> {
    let kernel = public.kernel().get_ref().clone();
    let right_to_left = public.origin().language == Language::Arabic;
    let (public, query) = (Rc::new(public), Arc::new(query));
    let next = move |after| {
        let (public, query) = (public.clone(), query.clone());
        async move { public.read(move |tx| ops::export::chunk(tx, &query, after)).await }
    };
    stream(kernel, format, "associations", ops::export::COLUMNS, right_to_left, next, ops::export::row).await
}
