//! Two real logs of a maker of lorries, read as cases, give the custody ledger that was worked out elsewhere.
//!
//! The logs are checked where they lie: in the folder `volvo_problems` of the one that `CONCORDAT_SHARED_DATA` names, or
//! of `../shared/data` beside the workspace. A row's status holds until the case's next row.

#![allow(clippy::unwrap_used, clippy::panic)]

use concordat_domain::agreements::{
    CaseDisclosure, CaseKind, Claimed, Handling, Named, Party, PauseReason, Pledge, Team, TeamKind,
};
use concordat_domain::boundaries::Needs;
use concordat_domain::calendars::Calendar;
use concordat_domain::cases::{Case, CaseEvent, Holder, Hops, Ledger, Part, Rulebook, Rulebooks, Setting, What};
use concordat_domain::kernel::{CompanyId, Decimal, Moment, ServiceId, Span, TeamId, Zone};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use uuid::Uuid;

const SERVICE: ServiceId = ServiceId(Uuid::from_u128(1));

/// A name's own id.
fn id(kind: u128, name: &str) -> Uuid {
    Uuid::from_u128(name.bytes().fold(kind, |sum, byte| sum.wrapping_mul(257).wrapping_add(u128::from(byte))))
}

/// One row of a log.
#[derive(Debug)]
struct Row {
    case: String,
    seq: u32,
    at: Moment,
    status: String,
    substatus: String,
    team: String,
    line: u8,
    company: String,
}

impl Row {
    fn holder(&self) -> Holder {
        // a team's name means another team in another company
        let team = TeamId(id(2, &format!("{} {}", self.team, self.company)));
        Holder { team, company: CompanyId(id(3, &self.company)) }
    }

    fn waits(&self) -> bool {
        self.status == "Accepted" && self.substatus.starts_with("Wait")
    }
}

fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var_os("CONCORDAT_SHARED_DATA").map(PathBuf::from);
    let folders = [named.unwrap_or_else(|| root.join("../shared/data")), root.join("../../shared/data")];
    let found = folders.into_iter().map(|folder| folder.join("volvo_problems")).find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("skipped: the logs are not here; name the folder above theirs in CONCORDAT_SHARED_DATA");
    }
    found
}

fn rows(folder: &Path, name: &str) -> BTreeMap<String, Vec<Row>> {
    let unpacked =
        Command::new("gzip").arg("-dc").arg(folder.join(format!("problems_{name}.csv.gz"))).output().unwrap();
    let text = String::from_utf8(unpacked.stdout).unwrap();
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut cases: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(fields.len(), columns.len(), "{line}");
        let field = |name: &str| columns.iter().position(|it| *it == name).map_or("", |place| fields[place]).to_owned();
        let team = field("support_team");
        let line = if team.ends_with(" 3rd") { 3 } else { 1 + u8::from(team.ends_with(" 2nd")) };
        let row = Row {
            case: field("case_id"),
            seq: field("seq").parse().unwrap(),
            at: Moment::parse(&field("ts_utc")).unwrap(),
            status: field("status"),
            substatus: field("substatus"),
            team,
            line,
            company: field("org_line"),
        };
        cases.entry(row.case.clone()).or_default().push(row);
    }
    for rows in cases.values_mut() {
        rows.sort_by_key(|row| (row.at, row.seq));
    }
    cases
}

/// The events of a case's rows.
fn events(rows: &[Row]) -> Vec<CaseEvent> {
    let mut found: Vec<(Moment, What)> = Vec::new();
    let (mut holder, mut waiting, mut resolved) = (None, None, false);
    let opened = What::Opened {
        kind: CaseKind::Incident,
        title: rows[0].case.clone(),
        priority: "any".to_owned(),
        package: None,
        service: SERVICE,
        customer: None,
        needs: Needs::default(),
    };
    found.push((rows[0].at, opened));
    for row in rows {
        let mut say = |what| found.push((row.at, what));
        let completed = row.status == "Completed";
        if resolved && !completed {
            say(What::Reopened { reason: None });
            resolved = false;
        }
        let waits = row.waits().then(|| row.substatus.clone());
        if waiting.is_some() && waiting != waits && !completed {
            say(What::Resumed);
            waiting = None;
        }
        match row.status.as_str() {
            "Queued" => say(What::Offered { to: row.holder(), reason: None, outside: None }),
            "Accepted" => say(What::Accepted { by: row.holder() }),
            "Completed" if !resolved && holder != Some(row.holder()) => say(What::Accepted { by: row.holder() }),
            "Completed" => {}
            status => say(What::Unclear { status: status.to_owned() }),
        }
        if waits != waiting
            && let Some(reason) = waits.clone()
        {
            say(What::Paused { reason, against: None, note: None });
        }
        waiting = waits;
        if completed && !resolved {
            say(What::Resolved { note: Some(row.substatus.clone()) });
            resolved = true;
        }
        holder = Some(row.holder());
    }
    let event = |(number, (at, what))| CaseEvent {
        at,
        number,
        what,
        person: None,
        company: None,
        source: Some("log".to_owned()),
    };
    (1..).zip(found).map(event).collect()
}

fn rulebooks(cases: &BTreeMap<String, Vec<Row>>) -> Rulebooks {
    let mut teams: BTreeMap<TeamId, Team> = BTreeMap::new();
    let mut reasons = BTreeSet::new();
    for row in cases.values().flatten() {
        let Holder { team, company } = row.holder();
        teams.entry(team).or_insert_with(|| Team {
            id: team,
            code: row.team.clone(),
            name: row.team.clone(),
            kind: TeamKind::Resolution,
            line: row.line,
            discipline: None,
            skills: Vec::new(),
            calendar: "always".to_owned(),
            acceptance: Span::ZERO,
            services: Vec::new(),
            pledges: vec![Pledge { company, staff: Decimal::ZERO }],
            members: Vec::new(),
        });
        reasons.extend(row.waits().then(|| row.substatus.clone()));
    }
    let reason = |code: &String| PauseReason {
        code: code.clone(),
        name: code.clone(),
        against: Claimed::Customer,
        cap: None,
        consent: false,
    };
    let handling = Handling {
        calendar: "always".to_owned(),
        priorities: vec![Named { code: "any".to_owned(), name: "Any".to_owned() }],
        packages: Vec::new(),
        stages: Vec::new(),
        pause_reasons: reasons.iter().map(reason).collect(),
        clocks: Vec::new(),
        dispute_window: Span::ZERO,
        recovery: Span::ZERO,
        customer_sees_companies: false,
        disclosure: CaseDisclosure::default(),
    };
    let companies: BTreeSet<CompanyId> = cases.values().flatten().map(|row| row.holder().company).collect();
    let joins = "1990-01-01".parse().unwrap();
    let party = |company| Party { company, bound_through: None, joins, leaves: None };
    let rulebook = Rulebook::new(Setting {
        zone: Zone::UTC,
        handling,
        calendars: vec![("always".to_owned(), Calendar::always(Zone::UTC))],
        teams: teams.into_values().collect(),
        services: vec![(SERVICE, None)],
        parties: companies.into_iter().map(party).collect(),
    });
    Rulebooks::always(rulebook.unwrap())
}

/// What is expected of hand-overs: how many, and in how many cases.
fn hops(cases: &[Case], of: impl Fn(&Case) -> Hops) -> serde_json::Value {
    let all: Vec<Hops> = cases.iter().map(of).collect();
    serde_json::json!({
        "cases_with_one_or_more": all.iter().filter(|hops| hops.hand_overs > 0).count(),
        "hand_overs": all.iter().map(|hops| hops.hand_overs).sum::<u32>(),
        "ping_pong_bounces": all.iter().map(|hops| hops.ping_pong).sum::<u32>(),
        "ping_pong_cases": all.iter().filter(|hops| hops.ping_pong > 0).count(),
    })
}

fn seconds(ledger: &Ledger, of: impl Fn(&Part) -> bool) -> i64 {
    let micros: i64 = ledger.parts.iter().filter(|(part, _)| of(part)).map(|(_, time)| time.micros()).sum();
    assert_eq!(micros % 1_000_000, 0);
    micros / 1_000_000
}

/// How long cases stayed resolved before they were opened again.
fn resolved(cases: &[Case]) -> i64 {
    let gaps = |case: &Case| -> i64 {
        case.resolutions.iter().zip(&case.reopened).map(|(deed, again)| again.since(deed.at).seconds()).sum()
    };
    cases.iter().map(gaps).sum()
}

fn by_company(ledger: &Ledger, name: &str) -> serde_json::Value {
    let company = CompanyId(id(3, name));
    serde_json::json!({
        "custody": seconds(ledger, |part| matches!(part, Part::Custody { company: of, .. } if *of == company)),
        "handover_wait": seconds(ledger, |part| *part == Part::HandOverWait { company }),
        "pause": seconds(ledger, |part| matches!(part, Part::Pause { holder, .. } if *holder == Some(company))),
    })
}

/// How often cases were opened again after a resolution with such a note.
fn reopens(cases: &[Case], counts: impl Fn(&str) -> bool) -> serde_json::Value {
    let of = |case: &Case| {
        let resolutions = case.resolutions.iter().take(case.reopened.len());
        resolutions.filter(|deed| deed.note.as_deref().is_some_and(&counts)).count()
    };
    let all: Vec<usize> = cases.iter().map(of).filter(|reopens| *reopens > 0).collect();
    serde_json::json!({ "cases": all.len(), "reopens": all.iter().sum::<usize>() })
}

fn throughput(cases: &[Case]) -> [f64; 3] {
    let mut days: Vec<f64> =
        cases.iter().map(|case| case.latest.since(case.opened).seconds() as f64 / 86_400.0).collect();
    days.sort_by(f64::total_cmp);
    let half = days.len() / 2;
    let median = if days.len() % 2 == 1 { days[half] } else { f64::midpoint(days[half - 1], days[half]) };
    [days[days.len() - 1], days.iter().sum::<f64>() / days.len() as f64, median]
}

fn hold(name: &str) {
    let Some(folder) = folder() else { return };
    let expected = std::fs::read_to_string(folder.join(format!("expected_{name}.json"))).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    let log = rows(&folder, name);
    let rulebooks = rulebooks(&log);
    let mut whole = Ledger::default();
    let mut cases: Vec<Case> = Vec::new();
    for rows in log.values() {
        let replayed = Case::replay(Uuid::nil().into(), &events(rows), &rulebooks);
        assert_eq!(replayed.oddities, [], "{rows:?}");
        let case = replayed.case.unwrap();
        whole.add(&case.ledger(&rulebooks, Moment::MAX));
        cases.push(case);
    }
    assert_eq!(expected["cases"], cases.len());
    assert_eq!(expected["events"], log.values().map(Vec::len).sum::<usize>());
    let kinds = &expected["seconds_by_kind"];
    assert_eq!(kinds["custody"], seconds(&whole, |part| matches!(part, Part::Custody { .. })));
    assert_eq!(kinds["handover_wait"], seconds(&whole, |part| matches!(part, Part::HandOverWait { .. })));
    assert_eq!(kinds["pause"], seconds(&whole, |part| matches!(part, Part::Pause { .. })));
    assert_eq!(kinds["unmatched"].as_i64().unwrap_or(0), seconds(&whole, |part| *part == Part::Unattributed));
    assert_eq!(kinds["resolved"], resolved(&cases));
    assert_eq!(whole.total, whole.parts.iter().map(|(_, time)| *time).sum());
    for (code, time) in expected["pause_seconds_by_reason"].as_object().unwrap() {
        assert_eq!(*time, seconds(&whole, |part| matches!(part, Part::Pause { reason, .. } if reason == code)));
    }
    for (company, times) in expected["by_org_line"].as_object().unwrap() {
        assert_eq!(*times, by_company(&whole, company), "{company}");
    }
    assert_eq!(expected["between_org_lines"], hops(&cases, |case| case.journey.between_companies()));
    assert_eq!(expected["reopens_after_any_completed"], reopens(&cases, |_| true));
    let done = |note: &str| ["Resolved", "Closed"].contains(&note);
    assert_eq!(expected["reopens_after_resolved_or_closed"], reopens(&cases, done));
    for (shown, figure) in throughput(&cases).into_iter().zip(["max", "mean", "median"]) {
        assert!((shown - expected["throughput_days"][figure].as_f64().unwrap()).abs() < 0.000_051, "{figure}: {shown}");
    }
    if expected["between_teams"].is_object() {
        assert_eq!(expected["between_teams"], hops(&cases, |case| case.journey.between_teams()));
        for line in 1..=3_u8 {
            let reached = cases.iter().filter(|case| case.journey.highest_line() == line).count();
            assert_eq!(expected["highest_line_reached"][line.to_string()], reached);
        }
    }
}

#[test]
fn the_open_problems_give_their_ledger() {
    hold("open");
}

#[test]
fn the_closed_problems_give_their_ledger() {
    hold("closed");
}
