//! `concordat import measurements`: any size, in bounded memory; what is wrong goes to a file, the rest goes in.

use super::{
    console::Console,
    outcome::{Answered, Failed, REJECTS, Said},
};
use concordat_service::{
    agreements,
    kpis::{Format, Import as Importing, Imported, Rejects},
};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal as _},
    path::{Path, PathBuf},
};

/// Imports facts
#[derive(clap::Subcommand)]
pub enum Import {
    /// Measurements: CSV with named columns, or one JSON object a line. Run again, it changes nothing
    Measurements {
        /// The file; `-` for standard input
        file: PathBuf,
        /// The agreement's code
        #[arg(long, value_name = "CODE")]
        agreement: String,
        /// csv or ndjson; otherwise by the file's name
        #[arg(long, value_parser = format)]
        format: Option<Format>,
        /// Where the lines go that are not taken, each with its number and reason [default: FILE.rejects]
        #[arg(long, value_name = "FILE")]
        rejects: Option<PathBuf>,
        /// Check everything, keep nothing
        #[arg(long)]
        dry_run: bool,
    },
}

impl Import {
    pub(super) fn run(self, console: &Console) -> Answered {
        let Self::Measurements { file, agreement, format, rejects, dry_run } = self;
        let standard = file.as_os_str() == "-";
        let format = format.or_else(|| by_name(&file)).ok_or_else(|| Failed::usage("say --format csv or ndjson"))?;
        let rejects = rejects.unwrap_or_else(|| rejects_of(&file, standard));
        let (input, size): (Box<dyn BufRead + Send>, Option<u64>) = if standard {
            (Box::new(BufReader::with_capacity(1 << 16, io::stdin())), None)
        } else {
            let opened = File::open(&file).map_err(|why| Failed::usage(format!("{}: {why}", file.display())))?;
            let size = opened.metadata().ok().map(|file| file.len());
            (Box::new(BufReader::with_capacity(1 << 16, opened)), size)
        };
        let desk = console.open()?;
        let id = desk.read(|tx| Ok(agreements::by_code(tx, &agreement)?.agreement.id))?;
        let (bar, mut out) = (progress(size, console.json), None);
        let mut reject = |some: &[_]| -> io::Result<()> {
            if some.is_empty() {
                return Ok(());
            }
            let out = match &mut out {
                Some(out) => out,
                none => none.insert(Rejects::new(File::create(&rejects)?, format)),
            };
            out.write(some)
        };
        let import = Importing { dry_run, ..Importing::new(format) };
        let seen = |so_far: &Imported| bar.set_position(so_far.bytes);
        let imported = import.run(&desk.database, &desk.actor, id, input, &mut reject, seen)?;
        bar.finish_and_clear();
        Ok(told(&imported, &rejects, dry_run))
    }
}

fn told(imported: &Imported, rejects: &Path, dry_run: bool) -> Said {
    let counts = imported.counts;
    let mut text = format!(
        "{}{} lines: {} recorded, {} corrected, {} unchanged, {} rejected",
        if dry_run { "Nothing was kept. " } else { "" },
        imported.lines,
        counts.recorded,
        counts.corrected,
        counts.unchanged,
        counts.rejected
    );
    let mut json = json!(imported);
    json["dry_run"] = json!(dry_run);
    if counts.rejected == 0 {
        return Said::done(text, json);
    }
    text += &format!("; the reasons are in {}", rejects.display());
    json["rejects"] = json!(rejects);
    Said { code: REJECTS, ..Said::done(text, json) }
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "csv" => Ok(Format::Csv),
        "ndjson" => Ok(Format::Ndjson),
        _ => Err("csv or ndjson".into()),
    }
}

fn by_name(file: &Path) -> Option<Format> {
    match file.extension()?.to_str()? {
        "csv" => Some(Format::Csv),
        "ndjson" | "jsonl" => Some(Format::Ndjson),
        _ => None,
    }
}

fn rejects_of(file: &Path, standard: bool) -> PathBuf {
    if standard { PathBuf::from("measurements.rejects") } else { PathBuf::from(format!("{}.rejects", file.display())) }
}

/// A bar where somebody watches; over bytes, where their number is known.
fn progress(size: Option<u64>, json: bool) -> ProgressBar {
    if json || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match size {
        None => ProgressBar::new_spinner(),
        Some(size) => {
            let shape = "{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
            ProgressBar::new(size)
                .with_style(ProgressStyle::with_template(shape).unwrap_or(ProgressStyle::default_bar()))
        }
    }
}
