//! `llavero operator | company | grant | admin | serial`: what the bank does on its
//! screens, from the command line, by the same use cases on the database itself.

mod arguments;
mod words;

pub use arguments::{
    AdminArguments, BankArguments, CompanyArguments, GrantArguments, OperatorArguments,
    SerialArguments,
};

use arguments::{
    ActingOperator, AdminCommand, CompanyCommand, OperatorCommand, PersonArguments, SerialCommand,
};

use crate::domain::company::Approvals;
use crate::domain::company_draft::{CompanyDraft, CompanySettings};
use crate::domain::error::{FieldName, FieldProblem, RequestError};
use crate::domain::grant::GrantOrder;
use crate::domain::table::{CompanyFilter, CompanyQuery, PAGE_SIZES, Place};
use crate::domain::user::Role;
use crate::domain::user_draft::UserDraft;
use crate::domain::view::{BankToken, CompanyDetail, OperatorDeed, SeenToken};
use crate::service::at_the_command_line::{company_by_slug, operator, person_by_username};
use crate::service::create_operator::{BankNames, NewOperator, create_operator};
use crate::service::{
    Caller, Context, ServiceError, change_operator, change_token_at_bank, create_company,
    create_company_person, find_serial, grant_tokens, invite_company_person, list_companies,
    resume_company, suspend_company,
};

/// Why a command of the bank did not end well.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BankError(String);

impl BankError {
    fn of(context: &Context, error: ServiceError) -> Self {
        Self(words::refusal(&error.into_request_error(context)))
    }
}

/// A command with its arguments.
#[derive(Debug, Clone)]
pub enum BankCommand {
    /// About operators.
    Operator(OperatorArguments),
    /// About companies.
    Company(CompanyArguments),
    /// Granting tokens.
    Grant(GrantArguments),
    /// About administrators.
    Admin(AdminArguments),
    /// About one token.
    Serial(SerialArguments),
}

impl BankCommand {
    /// Where the database is.
    pub const fn database(&self) -> &BankArguments {
        match self {
            Self::Operator(arguments) => &arguments.bank,
            Self::Company(arguments) => &arguments.bank,
            Self::Grant(arguments) => &arguments.bank,
            Self::Admin(arguments) => &arguments.bank,
            Self::Serial(arguments) => &arguments.bank,
        }
    }
}

/// Carries the command out, and tells what to print.
///
/// # Errors
/// [`BankError`] in words.
pub async fn run(context: &Context, command: BankCommand) -> Result<String, BankError> {
    let done = match command {
        BankCommand::Operator(arguments) => operators(context, arguments.command).await,
        BankCommand::Company(arguments) => companies(context, arguments.command).await,
        BankCommand::Grant(arguments) => grant(context, arguments).await,
        BankCommand::Admin(arguments) => admins(context, arguments.command).await,
        BankCommand::Serial(arguments) => serials(context, arguments.command).await,
    };
    done.map_err(|error| BankError::of(context, error))
}

async fn acting(context: &Context, who: &ActingOperator) -> Result<Caller, ServiceError> {
    match operator(context, &who.operator).await {
        Err(ServiceError::Request(RequestError::NotFound)) => {
            Err(RequestError::field(FieldName::Username, FieldProblem::Wrong).into())
        }
        found => found,
    }
}

fn draft(username: String, person: PersonArguments, role: Role) -> UserDraft {
    UserDraft {
        username,
        full_name: person.full_name,
        email: person.email,
        mobile: person.mobile,
        role,
        contact_confirmed: true,
    }
}

async fn operators(context: &Context, command: OperatorCommand) -> Result<String, ServiceError> {
    match command {
        OperatorCommand::Create {
            username,
            person,
            bank_slug,
            bank_name,
            without_token,
        } => {
            let names = BankNames {
                slug: bank_slug,
                name: bank_name,
            };
            let draft = draft(username, person, Role::Operator);
            let made = create_operator(context, &names, &draft, !without_token).await?;
            let username = draft.username.trim();
            Ok(format!("Operator {username} made.\n{}", invited(&made)))
        }
        OperatorCommand::Invite { username } => {
            let made = change_operator::invite_operator(context, &username).await?;
            Ok(invited(&made))
        }
        OperatorCommand::GiveToken { username } => {
            change_operator::give_operator_token(context, &username).await?;
            Ok(format!(
                "{username} has a token, and links an AppMovil after signing in."
            ))
        }
        OperatorCommand::Deactivate { username } => {
            change_operator::deactivate_operator(context, &username).await?;
            Ok(format!("{username} is inactive."))
        }
        OperatorCommand::Activate { username } => {
            change_operator::activate_operator(context, &username).await?;
            Ok(format!("{username} is active again."))
        }
    }
}

/// With what and until when an operator chooses their password.
fn invited(made: &NewOperator) -> String {
    format!(
        "They sign in with the company code {}.\n\
         Have them choose a password within 72 hours, with this link, which works once:\n{}",
        made.company, made.link
    )
}

async fn companies(context: &Context, command: CompanyCommand) -> Result<String, ServiceError> {
    match command {
        CompanyCommand::List {
            acting: who,
            search,
        } => {
            let caller = acting(context, &who).await?;
            list(context, &caller, search).await
        }
        CompanyCommand::Create {
            acting: who,
            slug,
            name,
            contact_period_days,
            two_approvals,
        } => {
            let caller = acting(context, &who).await?;
            let draft = CompanyDraft {
                slug,
                settings: CompanySettings {
                    name,
                    contact_period_days,
                },
                approvals: if two_approvals {
                    Approvals::Two
                } else {
                    Approvals::One
                },
            };
            create_company::create_company(context, &caller, &draft).await?;
            Ok(format!("Company {} made.", draft.slug.trim()))
        }
        CompanyCommand::Suspend { acting: who, slug } => {
            let (caller, company) = found(context, &who, &slug).await?;
            suspend_company::suspend_company(context, &caller, company.seen()).await?;
            Ok(format!("{} is suspended.", company.name))
        }
        CompanyCommand::Resume { acting: who, slug } => {
            let (caller, company) = found(context, &who, &slug).await?;
            resume_company::resume_company(context, &caller, company.seen()).await?;
            Ok(format!("{} is active again.", company.name))
        }
    }
}

/// The operator and the company that a command names.
async fn found(
    context: &Context,
    who: &ActingOperator,
    slug: &str,
) -> Result<(Caller, CompanyDetail), ServiceError> {
    let caller = acting(context, who).await?;
    let company = company_by_slug(context, &caller, slug).await?;
    Ok((caller, company))
}

async fn list(context: &Context, caller: &Caller, search: String) -> Result<String, ServiceError> {
    let mut query = CompanyQuery {
        filter: CompanyFilter {
            search,
            status: None,
        },
        ..CompanyQuery::default()
    };
    query.page.size = PAGE_SIZES[PAGE_SIZES.len() - 1];
    let mut lines = vec![words::company_head()];
    loop {
        let page = list_companies::list_companies(context, caller, &query).await?;
        lines.extend(page.rows.iter().map(words::company_line));
        match page.next {
            Some(next) => query.page.place = Place::After(next),
            None => return Ok(lines.join("\n")),
        }
    }
}

async fn grant(context: &Context, arguments: GrantArguments) -> Result<String, ServiceError> {
    let (caller, company) = found(context, &arguments.acting, &arguments.slug).await?;
    let order = GrantOrder {
        company: company.id,
        count: arguments.count,
        seen_granted: company.stock.granted(),
    };
    let granted = grant_tokens::grant_tokens(context, &caller, &order).await?;
    Ok(format!(
        "{} tokens granted to {}: {} to {}.",
        granted.count, company.name, granted.first, granted.last
    ))
}

async fn admins(context: &Context, command: AdminCommand) -> Result<String, ServiceError> {
    match command {
        AdminCommand::Create {
            acting: who,
            slug,
            username,
            person,
            auditor,
        } => {
            let (caller, company) = found(context, &who, &slug).await?;
            let role = if auditor { Role::Auditor } else { Role::Admin };
            let draft = draft(username, person, role);
            create_company_person::create_company_person(context, &caller, company.id, &draft)
                .await?;
            Ok(format!(
                "{} of {} made; the link to choose a password is on its way to {}.",
                draft.username.trim(),
                company.name,
                draft.email.trim()
            ))
        }
        AdminCommand::Invite {
            acting: who,
            slug,
            username,
        } => {
            let (caller, company) = found(context, &who, &slug).await?;
            let person = person_by_username(context, &caller, &company, &username).await?;
            invite_company_person::invite_company_person(context, &caller, company.id, person)
                .await?;
            Ok(format!("A new link is on its way to {username}."))
        }
    }
}

async fn serials(context: &Context, command: SerialCommand) -> Result<String, ServiceError> {
    match command {
        SerialCommand::Show {
            acting: who,
            serial,
        } => {
            let caller = acting(context, &who).await?;
            let found = find_serial::find_serial(context, &caller, &serial).await?;
            Ok(words::token(&found))
        }
        SerialCommand::Retire {
            acting: who,
            serial,
        } => {
            let caller = acting(context, &who).await?;
            let found = find_serial::find_serial(context, &caller, &serial).await?;
            let BankToken::Virtual { token, .. } = found else {
                return Err(RequestError::NotAllowed.into());
            };
            let seen = SeenToken {
                token: token.id,
                version: token.version,
            };
            let deed = OperatorDeed::Retire;
            change_token_at_bank::change_token_at_bank(context, &caller, seen, deed).await?;
            Ok(format!("{} is retired.", token.serial))
        }
    }
}
