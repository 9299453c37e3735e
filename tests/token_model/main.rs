//! A company's tokens, driven by chance: 10,000 sequences of up to 100 commands
//! by all kinds of actors. The domain (`decide`, and the token's own methods)
//! runs beside a second telling of DESIGN §3, written independently; after each
//! command both agree, and what must always hold holds.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

mod command;
mod company;
mod retelling;

use proptest::test_runner::Config;
use proptest_state_machine::{StateMachineTest, prop_state_machine};

use command::Command;
use company::Company;
use retelling::Retelling;

/// The domain against the retelling.
struct Tokens;

impl StateMachineTest for Tokens {
    type SystemUnderTest = Company;
    type Reference = Retelling;

    fn init_test(_: &Retelling) -> Company {
        Company::new()
    }

    fn apply(before: Company, retold: &Retelling, command: Command) -> Company {
        let mut company = before.clone();
        match company.carry_out(&command) {
            Ok(()) => assert!(retold.accepted, "accepted wrongly: {command:?}"),
            Err(refusal) => {
                assert!(!retold.accepted, "refused ({refusal}): {command:?}");
                assert_eq!(company, before, "a refused command changes nothing");
            }
        }
        company
    }

    fn check_invariants(company: &Company, retold: &Retelling) {
        company.check_stock();
        company.check_holders();
        company.check_devices();
        company.check_invitations();
        company.check_inactive();
        retold.compare(company);
    }
}

prop_state_machine! {
    #![proptest_config(Config {
        cases: 10_000,
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_a_rule(sequential 1..=100 => Tokens);
}
