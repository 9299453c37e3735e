use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Where the database is, and who works on it.
#[derive(Debug, Clone, Args)]
pub struct BankArguments {
    /// Where the embedded database and the keys are kept
    #[arg(
        long,
        global = true,
        env = "LLAVERO_DATA_DIR",
        value_name = "DIR",
        default_value = "data"
    )]
    pub data_dir: PathBuf,

    /// Another database: postgres://… or sqlite://…
    #[arg(
        long,
        global = true,
        env = "LLAVERO_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,

    /// The address that people open: the links in messages begin with it
    #[arg(
        long,
        global = true,
        env = "LLAVERO_PUBLIC_URL",
        value_name = "URL",
        default_value = "http://127.0.0.1:3000"
    )]
    pub public_url: String,
}

/// In whose name something is done.
#[derive(Debug, Clone, Args)]
pub struct ActingOperator {
    /// The operator in whose name it is done: the company's log names them
    #[arg(long, env = "LLAVERO_OPERATOR", value_name = "USER")]
    pub operator: String,
}

/// A person's data.
#[derive(Debug, Clone, Args)]
pub struct PersonArguments {
    /// Their own name
    #[arg(long, value_name = "NAME")]
    pub full_name: String,

    /// Their e-mail: the link to choose a password goes there
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,

    /// Their mobile
    #[arg(long, value_name = "NUMBER")]
    pub mobile: String,
}

/// `llavero operator …`
#[derive(Debug, Clone, Args)]
pub struct OperatorArguments {
    /// The database
    #[command(flatten)]
    pub bank: BankArguments,
    /// What to do
    #[command(subcommand)]
    pub command: OperatorCommand,
}

/// What is done about operators.
#[derive(Debug, Clone, Subcommand)]
pub enum OperatorCommand {
    /// Make an operator, and print the link with which they choose a password
    Create {
        /// The name they sign in with
        username: String,
        /// The person
        #[command(flatten)]
        person: PersonArguments,
        /// The company code that operators type to sign in; only for the first one
        #[arg(long, value_name = "CODE", default_value = "banco")]
        bank_slug: String,
        /// The bank's name on the screen; only for the first one
        #[arg(long, value_name = "NAME", default_value = "Banco")]
        bank_name: String,
        /// Give them no token: their password alone lets them in
        #[arg(long)]
        without_token: bool,
    },
    /// Print another link to choose a password with; the one before works no more
    Invite {
        /// The name they sign in with
        username: String,
    },
    /// Give a token to an operator who has none
    GiveToken {
        /// The name they sign in with
        username: String,
    },
    /// Set an operator inactive: they are out at once
    Deactivate {
        /// The name they sign in with
        username: String,
    },
    /// Let an inactive operator in again
    Activate {
        /// The name they sign in with
        username: String,
    },
}

/// `llavero company …`
#[derive(Debug, Clone, Args)]
pub struct CompanyArguments {
    /// The database
    #[command(flatten)]
    pub bank: BankArguments,
    /// What to do
    #[command(subcommand)]
    pub command: CompanyCommand,
}

/// What is done about companies.
#[derive(Debug, Clone, Subcommand)]
pub enum CompanyCommand {
    /// List the companies with their tokens
    List {
        /// Who asks
        #[command(flatten)]
        acting: ActingOperator,
        /// Only those whose name or code holds this
        #[arg(long, value_name = "TEXT", default_value = "")]
        search: String,
    },
    /// Make a company
    Create {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The company code: what its people type to sign in
        #[arg(value_name = "CODE")]
        slug: String,
        /// Its name on the screen
        #[arg(long, value_name = "NAME")]
        name: String,
        /// For how many days a confirmation of contact data holds
        #[arg(long, value_name = "DAYS", default_value = "365")]
        contact_period_days: String,
        /// Have a second administrator confirm each request (control dual)
        #[arg(long)]
        two_approvals: bool,
    },
    /// Suspend a company: nobody of it signs in until it is resumed
    Suspend {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The company code: what its people type to sign in
        #[arg(value_name = "CODE")]
        slug: String,
    },
    /// Let a suspended company use the service again
    Resume {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The company code: what its people type to sign in
        #[arg(value_name = "CODE")]
        slug: String,
    },
}

/// `llavero grant …`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Example:
  llavero grant andina 50 --operator MartaO")]
pub struct GrantArguments {
    /// The database
    #[command(flatten)]
    pub bank: BankArguments,
    /// Who does it
    #[command(flatten)]
    pub acting: ActingOperator,
    /// The company code: what its people type to sign in
    #[arg(value_name = "CODE")]
    pub slug: String,
    /// How many tokens, 1 to 1000
    pub count: String,
}

/// `llavero admin …`
#[derive(Debug, Clone, Args)]
pub struct AdminArguments {
    /// The database
    #[command(flatten)]
    pub bank: BankArguments,
    /// What to do
    #[command(subcommand)]
    pub command: AdminCommand,
}

/// What is done about administrators and auditors.
#[derive(Debug, Clone, Subcommand)]
pub enum AdminCommand {
    /// Make an administrator of a company, with a token, and send them their link
    Create {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The company code: what its people type to sign in
        #[arg(value_name = "CODE")]
        slug: String,
        /// The name they sign in with
        username: String,
        /// The person
        #[command(flatten)]
        person: PersonArguments,
        /// Make an auditor instead, who only looks and needs no token
        #[arg(long)]
        auditor: bool,
    },
    /// Send somebody a new link to choose a password with
    Invite {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The company code: what its people type to sign in
        #[arg(value_name = "CODE")]
        slug: String,
        /// The name they sign in with
        username: String,
    },
}

/// `llavero serial …`
#[derive(Debug, Clone, Args)]
pub struct SerialArguments {
    /// The database
    #[command(flatten)]
    pub bank: BankArguments,
    /// What to do
    #[command(subcommand)]
    pub command: SerialCommand,
}

/// What is done about one token.
#[derive(Debug, Clone, Subcommand)]
pub enum SerialCommand {
    /// Say whose a token is and where it stands
    Show {
        /// Who asks
        #[command(flatten)]
        acting: ActingOperator,
        /// The token's serial, such as FEF4900032
        serial: String,
    },
    /// Put an available or blocked token out of use for ever
    Retire {
        /// Who does it
        #[command(flatten)]
        acting: ActingOperator,
        /// The token's serial, such as FEF4900032
        serial: String,
    },
}
