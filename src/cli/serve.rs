use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::Args;
use clap::builder::BoolishValueParser;
use ipnet::IpNet;

/// What `llavero serve` is told.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  llavero serve --demo
      Companies to play with, at http://127.0.0.1:3000
  llavero serve --listen 127.0.0.1:8080 --public-url https://tokens.bank.example \\
      --trusted-proxy 127.0.0.1
      Behind a proxy that speaks HTTPS
  LLAVERO_DATABASE_URL=postgres://llavero@db/llavero llavero serve
      On PostgreSQL; set LLAVERO_MASTER_KEY to the same keys on every server

Each option is also an environment variable; the option wins. LLAVERO_MASTER_KEY,
which has no option because others can read a command line, holds the keys that
seal secrets: 32 bytes in base64url each, separated by commas, the newest last.
Without it they are kept in the data directory's master.key. LLAVERO_SMTP_URL,
LLAVERO_MAIL_FROM and LLAVERO_SMS_URL say by what messages are sent; without them
e-mails land in the data directory's messages (see docs/OPERATIONS.md). LLAVERO_LOG
sets what is logged, such as info or llavero=debug.")]
pub struct ServeArguments {
    /// Fill an empty database with companies to play with, and print their sign-ins
    #[arg(long, env = "LLAVERO_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,

    /// Where the embedded database and the keys are kept
    #[arg(
        long,
        env = "LLAVERO_DATA_DIR",
        value_name = "DIR",
        default_value = "data"
    )]
    pub data_dir: PathBuf,

    /// Another database: postgres://… or sqlite://…
    #[arg(
        long,
        env = "LLAVERO_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,

    /// The address and port to listen at
    #[arg(
        long,
        env = "LLAVERO_LISTEN",
        value_name = "ADDR",
        default_value = "127.0.0.1:3000"
    )]
    pub listen: SocketAddr,

    /// The address that people open, when it is another: links and devices use it
    #[arg(long, env = "LLAVERO_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    pub public_url: Option<String>,

    /// The proxies, as addresses or networks, whose X-Forwarded-For is believed
    #[arg(
        long = "trusted-proxy",
        env = "LLAVERO_TRUSTED_PROXIES",
        value_name = "NET",
        value_delimiter = ',',
        value_parser = network
    )]
    pub trusted_proxies: Vec<IpNet>,

    /// The directory that the build left the browser's files in [default: beside this program]
    #[arg(long, env = "LLAVERO_SITE_DIR", value_name = "DIR")]
    pub site_dir: Option<PathBuf>,
}

/// A network, or one address.
fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    let one = text.parse::<IpAddr>().map(IpNet::from);
    one.or_else(|_| text.parse())
        .map_err(|_| "it has to be like 10.0.0.7 or 10.0.0.0/8".to_owned())
}

/// An origin: scheme, host and port, nothing after.
fn origin(text: &str) -> Result<String, String> {
    let url = reqwest::Url::parse(text).map_err(|error| error.to_string())?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !matches!(url.scheme(), "http" | "https") || !bare || !url.username().is_empty() {
        return Err("it has to be like https://tokens.bank.example, with no path".to_owned());
    }
    Ok(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_an_origin() {
        assert_eq!(
            origin("https://Tokens.bank.example/").as_deref(),
            Ok("https://tokens.bank.example")
        );
        assert_eq!(
            origin("http://127.0.0.1:3000").as_deref(),
            Ok("http://127.0.0.1:3000")
        );
        for text in [
            "tokens.bank.example",
            "ftp://bank.example",
            "https://bank.example/tokens",
            "https://bank.example?x=1",
            "https://me@bank.example",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
    }
}
