//! Whether the logs are as they were written, and as a checkpoint remembers
//! them.

use super::ServiceError;
use super::log_checkpoint::Checkpoint;
use crate::domain::company::Company;
use crate::domain::id::CompanyId;
use crate::store::audit::Chain;
use crate::store::{Store, audit, company};

/// What became of one company's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedLog {
    /// The company's word.
    pub company: String,
    /// Its chain.
    pub chain: Chain,
    /// Whether it goes on from what the checkpoint remembers; `None` where the
    /// checkpoint does not know the company, or there is none.
    pub keeps_checkpoint: Option<bool>,
}

impl VerifiedLog {
    /// Whether nothing was changed or taken out.
    pub fn is_whole(&self) -> bool {
        matches!(self.chain, Chain::Whole { .. }) && self.keeps_checkpoint != Some(false)
    }
}

/// Walks every company's log, or that of one; `None` when there is no such
/// company. The checkpoint's signature has been verified.
///
/// # Errors
/// Those of the store.
pub async fn verify_logs(
    store: &Store,
    slug: Option<&str>,
    checkpoint: Option<&Checkpoint>,
) -> Result<Option<Vec<VerifiedLog>>, ServiceError> {
    let mut reader = store.read().await?;
    let named = |company: Company| (company.id, company.slug);
    let mut companies: Vec<(CompanyId, String)> = match slug {
        None => {
            let all = company::all(&mut reader).await?;
            all.into_iter().map(named).collect()
        }
        Some(slug) => match company::find_by_slug(&mut reader, slug).await? {
            Some(company) => vec![named(company)],
            None => return Ok(None),
        },
    };
    if slug.is_none() {
        // One that was taken out whole, log and all, is remembered there alone.
        let remembered = checkpoint.map(|checkpoint| checkpoint.chains.as_slice());
        for end in remembered.unwrap_or_default() {
            if !companies.iter().any(|(id, _)| *id == end.company) {
                companies.push((end.company, end.slug.clone()));
            }
        }
    }
    let mut logs = Vec::with_capacity(companies.len());
    for (id, slug) in companies {
        let remembered = checkpoint.and_then(|checkpoint| checkpoint.of(id));
        let keeps_checkpoint = match remembered {
            Some(end) if end.entries == 0 => Some(true),
            Some(end) => {
                let hash = audit::hash_at(&mut reader, id, end.entries).await?;
                Some(hash.as_deref() == Some(end.hash.as_slice()))
            }
            None => None,
        };
        logs.push(VerifiedLog {
            company: slug,
            chain: audit::verify(&mut reader, id).await?,
            keeps_checkpoint,
        });
    }
    Ok(Some(logs))
}
