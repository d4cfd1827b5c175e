//! One database per test, copied from a template that was migrated once.

use std::{
    process,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use super::{APP, OWNER, Server, Why};

/// A database that is only copied from.
#[derive(Debug)]
pub struct Template<'a> {
    server: &'a Server,
    name: String,
}

/// A test's own database; dropped with the value, whoever is still connected.
#[derive(Debug)]
pub struct TestDatabase<'a> {
    server: &'a Server,
    name: String,
    /// For migrations: the role that owns the database.
    pub owner_url: String,
    /// For the product: the role that row-level security holds.
    pub app_url: String,
}

impl Server {
    /// The template of that name, prepared at its first use by `prepare(owner_url)`.
    ///
    /// It outlives the process on a server that is not private, so the name carries what it was made from, for
    /// instance a digest of the migrations.
    ///
    /// # Errors
    /// [`Why::Broken`] with what `prepare` or the server said.
    pub fn template(&self, name: &str, prepare: impl FnOnce(&str) -> Result<(), String>) -> Result<Template<'_>, Why> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let name = format!("concordat_template_{}", plain(name));
        if !self.has_database(&name)? {
            let draft = self.database("template_draft")?;
            prepare(&draft.owner_url).map_err(Why::Broken)?;
            let renamed = self.psql.run(&self.admin, &format!("ALTER DATABASE {} RENAME TO {name}", draft.name));
            if renamed.is_err() && !self.has_database(&name)? {
                renamed?;
            }
        }
        Ok(Template { server: self, name })
    }

    /// An empty database.
    ///
    /// # Errors
    /// [`Why::Broken`] with what the server said.
    pub fn database(&self, name: &str) -> Result<TestDatabase<'_>, Why> {
        self.copy_of("template0", name)
    }

    fn copy_of(&self, template: &str, name: &str) -> Result<TestDatabase<'_>, Why> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("t{}_{}_{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed), plain(name));
        self.psql
            .run(&self.admin, &format!("CREATE DATABASE {name} TEMPLATE {template} OWNER {OWNER} {}", self.strategy))?;
        let url = |role| self.admin.of(role, &name).to_string();
        Ok(TestDatabase { server: self, owner_url: url(OWNER), app_url: url(APP), name })
    }

    fn has_database(&self, name: &str) -> Result<bool, Why> {
        let found = self.psql.run(&self.admin, &format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"))?;
        Ok(found == "1")
    }
}

impl<'a> Template<'a> {
    /// A copy of the template.
    ///
    /// # Errors
    /// [`Why::Broken`] with what the server said.
    pub fn database(&self, name: &str) -> Result<TestDatabase<'a>, Why> {
        self.server.copy_of(&self.name, name)
    }
}

impl TestDatabase<'_> {
    /// Gathers the statistics that plans are made from, which a private server does not do by itself.
    ///
    /// # Errors
    /// [`Why::Broken`] with what the server said.
    pub fn analyze(&self) -> Result<(), Why> {
        let url = self.server.admin.of(OWNER, &self.name);
        self.server.psql.run(&url, "ANALYZE").map(drop)
    }
}

impl Drop for TestDatabase<'_> {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        if let Err(why) = self.server.psql.run(&self.server.admin, &sql) {
            eprintln!("{} stays behind: {why}", self.name);
        }
    }
}

/// A name as PostgreSQL takes it without quotes, short enough to stay distinct after a prefix.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).take(36).collect()
}
