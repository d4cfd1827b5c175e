//! Which database: `sqlite:PATH` or `postgres://…`.

use std::path::PathBuf;

/// A parsed database URL.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// An embedded `SQLite` file.
    Sqlite(PathBuf),
    /// A `PostgreSQL` server, as libpq reads it.
    Postgres(String),
}

/// Why a text is no database URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlProblem;

impl std::fmt::Display for UrlProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the database URL must be sqlite:PATH or postgres://USER@HOST/NAME")
    }
}

impl std::error::Error for UrlProblem {}

impl std::str::FromStr for DatabaseUrl {
    type Err = UrlProblem;

    fn from_str(text: &str) -> Result<Self, UrlProblem> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.into()));
        }
        match text.strip_prefix("sqlite:").map(|path| path.trim_start_matches("//")) {
            Some(path) if !path.is_empty() && path != ":memory:" => {
                let absolute = text.starts_with("sqlite:///");
                Ok(Self::Sqlite(if absolute {
                    format!("/{}", path.trim_start_matches('/')).into()
                } else {
                    path.into()
                }))
            }
            _ => Err(UrlProblem),
        }
    }
}

impl std::fmt::Display for DatabaseUrl {
    /// Without the password, and without options, as one of them may be a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => match (url.find("://"), url.rfind('@')) {
                (Some(scheme), Some(at)) if at > scheme => {
                    let user = url[scheme + 3..at].split([':', '?']).next().unwrap_or_default();
                    let place = url[at + 1..].split('?').next().unwrap_or_default();
                    write!(f, "{}://{user}@{place}", &url[..scheme])
                }
                _ => f.write_str(url.split('?').next().unwrap_or_default()),
            },
        }
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_url_is_refused_instead_of_creating_a_file() {
        assert_eq!("postgre://x/y".parse::<DatabaseUrl>(), Err(UrlProblem));
        assert_eq!("concordat.db".parse::<DatabaseUrl>(), Err(UrlProblem));
        assert_eq!("sqlite::memory:".parse::<DatabaseUrl>(), Err(UrlProblem));
    }

    #[test]
    fn paths_and_passwords() {
        assert_eq!("sqlite:a/b.db".parse(), Ok(DatabaseUrl::Sqlite("a/b.db".into())));
        assert_eq!("sqlite:/a/b.db".parse(), Ok(DatabaseUrl::Sqlite("/a/b.db".into())));
        assert_eq!("sqlite:///a/b.db".parse(), Ok(DatabaseUrl::Sqlite("/a/b.db".into())));
        let url: DatabaseUrl = "postgres://me:secret@db/concordat".parse().unwrap();
        assert_eq!(url.to_string(), "postgres://me@db/concordat");
        let url: DatabaseUrl = "postgres://me@db/concordat?password=secret".parse().unwrap();
        assert_eq!(url.to_string(), "postgres://me@db/concordat");
    }
}
