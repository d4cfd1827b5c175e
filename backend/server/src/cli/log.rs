//! The log: to standard error, for people or for machines, without secrets.

use crate::config::{Config, LogFormat};
use std::io::IsTerminal as _;
use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log once; `least` is what is logged where the configuration keeps the default.
pub fn start(config: &Config, least: &str) {
    let least = format!("{least},actix_server=warn");
    let asked = if config.keys.log_filter == "info" { &least } else { &config.keys.log_filter };
    let filter = EnvFilter::try_new(asked).unwrap_or_else(|_| EnvFilter::new(least));
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // a second start finds the first one there, which is as good
    let _ = match config.log_format {
        LogFormat::Text => log.with_ansi(std::io::stderr().is_terminal()).try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
    };
}
