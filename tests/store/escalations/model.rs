//! The ladder against a model of it: what people do, time, and servers that stop before or after a commit, by a seed. A
//! failure names its seed; `LADDER_SEED` replays it.

use crate::support::{
    cases::{Desk, NINA},
    deviations::{CLARA, TOVE},
    escalations::{another, laddered},
    world::{World, both},
};
use concordat_domain::{
    access::Verb,
    kernel::{EscalationId, Moment, Span},
};
use concordat_service::{
    escalations::{self, EscalationView},
    kernel::{Database, No, Outcome, Permitted, Tx},
};
use std::collections::BTreeMap;

/// Seeds that are tried; more with `LADDER_SEEDS`.
const SEEDS: u64 = 6;
const STEPS: usize = 120;
/// How long the levels have, in seconds.
const WITHIN: [i64; 3] = [4 * 3_600, 8 * 3_600, 24 * 3_600];

/// A sequence of numbers that is the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Open,
    Answered { silent: bool },
    Closed,
    Withdrawn,
}

/// What is to be true of an escalation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Model {
    by_somebody: bool,
    stands: Stands,
    level: usize,
    deadline: Option<Moment>,
    climbs: usize,
    seen: bool,
    revision: i32,
}

impl Model {
    fn new(by_somebody: bool, now: Moment) -> Self {
        let deadline = Some(now.plus_seconds(WITHIN[0]));
        Self { by_somebody, stands: Stands::Open, level: 0, deadline, climbs: 1, seen: false, revision: 1 }
    }

    fn arrive(&mut self, level: usize, now: Moment) {
        self.level = level.min(2);
        self.climbs += 1;
        self.seen = false;
        self.deadline = Some(now.plus_seconds(WITHIN[self.level]));
    }

    fn expire(&mut self, now: Moment) {
        self.revision += 1;
        match self.stands {
            Stands::Answered { silent: false } => {
                self.stands = Stands::Answered { silent: true };
                self.arrive(self.level, now);
            }
            _ => self.arrive(self.level + 1, now),
        }
    }

    /// What somebody does; `false` where a rule refuses it.
    fn take(&mut self, deed: Deed, now: Moment) -> bool {
        let over = self.deadline.is_none();
        let open = self.stands == Stands::Open;
        let may = match deed {
            Deed::Acknowledge => open && !self.seen,
            Deed::Answer => open,
            Deed::Accept | Deed::Reject => self.by_somebody && matches!(self.stands, Stands::Answered { .. }),
            Deed::Close => self.stands == Stands::Answered { silent: true },
            Deed::Withdraw => self.by_somebody && !over,
        };
        if !may {
            return false;
        }
        self.revision += 1;
        match deed {
            Deed::Acknowledge => self.seen = true,
            Deed::Answer => {
                self.stands = Stands::Answered { silent: !self.by_somebody };
                self.deadline = Some(now.plus_seconds(WITHIN[self.level]));
            }
            Deed::Accept | Deed::Close => (self.stands, self.deadline) = (Stands::Closed, None),
            Deed::Reject => {
                self.stands = Stands::Open;
                self.arrive(self.level + 1, now);
            }
            Deed::Withdraw => (self.stands, self.deadline) = (Stands::Withdrawn, None),
        }
        true
    }

    fn of(view: &EscalationView) -> Self {
        use concordat_domain::escalations::State;
        let it = &view.escalation;
        let stands = match it.state {
            State::Open { .. } => Stands::Open,
            State::Answered { silent, .. } => Stands::Answered { silent },
            State::Closed { .. } => Stands::Closed,
            State::Withdrawn { .. } => Stands::Withdrawn,
        };
        Self {
            by_somebody: it.raised.is_some(),
            stands,
            level: it.level(),
            deadline: it.deadline(),
            climbs: it.climbs.len(),
            seen: it.standing().unwrap().acknowledged.is_some(),
            revision: view.revision,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Acknowledge,
    Answer,
    Accept,
    Reject,
    Close,
    Withdraw,
}

const DEEDS: [Deed; 6] = [Deed::Acknowledge, Deed::Answer, Deed::Accept, Deed::Reject, Deed::Close, Deed::Withdraw];

/// Where a server stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Crash {
    Not,
    BeforeCommit,
    AfterCommit,
}

/// The product beside the model.
struct Run<'w> {
    desk: Desk<'w>,
    server: Database,
    dice: Dice,
    now: Moment,
    models: BTreeMap<EscalationId, Model>,
    items: usize,
    told: usize,
    /// How often a server was started.
    starts: u64,
}

fn stopped<T>() -> Outcome<T> {
    Err(No::broken("the server stops here"))
}

impl Run<'_> {
    fn crash(&mut self) -> Crash {
        match self.dice.roll(8) {
            0 => Crash::BeforeCommit,
            1 => Crash::AfterCommit,
            _ => Crash::Not,
        }
    }

    /// A server that has stopped is started again.
    fn after(&mut self, crash: Crash) {
        if crash != Crash::Not {
            self.starts += 1;
            self.server = another(self.desk.world, self.starts);
        }
    }

    fn raise(&mut self) {
        let title = format!("Matter {}", self.models.len());
        let view = self.desk.raise(&self.server, TOVE, "castor", &title).unwrap();
        self.models.insert(view.escalation.id, Model::new(true, self.now));
        let again = self.desk.raise(&self.server, TOVE, "castor", &format!(" {} ", title.to_uppercase()));
        assert!(matches!(again, Err(No::Refused(_))), "the same matter is raised once");
    }

    fn happen(&mut self) {
        self.items += 1;
        self.desk.overdue(self.items, 1);
        self.desk.overdue(self.items, 1);
        let new = self.desk.escalations().pop().unwrap();
        assert_eq!(self.models.insert(new.escalation.id, Model::new(false, self.now)), None);
    }

    /// Time goes by, and a server lets climb what is due: some of it, before it stops.
    fn climb(&mut self) {
        self.now = self.now.plus(Span::from_seconds(1 + self.dice.roll(30_000) as i64));
        self.desk.world.clock.set(self.now);
        let (crash, most) = (self.crash(), 1 + self.dice.roll(4) as i64);
        let (agreement, console) = (self.desk.agreement, self.desk.world.console());
        let climbed = self.server.write(&console, agreement, |tx| {
            let climbed = escalations::climb(tx, agreement, most)?;
            if crash == Crash::BeforeCommit { stopped() } else { Ok(climbed) }
        });
        self.after(crash);
        let mut due = self.due();
        if crash != Crash::BeforeCommit {
            due.truncate(most as usize);
            assert_eq!(climbed.unwrap(), due.len());
            self.expire(&due);
        }
        let rest = self.due();
        assert_eq!(escalations::climb_due(&self.server).unwrap(), rest.len(), "what was left is found again");
        self.expire(&rest);
        assert_eq!(escalations::climb_due(&self.server).unwrap(), 0, "once");
    }

    /// What is due in the order of its deadlines.
    fn due(&self) -> Vec<EscalationId> {
        let due = |(id, model): (&EscalationId, &Model)| Some((model.deadline.filter(|due| *due <= self.now)?, *id));
        let mut due: Vec<_> = self.models.iter().filter_map(due).collect();
        due.sort_unstable();
        due.into_iter().map(|(_, id)| id).collect()
    }

    fn expire(&mut self, due: &[EscalationId]) {
        self.told += due.len();
        for id in due {
            self.models.get_mut(id).unwrap().expire(self.now);
        }
    }

    fn act(&mut self) {
        if self.models.is_empty() {
            return;
        }
        let place = self.dice.roll(self.models.len() as u64) as usize;
        let (id, model) = self.models.iter().nth(place).map(|(id, model)| (*id, *model)).unwrap();
        let deed = DEEDS[self.dice.roll(6) as usize];
        let crash = self.crash();
        let done = self.deed(id, (deed, model), crash);
        self.after(crash);
        let mut next = model;
        if !next.take(deed, self.now) {
            // whoever did not raise it is not even asked whether the rules would let them
            assert!(matches!(done, Err(No::Refused(_) | No::Denied(_))), "{deed:?} of {model:?}");
            return;
        }
        if crash == Crash::BeforeCommit {
            assert!(matches!(done, Err(No::Fault(_))), "{deed:?} of {model:?}");
            return;
        }
        done.unwrap_or_else(|no| panic!("{deed:?} of {model:?}: {no}"));
        self.models.insert(id, next);
        // whoever had no answer says it again, and is told that it has changed
        let again = self.deed(id, (deed, model), Crash::Not);
        assert!(matches!(again, Err(No::Refused(_))), "{deed:?} again");
    }

    fn deed(&self, id: EscalationId, (deed, model): (Deed, Model), crash: Crash) -> Outcome<EscalationView> {
        let level = if model.level == 0 { NINA } else { CLARA };
        let (who, verb) = match deed {
            Deed::Acknowledge | Deed::Answer | Deed::Close => (level, Verb::EscalationAnswer),
            Deed::Accept | Deed::Reject | Deed::Withdraw => (TOVE, Verb::EscalationRaise),
        };
        let work = |tx: &mut Tx<'_>, on: Permitted<EscalationView>| {
            let done = match deed {
                Deed::Acknowledge => escalations::acknowledge(tx, on, model.revision),
                Deed::Answer => escalations::answer(tx, on, model.revision, "Tomorrow."),
                Deed::Accept => escalations::accept(tx, on, model.revision),
                Deed::Reject => escalations::reject(tx, on, model.revision, "Not enough."),
                Deed::Close => escalations::close(tx, on, model.revision),
                Deed::Withdraw => escalations::withdraw(tx, on, model.revision, "It works."),
            }?;
            if crash == Crash::BeforeCommit { stopped() } else { Ok(done) }
        };
        self.desk.on_escalation(&self.server, who, (verb, id), work)
    }

    fn check(&self) {
        let found = self.desk.escalations();
        let found: BTreeMap<_, _> = found.iter().map(|view| (view.escalation.id, Model::of(view))).collect();
        assert_eq!(found, self.models);
        assert_eq!(escalations::unsound(&self.server).unwrap(), []);
    }
}

fn run(world: &World, seed: u64) {
    let desk = laddered(world);
    let now = Moment::parse("2026-03-02T08:00:00Z").unwrap();
    let dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (server, models) = (world.database.clone(), BTreeMap::new());
    let mut run = Run { desk, server, dice, now, models, items: 0, told: 0, starts: 1 };
    for _ in 0..STEPS {
        match run.dice.roll(10) {
            0 => run.raise(),
            1 => run.happen(),
            2..=4 => run.climb(),
            _ => run.act(),
        }
        run.check();
    }
    let climbed = ["escalation.climbed", "escalation.repeated"];
    let events = run.desk.world.events(run.desk.agreement);
    let told = events.iter().filter(|kind| climbed.contains(&kind.as_str())).count();
    assert_eq!(told, run.told, "the log tells of each deadline once");
}

#[test]
fn whatever_people_do_and_wherever_a_server_stops_the_ladder_is_what_the_model_says() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seeds = number("LADDER_SEED").map_or(0..number("LADDER_SEEDS").unwrap_or(SEEDS), |seed| seed..seed + 1);
    for seed in seeds {
        println!("seed {seed}");
        both(|world| run(world, seed));
    }
}
