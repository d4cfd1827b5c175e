//! The sample agreement with a ladder of three levels, and matters that climb it.

use super::{agreement::FILE, cases::Desk, world::World};
use concordat_domain::{
    access::Verb,
    escalations::Subject,
    kernel::{CompanyId, EscalationId, Event, Kind, Moment},
};
use concordat_service::{
    agreements::AgreementView,
    escalations::{self, EscalationView, Raise},
    kernel::{Database, No, Noun as _, Outcome, Permitted, SeededChance, Settings, Tx},
    reactions,
};
use serde_json::json;
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// What the sample agreement says of escalations here: those who do the work by the wall clock in four hours, coordinators
/// in eight, signatories in twenty-four.
const LADDER: &str = "escalations:
  - code: all
    name: How matters climb
    triggers: [no_response, no_resolution, {on: reopened, times: 2}, red_flag, action_overdue, hand_over_unaccepted,
      verification_failed, raised, agenda_item]
    levels:
      - name: Team leads
        tier: operational
        answer_within: PT4H
        role: coordinator
        holders:
          - {company: meridian, person: lea.brandt@meridian.example}
          - {company: nordlicht, person: mira.holm@nordlicht.example}
          - {company: castor, person: nina.falk@castor.example}
          - {company: halden, person: sara.myhre@halden.example}
          - {company: berger, person: hans.berger@berger.example}
      - {name: Directors, tier: tactical, answer_within: PT8H, role: coordinator}
      - {name: Top management, tier: strategic, answer_within: P1D, role: signatory}
";

/// Somebody above the coordinators of each company: at each level there is somebody new.
fn chiefs() -> String {
    let chief = |company: &str| {
        format!(
            "  - {{email: chief@{company}.example, name: Chief, company: {company}, grants: [{{role: signatory}}]}}\n"
        )
    };
    ["meridian", "nordlicht", "castor", "halden"].map(chief).concat()
}

/// The sample agreement's file with that ladder instead of its own.
pub fn file() -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in FILE.lines() {
        if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            inside = line.starts_with("escalations:");
        }
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept.replacen("people:\n", &format!("people:\n{}", chiefs()), 1) + LADDER
}

/// The sample agreement with that ladder, active, on a Monday at nine in Vienna.
pub fn laddered(world: &World) -> Desk<'_> {
    Desk::applied(world, &file())
}

/// Another server on the same database, whose ids come of another seed.
pub fn another(world: &World, seed: u64) -> Database {
    let settings = Settings { url: world.database.url().clone(), connections: 2, wait: Duration::from_secs(30) };
    let chance = Arc::new(SeededChance::new(seed, world.clock.clone()));
    Database::open(&settings, world.clock.clone(), chance).unwrap()
}

impl Desk<'_> {
    /// A company's id.
    pub fn company_id(&self, code: &str) -> CompanyId {
        self.terms.company_named(code).unwrap().id
    }

    /// Follows what happened, and what follows from that.
    pub fn follow(&self) {
        while reactions::follow_all(&self.world.database).unwrap() > 0 {}
    }

    /// Somebody raises a matter that a company is to answer.
    pub fn raise(&self, on: &Database, who: &str, concerns: &str, title: &str) -> Outcome<EscalationView> {
        let raise = Raise {
            subject: Subject::Free,
            concerns: Some(self.company_id(concerns)),
            title: title.to_owned(),
            note: None,
            company: None,
        };
        on.write(&self.world.person(who), self.agreement, |tx| {
            let view = tx.permit(Verb::AgreementView, self.agreement)?;
            escalations::raise(tx, &view, &raise)
        })
    }

    /// Matters raise themselves: overdue items of castor, numbered from one on.
    pub fn overdue(&self, from: usize, count: usize) {
        let event = |number: usize| Event {
            agreement: self.agreement,
            number: 1,
            at: Moment::EPOCH,
            person: None,
            company: Some(self.company_id("castor")),
            kind: Kind::new("item.overdue"),
            subject: Uuid::from_u128(1 + number as u128),
            detail: json!({ "title": format!("Item {number}") }),
        };
        let events: Vec<Event> = (from..from + count).map(event).collect();
        let react = |tx: &mut Tx<'_>| {
            let view = AgreementView::load(tx, self.agreement)?.ok_or(No::NOT_FOUND)?;
            escalations::react(tx, &view, &events)
        };
        self.world.database.write(&self.world.console(), self.agreement, react).unwrap();
    }

    /// Does something to an escalation in somebody's name.
    pub fn on_escalation(
        &self,
        on: &Database,
        who: &str,
        (verb, id): (Verb, EscalationId),
        work: impl Fn(&mut Tx<'_>, Permitted<EscalationView>) -> Outcome<EscalationView>,
    ) -> Outcome<EscalationView> {
        on.write(&self.world.person(who), self.agreement, |tx| {
            let permitted = tx.permit(verb, (self.agreement, id))?;
            work(tx, permitted)
        })
    }

    /// An escalation as the console sees it.
    pub fn escalation(&self, id: EscalationId) -> EscalationView {
        let read = |tx: &mut Tx<'_>| escalations::escalation(tx, self.agreement, id);
        self.world.database.read(&self.world.console(), read).unwrap().into_inner()
    }

    /// Every escalation as the console sees it, the first raised first.
    pub fn escalations(&self) -> Vec<EscalationView> {
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let list = |tx: &mut Tx<'_>| {
                escalations::list(tx, self.agreement, &escalations::EscalationFilter::default(), after, 1_000)
            };
            let page = self.world.database.read(&self.world.console(), list).unwrap();
            let full = page.len() > 1_000;
            all.extend(page.into_iter().take(1_000).map(Permitted::into_inner));
            after = all.last().map(|view: &EscalationView| view.escalation.id);
            if !full {
                all.reverse();
                return all;
            }
        }
    }
}
