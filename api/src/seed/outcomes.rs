//! What exhibitors of events that are over have declared: most at the close, half of them again after three months.

use super::file::{self, TODAY, at, days};
use super::names;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::resources::calls::ApplicationId;
use crate::resources::events::{self, Id as EventId};
use crate::resources::outcomes::material::{OutcomeChannel, OutcomeEvaluation, OutcomeRound, Row, note_request, put_many};
use chrono::{Datelike, NaiveDate};

const COMMENTS: [&str; 4] =
    ["إقبال جيد في نهاية الأسبوع.", "بعنا كل ما جلبناه من القطع الصغيرة.", "تلقينا طلبيات من محلات بالعاصمة.", "قل الزوار في الأيام الأولى."];
const REMARKS: [&str; 3] = ["نتمنى تمديد ساعات الفتح.", "التنظيم محكم والاستقبال حسن.", "الإنارة ضعيفة في طرف القاعة."];

/// Writes what the exhibitors of an event have declared until today.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>, id: EventId, number: usize, exhibitors: &[ApplicationId]) -> Result<()> {
    let event = events::read(tx, id)?;
    for (round, months, share) in [(OutcomeRound::Close, 0, 7), (OutcomeRound::AfterThreeMonths, 3, 2)] {
        let Some(opens) = event.ends_on.checked_add_months(chrono::Months::new(months)).filter(|opens| days(*opens, 30) < TODAY) else {
            continue;
        };
        let declared = exhibitors.iter().enumerate().filter(|(place, _)| place % share != share - 1);
        let rows: Vec<Row> =
            declared.map(|(place, application)| row((id, *application), round, opens, number * 1000 + place)).collect::<Result<_>>()?;
        if !rows.is_empty() {
            note_request(tx.conn, id, round, at(days(opens, 1), 0))?;
            put_many(tx.conn, rows)?;
        }
    }
    Ok(())
}

fn row((event_id, application_id): (EventId, ApplicationId), round: OutcomeRound, opens: NaiveDate, number: usize) -> Result<Row> {
    let rng = &mut file::rng(number as u64 * 10 + u64::from(opens.month()) + 400_000);
    let orders = rng.i32(0..=9);
    let judged = round == OutcomeRound::Close && rng.u32(..8) > 0;
    let evaluation = OutcomeEvaluation {
        organisation: rng.u32(2..=5),
        place: rng.u32(3..=5),
        visitors: rng.u32(2..=5),
        services: rng.u32(1..=4),
        would_come_again: rng.u32(..6) > 0,
        remark: (rng.u32(..3) == 0).then(|| (*names::one(rng, &REMARKS)).to_owned()),
    };
    Ok(Row {
        application_id,
        round,
        event_id,
        visitors: rng.i32(4..=60) * 10,
        sales: i64::from(rng.i32(15..=320)) * 100_000,
        orders,
        orders_value: i64::from(orders) * i64::from(rng.i32(5..=30)) * 100_000,
        contacts: rng.i32(0..=25),
        comment: (rng.u32(..3) == 0).then(|| (*names::one(rng, &COMMENTS)).to_owned()),
        evaluation: judged.then(|| Json::of(&evaluation)).transpose()?,
        declared_at: at(days(opens, 2 + (number % 20) as i64), 60 + (number % 300) as i64),
        declared_through: if number.is_multiple_of(3) { OutcomeChannel::Session } else { OutcomeChannel::Link },
        person_id: None,
        key_id: None,
        version: 1,
    })
}
