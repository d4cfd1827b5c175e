//! The boundaries of the story: on the fifth of March each company's expert proposes what the agreement file drafted, and
//! the experts of its neighbours approve.

use super::{stage::Stage, story::day};
use concordat_domain::{
    boundaries::{Capacity, Finding, VersionState},
    kernel::{CompanyId, Moment},
};
use concordat_service::{
    boundaries::{self, BoundaryFilter, BoundaryView, Survey},
    kernel::{No, Outcome, Permitted, Tx},
};

/// Each company's expert.
const EXPERTS: [(&str, &str); 4] = [
    ("nordlicht", "mira.holm@nordlicht.example"),
    ("halden", "sara.myhre@halden.example"),
    ("castor", "nina.falk@castor.example"),
    ("berger", "hans.berger@berger.example"),
];

impl Stage {
    /// Everything that the file drafted is proposed and approved; it holds from the fifth of March on.
    pub(super) fn agree_on_boundaries(&self) -> Outcome<()> {
        self.at(day(2026, 3, 5), 7);
        let mira = self.actor(EXPERTS[0].1)?;
        let list = |tx: &mut Tx<'_>| boundaries::list(tx, self.agreement, &BoundaryFilter::default(), None, 50);
        // whoever takes over comes after whoever hands over to it, and so is asked by it
        for drafted in self.database.read(&mira, list)?.into_iter().rev() {
            let proposed = self.propose_boundary(drafted.into_inner())?;
            let Some(VersionState::Proposed { asked, .. }) = proposed.boundary.open().map(|open| open.state.clone())
            else {
                continue;
            };
            let mut revision = proposed.revision;
            for company in asked {
                let approved = self.write(self.expert(company)?, |tx| {
                    let on = boundaries::boundary(tx, self.agreement, proposed.boundary.id)?;
                    boundaries::approve(tx, on, revision, Some(company))
                })?;
                revision = approved.revision;
            }
        }
        Ok(())
    }

    fn propose_boundary(&self, drafted: BoundaryView) -> Outcome<BoundaryView> {
        self.write(self.expert(drafted.boundary.company)?, |tx| {
            let on = boundaries::boundary_to_draw(tx, self.agreement, drafted.boundary.id)?;
            boundaries::propose(tx, on, drafted.revision, day(2026, 3, 5))
        })
    }

    fn expert(&self, company: CompanyId) -> Outcome<&'static str> {
        let code = self.terms.company(company).map_or("", |company| company.code.as_str());
        let expert = EXPERTS.iter().find(|(of, _)| *of == code).map(|(_, email)| *email);
        expert.ok_or_else(|| No::broken(format!("the demo knows no expert of {code}")))
    }

    /// What the boundaries leave open: kind, service, boundaries, when first in local time, hours in 52 weeks, and what
    /// is missing.
    pub(super) fn findings(&self, tx: &mut Tx<'_>) -> Outcome<Vec<[String; 6]>> {
        let survey = boundaries::survey(tx, self.agreement, None)?;
        let drawn = boundaries::list(tx, self.agreement, &BoundaryFilter::default(), None, 50)?;
        Ok(rows(self, &survey, &drawn))
    }
}

fn rows(stage: &Stage, survey: &Survey, drawn: &[Permitted<BoundaryView>]) -> Vec<[String; 6]> {
    let code = |id| drawn.iter().find(|it| it.boundary.id == id).map_or("", |it| it.boundary.code.as_str());
    let local = |at: Moment| stage.terms.zone.wall(at).format("%a %Y-%m-%d %H:%M").to_string();
    let row = |finding: &Finding| {
        let first = finding.windows.first().map(|(from, until)| format!("{} to {}", local(*from), local(*until)));
        [
            finding.kind.name().to_owned(),
            stage.terms.service(finding.service).map_or_else(String::new, |service| service.code.clone()),
            finding.boundaries.iter().map(|id| code(*id)).collect::<Vec<_>>().join(", "),
            first.unwrap_or_default(),
            (finding.extent.seconds() / 3_600).to_string(),
            finding.capacity.as_ref().map(missing).unwrap_or_default(),
        ]
    };
    survey.coverage.findings().iter().map(row).collect()
}

fn missing(capacity: &Capacity) -> String {
    match capacity {
        Capacity::Volume { demanded, committed, .. } => format!("{demanded} cases a year, {committed} committed"),
        Capacity::Concurrency { needed, committed, .. } => format!("{needed} at once, {committed} committed"),
    }
}
