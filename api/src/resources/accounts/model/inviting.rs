//! Who may invite whom, and into which body.

use crate::kernel::access::{Body, Role};
use crate::kernel::ids::{AssociationId, InstitutionId};
use crate::resources::institutions::InstitutionKind;

/// What a role is held in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// In an association.
    Association,
    /// In an institution of one of these kinds.
    Institution(&'static [InstitutionKind]),
    /// In the platform itself.
    Platform,
}

/// What a role is held in.
pub fn seat(role: Role) -> Seat {
    use InstitutionKind as K;
    match role {
        Role::Association => Seat::Association,
        Role::Trainer => Seat::Institution(K::ALL),
        Role::Chamber => Seat::Institution(&[K::Chamber]),
        Role::National => Seat::Institution(&[K::NationalChamber, K::Agency]),
        Role::Ministry => Seat::Institution(&[K::Ministry]),
        Role::Admin => Seat::Platform,
    }
}

/// Where the body of an invitation must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere.
    Any,
    /// It is the inviter's own institution.
    OwnInstitution(InstitutionId),
    /// It is the inviter's own association.
    OwnAssociation(AssociationId),
    /// It is an association in the inviter's wilayas.
    OwnWilayas,
}

/// Into which bodies somebody may invite people to a role; nothing when into none.
pub fn reach(inviter: Role, body: Body, invited: Role) -> Option<Reach> {
    match (inviter, body, invited) {
        (Role::Admin, ..) | (Role::Ministry, _, Role::National | Role::Chamber | Role::Ministry) => Some(Reach::Any),
        (Role::Chamber, _, Role::Association) => Some(Reach::OwnWilayas),
        (Role::Chamber, Body::Institution(own), Role::Trainer)
        | (Role::National, Body::Institution(own), Role::Trainer | Role::National) => Some(Reach::OwnInstitution(own)),
        (Role::Association, Body::Association(own), Role::Association) => Some(Reach::OwnAssociation(own)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_invites_into_a_role_above_their_own() {
        let institution = InstitutionId(uuid::Uuid::from_u128(1));
        let association = AssociationId(uuid::Uuid::from_u128(2));
        let mut table = String::new();
        for inviter in Role::ALL {
            let body = match inviter {
                Role::Association => Body::Association(association),
                Role::Admin => Body::None,
                _ => Body::Institution(institution),
            };
            let invited: Vec<_> =
                Role::ALL.iter().filter(|role| reach(*inviter, body, **role).is_some()).map(|role| role.as_str()).collect();
            table.push_str(&format!("{inviter}: {}\n", invited.join(" ")));
        }
        let expected = "association: association\ntrainer: \nchamber: association trainer\nnational: trainer national\n\
             ministry: chamber national ministry\nadmin: association trainer chamber national ministry admin\n";
        assert_eq!(table, expected);
    }

    #[test]
    fn officers_stay_in_their_own_house() {
        let own = InstitutionId(uuid::Uuid::from_u128(1));
        assert_eq!(reach(Role::National, Body::Institution(own), Role::National), Some(Reach::OwnInstitution(own)));
        assert_eq!(reach(Role::Chamber, Body::Institution(own), Role::Association), Some(Reach::OwnWilayas));
    }
}
