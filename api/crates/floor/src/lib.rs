//! Floor plans of exhibitions as pure functions: checked, numbered, read and written, and their stands given out.
//!
//! Nothing here reads a file, a clock or a database, and nothing panics: a function takes a request, and answers a result or a
//! [`problem::Problem`] that names the field. The types derive `serde`, and with the feature `schema` they describe themselves
//! for an OpenAPI contract (their names there begin with `Floor` or `Allocation`).
//!
//! # The tour
//!
//! | function | answers |
//! |---|---|
//! | [`check::check`] | everything that is wrong with a plan, each with its place |
//! | [`geometry`] | areas, bounds, centroids, where a point lies, who is beside whom |
//! | [`numbering::propose_numbers`] | a number for each stand, row by row |
//! | [`import::from_svg`], [`import::from_geojson`] | a plan, and what of the file was not taken, with the reason |
//! | [`import::to_geojson`] | the plan for other tools |
//! | [`allocation::propose`] | who gets which stand, and why; who gets none, and why |
//! | [`allocation::assess`] | the same for an allocation made by hand |
//!
//! The rules and their sources stand at the head of each module.
//!
//! # What all of it keeps to
//!
//! - **Whole centimetres**, `x` to the right and `y` downwards, never mirrored; areas are square centimetres (10,000 to a square metre), power is watts.
//! - **Exact**: geometry is computed with whole numbers; only what a file holds is rounded, once, to the centimetre.
//! - **The same request has the same answer**, in whatever order its lists come.
//! - **Limits** on size are constants beside each type; beyond them the answer is `too_many_entries`.
//! - **Problems** carry a code from [`problem::CODES`], a JSON pointer, what was expected, and facts. Words for people are elsewhere.
//!
//! # Example
//!
//! ```
//! use floor::allocation::{AllocationRequest, Application, Needs, propose};
//! use floor::check::check;
//! use floor::import::{ImportOptions, from_svg};
//!
//! let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg">
//!     <rect class="hall" id="A" width="6" height="6"/>
//!     <rect class="aisle" y="3" width="6" height="3"/>
//!     <g class="stands">
//!         <rect data-number="1" width="3" height="3" data-water="yes"/>
//!         <rect data-number="2" x="3" width="3" height="3"/>
//!     </g>
//! </svg>"#;
//! let import = from_svg(drawing, &ImportOptions { cm_per_unit: 100.0, ..ImportOptions::default() })?;
//! assert_eq!((import.skipped_total, check(&import.plan).len()), (0, 0));
//!
//! let dry = Application { id: "dry".into(), ..Application::default() };
//! let wet = Application { id: "wet".into(), needs: Needs { water: true, ..Needs::default() }, ..Application::default() };
//! let request = AllocationRequest { plan: import.plan, applications: vec![dry, wet], ..AllocationRequest::default() };
//! let result = propose(&request)?;
//! let stands: Vec<_> = result.allocations.iter().map(|a| (a.application.as_str(), a.stand.as_str())).collect();
//! assert_eq!(stands, [("dry", "2"), ("wet", "1")]);
//! # Ok::<(), floor::problem::Problem>(())
//! ```

pub mod allocation;
pub mod check;
pub mod geometry;
pub mod import;
pub mod numbering;
pub mod plan;
pub mod problem;
