//! A company made of the domain's parts, with the effects carried out as the
//! service carries them out.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use llavero::domain::contact::Contact;
use llavero::domain::id::{CompanyId, DeviceId, TokenId, UserId};
use llavero::domain::serial::Serial;
use llavero::domain::time::Timestamp;
use llavero::domain::token::{
    ActionKind, ActivationRule, Actor, BlockReason, Circumstances, Effect, PhysicalState,
    PhysicalToken, Refusal, Token, TokenAction, TokenState, TokenStatus, Transition, decide,
};
use llavero::domain::user::{Holdings, Ineligibility, Role, User, UserStatus};

use super::command::{Command, ROLES, STALE, WITH_PHYSICAL, Who};

const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);
const PERIOD: Duration = Duration::from_secs(365 * 86_400);

/// The domain's parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    pub people: Vec<User>,
    pub tokens: Vec<Token>,
    pub physical: Vec<PhysicalToken>,
    /// How many tokens are in each state, kept as the store keeps it.
    stock: BTreeMap<TokenStatus, i64>,
    granted: i64,
    /// The devices that may speak, and for which token.
    devices: BTreeMap<DeviceId, TokenId>,
    devices_made: u8,
    invitations: BTreeSet<TokenId>,
    /// The tokens on which an operation is open, and whom it is about.
    open: BTreeMap<TokenId, UserId>,
}

impl Company {
    pub fn new() -> Self {
        let people: Vec<_> = ROLES.iter().enumerate().map(person).collect();
        let physical = WITH_PHYSICAL
            .iter()
            .map(|index| PhysicalToken {
                id: TokenId::new(NOW, [100 + number(*index); 10]),
                company: CompanyId::new(NOW, [0; 10]),
                serial: Serial::from_number(100 + u32::from(number(*index))).unwrap(),
                state: PhysicalState::InUse {
                    holder: people[*index].id,
                },
                updated_at: NOW,
                version: 1,
            })
            .collect();
        Self {
            people,
            tokens: Vec::new(),
            physical,
            stock: BTreeMap::new(),
            granted: 0,
            devices: BTreeMap::new(),
            devices_made: 0,
            invitations: BTreeSet::new(),
            open: BTreeMap::new(),
        }
    }

    /// Tries a command; refused, it changes nothing.
    pub fn carry_out(&mut self, command: &Command) -> Result<(), Refusal> {
        match *command {
            Command::Grant => self.grant(),
            Command::Act {
                who, token, kind, ..
            } => {
                let action = self.action(kind, command);
                self.act(who, token, action)?;
            }
            Command::Reserve { token, person } => {
                let (id, user) = (self.tokens[token].id, self.people[person].id);
                if self.open.remove(&id).is_none() {
                    self.open.insert(id, user);
                }
            }
            Command::SetActive { person, active } => self.set_active(person, active)?,
        }
        Ok(())
    }

    fn grant(&mut self) {
        let index = self.tokens.len();
        self.tokens.push(Token {
            id: TokenId::new(NOW, [number(index); 10]),
            company: CompanyId::new(NOW, [0; 10]),
            serial: Serial::from_number(u32::from(number(index))).unwrap(),
            state: TokenState::Available,
            updated_at: NOW,
            version: 1,
        });
        self.granted += 1;
        *self.stock.entry(TokenStatus::Available).or_default() += 1;
    }

    fn act(&mut self, who: Who, index: usize, action: TokenAction) -> Result<(), Refusal> {
        let actor = self.actor(who, action)?;
        let token = &self.tokens[index];
        let circumstances = self.circumstances(token, action);
        let moved = decide(actor, token.state, action, &circumstances)?;
        self.write(index, action, moved);
        Ok(())
    }

    fn set_active(&mut self, person: usize, active: bool) -> Result<(), Refusal> {
        self.people[person].status = if active {
            UserStatus::Active
        } else {
            UserStatus::Inactive
        };
        let held = self.held_by(self.people[person].id);
        let blocked = |index: &usize| self.tokens[*index].state.status() == TokenStatus::Blocked;
        if let Some(index) = held.filter(|index| !active && !blocked(index)) {
            self.act(Who::System, index, TokenAction::DeactivateHolder)?;
        }
        Ok(())
    }

    fn write(&mut self, index: usize, action: TokenAction, moved: Transition) {
        let (id, before) = (self.tokens[index].id, self.tokens[index].state);
        *self.stock.entry(before.status()).or_default() -= 1;
        *self.stock.entry(moved.next.status()).or_default() += 1;
        self.tokens[index].state = moved.next;
        self.tokens[index].version += 1;
        self.open.remove(&id);
        if let TokenAction::Enrol { device } = action {
            self.devices_made += 1;
            assert!(self.invitations.remove(&id), "enrolled without invitation");
            assert_eq!(self.devices.insert(device, id), None);
        }
        for effect in moved.effects {
            self.take_effect(id, effect);
        }
    }

    fn take_effect(&mut self, token: TokenId, effect: Effect) {
        match effect {
            Effect::IssueInvitation { .. } => {
                self.invitations.insert(token);
            }
            Effect::VoidInvitation => {
                assert!(self.invitations.remove(&token), "no invitation to void");
            }
            Effect::RevokeDevice { device } => {
                assert_eq!(self.devices.remove(&device), Some(token));
            }
            Effect::SuspendDevice { device } | Effect::ForgiveDevice { device } => {
                assert_eq!(self.devices.get(&device), Some(&token));
            }
            Effect::DisablePhysical { holder } => {
                self.change_physical(holder, |one| one.disabled_by(token, NOW));
            }
            Effect::RestorePhysical { holder } => {
                self.change_physical(holder, |one| one.restored_from(token, NOW));
            }
        }
    }

    fn change_physical(&mut self, holder: UserId, change: impl Fn(PhysicalToken) -> PhysicalToken) {
        for physical in &mut self.physical {
            if physical.holder() == holder {
                *physical = change(physical.clone());
            }
        }
    }

    fn action(&self, kind: ActionKind, command: &Command) -> TokenAction {
        let Command::Act {
            person,
            at_once,
            restore,
            ..
        } = *command
        else {
            panic!("only an act has an action");
        };
        let activation = if at_once {
            ActivationRule::OnEnrolment
        } else {
            ActivationRule::ByAdministrator
        };
        match kind {
            ActionKind::Assign => TokenAction::Assign {
                holder: self.people[person].id,
                activation,
            },
            ActionKind::Enrol => TokenAction::Enrol {
                device: DeviceId::new(NOW, [self.devices_made; 10]),
            },
            ActionKind::Resend => TokenAction::Resend,
            ActionKind::Cancel => TokenAction::Cancel,
            ActionKind::ExpireInvitation => TokenAction::ExpireInvitation,
            ActionKind::Activate => TokenAction::Activate,
            ActionKind::Block => TokenAction::Block {
                reason: BlockReason::Lost,
            },
            ActionKind::BlockForFailures => TokenAction::BlockForFailures,
            ActionKind::DeactivateHolder => TokenAction::DeactivateHolder,
            ActionKind::Unblock => TokenAction::Unblock,
            ActionKind::ReplaceDevice => TokenAction::ReplaceDevice { activation },
            ActionKind::Unassign => TokenAction::Unassign {
                restore_physical: restore,
            },
            ActionKind::Retire => TokenAction::Retire,
        }
    }

    /// An inactive person is not signed in.
    fn actor(&self, who: Who, action: TokenAction) -> Result<Actor, Refusal> {
        match who {
            Who::System => Ok(Actor::System),
            Who::Device => Ok(Actor::Device {
                device: match action {
                    TokenAction::Enrol { device } => device,
                    _ => DeviceId::new(NOW, [u8::MAX; 10]),
                },
            }),
            Who::Person(index) => {
                let person = &self.people[index];
                match person.status {
                    UserStatus::Active => Ok(Actor::Person {
                        user: person.id,
                        role: person.role,
                    }),
                    UserStatus::Inactive => Err(Refusal::NotYourRole),
                }
            }
        }
    }

    fn circumstances(&self, token: &Token, action: TokenAction) -> Circumstances {
        let about = match action {
            TokenAction::Assign { holder, .. } => Some(holder),
            _ => token.state.holder(),
        };
        Circumstances {
            ineligibilities: about
                .map(|user| self.ineligibilities(user))
                .unwrap_or_default(),
            has_open_operation: self.open.contains_key(&token.id),
            holder_is_last_admin: self.is_last_admin(token),
        }
    }

    fn ineligibilities(&self, id: UserId) -> Vec<Ineligibility> {
        let user = self.people.iter().find(|one| one.id == id).unwrap();
        let would_be_assigned = |token: &&Token| {
            token.state == TokenState::Available && self.open.get(&token.id) == Some(&id)
        };
        let holdings = Holdings {
            has_live_token: self.held_by(id).is_some(),
            has_open_operation: self.tokens.iter().any(|token| would_be_assigned(&token)),
        };
        user.ineligibilities(holdings, NOW, PERIOD)
    }

    fn is_last_admin(&self, token: &Token) -> bool {
        self.is_active_admin(token)
            && self
                .tokens
                .iter()
                .filter(|one| self.is_active_admin(one))
                .count()
                == 1
    }

    fn is_active_admin(&self, token: &Token) -> bool {
        let TokenState::Active { holder, .. } = token.state else {
            return false;
        };
        self.people
            .iter()
            .any(|person| person.id == holder && person.role == Role::Admin)
    }

    fn held_by(&self, user: UserId) -> Option<usize> {
        self.tokens
            .iter()
            .position(|token| token.state.holder() == Some(user))
    }
}

/// What must hold after each command.
impl Company {
    /// The kept counters are what counting gives, and their sum is what was
    /// granted.
    pub fn check_stock(&self) {
        let mut counted: BTreeMap<TokenStatus, i64> = BTreeMap::new();
        for token in &self.tokens {
            *counted.entry(token.state.status()).or_default() += 1;
        }
        for status in TokenStatus::ALL {
            assert_eq!(
                self.stock.get(&status).unwrap_or(&0),
                counted.get(&status).unwrap_or(&0)
            );
        }
        assert_eq!(self.stock.values().sum::<i64>(), self.granted);
    }

    /// A user holds at most one live token.
    pub fn check_holders(&self) {
        let mut seen = BTreeSet::new();
        for holder in self.tokens.iter().filter_map(|token| token.state.holder()) {
            assert!(seen.insert(holder), "{holder} holds two tokens");
        }
    }

    /// The devices that may speak are those that tokens name, one each.
    pub fn check_devices(&self) {
        let named: BTreeMap<_, _> = self
            .tokens
            .iter()
            .filter_map(|token| Some((token.state.device()?, token.id)))
            .collect();
        assert_eq!(named, self.devices);
    }

    /// An invitation is open exactly while a token is assigned.
    pub fn check_invitations(&self) {
        let assigned: BTreeSet<_> = self
            .tokens
            .iter()
            .filter(|token| token.state.status() == TokenStatus::Assigned)
            .map(|token| token.id)
            .collect();
        assert_eq!(assigned, self.invitations);
    }

    /// What an inactive user holds is blocked.
    pub fn check_inactive(&self) {
        for person in &self.people {
            if let (UserStatus::Inactive, Some(index)) = (person.status, self.held_by(person.id)) {
                assert_eq!(self.tokens[index].state.status(), TokenStatus::Blocked);
            }
        }
    }
}

fn person((index, role): (usize, &Role)) -> User {
    User {
        id: UserId::new(NOW, [number(index); 10]),
        company: CompanyId::new(NOW, [0; 10]),
        username: format!("USER{index}"),
        full_name: format!("User {index}"),
        role: *role,
        status: UserStatus::Active,
        contact: Contact {
            email: Some("ana@acme.co".to_owned()),
            mobile: Some("3001234567".to_owned()),
            confirmed_at: (index != STALE).then_some(NOW),
        },
        version: 1,
    }
}

fn number(index: usize) -> u8 {
    u8::try_from(index).unwrap()
}
