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
mod accounts;
mod activities;
mod assignments;
mod associations;
mod attendance;
mod audit;
mod backup;
mod bad_days;
mod budgets;
mod calculations;
mod calls;
mod canvases;
mod certificates;
mod changes;
mod check_ins;
mod cohorts;
mod counts;
mod courses;
mod coverage;
mod crafts;
mod documents;
mod evaluations;
mod event_files;
mod event_plans;
mod event_stands;
mod events;
mod exams;
mod freshness;
mod gradebook;
mod holidays;
mod imports;
mod institutions;
mod jobs;
mod keys;
mod level_rules;
mod limits;
mod network_files;
mod outcomes;
mod participation;
mod partners;
mod people;
mod portfolios;
mod projects;
mod questions;
mod reports;
mod reviews;
mod selections;
mod storage;
mod territory;
mod tokens;
mod trainers;
mod training_tasks;
mod walks;
mod webhooks;
mod workbooks;
