//! Migrations are embedded: a change of one builds the server again.

fn main() {
    println!("cargo:rerun-if-changed=../migrations");
    println!("cargo:rerun-if-changed=reference");
}
