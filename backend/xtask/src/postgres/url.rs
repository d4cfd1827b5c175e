//! The parts of a PostgreSQL URL that a test database varies: user, password and database name.

use std::fmt;

/// `postgres://user:password@host:port/database?options`, kept in percent-encoded form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Url {
    credentials: String,
    place: String,
    database: String,
    options: String,
}

impl Url {
    /// A server on the loopback interface that trusts its users.
    pub(super) fn loopback(user: &str, port: u16) -> Self {
        Self {
            credentials: user.to_owned(),
            place: format!("127.0.0.1:{port}"),
            database: "postgres".to_owned(),
            options: String::new(),
        }
    }

    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let rest = text
            .strip_prefix("postgres://")
            .or_else(|| text.strip_prefix("postgresql://"))
            .ok_or("expected postgres://user:password@host:port/database")?;
        let (rest, options) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, database) = rest.split_once('/').unwrap_or((rest, "postgres"));
        let (credentials, place) = authority.rsplit_once('@').ok_or("expected a user before the host")?;
        Ok(Self {
            credentials: credentials.to_owned(),
            place: place.to_owned(),
            database: if database.is_empty() { "postgres" } else { database }.to_owned(),
            options: options.to_owned(),
        })
    }

    /// The same server, another database, another role (whose password is its name).
    pub(super) fn of(&self, role: &str, database: &str) -> Self {
        Self { credentials: format!("{role}:{role}"), database: database.to_owned(), ..self.clone() }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "postgres://{}@{}/{}", self.credentials, self.place, self.database)?;
        if self.options.is_empty() { Ok(()) } else { write!(f, "?{}", self.options) }
    }
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[test]
    fn role_and_database_change_and_the_place_stays() {
        let cases = [
            ("postgres://root:p%40ss@db:6432/x?sslmode=require", "postgres://app:app@db:6432/t?sslmode=require"),
            ("postgresql://root@[::1]:5432", "postgres://app:app@[::1]:5432/t"),
            ("postgres://root@localhost/", "postgres://app:app@localhost/t"),
        ];
        for (given, wanted) in cases {
            assert_eq!(Url::parse(given).map(|url| url.of("app", "t").to_string()), Ok(wanted.to_owned()), "{given}");
        }
    }

    #[test]
    fn what_is_no_postgres_url_is_refused() {
        for given in ["", "sqlite:concordat.db", "postgres://localhost/x", "mysql://root@localhost/x"] {
            assert!(Url::parse(given).is_err(), "{given}");
        }
    }
}
