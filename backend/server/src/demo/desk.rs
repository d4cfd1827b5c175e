//! Three cases of the first days of March: one goes back and forth between two suppliers, one has a pause that the
//! customer disputes, and one is late though every company stays within its budget.

use super::{
    group::{GRETA, PAUL},
    stage::Stage,
    story::day,
};
use concordat_domain::{
    access::Verb,
    agreements::CaseKind,
    boundaries::Needs,
    cases::{Attribution, Holder, What},
    kernel::{CaseId, Moment},
};
use concordat_service::{
    cases::{self, CaseView},
    kernel::{No, Outcome, Permitted, Tx},
};

/// Contact agent of meridian.
pub(super) const LEA: &str = "lea.brandt@meridian.example";
const NINA: &str = "nina.falk@castor.example";
const MIRA: &str = "mira.holm@nordlicht.example";
const SARA: &str = "sara.myhre@halden.example";

/// A moment of March 2026: day, hour, minute.
type When = (u32, i64, i64);

/// A team and the company in whose name it holds a case.
type Team = (&'static str, &'static str);

const DESK: Team = ("service-desk", "meridian");
const CASTORS_DESK: Team = ("service-desk", "castor");
const NETWORK: Team = ("network-team", "nordlicht");
const HOSTING: Team = ("network-team", "halden");
const DEVICES: Team = ("device-team", "castor");

struct Opened {
    title: &'static str,
    priority: &'static str,
    package: &'static str,
    service: &'static str,
}

const SLOW_DRIVE: Opened =
    Opened { title: "The registry's shared drive is slow", priority: "high", package: "registry", service: "network" };
const PRINTER: Opened =
    Opened { title: "The printer of the tax office jams", priority: "normal", package: "office", service: "devices" };
const CASH_DESK: Opened =
    Opened { title: "The cash desk takes no cards", priority: "critical", package: "registry", service: "network" };

impl Stage {
    /// Plays the three cases; the clock stands on the evening of the fourth then.
    pub(super) fn handle_cases(&self) -> Outcome<()> {
        self.back_and_forth()?;
        self.a_disputed_pause()?;
        self.within_every_budget()?;
        self.moment((4, 18, 0));
        cases::fire_due(&self.database).map(drop)
    }

    fn back_and_forth(&self) -> Outcome<()> {
        let case = self.take_in((2, 8, 0), LEA, DESK, &SLOW_DRIVE)?;
        self.tell((2, 8, 10), LEA, case, What::Responded)?;
        self.hand_over(case, (LEA, (2, 8, 20)), (MIRA, (2, 9, 0)), NETWORK)?;
        self.hand_over(case, (MIRA, (2, 10, 30)), (SARA, (2, 10, 50)), HOSTING)?;
        self.hand_over(case, (SARA, (2, 12, 40)), (MIRA, (2, 14, 0)), NETWORK)?;
        let note = Some("A switch had fallen back to half its speed".to_owned());
        self.tell((3, 11, 0), MIRA, case, What::Resolved { note })
    }

    fn a_disputed_pause(&self) -> Outcome<()> {
        let case = self.take_in((2, 9, 0), NINA, CASTORS_DESK, &PRINTER)?;
        self.tell((2, 9, 5), NINA, case, What::Responded)?;
        self.hand_over(case, (NINA, (2, 9, 10)), (NINA, (2, 9, 15)), DEVICES)?;
        let asked = What::Paused {
            reason: "awaiting-customer".to_owned(),
            against: None,
            note: Some("Which paper is used?".to_owned()),
        };
        self.tell((2, 10, 0), NINA, case, asked)?;
        self.tell((3, 10, 0), NINA, case, What::Resumed)?;
        let note = Some("The feed roller was worn out".to_owned());
        self.tell((3, 15, 0), NINA, case, What::Resolved { note })?;
        let words = Some("Nobody had asked us anything".to_owned());
        self.rate((3, 16, 0), case, What::Rated { points: 2, words })?;
        let owner = self.person(NINA)?;
        let due = self.moment_of((6, 12, 0));
        self.tell((3, 16, 30), NINA, case, What::Recovering { company: self.company("castor")?, owner, due })?;
        let disputed = What::Disputed {
            from: self.moment_of((2, 10, 0)),
            until: self.moment_of((3, 10, 0)),
            reason: "The question never reached the tax office".to_owned(),
        };
        self.of_case((4, 9, 0), GRETA, case, |tx, on| {
            let revision = on.revision;
            cases::answer(tx, on, revision, None, disputed.clone())
        })?;
        let castor = self.company("castor")?;
        self.of_case((4, 11, 0), PAUL, case, |tx, on| {
            let dispute = on.case.disputes.last().map_or(0, |dispute| dispute.number);
            let reason = "The message was written and not sent".to_owned();
            let attribution = Some(Attribution::Company(castor));
            let revision = on.revision;
            cases::decide(tx, on, revision, None, What::Decided { dispute, attribution, reason })
        })?;
        self.rate((4, 15, 0), case, What::Rated { points: 5, words: Some("Put right, thank you".to_owned()) })
    }

    fn within_every_budget(&self) -> Outcome<()> {
        let case = self.take_in((3, 8, 0), LEA, DESK, &CASH_DESK)?;
        self.tell((3, 8, 5), LEA, case, What::Responded)?;
        self.hand_over(case, (LEA, (3, 8, 15)), (MIRA, (3, 8, 20)), NETWORK)?;
        self.hand_over(case, (MIRA, (3, 9, 20)), (NINA, (3, 9, 30)), DEVICES)?;
        let note = Some("The terminal's certificate had run out".to_owned());
        self.tell((3, 10, 40), NINA, case, What::Resolved { note })
    }

    fn take_in(&self, when: When, who: &str, at: Team, opened: &Opened) -> Outcome<CaseId> {
        self.moment(when);
        let at = self.holder(at)?;
        let opening = What::Opened {
            kind: CaseKind::Incident,
            title: opened.title.to_owned(),
            priority: opened.priority.to_owned(),
            package: Some(opened.package.to_owned()),
            service: self.service(opened.service)?,
            customer: Some(self.company("arnau")?),
            needs: Needs::default(),
        };
        self.write(who, |tx| cases::open(tx, self.agreement, at, opening.clone()).map(|view| view.case.id))
    }

    /// One offers the case, the other takes it on.
    fn hand_over(&self, case: CaseId, from: (&str, When), by: (&str, When), team: Team) -> Outcome<()> {
        let to = self.holder(team)?;
        self.tell(from.1, from.0, case, What::Offered { to, reason: None, outside: None })?;
        self.tell(by.1, by.0, case, What::Accepted { by: to })
    }

    fn tell(&self, when: When, who: &str, case: CaseId, what: What) -> Outcome<()> {
        self.of_case(when, who, case, |tx, on| {
            let revision = on.revision;
            cases::handle(tx, on, revision, what.clone())
        })
    }

    fn rate(&self, when: When, case: CaseId, what: What) -> Outcome<()> {
        self.moment(when);
        self.write(GRETA, |tx| {
            let on = cases::followed_case(tx, self.agreement, case)?;
            let revision = on.case.revision;
            cases::rate(tx, on, revision, what.clone()).map(drop)
        })
    }

    fn of_case(
        &self,
        when: When,
        who: &str,
        case: CaseId,
        work: impl Fn(&mut Tx<'_>, Permitted<CaseView>) -> Outcome<CaseView>,
    ) -> Outcome<()> {
        self.moment(when);
        self.write(who, |tx| {
            let on = tx.permit(Verb::CaseView, (self.agreement, case))?;
            work(tx, on).map(drop)
        })
    }

    fn holder(&self, (team, company): Team) -> Outcome<Holder> {
        let found = self.terms.team_named(team).ok_or_else(|| No::broken(format!("the demo has no team {team}")))?;
        Ok(Holder { team: found.id, company: self.company(company)? })
    }

    fn moment(&self, when: When) {
        self.clock.set(self.moment_of(when));
    }

    fn moment_of(&self, (number, hour, minute): When) -> Moment {
        self.terms.zone.start_of(day(2026, 3, number)).plus_seconds(hour * 3_600 + minute * 60)
    }
}
