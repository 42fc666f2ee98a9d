//! Every published reference case, asserted as its collection says.

mod cash_flow;
mod earned_value;
mod network;
mod pert;
mod selection;

use std::path::PathBuf;

use serde_json::Value;

/// The folder of the reference cases, beside the project's root.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/cases")
}

/// The cases of one file. Without the folder, says so and answers none.
fn cases(file: &str) -> Vec<Value> {
    let path = folder().join(file);
    if !folder().exists() {
        eprintln!("SKIPPED: {file}: the reference cases are not at ../shared/cases");
        return Vec::new();
    }
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut document: Value = serde_json::from_str(&text).unwrap();
    let cases: Vec<Value> = serde_json::from_value(document["cases"].take()).unwrap();
    assert!(!cases.is_empty(), "{file} holds no case");
    cases
}

/// Integers of a JSON list.
fn ints(value: &Value) -> Vec<i64> {
    value.as_array().unwrap().iter().map(|v| v.as_i64().unwrap()).collect()
}

/// Numbers of a JSON list.
fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// Every file of the folder has a test here: a new one must not go unnoticed.
#[test]
fn no_file_is_left_out() {
    const KNOWN: [&str; 23] = [
        "cap_irr",
        "cap_libreoffice",
        "cap_mirr",
        "cap_npv",
        "cap_rationing_multi",
        "cap_rationing_single",
        "cap_tvm",
        "cap_worked_examples",
        "cap_xirr",
        "cpm_crashing",
        "cpm_mpsplib_msproject",
        "cpm_msproject",
        "cpm_msproject_constraints",
        "cpm_psplib_j120",
        "cpm_psplib_j30",
        "cpm_psplib_j60",
        "cpm_psplib_j90",
        "cpm_relations_r_criticalpath",
        "cpm_start_lags_rcpspmax",
        "cpm_textbook",
        "evm_earned_schedule",
        "evm_snapshots",
        "pert_networks",
    ];
    let Ok(entries) = std::fs::read_dir(folder()) else {
        return;
    };
    for entry in entries {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(stem) = name.strip_suffix(".json") {
            assert!(KNOWN.contains(&stem) || stem == "pert_probability", "{name} has no test");
        }
    }
}
