//! The product as a process of its own: this test binary runs the command line when it is told to.

use super::client::Client;
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::{Child, ChildStderr, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// Holds the arguments of the process that is to be the product.
const ARGUMENTS: &str = "JOURNEY_ARGUMENTS";

/// Memory that a process may map, in KiB: one that runs away ends instead of taking the machine along.
const MEMORY: &str = "6291456";

/// Runs the command line where the process was started for that; otherwise there is nothing to test.
#[test]
fn as_the_product() {
    let Ok(arguments) = std::env::var(ARGUMENTS) else { return };
    let arguments: Vec<String> = serde_json::from_str(&arguments).unwrap();
    let all = std::iter::once("concordat".to_owned()).chain(arguments);
    std::process::exit(concordat::cli::run(all.map(Into::into)).into());
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new("/bin/sh");
    let test = std::env::current_exe().unwrap();
    command.args(["-c", "ulimit -v \"$0\"; exec \"$@\"", MEMORY]).arg(test);
    command.args(["--exact", "--quiet", "--nocapture", "journeys::process::as_the_product"]);
    for name in ["DATABASE_URL", "CONCORDAT_CONFIG", "CONCORDAT_SHARED_DATA", "CONCORDAT_TEST_ALL"] {
        command.env_remove(name);
    }
    command.current_dir(env!("CARGO_TARGET_TMPDIR")).env(ARGUMENTS, serde_json::to_string(arguments).unwrap());
    command
}

/// Runs a command to its end.
pub fn run(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Starts a command that waits for its standard input.
pub fn start(arguments: &[&str]) -> Child {
    command(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap()
}

/// Runs a command to its end, which must be good, and gives what it printed as JSON.
pub fn told(arguments: &[&str]) -> Value {
    let output = run(&[arguments, &["--json"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    // the test harness says first what it is about to run
    let json = text.find(['{', '[']).map(|at| &text[at..]).unwrap_or_default();
    serde_json::from_str(json).unwrap_or_else(|why| panic!("{why} in {text}"))
}

/// A running server. It is killed when it is dropped.
pub struct Product {
    process: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// Where its figures are.
    pub metrics: SocketAddr,
    /// With what it is set up, where it is not yet.
    pub set_up_token: Option<String>,
    log: Arc<Mutex<String>>,
}

impl Drop for Product {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            eprintln!("{}", lines[lines.len().saturating_sub(20)..].join("\n"));
        }
    }
}

impl Product {
    /// Starts `serve` with these arguments on free ports, and waits until it listens.
    pub fn serve(arguments: &[&str]) -> Self {
        Self::serve_at("127.0.0.1:0", arguments)
    }

    /// The same on a port of one's choice.
    pub fn serve_at(address: &str, arguments: &[&str]) -> Self {
        // waiting for something asks often
        let often = ["--requests-per-minute", "1000000"];
        Self::start(&[&["serve", "--listen", address], &often[..], arguments].concat()).0
    }

    /// Starts a command that serves, and waits until it listens; with all that it tells then.
    pub fn start(arguments: &[&str]) -> (Self, Value) {
        let all = [arguments, &["--json", "--metrics-listen", "127.0.0.1:0"]].concat();
        let mut process = command(&all);
        let mut process = process.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let log = kept(process.stderr.take().unwrap());
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let told = lines.find_map(|line| {
            let line = line.unwrap();
            line.find('{').and_then(|at| serde_json::from_str::<Value>(&line[at..]).ok())
        });
        // whatever it says afterwards must find a reader
        std::thread::spawn(move || lines.for_each(drop));
        let told = told.unwrap_or_else(|| panic!("a server that does not listen: {}", log.lock().unwrap()));
        let address = |key: &str| {
            let url = told[key].as_str().unwrap().trim_start_matches("http://");
            url.split('/').next().unwrap().parse().unwrap()
        };
        let set_up_token = told["set_up_token"].as_str().map(str::to_owned);
        (Self { address: address("listening"), metrics: address("metrics"), set_up_token, log, process }, told)
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// A client of it.
    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// Sets the instance up and signs in: a client with the operator's token.
    pub fn operated(&self) -> Client {
        let token = self.set_up_token.as_deref().expect("an instance that nobody operates");
        let mut client = self.client();
        let (email, password) = (OPERATOR, PASSWORD);
        let set_up =
            json!({ "token": token, "email": email, "name": "Olga", "company": "meridian", "password": password });
        assert_eq!(client.ask("POST /auth/set-up", Some(&set_up)).status, 201);
        client
    }

    /// Sets the instance up, and makes a token with which its operator's own system may do everything.
    pub fn operators_token(&self, place: &[&str]) -> String {
        let mut operator = self.operated();
        let create = ["token", "create", OPERATOR, "--name", "load", "--scope", "act", "--scope", "read"];
        let made = told(&[&create, place].concat());
        let exchanged = operator.ask("POST /auth/token", Some(&json!({ "token": made["token"] }))).json();
        format!("Bearer {}", exchanged["token"].as_str().unwrap())
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: &str) {
        let sent = Command::new("/bin/kill").args([signal, &self.process.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until it has ended, and gives its exit code.
    pub fn ended(&mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }
}

/// Keeps what a process logs.
fn kept(stderr: ChildStderr) -> Arc<Mutex<String>> {
    let log = Arc::new(Mutex::new(String::new()));
    let kept = log.clone();
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let mut kept = kept.lock().unwrap();
            kept.push_str(&line);
            kept.push('\n');
        }
    });
    log
}

/// The address of the operator of every journey.
pub const OPERATOR: &str = "olga@meridian.example";
/// Their password.
pub const PASSWORD: &str = "correct horse battery staple";

/// Asks until it is so, for a bounded time.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(30), "not in 30 seconds: {what}");
        std::thread::yield_now();
    }
}
