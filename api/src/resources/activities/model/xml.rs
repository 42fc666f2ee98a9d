//! XML as a tree, from files nobody can trust: no document type, no entities but the five of XML itself, bounded depth and size.

use super::files::FileFault;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// Deepest nesting.
const DEPTH: usize = 40;
/// Most elements.
const ELEMENTS: usize = 300_000;

/// An element with its text and its children.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, without prefix.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }
    /// Every child of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
    /// The text of the first child of a name, when it has any.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.child(name).map(|child| child.text.trim()).filter(|text| !text.is_empty())
    }
    /// The first child of a name as a number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.parse().ok()
    }
    /// Whether the first child of a name says yes.
    pub fn is(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "true"))
    }
}

/// Reads a document.
///
/// # Errors
/// `broken_xml` with the place, `document_type`, `file_too_large`, `file_too_deep`.
pub fn parse(bytes: &[u8]) -> Result<Element, FileFault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|cause| broken(cause.valid_up_to() as u64))?;
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|_| broken(reader.error_position().max(at)))?;
        match event {
            Event::Start(tag) => {
                count += 1;
                if open.len() >= DEPTH {
                    return Err(FileFault::new("", "file_too_deep", DEPTH.to_string()));
                }
                if count > ELEMENTS {
                    return Err(FileFault::new("", "file_too_large", ELEMENTS.to_string()));
                }
                open.push(Element { name: tag.local_name().as_ref().to_string(), ..Element::default() });
            }
            Event::Empty(tag) => {
                count += 1;
                if count > ELEMENTS {
                    return Err(FileFault::new("", "file_too_large", ELEMENTS.to_string()));
                }
                let element = Element { name: tag.local_name().as_ref().to_string(), ..Element::default() };
                close(element, &mut open, &mut root, at)?;
            }
            Event::End(_) => {
                let element = open.pop().ok_or_else(|| broken(at))?;
                close(element, &mut open, &mut root, at)?;
            }
            Event::Text(text) => add(&mut open, &text.xml10_content()),
            Event::CData(text) => add(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let known = match reference.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    Ok(None) => match &*reference.xml10_content() {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "apos" => Some('\''),
                        "quot" => Some('"'),
                        _ => None,
                    },
                    Err(_) => None,
                };
                add(&mut open, known.ok_or_else(|| broken(at))?.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(FileFault::new("", "document_type", "<!DOCTYPE")),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    if !open.is_empty() {
        return Err(broken(reader.buffer_position()));
    }
    root.ok_or_else(|| broken(0))
}

fn broken(at: u64) -> FileFault {
    FileFault::new("", "broken_xml", at.to_string())
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>, at: u64) -> Result<(), FileFault> {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None if root.is_none() => *root = Some(element),
        None => return Err(broken(at)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_document_becomes_a_tree() {
        let root = parse(b"<?xml version='1.0'?><p:Project xmlns:p='x'><Name>A &amp; B&#x21;</Name><Empty/></p:Project>").unwrap();
        assert_eq!((root.name.as_str(), root.get("Name"), root.child("Empty").is_some()), ("Project", Some("A & B!"), true));
    }

    #[test]
    fn entities_and_document_types_are_refused() {
        let bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>";
        assert_eq!(parse(bomb).unwrap_err().code, "document_type");
        assert_eq!(parse(b"<x>&a;</x>").unwrap_err().code, "broken_xml");
        let deep = "<a>".repeat(100);
        assert_eq!(parse(deep.as_bytes()).unwrap_err().code, "file_too_deep");
        for bad in [&b""[..], b"text", b"<a>", b"<a></b>", b"<a/><b/>", b"\xff\xfe<\0a\0"] {
            assert_eq!(parse(bad).unwrap_err().code, "broken_xml", "{bad:?}");
        }
    }
}
