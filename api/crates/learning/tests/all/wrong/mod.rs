//! Ways to be wrong, room by room.

pub mod attendance;
pub mod conflicts;
pub mod exam;
pub mod grade;

use learning::problem::Problem;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a room answers to a request; nothing when it cannot be read at all.
pub type Room = fn(&Value) -> Option<Result<(), Problem>>;

/// What a function answers to a request that can be read.
pub fn tried<R: DeserializeOwned, A>(request: &Value, function: fn(&R) -> Result<A, Problem>) -> Option<Result<(), Problem>> {
    let request: R = serde_json::from_value(request.clone()).ok()?;
    Some(function(&request).map(|_| ()))
}

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
