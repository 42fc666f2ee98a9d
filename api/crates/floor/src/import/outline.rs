//! The outline of an element of a drawing, in its own units.

use svgtypes::{Length, LengthUnit, NumberListParser, PathParser, PathSegment};

use super::SkipReason;
use crate::plan::MAX_CORNERS;

/// Corners in units of the file.
pub type Outline = Vec<(f64, f64)>;

/// A length in user units: CSS has 96 of them in an inch.
pub fn length(text: Option<&str>) -> Result<f64, SkipReason> {
    let Some(text) = text else { return Ok(0.0) };
    let length: Length = text.trim().parse().map_err(|_| SkipReason::Unreadable)?;
    let per_inch = match length.unit {
        LengthUnit::None | LengthUnit::Px => return Ok(length.number),
        LengthUnit::In => 1.0,
        LengthUnit::Cm => 2.54,
        LengthUnit::Mm => 25.4,
        LengthUnit::Pt => 72.0,
        LengthUnit::Pc => 6.0,
        _ => return Err(SkipReason::UnsupportedUnit),
    };
    Ok(length.number * 96.0 / per_inch)
}

/// A rectangle; that its corners may be rounded does not matter.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> Result<Outline, SkipReason> {
    match width > 0.0 && height > 0.0 {
        true => Ok(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]),
        false => Err(SkipReason::NoArea),
    }
}

/// The list of points of a `polygon`, or of a `polyline`, which must end where it begins.
pub fn points(text: &str, must_close: bool) -> Result<Outline, SkipReason> {
    let mut numbers = Vec::new();
    for number in NumberListParser::from(text) {
        numbers.push(number.map_err(|_| SkipReason::Unreadable)?);
        if numbers.len() > 2 * (MAX_CORNERS + 1) {
            return Err(SkipReason::TooManyCorners);
        }
    }
    if numbers.len() % 2 != 0 {
        return Err(SkipReason::Unreadable);
    }
    let outline: Outline = numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    if must_close && outline.first() != outline.last() {
        return Err(SkipReason::NotClosed);
    }
    Ok(outline)
}

/// A path of straight segments that makes one closed outline.
pub fn path(text: &str) -> Result<Outline, SkipReason> {
    let (mut outline, mut at, mut closed) = (Outline::new(), (0.0, 0.0), false);
    for segment in PathParser::from(text) {
        let segment = segment.map_err(|_| SkipReason::Unreadable)?;
        let from = |abs: bool| if abs { (0.0, 0.0) } else { at };
        let to = match segment {
            PathSegment::MoveTo { abs, x, y } => {
                at = (from(abs).0 + x, from(abs).1 + y);
                // A pen that is only put down draws nothing.
                match outline.len() {
                    0 | 1 => outline = vec![at],
                    _ if closed => {}
                    _ => closed = outline.first() == outline.last(),
                }
                if outline.len() > 1 && !closed {
                    return Err(SkipReason::SeveralOutlines);
                }
                continue;
            }
            PathSegment::ClosePath { .. } => {
                closed = true;
                continue;
            }
            PathSegment::LineTo { abs, x, y } => (from(abs).0 + x, from(abs).1 + y),
            PathSegment::HorizontalLineTo { abs, x } => (from(abs).0 + x, at.1),
            PathSegment::VerticalLineTo { abs, y } => (at.0, from(abs).1 + y),
            _ => return Err(SkipReason::Curved),
        };
        if closed {
            return Err(SkipReason::SeveralOutlines);
        }
        if outline.len() > MAX_CORNERS {
            return Err(SkipReason::TooManyCorners);
        }
        outline.push(to);
        at = to;
    }
    match closed || (outline.len() > 1 && outline.first() == outline.last()) {
        true => Ok(outline),
        false if outline.is_empty() => Err(SkipReason::NoArea),
        false => Err(SkipReason::NotClosed),
    }
}
