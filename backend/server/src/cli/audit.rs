//! `concordat audit`: whether every log of events is what was written.

use super::{
    console::Console,
    outcome::{Answered, REFUSED, Said},
    table::table,
};
use concordat_domain::kernel::AgreementId;
use concordat_service::events::{self, Audited};
use serde_json::json;

/// The event logs
#[derive(clap::Subcommand)]
pub enum Audit {
    /// Recompute the chain of every log, or of one, and name the first entry that was tampered with
    Verify {
        /// The id of one agreement; the instance's own log is 00000000-0000-0000-0000-000000000000
        #[arg(long, value_name = "ID")]
        agreement: Option<uuid::Uuid>,
    },
}

impl Audit {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let Self::Verify { agreement } = self;
        let desk = console.open()?;
        let audited = desk.read(|tx| events::audit_verify(tx, agreement.map(AgreementId)))?;
        Ok(report(&audited))
    }
}

/// What an audit found, and the exit code that goes with it.
pub(super) fn report(audited: &[Audited]) -> Said {
    let rows: Vec<[String; 3]> = audited
        .iter()
        .map(|Audited { agreement, verdict }| {
            let (entries, says) = match verdict {
                Ok(head) => (head.number.to_string(), "whole".to_owned()),
                Err(tampered) => ("-".to_owned(), format!("TAMPERED: {tampered}")),
            };
            [agreement.to_string(), entries, says]
        })
        .collect();
    let json = audited.iter().map(|Audited { agreement, verdict }| match verdict {
        Ok(head) => json!({ "agreement": agreement, "whole": true, "entries": head.number }),
        Err(tampered) => {
            json!({ "agreement": agreement, "whole": false, "entry": tampered.number, "why": tampered.to_string() })
        }
    });
    let mut said = Said::done(table(["log", "entries", "is"], &rows), json.collect());
    if audited.iter().any(|log| log.verdict.is_err()) {
        said.code = REFUSED;
    }
    said
}
