//! Ways to be wrong, room by room.

pub mod attendance;
pub mod conflicts;
pub mod exam;
pub mod grade;

use serde_json::Value;

/// The request with one member replaced, or added to its object.
pub fn with(request: &Value, pointer: &str, value: Value) -> Value {
    let mut request = request.clone();
    match request.pointer_mut(pointer) {
        Some(member) => *member = value,
        None => {
            let (object, name) = pointer.rsplit_once('/').unwrap();
            request.pointer_mut(object).unwrap().as_object_mut().unwrap().insert(name.into(), value);
        }
    }
    request
}
