//! `concordat import`: files of any size, in bounded memory; what is wrong goes to a file, the rest goes in.

use super::{
    console::{Console, Desk},
    outcome::{Answered, Failed, REJECTS, Said},
};
use concordat_domain::{
    cases::log::{Mapper, mapping_refusals},
    kernel::AgreementId,
};
use concordat_service::{
    agreements, cases,
    kernel::{
        No,
        feed::{Format, Reject, Rejects},
    },
    kpis::{self, Counts},
};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal as _},
    path::{Path, PathBuf},
};

/// Imports facts
#[derive(clap::Subcommand)]
pub enum Import {
    /// Measurements: CSV with named columns, or one JSON object a line. Run again, it changes nothing
    Measurements(Input),
    /// Logs of cases, in the canonical form or as a mapping file reads them. Run again, it changes nothing
    Cases {
        #[command(flatten)]
        input: Input,
        /// The file that says how the log of another system is read
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// The name of the system from which a log in the canonical form comes [default: log]
        #[arg(long, value_name = "NAME", conflicts_with = "mapping")]
        source: Option<String>,
    },
}

/// What is imported where.
#[derive(clap::Args)]
pub struct Input {
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
}

/// An input that is open, with what watches it.
struct Opened {
    desk: Desk,
    agreement: AgreementId,
    input: Box<dyn BufRead + Send>,
    format: Format,
    bar: ProgressBar,
    left: Left,
    dry_run: bool,
}

/// The file of what is not taken: it is there from the first such line on.
struct Left {
    path: PathBuf,
    format: Format,
    file: Option<Rejects<File>>,
}

impl Import {
    pub(super) fn run(self, console: &Console) -> Answered {
        match self {
            Self::Measurements(input) => measurements(input.open(console, "measurements")?),
            Self::Cases { input, mapping, source } => {
                let mapper = mapping.as_deref().map(read_mapping).transpose()?;
                log(input.open(console, "cases")?, mapper, source)
            }
        }
    }
}

fn measurements(opened: Opened) -> Answered {
    let Opened { desk, agreement, input, format, bar, mut left, dry_run } = opened;
    let import = kpis::Import { dry_run, ..kpis::Import::new(format) };
    let seen = |so_far: &kpis::Imported| bar.set_position(so_far.bytes);
    let imported = import.run(&desk.database, &desk.actor, agreement, input, |some| left.write(some), seen)?;
    bar.finish_and_clear();
    Ok(left.told(dry_run, imported.lines, imported.counts, "", json!(imported)))
}

fn log(opened: Opened, mapper: Option<Mapper>, source: Option<String>) -> Answered {
    let Opened { desk, agreement, input, format, bar, mut left, dry_run } = opened;
    let import = cases::Import::new(format, mapper).from(source).map_err(No::from)?;
    let import = cases::Import { dry_run, ..import };
    let seen = |so_far: &cases::Imported| bar.set_position(so_far.bytes);
    let imported = import.run(&desk.database, &desk.actor, agreement, input, |some| left.write(some), seen)?;
    bar.finish_and_clear();
    let mut more = format!("; {} events of {} cases", imported.events, imported.cases);
    for (status, rows) in &imported.unclear {
        more += &format!("\n{rows} rows have the status {status:?}, for which the mapping has no rule: unclear");
    }
    Ok(left.told(dry_run, imported.lines, imported.rows(), &more, json!(imported)))
}

fn read_mapping(file: &Path) -> Result<Mapper, Failed> {
    let bytes = std::fs::read(file).map_err(|why| Failed::usage(format!("{}: {why}", file.display())))?;
    Mapper::of(&bytes).map_err(|problems| No::from(mapping_refusals(&problems)).into())
}

impl Input {
    fn open(self, console: &Console, what: &str) -> Result<Opened, Failed> {
        let Self { file, agreement, format, rejects, dry_run } = self;
        let standard = file.as_os_str() == "-";
        let format = format.or_else(|| by_name(&file)).ok_or_else(|| Failed::usage("say --format csv or ndjson"))?;
        let path = rejects.unwrap_or_else(|| rejects_of(&file, standard, what));
        let (input, size): (Box<dyn BufRead + Send>, Option<u64>) = if standard {
            (Box::new(BufReader::with_capacity(1 << 16, io::stdin())), None)
        } else {
            let opened = File::open(&file).map_err(|why| Failed::usage(format!("{}: {why}", file.display())))?;
            let size = opened.metadata().ok().map(|file| file.len());
            (Box::new(BufReader::with_capacity(1 << 16, opened)), size)
        };
        let desk = console.open()?;
        let agreement = desk.read(|tx| Ok(agreements::by_code(tx, &agreement)?.agreement.id))?;
        let bar = progress(size, console.json);
        let left = Left { path, format, file: None };
        Ok(Opened { desk, agreement, input, format, bar, left, dry_run })
    }
}

impl Left {
    fn write(&mut self, some: &[Reject]) -> io::Result<()> {
        if some.is_empty() {
            return Ok(());
        }
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(Rejects::new(File::create(&self.path)?, self.format)),
        };
        file.write(some)
    }

    fn told(&self, dry_run: bool, lines: u64, counts: Counts, more: &str, mut json: Value) -> Said {
        let Counts { recorded, corrected, unchanged, rejected } = counts;
        let mut text = format!(
            "{}{lines} lines: {recorded} recorded, {corrected} corrected, {unchanged} unchanged, {rejected} rejected",
            if dry_run { "Nothing was kept. " } else { "" },
        );
        json["dry_run"] = json!(dry_run);
        if rejected == 0 {
            return Said::done(text + more, json);
        }
        text += &format!("; the reasons are in {}", self.path.display());
        json["rejects"] = json!(self.path);
        Said { code: REJECTS, ..Said::done(text + more, json) }
    }
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

fn rejects_of(file: &Path, standard: bool, what: &str) -> PathBuf {
    if standard {
        PathBuf::from(format!("{what}.rejects"))
    } else {
        PathBuf::from(format!("{}.rejects", file.display()))
    }
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
