//! DESIGN §3 told a second time, as plainly as it can be, without the domain's
//! rule: what a command should do.

use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;

use llavero::domain::token::{ActionKind, PhysicalState, TokenStatus};
use llavero::domain::user::Role;

use super::command::{Command, MOST_TOKENS, ROLES, STALE, WITH_PHYSICAL, Who};
use super::company::Company;

use ActionKind as Do;
use TokenStatus as In;

/// A token as the retelling knows it; people and tokens are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token {
    status: TokenStatus,
    holder: Option<usize>,
    at_once: bool,
    /// Whom an open operation is about.
    open: Option<usize>,
}

/// The company as the retelling knows it.
#[derive(Debug, Clone)]
pub struct Retelling {
    tokens: Vec<Token>,
    active: [bool; ROLES.len()],
    /// The token that took the place of a person's physical one: the last of
    /// theirs that worked, until it is taken back with "restore".
    replaced_by: [Option<usize>; ROLES.len()],
    /// Whether the last command should be accepted.
    pub accepted: bool,
}

impl ReferenceStateMachine for Retelling {
    type State = Self;
    type Transition = Command;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self {
            tokens: Vec::new(),
            active: [true; ROLES.len()],
            replaced_by: [None; ROLES.len()],
            accepted: true,
        })
        .boxed()
    }

    fn transitions(state: &Self) -> BoxedStrategy<Command> {
        let state = state.clone();
        (any::<[u8; 6]>(), any::<[bool; 2]>())
            .prop_map(move |(dice, coins)| state.propose(dice, coins))
            .boxed()
    }

    fn apply(mut state: Self, command: &Command) -> Self {
        state.accepted = state.carry_out(command).is_some();
        state
    }

    fn preconditions(state: &Self, command: &Command) -> bool {
        match command {
            Command::Grant => state.tokens.len() < MOST_TOKENS,
            Command::Act { token, .. } | Command::Reserve { token, .. } => {
                *token < state.tokens.len()
            }
            Command::SetActive { .. } => true,
        }
    }
}

impl Retelling {
    /// A command that chance names: mostly one that the token's state knows, by
    /// somebody who may.
    fn propose(&self, dice: [u8; 6], coins: [bool; 2]) -> Command {
        let [what, which, how, by, whom, odd] = dice.map(usize::from);
        let person = whom % ROLES.len();
        let may_grant = self.tokens.len() < MOST_TOKENS;
        if self.tokens.is_empty() || (what < 24 && may_grant) {
            return Command::Grant;
        }
        let token = which % self.tokens.len();
        if what < 40 {
            let active = coins[0];
            return Command::SetActive { person, active };
        }
        if what < 52 {
            return Command::Reserve { token, person };
        }
        let status = self.tokens[token].status;
        let known: Vec<_> = ActionKind::ALL
            .into_iter()
            .filter(|kind| next(status, *kind, false).is_some())
            .collect();
        let kind = if known.is_empty() || odd % 8 == 0 {
            ActionKind::ALL[how % ActionKind::ALL.len()]
        } else {
            known[how % known.len()]
        };
        let anybody = [Who::Device, Who::System]
            .into_iter()
            .chain((0..ROLES.len()).map(Who::Person));
        let who: Vec<_> = if odd / 8 % 4 == 0 {
            anybody.collect()
        } else {
            anybody.filter(|who| may(*who, kind)).collect()
        };
        Command::Act {
            who: who[by % who.len()],
            token,
            kind,
            person,
            at_once: coins[0],
            restore: coins[1],
        }
    }

    fn carry_out(&mut self, command: &Command) -> Option<()> {
        match *command {
            Command::Grant => self.tokens.push(Token {
                status: In::Available,
                holder: None,
                at_once: false,
                open: None,
            }),
            Command::Reserve { token, person } => {
                let open = &mut self.tokens[token].open;
                *open = open.is_none().then_some(person);
            }
            Command::SetActive { person, active } => {
                self.active[person] = active;
                let held = self
                    .tokens
                    .iter()
                    .position(|one| one.holder == Some(person));
                if let Some(token) = held.filter(|_| !active)
                    && let Some(status) =
                        next(self.tokens[token].status, Do::DeactivateHolder, false)
                {
                    self.settle(token, status, Some(person), false);
                }
            }
            Command::Act {
                who,
                token,
                kind,
                person,
                at_once,
                restore,
            } => self.act(who, token, kind, person, at_once, restore)?,
        }
        Some(())
    }

    fn act(
        &mut self,
        who: Who,
        index: usize,
        kind: ActionKind,
        person: usize,
        at_once: bool,
        restore: bool,
    ) -> Option<()> {
        let token = self.tokens[index];
        let status = next(token.status, kind, token.at_once)?;
        let about = if kind == Do::Assign {
            Some(person)
        } else {
            token.holder
        };
        self.allowed(who, index, kind, about, at_once)?;
        if kind == Do::Unassign && restore {
            let replaced = &mut self.replaced_by[about?];
            *replaced = replaced.filter(|by| *by != index);
        }
        let at_once = match kind {
            Do::Assign | Do::ReplaceDevice => at_once,
            _ => token.at_once,
        };
        self.settle(index, status, about, at_once);
        Some(())
    }

    fn settle(&mut self, index: usize, status: In, about: Option<usize>, at_once: bool) {
        let free = matches!(status, In::Available | In::Retired);
        let holder = about.filter(|_| !free);
        self.tokens[index] = Token {
            status,
            holder,
            at_once,
            open: None,
        };
        if let (In::Active, Some(holder)) = (status, holder) {
            self.replaced_by[holder] = Some(index);
        }
    }

    /// Everything but the state that can stand in the way.
    fn allowed(
        &self,
        who: Who,
        index: usize,
        kind: ActionKind,
        about: Option<usize>,
        at_once: bool,
    ) -> Option<()> {
        let acts = |person: usize| self.active[person];
        let is_admin = matches!(who, Who::Person(person) if ROLES[person] == Role::Admin);
        let signed_in = !matches!(who, Who::Person(person) if !acts(person));
        let own = matches!(who, Who::Person(person) if Some(person) == about);
        let skips_activation = at_once && matches!(kind, Do::Assign | Do::ReplaceDevice);
        let confirmed = matches!(
            kind,
            Do::Assign | Do::Cancel | Do::Activate | Do::Unblock | Do::ReplaceDevice | Do::Unassign
        );
        let disarms = matches!(kind, Do::Block | Do::Unassign | Do::ReplaceDevice);
        let arms = matches!(
            kind,
            Do::Assign | Do::Activate | Do::Unblock | Do::ReplaceDevice
        );
        let fits = may(who, kind)
            && signed_in
            && !(is_admin && skips_activation)
            && !(is_admin && confirmed && own)
            && !(is_admin && disarms && self.is_last_admin(index))
            && !(is_admin && confirmed && self.tokens[index].open.is_some())
            && !(arms && about.is_some_and(|person| !self.active[person]))
            && (kind != Do::Assign || self.eligible(about?, is_admin));
        fits.then_some(())
    }

    fn eligible(&self, person: usize, by_admin: bool) -> bool {
        let has_token = self.tokens.iter().any(|one| one.holder == Some(person));
        let is_promised = self
            .tokens
            .iter()
            .any(|one| one.status == In::Available && one.open == Some(person));
        let for_admin = ROLES[person] == Role::Member && person != STALE;
        !has_token && !is_promised && (for_admin || !by_admin)
    }

    fn is_last_admin(&self, index: usize) -> bool {
        let works = |token: &Token| {
            token.status == In::Active
                && token
                    .holder
                    .is_some_and(|person| ROLES[person] == Role::Admin)
        };
        works(&self.tokens[index]) && self.tokens.iter().filter(|one| works(one)).count() == 1
    }

    /// The domain says the same.
    pub fn compare(&self, company: &Company) {
        assert_eq!(self.tokens.len(), company.tokens.len());
        for (retold, token) in self.tokens.iter().zip(&company.tokens) {
            let holder = retold.holder.map(|person| company.people[person].id);
            assert_eq!(retold.status, token.state.status());
            assert_eq!(holder, token.state.holder());
        }
        for (physical, person) in company.physical.iter().zip(WITH_PHYSICAL) {
            let holder = company.people[person].id;
            let expected = match self.replaced_by[person] {
                None => PhysicalState::InUse { holder },
                Some(token) => PhysicalState::Disabled {
                    holder,
                    replacement: company.tokens[token].id,
                },
            };
            assert_eq!(physical.state, expected);
        }
    }
}

/// DESIGN §3's first three columns.
fn next(from: In, kind: ActionKind, at_once: bool) -> Option<In> {
    let to = match (from, kind) {
        (In::Available, Do::Assign) => In::Assigned,
        (In::Available, Do::Retire) => In::Retired,
        (In::Assigned, Do::Enrol) if at_once => In::Active,
        (In::Assigned, Do::Enrol) => In::PendingActivation,
        (In::Assigned, Do::Resend) => In::Assigned,
        (In::Assigned, Do::Cancel | Do::ExpireInvitation | Do::DeactivateHolder) => In::Available,
        (In::PendingActivation, Do::Activate) => In::Active,
        (In::Active, Do::Block | Do::BlockForFailures) => In::Blocked,
        (In::PendingActivation | In::Active, Do::DeactivateHolder) => In::Blocked,
        (In::Blocked, Do::Unblock) => In::Active,
        (In::PendingActivation | In::Active | In::Blocked, Do::ReplaceDevice) => In::Assigned,
        (In::Assigned | In::PendingActivation | In::Active | In::Blocked, Do::Unassign) => {
            In::Available
        }
        (In::Blocked, Do::Retire) => In::Retired,
        _ => return None,
    };
    Some(to)
}

/// DESIGN §3's fourth column, and what it says of the operator.
fn may(who: Who, kind: ActionKind) -> bool {
    let role = match who {
        Who::Device => return kind == Do::Enrol,
        Who::System => {
            return matches!(
                kind,
                Do::ExpireInvitation | Do::BlockForFailures | Do::DeactivateHolder
            );
        }
        Who::Person(person) => ROLES[person],
    };
    match kind {
        Do::Assign | Do::Unassign | Do::Block | Do::Resend | Do::ReplaceDevice => {
            matches!(role, Role::Admin | Role::Operator)
        }
        Do::Activate | Do::Cancel | Do::Unblock => role == Role::Admin,
        Do::Retire => role == Role::Operator,
        _ => false,
    }
}
