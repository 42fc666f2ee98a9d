//! Cash flows of a project, and how a choice among projects ended. Pure.

use crate::kernel::language::Text;
use crate::kernel::money::Money;
use chrono::{NaiveDate, TimeDelta};
use planning::amount::Amount;
use planning::calculations::CashFlowRequest;
use planning::cash_flow::{DatedFlow, FlowComponent};
use planning::selection::Status;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A kept choice of projects.
    KeptPortfolioId);

crate::text_enum! {
    /// How a choice ended.
    pub enum SelectionStatus {
        /// No choice is better.
        Optimal = "optimal",
        /// A choice that meets every condition, perhaps not the best.
        NotProven = "not_proven",
        /// No choice meets every condition.
        Infeasible = "infeasible",
        /// The search reached its limit without any choice that meets every condition.
        Unknown = "unknown",
    }
}

impl From<Status> for SelectionStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Optimal => Self::Optimal,
            Status::NotProven => Self::NotProven,
            Status::Infeasible => Self::Infeasible,
            Status::Unknown => Self::Unknown,
        }
    }
}

/// Most choices a body keeps.
pub const MOST_KEPT: i64 = 500;

/// A part of the flows, such as sales or wages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CashFlowComponent {
    /// What it is.
    pub label: Text,
    /// Its amounts by period, the first today; negative when paid out.
    #[schema(min_items = 1, max_items = 240)]
    pub flows: Vec<Money>,
}

/// An amount on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedCashFlow {
    /// When.
    pub date: NaiveDate,
    /// How much; negative when paid out.
    pub amount: Money,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// What can be written of the cash flows of a project: by period, by date, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CashFlowsInput {
    /// Discount rate as a fraction: per period, and per year for flows by date.
    #[schema(exclusive_minimum = -1.0, maximum = 10.0, examples(0.08))]
    pub rate: f64,
    /// Rate paid on outflows, for the modified internal rate of return; `rate` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(exclusive_minimum = -1.0, maximum = 10.0)]
    pub finance_rate: Option<f64>,
    /// Rate earned on inflows; `rate` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(exclusive_minimum = -1.0, maximum = 10.0)]
    pub reinvest_rate: Option<f64>,
    /// The flows by period, by part.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub components: Vec<CashFlowComponent>,
    /// The flows by date; the first one is the date they are discounted to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 240)]
    pub dated_flows: Vec<DatedCashFlow>,
}

impl CashFlowsInput {
    /// The request to judge the flows, at another rate when one is given.
    pub fn request(&self, rate: Option<f64>) -> CashFlowRequest {
        let component = |(place, part): (usize, &CashFlowComponent)| FlowComponent {
            // Names may repeat; places do not.
            id: format!("{} {}", place + 1, part.label.ar),
            flows: part.flows.iter().map(|money| Amount::Whole(money.amount)).collect(),
        };
        CashFlowRequest {
            components: self.components.iter().enumerate().map(component).collect(),
            dated_flows: self
                .dated_flows
                .iter()
                .map(|one| DatedFlow { date: one.date, amount: Amount::Whole(one.amount.amount) })
                .collect(),
            rate: Some(rate.unwrap_or(self.rate)),
            finance_rate: self.finance_rate,
            reinvest_rate: self.reinvest_rate,
            ..CashFlowRequest::default()
        }
    }

    /// The flows of a project that begins so much later; a date beyond the calendar stays.
    #[must_use]
    pub fn moved(mut self, by: TimeDelta) -> Self {
        for flow in &mut self.dated_flows {
            flow.date = flow.date.checked_add_signed(by).unwrap_or(flow.date);
        }
        self
    }

    /// The sum of the parts in a period, in centimes; none when it is beyond counting.
    pub fn in_period(&self, period: usize) -> Option<i64> {
        let amounts = self.components.iter().filter_map(|part| part.flows.get(period));
        amounts.map(|money| money.amount).try_fold(0_i64, i64::checked_add)
    }

    /// What has to be found in each of some periods: what is paid out beyond what comes in.
    pub fn outlays(&self, periods: usize) -> Vec<i64> {
        (0..periods).map(|period| self.in_period(period).unwrap_or(0).min(0).saturating_neg()).collect()
    }
}
