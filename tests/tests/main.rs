//! Every test of the platform in one program: stories of resources, and sweeps over every operation of the contract.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

// Sweeps over every operation.
mod bad_input;
mod lists;
mod permissions;
mod problems;
mod scope;
mod statements;
mod versions;

// What must agree with what.
mod database;
mod generated;
mod tidy;

// Stories.
mod activities;
mod associations;
mod backup;
mod budgets;
mod canvases;
mod changes;
mod crafts;
mod freshness;
mod holidays;
mod imports;
mod institutions;
mod level_rules;
mod limits;
mod partners;
mod portfolios;
mod projects;
mod storage;
mod territory;
mod tokens;
mod webhooks;
