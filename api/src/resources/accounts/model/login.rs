//! What people type to say who they are: an e-mail address or a telephone number.

use crate::kernel::access::password::{MIN_LENGTH, is_common};
use crate::kernel::validate::{Fault, Faults};

/// A login in the form it is stored in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Login {
    /// A lower-case e-mail address.
    Email(String),
    /// A telephone number in E.164 form.
    Phone(String),
    /// Neither; nobody has it.
    Neither,
}

impl Login {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Self {
        if typed.contains('@') {
            return email(typed).map_or(Self::Neither, Self::Email);
        }
        text::phone::normalise(typed).map_or(Self::Neither, Self::Phone)
    }
}

/// An e-mail address as it is stored, when it is one.
pub fn email(typed: &str) -> Option<String> {
    let plain = typed.trim().to_lowercase();
    plain.parse::<lettre::Address>().ok().map(|_| plain)
}

/// Notes what is wrong with a new password.
pub fn check_password(password: &str, pointer: &str, faults: &mut Faults) {
    if password.chars().count() < MIN_LENGTH {
        faults.expecting(pointer, Fault::TooShort, MIN_LENGTH);
    } else if is_common(password) {
        faults.add(pointer, Fault::CommonPassword);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_capitals_and_a_number_in_arabic_digits_are_known_again() {
        assert_eq!(Login::parse(" Amina@Example.DZ "), Login::Email("amina@example.dz".into()));
        assert_eq!(Login::parse("٠٥٥٠ ١٢ ٣٤ ٥٦"), Login::Phone("+213550123456".into()));
        assert_eq!(Login::parse("0550-12-34-56"), Login::Phone("+213550123456".into()));
        assert_eq!(Login::parse("nobody"), Login::Neither);
        assert_eq!(Login::parse("a@b@c"), Login::Neither);
    }
}
