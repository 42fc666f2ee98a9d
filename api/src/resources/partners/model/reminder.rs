//! What people are reminded of in an agreement, and when.

use super::{AgreementInput, EntryId, ObligationState, RecordId, Side};
use chrono::{Days, NaiveDate};

crate::text_enum! {
    /// Why somebody is reminded.
    pub enum ReminderKind {
        /// An obligation falls due soon.
        Soon = "soon",
        /// The day of an obligation has passed.
        Overdue = "overdue",
        /// The agreement ends, or its renewal is to be decided, soon.
        Ending = "ending",
    }
}

/// Days before an obligation falls due.
const SOON: Days = Days::new(7);
/// Days before an agreement ends or its renewal is to be decided.
const ENDING: Days = Days::new(30);

/// Something to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The obligation, or the agreement itself.
    pub about: EntryId,
    /// Why.
    pub kind: ReminderKind,
    /// The day it falls on: due, end, or decision.
    pub falls_on: NaiveDate,
    /// What is owed, and by whom; nothing for the end of the agreement.
    pub owed: Option<(Side, String)>,
    /// The first day to say so.
    from: NaiveDate,
    /// The last day to say so.
    until: Option<NaiveDate>,
}

/// What an agreement is to be reminded of today, without what was `told`, and the next day there is something. A draft binds nobody.
pub fn reminders(
    agreement: &AgreementInput,
    id: RecordId,
    told: impl Fn(&Reminder) -> bool,
    today: NaiveDate,
) -> (Vec<Reminder>, Option<NaiveDate>) {
    if agreement.signed_on.is_none() {
        return (Vec::new(), None);
    }
    let mut all = Vec::new();
    for one in agreement.obligations.iter().filter(|one| one.state == ObligationState::Due) {
        let Some(about) = one.id else { continue };
        let owed = Some((one.side, one.text.clone()));
        let soon = one.due_on.checked_sub_days(SOON).unwrap_or(one.due_on);
        all.push(Reminder {
            about,
            kind: ReminderKind::Soon,
            falls_on: one.due_on,
            owed: owed.clone(),
            from: soon,
            until: Some(one.due_on),
        });
        if let Some(late) = one.due_on.succ_opt() {
            all.push(Reminder { about, kind: ReminderKind::Overdue, falls_on: one.due_on, owed, from: late, until: None });
        }
    }
    if let Some(day) = agreement.decide_by().or(agreement.ends_on) {
        let from = day.checked_sub_days(ENDING).unwrap_or(day);
        all.push(Reminder { about: EntryId(id.0), kind: ReminderKind::Ending, falls_on: day, owed: None, from, until: Some(day) });
    }
    all.retain(|one| one.until.is_none_or(|until| until >= today) && !told(one));
    let next = all.iter().map(|one| one.from).filter(|from| *from > today).min();
    all.retain(|one| one.from <= today);
    all.sort_by_key(|one| (one.falls_on, one.about));
    (all, next)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Renewal;
    use super::*;
    use serde_json::json;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn agreement() -> AgreementInput {
        let id = uuid::Uuid::from_u128(7);
        serde_json::from_value(json!({
            "title": "كراء القاعة", "parties": [{ "ar": "الجمعية" }, { "ar": "دار الثقافة" }], "signed_on": "2026-01-01",
            "starts_on": "2026-01-01", "ends_on": "2026-12-31", "renewal": "tacit", "notice_days": 60,
            "obligations": [{ "id": id, "side": "ours", "text": "دفع القسط", "due_on": "2026-06-15" }]
        }))
        .unwrap()
    }

    fn on(agreement: &AgreementInput, today: &str) -> (Vec<ReminderKind>, Option<NaiveDate>) {
        let (due, next) = reminders(agreement, RecordId(uuid::Uuid::nil()), |_| false, day(today));
        (due.into_iter().map(|one| one.kind).collect(), next)
    }

    #[test]
    fn an_obligation_is_spoken_of_a_week_ahead_and_once_its_day_has_passed() {
        let agreement = agreement();
        assert_eq!(on(&agreement, "2026-06-07"), (vec![], Some(day("2026-06-08"))));
        assert_eq!(on(&agreement, "2026-06-08"), (vec![ReminderKind::Soon], Some(day("2026-06-16"))));
        assert_eq!(on(&agreement, "2026-06-15").0, [ReminderKind::Soon]);
        assert_eq!(on(&agreement, "2026-06-16"), (vec![ReminderKind::Overdue], Some(day("2026-10-02"))));
    }

    #[test]
    fn an_ending_agreement_is_spoken_of_a_month_before_its_renewal_is_decided() {
        let mut agreement = agreement();
        agreement.obligations.clear();
        assert_eq!(on(&agreement, "2026-10-02"), (vec![ReminderKind::Ending], None));
        assert_eq!(on(&agreement, "2026-11-02"), (vec![], None));
        agreement.renewal = Renewal::None;
        assert_eq!(on(&agreement, "2026-11-02"), (vec![], Some(day("2026-12-01"))));
    }

    #[test]
    fn a_draft_and_what_is_settled_bind_nobody() {
        let draft = AgreementInput { signed_on: None, ..agreement() };
        assert_eq!(on(&draft, "2026-06-16"), (vec![], None));
        let mut settled = AgreementInput { ends_on: None, ..agreement() };
        settled.obligations[0].state = ObligationState::Met;
        assert_eq!(on(&settled, "2026-06-16"), (vec![], None));
    }

    #[test]
    fn what_was_told_is_not_told_again() {
        let (due, next) = reminders(&agreement(), RecordId(uuid::Uuid::nil()), |one| one.kind == ReminderKind::Soon, day("2026-06-08"));
        assert_eq!((due, next), (vec![], Some(day("2026-06-16"))));
    }
}
