//! Asking to change many tokens with one confirmation: the list is made now and
//! stays as it is, so that what is confirmed is what was shown.

use std::collections::{HashMap, HashSet};

use super::circumstances::Subject;
use super::identify::Caller;
use super::operation_view::Subjects;
use super::request_operation::{REQUESTED, Request, begin, new_operation, subject_of, told};
use super::{Context, ServiceError, audit, circumstances, seen_token};
use crate::domain::batch::{BatchProgress, LARGEST_BATCH};
use crate::domain::error::{Conflict, FieldName, FieldProblem, RequestError};
use crate::domain::id::UserId;
use crate::domain::operation::{self, OperationKind};
use crate::domain::protocol::{ChallengeSubject, sign_list};
use crate::domain::token::{Circumstances, decide};
use crate::domain::view::{OperationView, SeenToken};
use crate::store::{candidate, operation as stored, token};

/// What the list says of one token, and what the rule looks at.
type Entry = (Subject, Circumstances);

/// Asks to give a token to each of `users`, as one operation. The available
/// tokens are taken by serial, in the order of the users.
///
/// # Errors
/// [`Conflict::TooFewTokens`] when there are not enough; the rule's refusal for
/// the first user who may not have one; [`RequestError::Invalid`] for nobody, too
/// many, somebody twice or somebody unknown; the limits of DESIGN §4; those of
/// the store.
pub async fn request_assignments(
    context: &Context,
    caller: &Caller,
    users: &[UserId],
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let count = check_count(users, FieldName::Users)?;
    let once: HashSet<UserId> = users.iter().copied().collect();
    if once.len() < users.len() {
        return Err(RequestError::field(FieldName::Users, FieldProblem::Wrong).into());
    }
    let mut request = begin(context, caller).await?;
    let company = caller.company.id;
    let writer = &mut request.writer;
    let tokens = token::next_available_many(writer, company, count).await?;
    if tokens.len() < users.len() {
        let available = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
        let needed = count;
        return Err(Conflict::TooFewTokens { needed, available }.into());
    }
    let period = caller.company.contact_period();
    let mut known: HashMap<UserId, _> = candidate::of_users(writer, company, users)
        .await?
        .into_iter()
        .map(|(holder, holdings)| (holder.id, (holder, holdings)))
        .collect();
    let mut entries = Vec::with_capacity(users.len());
    for (id, token) in users.iter().zip(tokens) {
        let (holder, holdings) = known
            .remove(id)
            .ok_or(RequestError::field(FieldName::Users, FieldProblem::Wrong))?;
        let circumstances = Circumstances {
            ineligibilities: holder.ineligibilities(holdings, request.at, period),
            ..Circumstances::default()
        };
        let subject = Subject {
            token,
            holder,
            holdings,
        };
        entries.push((subject, circumstances));
    }
    finish(context, caller, request, OperationKind::Assign, entries).await
}

/// Asks to do the same to each token that the administrator saw, as one
/// operation.
///
/// # Errors
/// [`RequestError::Overtaken`] when somebody changed one first; the rule's
/// refusal; [`RequestError::NotFound`] for a token of another company or of
/// nobody; [`RequestError::Malformed`] for a kind that does not come in batches;
/// the limits of DESIGN §4; those of the store.
pub async fn request_changes(
    context: &Context,
    caller: &Caller,
    tokens: &[SeenToken],
    kind: OperationKind,
) -> Result<OperationView, ServiceError> {
    caller.must_be_admin()?;
    let action = kind
        .action_kind()
        .filter(|_| kind != OperationKind::Assign && kind.comes_in_batches())
        .ok_or(RequestError::Malformed)?;
    check_count(tokens, FieldName::Tokens)?;
    let mut request = begin(context, caller).await?;
    let writer = &mut request.writer;
    let mut subjects = Vec::with_capacity(tokens.len());
    for found in seen_token::find_all(writer, caller, tokens).await? {
        match found {
            Ok(subject) => subjects.push(subject),
            Err(missed) => {
                let told = missed.told(writer, caller, action).await?;
                return Err(told.into());
            }
        }
    }
    let (company, at) = (&caller.company, request.at);
    let all = circumstances::of_tokens(writer, company, &subjects, None, at).await?;
    let entries = subjects.into_iter().zip(all).collect();
    finish(context, caller, request, kind, entries).await
}

fn check_count<T>(chosen: &[T], field: FieldName) -> Result<u32, RequestError> {
    match chosen.len() {
        0 => Err(RequestError::field(field, FieldProblem::Missing)),
        count if count > LARGEST_BATCH => Err(RequestError::field(field, FieldProblem::TooLong)),
        count => {
            u32::try_from(count).map_err(|_| RequestError::field(field, FieldProblem::TooLong))
        }
    }
}

/// Writes the operation, its list and its challenge, commits, and tells what to
/// show.
async fn finish(
    context: &Context,
    caller: &Caller,
    mut request: Request,
    kind: OperationKind,
    entries: Vec<Entry>,
) -> Result<OperationView, ServiceError> {
    for (subject, circumstances) in &entries {
        let action = kind
            .action(subject.holder.id)
            .ok_or(RequestError::Malformed)?;
        decide(caller.actor(), subject.token.state, action, circumstances)?;
    }
    let told: Vec<_> = entries
        .iter()
        .map(|(subject, _)| told(&subject.token, &subject.holder))
        .collect();
    let items: Vec<_> = entries
        .iter()
        .map(|(subject, _)| subject_of(&subject.token, &subject.holder))
        .collect();
    let (list, signed) = sign_list(&told)?;
    let count = signed.items;
    let subject = operation::Subject::Batch { items: count };
    let operation = new_operation(context, caller, kind, subject, request.at);
    stored::insert_batch(&mut request.writer, &operation, &list, &items).await?;
    let actor = audit::caller(caller);
    let detail = format!("{} × {count}", kind.code());
    let entry = audit::of_batch(context, &operation, actor, REQUESTED, detail, request.at);
    let told = ChallengeSubject::Batch(signed);
    let subjects = Subjects::Batch(BatchProgress {
        items: count,
        ..BatchProgress::default()
    });
    request
        .conclude(context, caller, &operation, told, entry, subjects)
        .await
}
