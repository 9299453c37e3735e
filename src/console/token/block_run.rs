//! Blocking many tokens: piece by piece, each piece a request of its own, so that
//! the screen shows how far it has come and can stop in between.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::token::block_tokens;
use crate::domain::batch::{ItemOutcome, LARGEST_PIECE};
use crate::domain::error::RequestError;
use crate::domain::token::BlockReason;
use crate::domain::view::{ItemView, NamedToken, SeenToken};

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// Nobody asked for it yet.
    #[default]
    Idle,
    /// It goes on.
    Going,
    /// It ends after the piece that is on its way.
    Stopping,
    /// It ended, with or without tokens left.
    Ended,
}

/// What was asked for, and what became of it so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    wanted: Vec<NamedToken>,
    /// Why each was not blocked, in the order of `wanted`; `None` where it was.
    outcomes: Vec<Option<RequestError>>,
    stage: Stage,
    /// What kept it from going on.
    error: Option<RequestError>,
}

impl Run {
    /// How many have been looked at.
    pub fn settled(&self) -> usize {
        self.outcomes.len()
    }

    /// How many were asked for.
    pub fn count(&self) -> usize {
        self.wanted.len()
    }

    /// How many have not been looked at.
    pub fn left(&self) -> usize {
        self.count().saturating_sub(self.settled())
    }

    /// How many were blocked.
    pub fn done(&self) -> usize {
        let done = self.outcomes.iter().filter(|outcome| outcome.is_none());
        done.count()
    }

    /// Whether it goes on.
    pub fn is_going(&self) -> bool {
        matches!(self.stage, Stage::Going | Stage::Stopping)
    }

    /// Whether it was asked to stop and has not yet.
    pub fn is_stopping(&self) -> bool {
        self.stage == Stage::Stopping
    }

    /// Whether there is a result to tell.
    pub fn has_result(&self) -> bool {
        self.stage == Stage::Ended && !self.outcomes.is_empty()
    }

    /// What kept it from going on.
    pub fn error(&self) -> Option<RequestError> {
        self.error.clone()
    }

    /// Each that was not blocked, and why.
    pub fn failures(&self) -> Vec<(NamedToken, RequestError)> {
        let each = self.wanted.iter().zip(&self.outcomes);
        each.filter_map(|(token, outcome)| Some((token.clone(), outcome.clone()?)))
            .collect()
    }

    /// The names of those that were.
    pub fn blocked_names(&self) -> impl Iterator<Item = &str> {
        let each = self.wanted.iter().zip(&self.outcomes);
        each.filter(|(_, outcome)| outcome.is_none())
            .map(|(token, _)| token.username.as_str())
    }

    /// What became of each that was looked at.
    pub fn items(&self) -> Vec<ItemView> {
        let each = (0_u32..).zip(self.wanted.iter().zip(&self.outcomes));
        each.map(|(position, (token, outcome))| ItemView {
            position,
            serial: token.serial,
            username: token.username.clone(),
            full_name: token.full_name.clone(),
            outcome: Some(match outcome {
                None => ItemOutcome::Done,
                Some(error) => ItemOutcome::Failed(error.clone()),
            }),
        })
        .collect()
    }

    /// The piece to ask for now; `None` when it is to end.
    fn next_piece(&mut self) -> Option<Vec<SeenToken>> {
        let left = self.left();
        if left == 0 || self.stage != Stage::Going {
            self.stage = Stage::Ended;
            return None;
        }
        // The server answers for a single token otherwise than for several, so
        // that one alone is asked for only where one was chosen.
        let size = match left {
            left if left == LARGEST_PIECE + 1 => LARGEST_PIECE - 1,
            left => left.min(LARGEST_PIECE),
        };
        let piece = self.wanted.iter().skip(self.settled()).take(size);
        Some(piece.map(NamedToken::seen).collect())
    }

    /// Takes an answer in. A token that the server could not look at is not
    /// settled: it is among those left.
    fn take_in(&mut self, answer: Result<Vec<Option<RequestError>>, RequestError>) {
        match answer {
            Ok(outcomes) => {
                for outcome in outcomes {
                    if let Some(error) = outcome.as_ref().filter(|error| stops(error)) {
                        self.error = Some(error.clone());
                        break;
                    }
                    self.outcomes.push(outcome);
                }
            }
            Err(error) => self.error = Some(error),
        }
        if self.error.is_some() {
            self.stage = Stage::Ended;
        }
    }
}

/// Whether an error is about reaching the server rather than about a token.
const fn stops(error: &RequestError) -> bool {
    matches!(
        error,
        RequestError::Unreachable
            | RequestError::Unavailable { .. }
            | RequestError::Internal { .. }
            | RequestError::SignedOut
            | RequestError::NotAllowed
    )
}

/// A request to block, and what became of it.
#[derive(Clone, Copy)]
pub struct BlockRequest {
    /// How far it has come.
    pub run: RwSignal<Run>,
    /// The chosen reason's code; empty while there is none.
    pub reason: RwSignal<String>,
    /// Runs after each end, so that the page shows what is true now.
    answered: Callback<()>,
}

/// A request that nobody has made yet. `answered` runs when it ended.
pub fn use_block_request(answered: Callback<()>) -> BlockRequest {
    BlockRequest {
        run: RwSignal::new(Run::default()),
        reason: RwSignal::new(String::new()),
        answered,
    }
}

impl BlockRequest {
    /// Forgets what was answered.
    pub fn forget(self) {
        self.run.set(Run::default());
        self.reason.set(String::new());
    }

    /// Begins with `tokens`, for the chosen reason.
    pub fn begin(self, tokens: Vec<NamedToken>) {
        if self.run.with_untracked(Run::is_going) {
            return;
        }
        self.run.set(Run {
            wanted: tokens,
            ..Run::default()
        });
        self.go_on();
    }

    /// Goes on with those that are left.
    pub fn go_on(self) {
        let reason = self
            .reason
            .with_untracked(|reason| BlockReason::from_code(reason));
        if let Some(reason) = reason {
            self.run.update(|run| {
                run.stage = Stage::Going;
                run.error = None;
            });
            spawn_local(self.work(reason));
        }
    }

    /// Ends after the piece that is on its way.
    pub fn stop(self) {
        self.run.update(|run| {
            if run.stage == Stage::Going {
                run.stage = Stage::Stopping;
            }
        });
    }

    /// Asks piece after piece, as long as the page is there.
    async fn work(self, reason: BlockReason) {
        while let Some(Some(piece)) = self.run.try_update(Run::next_piece) {
            let answer = block_tokens(piece, reason).await;
            let outcomes = answer.map(|outcomes| outcomes.into_iter().map(|of| of.error).collect());
            if self.run.try_update(|run| run.take_in(outcomes)).is_none() {
                return;
            }
        }
        if self.run.try_with_untracked(|_| ()).is_some() {
            self.answered.run(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::person::sample::NOW;
    use crate::domain::id::TokenId;
    use crate::domain::serial::Serial;

    fn run(count: u32) -> Run {
        let token = |number: u32| {
            let [.., a, b] = number.to_be_bytes();
            NamedToken {
                token: TokenId::new(NOW, [a, b, 0, 0, 0, 0, 0, 0, 0, 0]),
                version: 1,
                serial: Serial::from_number(number).unwrap(),
                username: format!("U{number}"),
                full_name: String::new(),
            }
        };
        Run {
            wanted: (0..count).map(token).collect(),
            stage: Stage::Going,
            ..Run::default()
        }
    }

    #[test]
    fn every_token_is_asked_for_once_and_never_one_alone_at_the_end() {
        for count in [2, 99, 100, 101, 102, 200, 201, 5_000] {
            let mut run = run(count);
            let mut asked = Vec::new();
            while let Some(piece) = run.next_piece() {
                assert!((2..=LARGEST_PIECE).contains(&piece.len()), "{count}");
                run.take_in(Ok(vec![None; piece.len()]));
                asked.extend(piece);
            }
            let wanted: Vec<_> = run.wanted.iter().map(NamedToken::seen).collect();
            assert_eq!(asked, wanted);
            assert!(run.has_result() && run.left() == 0);
        }
    }

    #[test]
    fn what_the_server_could_not_look_at_is_left_for_going_on() {
        let mut run = run(4);
        run.next_piece();
        let away = RequestError::Unavailable {
            reference: String::new(),
        };
        run.take_in(Ok(vec![
            None,
            Some(RequestError::NotFound),
            Some(away.clone()),
            Some(away.clone()),
        ]));
        assert_eq!((run.done(), run.left()), (1, 2));
        assert_eq!(run.error(), Some(away));
        assert_eq!(run.failures().len(), 1);
        run.stage = Stage::Going;
        assert_eq!(run.next_piece().map(|piece| piece.len()), Some(2));
    }

    #[test]
    fn who_stops_ends_after_the_piece_on_its_way() {
        let mut run = run(300);
        run.next_piece();
        run.stage = Stage::Stopping;
        run.take_in(Ok(vec![None; LARGEST_PIECE]));
        assert_eq!(run.next_piece(), None);
        assert_eq!((run.settled(), run.left()), (100, 200));
    }
}
