//! `cargo xtask test`: every test there is, and an honest account of what could not run.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use xtask::postgres::{Server, URL_VARIABLE, Why};

use super::{
    Skips, cargo, console, node,
    outcome::{Outcome, Table},
    root, said, step,
};

/// Tells the tests that one which cannot run must fail.
const ALL_VARIABLE: &str = "CONCORDAT_TEST_ALL";
/// The GraphQL-over-HTTP audit, a package of the Node world.
const AUDIT: &str = "tests/contract/audit";
/// An OpenID Connect provider, another one.
const PROVIDER: &str = "tests/contract/openid";
/// Readers of calendars, packages of the Python world, and where they are put.
const READERS: (&str, &str) = ("tests/contract/calendars/requirements.txt", "target/calendar-readers");

pub(super) fn run(skips: Skips) -> Result<(), String> {
    let mut all = Table::default();
    all.run("console build", console::build);
    all.append(table(skips));
    all.finish(skips)
}

/// The tests, after the console was built: the binaries embed it.
pub(super) fn table(skips: Skips) -> Table {
    let mut table = Table::default();
    table.run("audit packages", || node::install(&root().join(AUDIT)));
    table.run("provider packages", || node::install(&root().join(PROVIDER)));
    table.run("calendar readers", install_readers);
    let mut server = None;
    table.run("PostgreSQL", || match Server::open() {
        Ok(open) => {
            let place = if open.is_private() { "private cluster" } else { URL_VARIABLE };
            let version = open.version();
            server = Some(open);
            version.map(|version| format!("{version}, {place}")).map_err(|why| why.to_string()).into()
        }
        Err(Why::Missing(why)) => Outcome::Skipped(why),
        Err(Why::Broken(why)) => Outcome::Failed(why),
    });
    table.run("Rust tests", || rust(skips, server.as_ref()));
    console::test(&mut table);
    table
}

fn rust(skips: Skips, server: Option<&Server>) -> Outcome {
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    if skips == Skips::Fail {
        command.env(ALL_VARIABLE, "1");
    }
    if let Some(server) = server {
        command.env(URL_VARIABLE, server.admin_url());
    }
    match counted(&mut command) {
        Err(why) => Outcome::Failed(why),
        Ok((good, count)) => {
            let engines = if server.is_some() { "SQLite and PostgreSQL" } else { "SQLite alone" };
            let told = format!("{count}, on {engines}");
            if good && count.failed == 0 && count.passed > 0 { Outcome::Passed(told) } else { Outcome::Failed(told) }
        }
    }
}

/// Runs the tests with their output shown, and counts it.
fn counted(command: &mut Command) -> Result<(bool, Count), String> {
    eprintln!("$ {}", said(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|why| why.to_string())?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line.map_err(|why| why.to_string())?).into_owned();
            println!("{line}");
            count.take(&line);
        }
    }
    Ok((child.wait().map_err(|why| why.to_string())?.success(), count))
}

/// What the test binaries said.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Count {
    fn take(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            let words: Vec<&str> = result.split_whitespace().collect();
            let number = |name: &str| {
                let at = words.iter().position(|word| word.trim_end_matches(';') == name)?;
                words.get(at.checked_sub(1)?)?.parse::<u32>().ok()
            };
            self.passed += number("passed").unwrap_or(0);
            self.failed += number("failed").unwrap_or(0);
            self.ignored += number("ignored").unwrap_or(0);
        }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { passed, failed, ignored } = self;
        write!(f, "{passed} passed, {failed} failed, {ignored} ignored")
    }
}

/// Puts the readers into a virtual environment of their own; again when the list of what they are has changed.
fn install_readers() -> Outcome {
    let (list, place) = (root().join(READERS.0), root().join(READERS.1));
    let python = |program: &str| {
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    if !python("python3").args(["-c", "import ensurepip, venv"]).status().is_ok_and(|done| done.success()) {
        return Outcome::Skipped("there is no Python (python3 with venv and pip) here".to_owned());
    }
    let listed = std::fs::read_to_string(&list).unwrap_or_default();
    let installed = place.join("installed.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|before| before == listed) {
        return Outcome::Passed("installed before".to_owned());
    }
    let mut make = Command::new("python3");
    make.args(["-m", "venv", "--clear"]).arg(&place);
    let mut install = Command::new(place.join("bin/python"));
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list);
    let done = step(&mut make).and_then(|()| step(&mut install));
    let done = done.and_then(|()| std::fs::write(&installed, &listed).map_err(|why| why.to_string()));
    done.map(|()| "pip install".to_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn results_add_up_over_the_binaries() {
        let mut count = Count::default();
        for line in [
            "test api::sign::twice ... ok",
            "test result: ok. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: ok. 40 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s",
        ] {
            count.take(line);
        }
        assert_eq!(count, Count { passed: 42, failed: 1, ignored: 1 });
    }
}
