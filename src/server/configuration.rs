use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;

/// Where the database is.
#[derive(Debug, Clone)]
pub struct DatabaseLocation {
    /// The folder of everything that this server keeps.
    pub data_dir: PathBuf,
    /// The database; an SQLite file under `data_dir` when there is none.
    pub database_url: Option<String>,
}

impl DatabaseLocation {
    /// The database's URL.
    pub fn url(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| {
            format!(
                "sqlite://{}",
                self.data_dir.join("llavero.sqlite").display()
            )
        })
    }
}

/// How the server is started.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Where the database is.
    pub database: DatabaseLocation,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The origin as browsers see it; made from `listen` when there is none.
    pub public_url: Option<String>,
    /// The proxies that are believed when they say who made a request.
    pub trusted_proxies: Vec<IpNet>,
    /// The folder of the browser's files; beside the program when there is none.
    pub site_dir: Option<PathBuf>,
    /// Whether to fill an empty database with demo data.
    pub demo: bool,
}

impl ServeOptions {
    /// The origin as browsers see it, without a slash at its end.
    pub fn public_origin(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }
}
