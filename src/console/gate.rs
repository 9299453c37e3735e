//! Who sees what: the rule that stands before every page of the console.
//!
//! It only keeps people from pages that would say no; the server decides again
//! at each request.

use super::paths;
use crate::domain::user::Role;
use crate::domain::view::{OwnToken, PersonView, SignInStep};

/// What a person who opens a page gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// They are sent to sign in.
    ToSignIn,
    /// They are sent to link their AppMovil.
    ToLink,
    /// They are sent to the console's home.
    ToHome,
    /// They are sent to where an operator begins.
    ToOperator,
    /// The page without navigation: nobody is known, or there is nowhere else
    /// to go.
    Bare,
    /// The page in the console.
    Console,
    /// The page among the bank's.
    Operator,
    /// That there is no such page, for somebody of a company.
    NotThere,
    /// That there is no such page, for an operator.
    NotOperators,
    /// The page, with the few places that their role has.
    Limited,
    /// What their role can do here, instead of the page.
    RolePage,
}

/// The rule.
pub fn gate(step: &SignInStep, path: &str) -> Gate {
    let is_help = paths::is_within(path, paths::HELP);
    if paths::is_within(path, paths::PASSWORD) {
        return Gate::Bare;
    }
    let person = match step {
        SignInStep::SignedIn(person) => person,
        SignInStep::SignedOut | SignInStep::CodeNeeded if is_help => return Gate::Bare,
        SignInStep::SignedOut | SignInStep::CodeNeeded => return Gate::ToSignIn,
    };
    let is_link = paths::is_within(path, paths::LINK);
    let is_own = is_help || paths::is_within(path, paths::PROFILE);
    let is_operators = paths::is_within(path, paths::OPERATOR);
    match person.role {
        Role::Admin | Role::Operator if must_link(person) && (is_link || is_help) => Gate::Bare,
        Role::Admin | Role::Operator if must_link(person) => Gate::ToLink,
        Role::Admin | Role::Auditor if is_link || is_root(path) => Gate::ToHome,
        Role::Admin | Role::Auditor if is_operators => Gate::NotThere,
        Role::Admin | Role::Auditor => Gate::Console,
        Role::Operator if is_link || is_root(path) => Gate::ToOperator,
        Role::Operator if is_operators || is_own => Gate::Operator,
        Role::Operator => Gate::NotOperators,
        Role::Member if is_own => Gate::Limited,
        Role::Member => Gate::RolePage,
    }
}

fn is_root(path: &str) -> bool {
    matches!(path, "" | "/")
}

/// Whether linking the AppMovil is the one thing this person can do: an
/// administrator needs it for every change, an operator only once they were given
/// a token.
pub fn must_link(person: &PersonView) -> bool {
    match person.own_token {
        OwnToken::None => person.role == Role::Admin,
        OwnToken::Unlinked { .. } => matches!(person.role, Role::Admin | Role::Operator),
        OwnToken::Linked { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::person::sample::{linked, person};
    use crate::domain::serial::Serial;

    fn signed_in(role: Role, own_token: OwnToken) -> SignInStep {
        SignInStep::SignedIn(Box::new(person(role, own_token)))
    }

    fn unlinked() -> OwnToken {
        OwnToken::Unlinked {
            serial: Serial::from_number(4_900_031).unwrap(),
            invited_until: None,
        }
    }

    #[test]
    fn nobody_sees_a_page_before_signing_in() {
        for step in [SignInStep::SignedOut, SignInStep::CodeNeeded] {
            assert_eq!(gate(&step, paths::TOKENS), Gate::ToSignIn);
            assert_eq!(gate(&step, paths::LINK), Gate::ToSignIn);
        }
    }

    #[test]
    fn the_guides_are_open_to_all() {
        assert_eq!(gate(&SignInStep::SignedOut, paths::HELP_USERS), Gate::Bare);
    }

    #[test]
    fn a_link_to_choose_a_password_is_open_to_all() {
        assert_eq!(gate(&SignInStep::SignedOut, paths::PASSWORD), Gate::Bare);
        let step = signed_in(Role::Admin, OwnToken::None);
        assert_eq!(gate(&step, paths::PASSWORD), Gate::Bare);
    }

    #[test]
    fn an_administrator_without_an_app_sees_one_thing() {
        for own in [unlinked(), OwnToken::None] {
            let step = signed_in(Role::Admin, own);
            assert_eq!(gate(&step, paths::TOKENS), Gate::ToLink);
            assert_eq!(gate(&step, paths::PROFILE), Gate::ToLink);
            assert_eq!(gate(&step, paths::LINK), Gate::Bare);
            assert_eq!(gate(&step, paths::HELP), Gate::Bare);
        }
    }

    #[test]
    fn an_administrator_who_linked_moves_on_to_the_console() {
        let step = signed_in(Role::Admin, linked());
        assert_eq!(gate(&step, paths::LINK), Gate::ToHome);
        assert_eq!(gate(&step, "/"), Gate::ToHome);
        assert_eq!(gate(&step, paths::TOKENS), Gate::Console);
    }

    #[test]
    fn an_auditor_needs_no_token_to_look() {
        let step = signed_in(Role::Auditor, OwnToken::None);
        assert_eq!(gate(&step, paths::TOKENS), Gate::Console);
    }

    #[test]
    fn an_operator_is_among_the_bank_s_pages_and_nowhere_else() {
        for own in [OwnToken::None, linked()] {
            let step = signed_in(Role::Operator, own);
            assert_eq!(gate(&step, "/"), Gate::ToOperator);
            assert_eq!(gate(&step, paths::OPERATOR), Gate::Operator);
            assert_eq!(gate(&step, paths::PROFILE), Gate::Operator);
            assert_eq!(gate(&step, paths::TOKENS), Gate::NotOperators);
        }
        let invited = signed_in(Role::Operator, unlinked());
        assert_eq!(gate(&invited, paths::OPERATOR), Gate::ToLink);
    }

    #[test]
    fn the_bank_s_pages_are_not_there_for_the_people_of_a_company() {
        for role in [Role::Admin, Role::Auditor] {
            let step = signed_in(role, linked());
            assert_eq!(gate(&step, paths::OPERATOR), Gate::NotThere);
        }
        let member = signed_in(Role::Member, linked());
        assert_eq!(gate(&member, paths::OPERATOR), Gate::RolePage);
    }

    #[test]
    fn a_secondary_user_is_told_what_they_can_do() {
        let step = signed_in(Role::Member, linked());
        assert_eq!(gate(&step, paths::TOKENS), Gate::RolePage);
        assert_eq!(gate(&step, paths::PROFILE), Gate::Limited);
    }
}
