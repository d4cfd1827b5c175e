//! `concordat demo`: the sample agreement's life in a database of its own, told and served.

use super::{
    console::Console,
    log,
    outcome::{Answered, Failed, Said, say},
    serve,
    table::table,
};
use crate::{
    config::Overrides,
    demo::{self, CALLS, Call, Keys, Summary},
    http::{console::Console as Pages, server::Listening},
};
use concordat_service::kernel::{Chance as _, SystemChance};
use serde_json::{Value, json};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
};

/// The file in the folder.
const FILE: &str = "concordat.db";

/// Fills a scratch database with the sample agreement and fourteen months of its life, and serves it
#[derive(clap::Args)]
pub struct Demo {
    /// Print the scorecard, the open deviations and what the boundaries leave open, and end
    #[arg(long)]
    exit: bool,
    /// Keep the database in this folder; otherwise it is in a scratch folder and goes with the demo
    #[arg(long, value_name = "DIR", conflicts_with = "database")]
    keep: Option<PathBuf>,
    /// Fill this empty database instead, as its owner: `sqlite:PATH` or `postgres://…`
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Everybody's password [default: another one each time]
    #[arg(long, value_name = "PASSWORD")]
    password: Option<String>,
}

/// A folder that goes with the demo.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // nothing but what the demo made; what cannot be removed lies in the machine's folder for such things
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(self.0.join(format!("{FILE}{end}")));
        }
        let _ = std::fs::remove_dir(&self.0);
    }
}

impl Demo {
    pub(super) fn run(self, file: Option<&Path>, settings: Overrides, json: bool) -> Answered {
        let (url, _scratch) = self.place(settings.database_url.as_ref())?;
        let owner_url = settings.owner_url.clone().or_else(|| url.starts_with("postgres").then(|| url.clone()));
        let settings = Overrides { database_url: Some(url), owner_url, ..free_addresses(settings) };
        let console = Console::new(file, &settings, json, None)?;
        log::start(&console.config, "warn");
        console.bring_up_to_date()?;
        if !demo::is_unplayed(&console.config.settings())? {
            let place = &console.config.database;
            return Err(Failed::usage(format!("{place} has been filled already; serve it with `concordat serve`")));
        }
        if !json {
            say(&format!("Fourteen months of the sample agreement go into {} …", console.config.database));
        }
        let stage = demo::play(&console.config.settings())?;
        let summary = stage.summary()?;
        if self.exit {
            return Ok(Said::done(text(&summary), value(&summary)));
        }
        let password = self.password.clone().unwrap_or_else(demo::fresh_password);
        let keys = stage.open_doors(&password, &CALLS.map(|call| call.email))?;
        stage.clock.run();
        serve::listen(&console.config, stage.database.clone(), |listening| announce(&console, listening, &keys))?;
        Ok(Said::nothing())
    }

    /// The database's URL, and the folder that goes with the demo if it is in one.
    fn place(&self, said: Option<&String>) -> Result<(String, Option<Scratch>), Failed> {
        if let Some(url) = self.database.as_ref().or(said) {
            return Ok((url.clone(), None));
        }
        let made = |folder: &Path| -> Result<String, Failed> {
            let made = std::fs::create_dir_all(folder);
            made.map_err(|why| Failed::usage(format!("the folder {} cannot be made: {why}", folder.display())))?;
            Ok(format!("sqlite:{}", folder.join(FILE).display()))
        };
        if let Some(folder) = &self.keep {
            return Ok((made(folder)?, None));
        }
        let folder = std::env::temp_dir().join(format!("concordat-demo-{}", SystemChance.id()));
        Ok((made(&folder)?, Some(Scratch(folder))))
    }
}

/// Where nothing is said and the usual addresses are taken, others that are free.
fn free_addresses(settings: Overrides) -> Overrides {
    let usual = crate::config::Keys::default();
    let free = |said: Option<String>, usual: &str| {
        if said.is_some() || TcpListener::bind(usual).is_ok() {
            return said;
        }
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        free.ok().map(|address| address.to_string())
    };
    Overrides {
        listen: free(settings.listen, &usual.listen),
        metrics_listen: free(settings.metrics_listen, &usual.metrics_listen),
        ..settings
    }
}

fn announce(console: &Console, listening: &Listening, keys: &Keys) {
    let base = format!("http://{}", listening.server);
    let token = |call: &Call| keys.tokens.iter().find(|(email, _)| email == call.email);
    let calls: Vec<(&Call, String)> =
        CALLS.iter().filter_map(|call| Some((call, call.curl(&base, &token(call)?.1)))).collect();
    if console.json {
        let metrics = format!("http://{}/metrics", listening.figures);
        let calls: Vec<Value> = calls.iter().map(|(call, curl)| json!({ "email": call.email, "curl": curl })).collect();
        return say(&json!({ "listening": base, "metrics": metrics, "keys": keys, "calls": calls }).to_string());
    }
    let rows: Vec<[String; 4]> = keys
        .people
        .iter()
        .map(|one| [one.name.clone(), one.company.clone(), one.roles.clone(), one.email.clone()])
        .collect();
    let door = if Pages::BUILT_IN.is_there() { "" } else { "/auth/sign-in" };
    say(&format!(
        "\nWho can sign in at {base}{door}, each with the password  {}\n\n{}",
        keys.password,
        table(["name", "company", "roles", "address"], &rows)
    ));
    for (call, curl) in calls {
        say(&format!("\n# {}\n{curl}", call.heading));
    }
    say(&format!("\nConcordat listens on {base}. By its clock it is the fifth of March 2026. Press Ctrl-C to end."));
}

fn text(summary: &Summary) -> String {
    let [first, second, third] = summary.months.each_ref().map(String::as_str);
    let scorecard = table(["KPI", "company", "target", first, second, third], &summary.scorecard);
    let headings = ["period", "KPI", "company", "kind", "figure", "target", "state", "what is done"];
    format!(
        "\nScorecard, as the steward sees it\n\n{scorecard}\n\nclose: met, but beyond the warning level; *: another \
         figure was frozen when the group saw it\n\nOpen deviations\n\n{}\n\nWhat the boundaries leave open in 52 \
         weeks\n\n{}",
        table(headings, &summary.deviations),
        table(["kind", "service", "boundaries", "first", "hours", "missing"], &summary.findings)
    )
}

fn value(summary: &Summary) -> Value {
    let [first, second, third] = &summary.months;
    let cell = |[kpi, company, target, one, two, three]: &[String; 6]| {
        let figures = json!({ first: one, second: two, third: three });
        json!({ "kpi": kpi, "company": company, "target": target, "figures": figures })
    };
    let deviation = |[period, kpi, company, kind, figure, target, state, done]: &[String; 8]| {
        json!({
            "period": period, "kpi": kpi, "company": company, "kind": kind, "figure": figure, "target": target,
            "state": state, "done": done,
        })
    };
    let finding = |[kind, service, boundaries, first, hours, missing]: &[String; 6]| {
        json!({
            "kind": kind, "service": service, "boundaries": boundaries, "first": first, "hours": hours,
            "missing": missing,
        })
    };
    json!({
        "findings": summary.findings.iter().map(finding).collect::<Vec<_>>(),
        "scorecard": summary.scorecard.iter().map(cell).collect::<Vec<_>>(),
        "deviations": summary.deviations.iter().map(deviation).collect::<Vec<_>>(),
    })
}
