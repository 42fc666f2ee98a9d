use super::may;
use super::ops::{self, ATTENDANCE};
use super::wire::{
    ArrivalInput, AttendanceBatch, AttendanceReceipt, CourseSession, CourseSessionId, CourseSessionInput, CourseSessionList,
    ParticipantAttendance, SessionAttendance, SessionCancellation, SessionClashList, SessionCode, SheetQuery, TimetableInput,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::events::{CALENDAR, LanguageQuery};
use ::print::Template;
use actix_web::{HttpResponse, get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_cohort_sessions)
        .service(get_cohort_session)
        .service(get_cohort_calendar)
        .service(add_cohort_session)
        .service(plan_timetable)
        .service(update_cohort_session)
        .service(cancel_cohort_session)
        .service(list_session_clashes)
        .service(list_attendance)
        .service(get_enrolment_attendance)
        .service(get_attendance_sheet)
        .service(note_attendance)
        .service(get_session_code)
        .service(arrive_at_session);
}

fn shown(session: &CourseSession) -> Result<Answer> {
    Ok(Answer::ok(session)?.version(ops::view::tag(session)))
}

/// The timetable of a cohort, as its sessions follow each other.
#[utoipa::path(operation_id = "list_cohort_sessions", tag = "attendance", params(("id" = CohortId, Path), Unfiltered), responses((status = 200, body = Page<CourseSession>)))]
#[get("/api/v1/cohorts/{id}/sessions")]
async fn list_cohort_sessions(public: Public<may::ListCohortSessions>, id: Id<CohortId>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&public.read(move |tx| ops::view::list(tx, id.0, &list)).await?)
}

/// One session of a cohort.
#[utoipa::path(operation_id = "get_cohort_session", tag = "attendance", params(("id" = CourseSessionId, Path)), responses((status = 200, body = CourseSession)))]
#[get("/api/v1/cohort-sessions/{id}")]
async fn get_cohort_session(public: Public<may::GetCohortSession>, id: Id<CourseSessionId>) -> Result<Answer> {
    shown(&public.read(move |tx| ops::view::get(tx, id.0)).await?)
}

/// The timetable of a cohort as an iCalendar feed, sessions that were called off too: an address to subscribe to.
#[utoipa::path(operation_id = "get_cohort_calendar", tag = "attendance", params(("id" = CohortId, Path), LanguageQuery),
    responses((status = 200, content_type = "text/calendar", body = String)))]
#[get("/api/v1/cohorts/{id}/calendar")]
async fn get_cohort_calendar(public: Public<may::GetCohortCalendar>, id: Id<CohortId>, query: Query<LanguageQuery>) -> Result<Answer> {
    let text = public.read(move |tx| ops::calendar::get(tx, id.0, query.0.language)).await?;
    Ok(Answer::text(CALENDAR, text).version_of_content())
}

/// Adds a session to a cohort.
#[utoipa::path(operation_id = "add_cohort_session", tag = "attendance", params(("id" = CohortId, Path)), request_body = CourseSessionInput, responses((status = 201, body = CourseSession)))]
#[post("/api/v1/cohorts/{id}/sessions")]
async fn add_cohort_session(caller: Allowed<may::AddCohortSession>, id: Id<CohortId>, body: Body<CourseSessionInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let session = ops::rows::add(tx, id.0, &body.value)?;
            Ok(Answer::created(format!("/api/v1/cohort-sessions/{}", session.id), &session)?.version(ops::view::tag(&session)))
        })
        .await
}

/// Lays the modules of the course over the working days of a cohort that has no sessions yet: one after another, without weekends and holidays.
#[utoipa::path(operation_id = "plan_timetable", tag = "attendance", params(("id" = CohortId, Path)), request_body = TimetableInput, responses((status = 200, body = CourseSessionList)))]
#[post("/api/v1/cohorts/{id}/timetable")]
async fn plan_timetable(caller: Allowed<may::PlanTimetable>, id: Id<CohortId>, body: Body<TimetableInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&CourseSessionList { items: ops::plan::plan(tx, id.0, &body.value)? })).await
}

/// Changes a session; once attendance is noted its time stays. Participants are written to when a session to come is moved.
#[utoipa::path(operation_id = "update_cohort_session", tag = "attendance", params(("id" = CourseSessionId, Path)),
    request_body(content = CourseSessionInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = CourseSession)))]
#[patch("/api/v1/cohort-sessions/{id}")]
async fn update_cohort_session(
    caller: Allowed<may::UpdateCohortSession>,
    id: Id<CourseSessionId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?)
}

/// Calls a session off: it counts for nobody, whatever was noted; participants are written to.
#[utoipa::path(operation_id = "cancel_cohort_session", tag = "attendance", params(("id" = CourseSessionId, Path)), request_body = SessionCancellation, responses((status = 200, body = CourseSession)))]
#[post("/api/v1/cohort-sessions/{id}/cancellation")]
async fn cancel_cohort_session(
    caller: Allowed<may::CancelCohortSession>,
    id: Id<CourseSessionId>,
    body: Body<SessionCancellation>,
) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::rows::cancel(tx, id.0, &body.value.reason)?)).await
}

/// Sessions that are at the same time as one of the cohort, with the same trainer or in the same room.
#[utoipa::path(operation_id = "list_session_clashes", tag = "attendance", params(("id" = CohortId, Path)), responses((status = 200, body = SessionClashList)))]
#[get("/api/v1/cohorts/{id}/clashes")]
async fn list_session_clashes(caller: Allowed<may::ListSessionClashes>, id: Id<CohortId>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::clashes::list(tx, id.0)).await?)
}

/// Where the participants of a cohort stand: everybody for those who run it, those of its own for a chamber or an association.
#[utoipa::path(operation_id = "list_attendance", tag = "attendance", params(("id" = CohortId, Path), Unfiltered), responses((status = 200, body = Page<ParticipantAttendance>)))]
#[get("/api/v1/cohorts/{id}/attendance")]
async fn list_attendance(caller: Allowed<may::ListAttendance>, id: Id<CohortId>, list: List<Unfiltered>) -> Result<Answer> {
    let page = caller.read(move |tx| ops::register::list(tx, id.0, &list)).await?;
    let seen: Vec<String> = page.items.iter().map(|one| one.enrolment_id.to_string()).collect();
    caller.note_list(ATTENDANCE, &seen)?;
    Answer::page(&page)
}

/// Where one participant stands.
#[utoipa::path(operation_id = "get_enrolment_attendance", tag = "attendance", params(("id" = EnrolmentId, Path)), responses((status = 200, body = ParticipantAttendance)))]
#[get("/api/v1/enrolments/{id}/attendance")]
async fn get_enrolment_attendance(caller: Allowed<may::GetEnrolmentAttendance>, id: Id<EnrolmentId>) -> Result<Answer> {
    let attendance = caller.read(move |tx| ops::register::of_enrolment(tx, id.0)).await?;
    caller.note_reading((ATTENDANCE, id.0.to_string()));
    Ok(Answer::ok(&attendance)?.version_of_content())
}

/// The sheet that participants sign on a day, with a column for each session.
#[utoipa::path(operation_id = "get_attendance_sheet", tag = "attendance", params(("id" = CohortId, Path), SheetQuery), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/cohorts/{id}/attendance/sheet")]
async fn get_attendance_sheet(
    caller: Allowed<may::GetAttendanceSheet>,
    id: Id<CohortId>,
    query: Query<SheetQuery>,
) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let sheet = caller.read(move |tx| ops::sheet::gather(tx, id.0, query.0.day)).await?;
    caller.note_reading((ATTENDANCE, id.0.to_string()));
    pdf::answer(&caller.kernel(), "attendance", Template::Report, move || Ok(ops::sheet::compose(&sheet, language))).await
}

/// Records who attended, as a device has noted it, also later and more than once: each entry counts once, of several the latest. The clock of the device is set right.
#[utoipa::path(operation_id = "note_attendance", tag = "attendance", params(("id" = CohortId, Path)), request_body = AttendanceBatch, responses((status = 200, body = AttendanceReceipt)))]
#[post("/api/v1/cohorts/{id}/attendance")]
async fn note_attendance(caller: Allowed<may::NoteAttendance>, id: Id<CohortId>, body: Body<AttendanceBatch>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&ops::record::record(tx, id.0, &body.value)?)).await
}

/// The code of a session, which changes every half minute, for those who show it in the room.
#[utoipa::path(operation_id = "get_session_code", tag = "attendance", params(("id" = CourseSessionId, Path)), responses((status = 200, body = SessionCode)))]
#[get("/api/v1/cohort-sessions/{id}/code")]
async fn get_session_code(caller: Allowed<may::GetSessionCode>, id: Id<CourseSessionId>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::code::show(tx, id.0)).await?)
}

/// Notes with the code of the session that a participant is there: late after ten minutes. What is noted already stays.
#[utoipa::path(operation_id = "arrive_at_session", tag = "attendance", params(("id" = CourseSessionId, Path)), request_body = ArrivalInput, responses((status = 200, body = SessionAttendance)))]
#[post("/api/v1/cohort-sessions/{id}/arrivals")]
async fn arrive_at_session(caller: Allowed<may::ArriveAtSession>, id: Id<CourseSessionId>, body: Body<ArrivalInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&ops::code::arrive(tx, id.0, &body.value)?)).await
}
