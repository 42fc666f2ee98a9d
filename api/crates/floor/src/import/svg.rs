//! Reads a drawing.
//!
//! | in the drawing | in the plan |
//! |---|---|
//! | `rect`, `polygon`, closed `polyline`, `path` of straight segments | an outline, after all transforms |
//! | `hall`, `stand`, `aisle`, `quarter` or `entrance` as a word in `data-kind` or `class` | what it is |
//! | the same in `data-kind`, `class`, `inkscape:label` or `id` of a group around it | what it is; the nearest wins |
//! | `data-number` or `id` where nothing says what it is | a stand |
//! | `data-number`, else `inkscape:label`, else `id` | the number of a stand, the id of a hall or quarter |
//! | `data-hall`, `data-power-w`, `data-water`, `data-fire`, `data-corner`, `data-open-sides` | of a stand |
//! | `data-prefix`; `data-sectors`, `data-stands`; `data-name-ar`, `-fr`, `-en` | of a hall; of a quarter; of both |
//! | `circle`, `ellipse` | an entrance at the centre |
//!
//! Lengths are user units (96 in an inch); `viewBox` is not applied: the caller says what a unit is. Style sheets are not read.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use svgtypes::Transform;

use super::outline::{self, Outline};
use super::{Draft, Import, ImportOptions, Kind, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, Report, SkipReason, assemble, readable};
use crate::plan::{Names, Services};
use crate::problem::Problem;

/// What an element passes on to those within it.
#[derive(Clone, Copy)]
struct Frame {
    transform: Transform,
    kind: Option<Kind>,
    /// Whether nothing within it is looked at.
    mute: bool,
}

/// Takes the halls, stands, aisles, quarters and entrances of a drawing.
///
/// # Errors
/// `too_large`, `too_deep`, `too_many_entries`, `document_type`, `not_svg`, `out_of_range`: a file or options that cannot be used at all.
pub fn from_svg(text: &str, options: &ImportOptions) -> Result<Import, Problem> {
    readable(text, options)?;
    let mut reader = Reader::from_str(text);
    let mut drawing = Drawing { report: Report::default(), drafts: Vec::new(), position: 0 };
    let mut frames = vec![Frame { transform: Transform::default(), kind: None, mute: false }];
    let not_svg = || Problem::new("not_svg", "", "a well-formed SVG document");
    loop {
        match reader.read_event().map_err(|_| not_svg())? {
            Event::Start(tag) => {
                if frames.len() > MAX_DEPTH {
                    return Err(Problem::new("too_deep", "", "elements within at most 63 others").with("limit", MAX_DEPTH));
                }
                let outer = *frames.last().ok_or_else(not_svg)?;
                frames.push(drawing.element(&tag, outer, frames.len() == 1, true)?);
            }
            Event::Empty(tag) => {
                let outer = *frames.last().ok_or_else(not_svg)?;
                drawing.element(&tag, outer, frames.len() == 1, false)?;
            }
            Event::End(_) => {
                frames.pop();
            }
            Event::DocType(declaration) if declaration.contains('[') => {
                return Err(Problem::new("document_type", "", "a document that defines no entities"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if drawing.position == 0 || frames.len() != 1 {
        return Err(not_svg());
    }
    assemble::assemble(drawing.drafts, drawing.report, options)
}

struct Drawing {
    report: Report,
    drafts: Vec<Draft>,
    position: usize,
}

/// The attributes that matter, by name.
struct Attributes<'t>(HashMap<&'t str, String>);

impl<'t> Attributes<'t> {
    fn of(tag: &'t BytesStart<'_>) -> Option<Self> {
        let mut all = HashMap::new();
        for attribute in tag.attributes().take(MAX_ATTRIBUTES + 1) {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
            all.insert(attribute.key.into_inner(), value.into_owned());
        }
        (all.len() <= MAX_ATTRIBUTES).then_some(Self(all))
    }

    /// A value that says something.
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    fn name(&self) -> Option<&str> {
        self.get("data-number").or_else(|| self.get("inkscape:label")).or_else(|| self.get("id"))
    }

    fn kind(&self, places: &[&str]) -> Option<Kind> {
        let words = places.iter().filter_map(|place| self.get(place)).flat_map(|value| value.split(|c: char| !c.is_alphanumeric()));
        words.into_iter().find_map(Kind::of)
    }

    fn is_hidden(&self) -> bool {
        let declared = |declaration: &str| {
            let mut parts = declaration.split(':').map(str::trim);
            (parts.next(), parts.next()) == (Some("display"), Some("none"))
        };
        self.get("display") == Some("none") || self.get("style").is_some_and(|style| style.split(';').any(declared))
    }

    fn flag(&self, name: &str) -> Result<bool, SkipReason> {
        match self.0.get(name).map(|value| value.trim().to_ascii_lowercase()).as_deref() {
            None | Some("false" | "0" | "no") => Ok(false),
            Some("" | "true" | "1" | "yes") => Ok(true),
            Some(_) => Err(SkipReason::Unreadable),
        }
    }

    fn whole<N: std::str::FromStr + Default>(&self, name: &str) -> Result<N, SkipReason> {
        self.get(name).map_or(Ok(N::default()), |value| value.parse().map_err(|_| SkipReason::Unreadable))
    }

    fn list(&self, name: &str) -> Vec<String> {
        let value = self.get(name).unwrap_or_default();
        value.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    fn names(&self) -> Option<Names> {
        let text = |name| self.get(name).map(str::to_owned);
        let (ar, fr, en) = (text("data-name-ar"), text("data-name-fr"), text("data-name-en"));
        (ar.is_some() || fr.is_some() || en.is_some()).then(|| Names { ar: ar.unwrap_or_default(), fr, en })
    }

    fn number(&self, name: &str) -> Result<f64, SkipReason> {
        outline::length(self.get(name))
    }

    fn transform(&self) -> Result<Transform, SkipReason> {
        self.get("transform").map_or(Ok(Transform::default()), |text| text.parse().map_err(|_| SkipReason::Unreadable))
    }
}

/// First `inner`, then `outer`.
fn after(outer: &Transform, inner: &Transform) -> Transform {
    let (x, y) = (applied(outer, (inner.e, inner.f)), |a, b| (outer.a * a + outer.c * b, outer.b * a + outer.d * b));
    let ((a, b), (c, d)) = (y(inner.a, inner.b), y(inner.c, inner.d));
    Transform::new(a, b, c, d, x.0, x.1)
}

fn applied(transform: &Transform, (x, y): (f64, f64)) -> (f64, f64) {
    (transform.a * x + transform.c * y + transform.e, transform.b * x + transform.d * y + transform.f)
}

impl Drawing {
    /// Takes or reports one element; what it passes on.
    fn element(&mut self, tag: &BytesStart<'_>, outer: Frame, is_root: bool, has_content: bool) -> Result<Frame, Problem> {
        self.position += 1;
        crate::problem::at_most(MAX_ELEMENTS, self.position, "")?;
        let muted = Frame { mute: true, ..outer };
        let (prefix, name) = tag.name().into_inner().rsplit_once(':').unwrap_or(("", tag.name().into_inner()));
        if is_root && (name != "svg" || self.position > 1) {
            return Err(Problem::new("not_svg", "", "one element svg around all others"));
        }
        if outer.mute || !matches!(prefix, "" | "svg") {
            return Ok(muted);
        }
        let attributes = Attributes::of(tag);
        let id = attributes.as_ref().and_then(|a| a.name()).map(str::to_owned);
        let reason = match (name, attributes) {
            ("title" | "desc" | "metadata" | "style" | "script", _) => return Ok(muted),
            (_, None) => SkipReason::Unreadable,
            (_, Some(attributes)) if attributes.is_hidden() => SkipReason::Hidden,
            ("svg", Some(attributes)) if is_root => return Ok(self.group(&attributes, outer).unwrap_or(outer)),
            ("g" | "a" | "switch", Some(attributes)) => match self.group(&attributes, outer) {
                Ok(frame) => return Ok(frame),
                Err(reason) => reason,
            },
            ("defs" | "symbol" | "clipPath" | "mask" | "pattern" | "marker" | "linearGradient" | "radialGradient" | "filter", _) => {
                if !has_content {
                    return Ok(muted);
                }
                SkipReason::NotDrawn
            }
            (_, Some(attributes)) => match self.shape(name, &attributes, outer) {
                Ok(draft) => {
                    self.drafts.push(draft);
                    return Ok(muted);
                }
                Err(reason) => reason,
            },
        };
        self.report.skip(self.position, name, id.as_deref(), reason);
        Ok(muted)
    }

    fn group(&self, attributes: &Attributes<'_>, outer: Frame) -> Result<Frame, SkipReason> {
        let kind = attributes.kind(&["data-kind", "class", "inkscape:label", "id"]).or(outer.kind);
        Ok(Frame { transform: after(&outer.transform, &attributes.transform()?), kind, mute: false })
    }

    fn shape(&self, element: &str, attributes: &Attributes<'_>, outer: Frame) -> Result<Draft, SkipReason> {
        let named = attributes.get("data-number").or_else(|| attributes.get("id"));
        let kind = attributes.kind(&["data-kind", "class"]).or(outer.kind).or(named.map(|_| Kind::Stand));
        let outline = own_outline(element, attributes, kind)?;
        let kind = kind.ok_or(SkipReason::NoKind)?;
        let transform = after(&outer.transform, &attributes.transform()?);
        let text = |name| attributes.get(name).map(str::to_owned);
        Ok(Draft {
            position: self.position,
            element: element.to_owned(),
            name: attributes.name().map(str::to_owned),
            kind,
            outline: outline.into_iter().map(|point| applied(&transform, point)).collect(),
            names: attributes.names(),
            prefix: text("data-prefix").unwrap_or_default(),
            hall: text("data-hall"),
            services: Services {
                power_w: attributes.whole("data-power-w")?,
                water: attributes.flag("data-water")?,
                fire: attributes.flag("data-fire")?,
            },
            corner: attributes.flag("data-corner")?,
            open_sides: attributes.whole("data-open-sides")?,
            sectors: attributes.list("data-sectors"),
            stands: attributes.list("data-stands"),
        })
    }
}

/// The outline before transforms.
fn own_outline(element: &str, attributes: &Attributes<'_>, kind: Option<Kind>) -> Result<Outline, SkipReason> {
    let text = |name| attributes.get(name).unwrap_or_default();
    match element {
        "rect" => {
            outline::rectangle(attributes.number("x")?, attributes.number("y")?, attributes.number("width")?, attributes.number("height")?)
        }
        "polygon" => outline::points(text("points"), false),
        "polyline" => outline::points(text("points"), true),
        "path" => outline::path(text("d")),
        "circle" | "ellipse" if kind == Some(Kind::Entrance) => Ok(vec![(attributes.number("cx")?, attributes.number("cy")?)]),
        _ => Err(SkipReason::UnsupportedElement),
    }
}
