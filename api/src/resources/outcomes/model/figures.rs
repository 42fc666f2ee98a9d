//! Sums, medians and means of what was declared. Pure.

use super::{OutcomeDeclaration, OutcomeEvaluation};
use crate::kernel::money::Money;
use serde::Serialize;
use utoipa::ToSchema;

/// What some associations have declared, together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OutcomeFigures {
    /// Visitors of their stands.
    pub visitors: i64,
    /// What was sold.
    pub sales: Money,
    /// Orders taken.
    pub orders: i64,
    /// What they are worth.
    pub orders_value: Money,
    /// Contacts.
    pub contacts: i64,
    /// Median of the visitors of a stand; to tens for whoever does not read single declarations.
    pub median_visitors: i64,
    /// Median of what was sold; to thousands of dinars for whoever does not read single declarations.
    pub median_sales: Money,
}

/// How exhibitors judge an event, together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EvaluationFigures {
    /// How many have judged it.
    pub answered: usize,
    /// Mean of the organisation in thousandths, 1000 to 5000, half up.
    pub organisation: i64,
    /// Mean of the place.
    pub place: i64,
    /// Mean of the visitors.
    pub visitors: i64,
    /// Mean of the services.
    pub services: i64,
    /// How many would come again.
    pub would_come_again: usize,
}

/// Tens of visitors.
const TENS: i64 = 10;
/// Thousands of dinars.
const THOUSANDS: i64 = 100_000;

/// The middle value, the mean of the two in the middle rounded down where there are two.
fn median(mut values: Vec<i64>) -> i64 {
    values.sort_unstable();
    let middle = values.len() / 2;
    match values.get(middle) {
        None => 0,
        Some(upper) if values.len() % 2 == 1 => *upper,
        Some(upper) => (values[middle - 1] + upper) / 2,
    }
}

fn rounded(value: i64, unit: i64) -> i64 {
    (value + unit / 2) / unit * unit
}

/// Sums and medians; the median of an odd number is one association's own figure and is rounded for `others`.
pub fn sums(all: &[&OutcomeDeclaration], others: bool) -> OutcomeFigures {
    let sum = |of: fn(&OutcomeDeclaration) -> i64| all.iter().map(|one| of(one)).sum::<i64>();
    let visitors = median(all.iter().map(|one| i64::from(one.visitors)).collect());
    let sales = median(all.iter().map(|one| one.sales.amount).collect());
    OutcomeFigures {
        visitors: sum(|one| i64::from(one.visitors)),
        sales: Money::centimes(sum(|one| one.sales.amount)),
        orders: sum(|one| i64::from(one.orders)),
        orders_value: Money::centimes(sum(|one| one.orders_value.amount)),
        contacts: sum(|one| i64::from(one.contacts)),
        median_visitors: if others { rounded(visitors, TENS) } else { visitors },
        median_sales: Money::centimes(if others { rounded(sales, THOUSANDS) } else { sales }),
    }
}

/// Means of what exhibitors think; nothing where nobody has said.
pub fn means(all: &[&OutcomeEvaluation]) -> Option<EvaluationFigures> {
    let count = i64::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let mean = |of: fn(&OutcomeEvaluation) -> u32| {
        let sum: i64 = all.iter().map(|one| i64::from(of(one))).sum();
        (sum * 2000 + count) / (2 * count)
    };
    Some(EvaluationFigures {
        answered: all.len(),
        organisation: mean(|one| one.organisation),
        place: mean(|one| one.place),
        visitors: mean(|one| one.visitors),
        services: mean(|one| one.services),
        would_come_again: all.iter().filter(|one| one.would_come_again).count(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::OutcomeRound;
    use super::*;

    fn one(sales: i64) -> OutcomeDeclaration {
        OutcomeDeclaration {
            round: OutcomeRound::Close,
            visitors: 14,
            sales: Money::centimes(sales),
            orders: 1,
            orders_value: Money::centimes(5),
            contacts: 2,
            comment: None,
            evaluation: None,
        }
    }

    #[test]
    fn medians_are_exact_for_those_in_charge_and_rounded_for_others() {
        let all = [one(140_000), one(160_000), one(9_900_000)];
        let all: Vec<&OutcomeDeclaration> = all.iter().collect();
        let (exact, others) = (sums(&all, false), sums(&all, true));
        assert_eq!((exact.sales.amount, exact.median_sales.amount, exact.median_visitors), (10_200_000, 160_000, 14));
        assert_eq!((others.sales.amount, others.median_sales.amount, others.median_visitors), (10_200_000, 200_000, 10));
        assert_eq!(sums(&all[..2], false).median_sales.amount, 150_000);
        assert_eq!(sums(&[], false).median_sales.amount, 0);
    }

    #[test]
    fn means_are_rounded_half_up() {
        let of = |organisation| OutcomeEvaluation {
            organisation,
            place: 1,
            visitors: 2,
            services: 3,
            would_come_again: organisation > 2,
            remark: None,
        };
        let all = [of(4), of(5), of(2)];
        let means = means(&all.iter().collect::<Vec<_>>());
        assert_eq!(means.map(|means| (means.answered, means.organisation, means.place, means.would_come_again)), Some((3, 3667, 1000, 2)));
    }
}
