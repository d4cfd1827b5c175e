//! Two real logs of problems, cut in half: boundaries drawn around where each line worked in the first half, and the
//! problems of the second half that went outside them, listed, against plain counting.
//!
//! A boundary is one of an organisation line and a support team, and is limited by what is known of a problem from its
//! first row on: its product, and its country as its region. (The country of the owner changes from row to row, so it is
//! no fact of the problem.) Both are within it where the team had accepted such a problem before the middle, so nothing
//! is learned from what came later. The middle is when the median problem began; the boundaries hold from then on.

use crate::support::case_logs::{ProblemLog, Row};
use concordat_domain::{
    boundaries::{
        Beyond, Carried, Checked, Content, Dimension, Drawn, Element, Ground, GroundTeam, Limit, Needs, Point,
        Receiver, Register, Responsibility, Verdict, Why, Within,
    },
    kernel::{Moment, ServiceId, Span, Zone},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use uuid::Uuid;

/// An organisation line, and a support team.
type Desk<'l> = (&'l str, &'l str);

/// So many others are proposed at most.
const MOST: usize = 5;

/// A problem of the second half comes to a desk.
#[derive(Clone, Copy)]
struct Coming<'l> {
    row: Row<'l>,
    /// Who had it before; none: it begins there.
    from: Option<Desk<'l>>,
}

/// What was found when a problem came to a desk: case, whether it was handed over, desk, verdict, dimensions passed.
type Listed<'l> = (&'l str, bool, Desk<'l>, Verdict, Vec<Dimension>);

/// What all of a list comes to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Totals {
    allowed: usize,
    /// Outside by product alone, by region alone, by both.
    product: usize,
    region: usize,
    both: usize,
    nobody: usize,
    /// Problems that went outside a boundary, and that came to a desk without one.
    cases_outside: usize,
    cases_with_nobody: usize,
}

const fn desk<'l>(row: &Row<'l>) -> Desk<'l> {
    (row.company, row.team)
}

fn at(row: &Row<'_>) -> Moment {
    Moment::parse(row.at).unwrap()
}

fn id<T: From<Uuid>>(names: &BTreeSet<&str>, name: &str) -> T {
    Uuid::from_u128(names.range(..name).count() as u128).into()
}

/// A log, cut in half.
struct Halves<'l> {
    rows: Vec<Row<'l>>,
    middle: Moment,
    companies: BTreeSet<&'l str>,
    teams: BTreeSet<&'l str>,
}

impl<'l> Halves<'l> {
    fn of(log: &'l ProblemLog) -> Self {
        let rows = log.rows();
        let mut begins = BTreeMap::new();
        for row in &rows {
            begins.entry(row.case).or_insert_with(|| at(row));
        }
        let mut begins: Vec<Moment> = begins.into_values().collect();
        begins.sort_unstable();
        let (companies, teams) =
            (rows.iter().map(|row| row.company).collect(), rows.iter().map(|row| row.team).collect());
        Self { middle: begins[begins.len() / 2], rows, companies, teams }
    }

    /// What was accepted before the middle.
    fn worked(&self) -> impl Iterator<Item = &Row<'l>> {
        self.rows.iter().filter(|row| row.status == "Accepted" && at(row) < self.middle)
    }

    /// Every time that a problem of the second half comes to a desk.
    fn comings(&self) -> Vec<Coming<'l>> {
        let (mut found, mut last) = (Vec::new(), BTreeMap::<&str, Option<Desk<'l>>>::new());
        for row in &self.rows {
            // a problem of the first half is with nobody here
            let from = last.get(row.case).copied();
            let later = from.map_or_else(|| at(row) >= self.middle, |from| from.is_some());
            last.insert(row.case, later.then(|| desk(row)));
            let from = from.flatten();
            if later && from != Some(desk(row)) {
                found.push(Coming { row: *row, from });
            }
        }
        found
    }

    fn receiver(&self, (company, team): Desk<'_>) -> Receiver {
        (id(&self.teams, team), id(&self.companies, company))
    }

    fn register(&self) -> (Register, usize) {
        let mut held: BTreeMap<Desk<'l>, [BTreeSet<String>; 2]> = BTreeMap::new();
        for row in self.worked() {
            let [products, countries] = held.entry(desk(row)).or_default();
            products.insert(row.product.to_owned());
            countries.insert(row.country.to_owned());
        }
        let service = id(&BTreeSet::new(), "products");
        let drawn = (0..).zip(held).map(|(number, (of, [products, countries]))| {
            let (team, company) = self.receiver(of);
            let limit = |within| Limit { within, beyond: Beyond::default() };
            let content = Content {
                title: "Where it worked".to_owned(),
                team,
                responsibility: Responsibility::Responsible,
                included: Vec::new(),
                excluded: Vec::new(),
                limits: vec![limit(Within::Product(products)), limit(Within::Region(countries))],
                evidence: Vec::new(),
            };
            let (content, id) = (Arc::new(content), Uuid::from_u128(number).into());
            let code = format!("{} of {}", of.1, of.0);
            Drawn { id, code, service, company, content, from: self.middle, until: Moment::MAX }
        });
        let boundaries: Vec<Drawn> = drawn.collect();
        let many = boundaries.len();
        (Register::new(&self.ground(service, boundaries)), many)
    }

    fn ground(&self, service: ServiceId, boundaries: Vec<Drawn>) -> Ground {
        let mut teams = BTreeMap::new();
        for row in &self.rows {
            let (team, company) = self.receiver(desk(row));
            let of = teams.entry(team).or_insert_with(|| GroundTeam {
                companies: BTreeSet::new(),
                calendar: "none".to_owned(),
                skills: BTreeSet::new(),
                line: 1,
                acceptance: Span::ZERO,
                contact_point: false,
            });
            of.companies.insert(company);
        }
        Ground {
            zone: Zone::UTC,
            services: vec![Element { id: service, parent: None }],
            calendars: BTreeMap::new(),
            teams,
            demands: Vec::new(),
            boundaries,
            loads: BTreeMap::new(),
        }
    }
}

/// What the register says.
fn checked<'l>(halves: &Halves<'l>, register: &Register) -> Vec<Listed<'l>> {
    let service = id(&BTreeSet::new(), "products");
    let check = |coming: &Coming<'l>| {
        let row = coming.row;
        let needs =
            Needs { region: Some(row.country.to_owned()), product: Some(row.product.to_owned()), ..Needs::default() };
        let holder = coming.from.map(|from| halves.receiver(from));
        let point = Point { service, needs: &needs, at: at(&row), response: None, holder };
        let checked = register.check(&point, halves.receiver(desk(&row)), &|_| Carried::default());
        assert_eq!(checked.unknown, [], "{row:?}");
        proposes(halves, coming, &checked);
        let passed = checked.passed.iter().map(|passed| passed.dimension).collect();
        (row.case, coming.from.is_some(), desk(&row), checked.verdict, passed)
    };
    halves.comings().iter().map(check).collect()
}

/// Proposed instead are desks that had both such a product and such a country, as many as there are up to the most.
fn proposes(halves: &Halves<'_>, coming: &Coming<'_>, checked: &Checked) {
    if checked.verdict == Verdict::Allowed {
        return assert_eq!(checked.proposals, []);
    }
    let who = |known: &dyn Fn(&Row<'_>) -> bool| -> BTreeSet<Receiver> {
        halves.worked().filter(|row| known(row)).map(|row| halves.receiver(desk(row))).collect()
    };
    let with_product = who(&|row| row.product == coming.row.product);
    let with_country = who(&|row| row.country == coming.row.country);
    let holder = coming.from.map(|from| halves.receiver(from));
    let fit: BTreeSet<Receiver> =
        with_product.intersection(&with_country).filter(|one| Some(**one) != holder).copied().collect();
    let proposed: BTreeSet<Receiver> = checked.proposals.iter().map(|one| (one.team, one.company)).collect();
    assert!(proposed.is_subset(&fit), "{:?}: {proposed:?} of {fit:?}", coming.row);
    assert_eq!(proposed.len(), fit.len().min(MOST), "{:?}", coming.row);
    assert!(checked.proposals.iter().all(|one| one.allowed && one.why == Why::Covers));
}

/// What plain counting says.
fn counted<'l>(halves: &Halves<'l>) -> Vec<Listed<'l>> {
    let desks: BTreeSet<Desk<'l>> = halves.worked().map(desk).collect();
    let products: BTreeSet<(Desk<'l>, &str)> = halves.worked().map(|row| (desk(row), row.product)).collect();
    let countries: BTreeSet<(Desk<'l>, &str)> = halves.worked().map(|row| (desk(row), row.country)).collect();
    let count = |Coming { row, from }: &Coming<'l>| {
        let mut passed = Vec::new();
        if desks.contains(&desk(row)) {
            passed.extend((!products.contains(&(desk(row), row.product))).then_some(Dimension::Product));
            passed.extend((!countries.contains(&(desk(row), row.country))).then_some(Dimension::Region));
        }
        let verdict = match (desks.contains(&desk(row)), passed.is_empty()) {
            (false, _) => Verdict::Nobody,
            (true, true) => Verdict::Allowed,
            (true, false) => Verdict::Outside,
        };
        (row.case, from.is_some(), desk(row), verdict, passed)
    };
    halves.comings().iter().map(count).collect()
}

/// What those of a list come to that were handed over, or that began where they are.
fn totals(listed: &[Listed<'_>], handed: bool) -> Totals {
    let mut totals = Totals::default();
    let (mut outside, mut nobody) = (BTreeSet::new(), BTreeSet::new());
    for (case, _, _, verdict, passed) in listed.iter().filter(|one| one.1 == handed) {
        let sort = match (verdict, &passed[..]) {
            (Verdict::Allowed, []) => &mut totals.allowed,
            (Verdict::Nobody, []) => &mut totals.nobody,
            (Verdict::Outside, [Dimension::Product]) => &mut totals.product,
            (Verdict::Outside, [Dimension::Region]) => &mut totals.region,
            (Verdict::Outside, [Dimension::Product, Dimension::Region]) => &mut totals.both,
            other => panic!("{case}: {other:?}"),
        };
        *sort += 1;
        match verdict {
            Verdict::Allowed => {}
            Verdict::Outside => _ = outside.insert(case),
            Verdict::Nobody => _ = nobody.insert(case),
        }
    }
    Totals { cases_outside: outside.len(), cases_with_nobody: nobody.len(), ..totals }
}

/// Holds the register against plain counting, one by one, and what it comes to against figures worked out elsewhere; answers
/// the cases that were handed over outside a boundary or to a desk without one.
fn hold(log: &ProblemLog, middle: &str, many: usize, handed: &Totals, begun: &Totals) -> BTreeSet<String> {
    let halves = Halves::of(log);
    assert_eq!(halves.middle, Moment::parse(middle).unwrap());
    let (register, boundaries) = halves.register();
    assert_eq!(boundaries, many);
    let listed = checked(&halves, &register);
    let plain = counted(&halves);
    assert_eq!(listed.len(), plain.len());
    for (one, other) in listed.iter().zip(&plain) {
        assert_eq!(one, other);
    }
    assert_eq!((&totals(&listed, true), &totals(&listed, false)), (handed, begun));
    let outside = listed.iter().filter(|(_, handed, _, verdict, _)| *handed && *verdict != Verdict::Allowed);
    for (case, _, (company, team), verdict, passed) in outside.clone() {
        let passed: Vec<&str> = passed.iter().map(|dimension| dimension.name()).collect();
        println!("{case} to {team} of {company}: {} {}", verdict.name(), passed.join(", "));
    }
    outside.map(|one| one.0.to_owned()).collect()
}

#[test]
fn open_problems_outside_where_their_lines_worked_are_listed() {
    let Some(log) = ProblemLog::named("open") else { return };
    let handed =
        Totals { allowed: 8, product: 9, region: 3, both: 5, nobody: 1, cases_outside: 8, cases_with_nobody: 1 };
    let begun = Totals {
        allowed: 292,
        product: 91,
        region: 2,
        both: 10,
        nobody: 15,
        cases_outside: 103,
        cases_with_nobody: 15,
    };
    let outside = hold(&log, "2012-04-03T10:24:46Z", 7, &handed, &begun);
    let listed = [
        "1-738300041",
        "1-739633778",
        "1-743091195",
        "1-745770713",
        "1-746018891",
        "1-746538521",
        "1-752141231",
        "1-758494760",
    ];
    assert_eq!(outside, listed.map(str::to_owned).into());
}

#[test]
fn closed_problems_outside_where_their_teams_worked_are_listed() {
    let Some(log) = ProblemLog::named("closed") else { return };
    let handed =
        Totals { allowed: 45, product: 89, region: 12, both: 40, nobody: 98, cases_outside: 67, cases_with_nobody: 63 };
    let begun = Totals {
        allowed: 328,
        product: 150,
        region: 24,
        both: 20,
        nobody: 222,
        cases_outside: 194,
        cases_with_nobody: 222,
    };
    let outside = hold(&log, "2011-12-07T23:59:32Z", 192, &handed, &begun);
    assert_eq!(outside.len(), 104);
}
