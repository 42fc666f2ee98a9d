//! The figures of earned value in the order people read them, each with its words and why it is not known.

use super::words::{self, figure};
use crate::kernel::language::{Language, Phrase};
use planning::amount::Amount;
use planning::calculations::EarnedValueFigures;
use planning::figures::Unknown;

/// How much something is; what cannot be known is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// Centimes.
    Money(Option<i64>),
    /// A ratio.
    Ratio(Option<f64>),
    /// Working days.
    Days(Option<f64>),
}

impl Quantity {
    /// Money of the engine, to the centime.
    pub fn money(amount: Option<Amount>) -> Self {
        match amount {
            Some(Amount::Fraction(centimes)) => Self::estimate(Some(centimes)),
            Some(Amount::Whole(centimes)) => Self::Money(Some(centimes)),
            None => Self::Money(None),
        }
    }

    /// A forecast in centimes, to the centime.
    pub fn estimate(centimes: Option<f64>) -> Self {
        Self::Money(centimes.map(|centimes| centimes.round() as i64))
    }

    fn known(self) -> bool {
        !matches!(self, Self::Money(None) | Self::Ratio(None) | Self::Days(None))
    }
}

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Its name.
    pub words: Phrase,
    /// What it is.
    pub value: Quantity,
    /// Why it is not known.
    pub why: Option<Phrase>,
}

/// The figures in the order people read them.
pub fn listed(figures: &EarnedValueFigures) -> Vec<Figure> {
    let (cost, time) = (&figures.cost, &figures.time);
    let all = [
        (figure::BAC, "bac", Quantity::money(cost.bac)),
        (figure::PV, "pv", Quantity::money(cost.pv)),
        (figure::EV, "ev", Quantity::money(cost.ev)),
        (figure::AC, "ac", Quantity::money(cost.ac)),
        (figure::CV, "cv", Quantity::money(cost.cv)),
        (figure::SV, "sv", Quantity::money(cost.sv)),
        (figure::CPI, "cpi", Quantity::Ratio(cost.cpi)),
        (figure::SPI, "spi", Quantity::Ratio(cost.spi)),
        (figure::EAC_BUDGET, "eac_budget_rate", Quantity::estimate(cost.eac_budget_rate)),
        (figure::EAC_CPI, "eac_cpi", Quantity::estimate(cost.eac_cpi)),
        (figure::EAC_CPI_SPI, "eac_cpi_spi", Quantity::estimate(cost.eac_cpi_spi)),
        (figure::ETC, "etc_cpi", Quantity::estimate(cost.etc_cpi)),
        (figure::VAC, "vac_cpi", Quantity::estimate(cost.vac_cpi)),
        (figure::TCPI_BAC, "tcpi_bac", Quantity::Ratio(cost.tcpi_bac)),
        (figure::TCPI_EAC, "tcpi_eac", Quantity::Ratio(cost.tcpi_eac)),
        (figure::AT, "at", Quantity::Days(time.at)),
        (figure::PD, "pd", Quantity::Days(time.pd)),
        (figure::ES, "es", Quantity::Days(time.es)),
        (figure::SV_T, "sv_t", Quantity::Days(time.sv_t)),
        (figure::SPI_T, "spi_t", Quantity::Ratio(time.spi_t)),
        (figure::IEAC_T, "ieac_t", Quantity::Days(time.ieac_t)),
    ];
    let figure = |(words, name, value): (Phrase, &str, Quantity)| {
        let why = why(&cost.unknown, name).or_else(|| why(&time.unknown, name));
        Figure { words, value, why: why.filter(|_| !value.known()) }
    };
    all.map(figure).into()
}

/// Why a figure is not known, in words.
pub fn why(unknown: &[Unknown], name: &str) -> Option<Phrase> {
    unknown.iter().find(|one| one.figure == name).map(|one| words::reason(one.reason))
}

/// The reasons of several figures, each once.
pub fn whys(figures: &EarnedValueFigures, shown: &[&str], language: Language) -> String {
    let mut all: Vec<&str> = Vec::new();
    for one in figures.cost.unknown.iter().filter(|one| shown.contains(&one.figure)) {
        let words = words::reason(one.reason).in_language(language);
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all.join("; ")
}
