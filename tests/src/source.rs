//! The repository as text, for the tests that keep it tidy.

use ignore::WalkBuilder;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// A file of the repository.
pub struct Source {
    /// Its path from the root, with slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The folder of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the repository").to_owned()
}

/// The text of a file.
///
/// # Panics
/// When there is none.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// Every text file below a folder (empty: everything), without what version control ignores.
///
/// # Panics
/// When the folder cannot be read.
pub fn files(folder: &str) -> Vec<Source> {
    let root = root();
    let walk = WalkBuilder::new(root.join(folder))
        .hidden(false)
        .filter_entry(|entry| entry.file_name() != ".git")
        .sort_by_file_path(Path::cmp)
        .build();
    walk.map(|entry| entry.expect("the repository can be read"))
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
            // What is no text (pictures, fonts) is not ours to read.
            Some(Source { path, text: std::fs::read_to_string(entry.path()).ok()? })
        })
        .collect()
}

impl Source {
    /// Lines.
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }
    /// The text without comments and without the tests at its end.
    pub fn code(&self) -> String {
        let before_tests = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = before_tests.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        lines.collect::<Vec<_>>().join("\n")
    }
    /// The syntax tree, without tests.
    ///
    /// # Panics
    /// When it is no Rust.
    pub fn tree(&self) -> syn::File {
        let mut tree = syn::parse_file(&self.text).unwrap_or_else(|cause| panic!("{}: {cause}", self.path));
        tree.items.retain(|item| !is_test(item));
        tree
    }
    /// Every path the code names, `use` groups taken apart: `crate::kernel::db`, `super::store::Row`, `diesel::insert_into`.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = Paths::default();
        paths.visit_file(&self.tree());
        paths.0.sort();
        paths.0.dedup();
        paths.0
    }
    /// The module a file of the server is: `resources::crafts::store`.
    pub fn module(&self) -> String {
        let path = self.path.trim_start_matches("api/src/").trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("lib");
        path.replace('/', "::")
    }
    /// A path of this file seen from the crate: `super::ops` in `resources::crafts::http` is `resources::crafts::ops`.
    pub fn absolute(&self, path: &str) -> Option<String> {
        if let Some(rest) = path.strip_prefix("crate::") {
            return Some(rest.to_owned());
        }
        let mut rest = path;
        let module = self.module();
        let mut place: Vec<&str> = module.split("::").filter(|step| !step.is_empty()).collect();
        if let Some(inner) = rest.strip_prefix("self::") {
            rest = inner;
        } else if !rest.starts_with("super::") {
            return None;
        }
        while let Some(outer) = rest.strip_prefix("super::") {
            place.pop();
            rest = outer;
        }
        place.push(rest);
        Some(place.join("::"))
    }
}

fn is_test(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        _ => return false,
    };
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|what| what.is_ident("test")))
}

#[derive(Default)]
struct Paths(Vec<String>);

impl Paths {
    fn tree(&mut self, before: &str, tree: &syn::UseTree) {
        let join = |name: &dyn std::fmt::Display| if before.is_empty() { name.to_string() } else { format!("{before}::{name}") };
        match tree {
            syn::UseTree::Path(path) => self.tree(&join(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.0.push(join(&name.ident)),
            syn::UseTree::Rename(name) => self.0.push(join(&name.ident)),
            syn::UseTree::Glob(_) => self.0.push(join(&"*")),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(before, item)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree("", &item.tree);
    }
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let steps: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.0.push(steps.join("::"));
        visit::visit_path(self, path);
    }
}

/// A sentence for people, as the code gives it: where, and in Arabic, French and English.
pub struct Sentence {
    /// The file.
    pub path: String,
    /// Arabic, French, English.
    pub texts: Vec<String>,
}

/// Every sentence the server says to people: the arguments of `Error::say` and the members of `Phrase`.
pub fn sentences() -> Vec<Sentence> {
    let mut found = Vec::new();
    for source in files("api/src").iter().filter(|source| source.path.ends_with(".rs")) {
        let mut sentences = Sentences { path: &source.path, found: &mut found };
        sentences.visit_file(&source.tree());
    }
    found
}

struct Sentences<'a> {
    path: &'a str,
    found: &'a mut Vec<Sentence>,
}

fn literal(expression: &syn::Expr) -> Option<String> {
    match expression {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Sentences<'_> {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func
            && function.path.segments.last().is_some_and(|name| name.ident == "say")
        {
            let texts = call.args.iter().skip(1).filter_map(literal).collect();
            self.found.push(Sentence { path: self.path.to_owned(), texts });
        }
        visit::visit_expr_call(self, call);
    }
    fn visit_expr_struct(&mut self, value: &'ast syn::ExprStruct) {
        if value.path.segments.last().is_some_and(|name| name.ident == "Phrase") {
            let texts: Vec<String> = value.fields.iter().filter_map(|field| literal(&field.expr)).collect();
            if !texts.is_empty() {
                self.found.push(Sentence { path: self.path.to_owned(), texts });
            }
        }
        visit::visit_expr_struct(self, value);
    }
}
