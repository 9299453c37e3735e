//! `/ayuda`: the guides, each with the support lines.

mod assignment;
mod enrolment;
mod guide;
mod index;
mod secondary_users;

pub use assignment::AssignmentGuide;
pub use enrolment::EnrolmentGuide;
pub use index::HelpIndex;
pub use secondary_users::SecondaryUsersGuide;
