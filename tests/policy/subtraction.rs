//! Nobody works out another company's figures by subtraction: everything that the scorecard tells somebody, of every
//! period and by everything, is taken as linear equations; no combination of them speaks of one other company alone.

use super::schema::Schema;
use crate::support::world::World;
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, Decimal, Moment},
    kpis::Parts,
};
use concordat_service::{
    agreements,
    kpis::{self, Reported},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write as _};

const COMPANIES: [&str; 5] = ["ada", "bea", "cleo", "dora", "eva"];
const SERVICES: [&str; 3] = ["desk", "field", "net"];
const MONTHS: [&str; 3] = ["2026-01", "2026-02", "2026-03"];
const KPIS: usize = 12;

/// Which company reported something for which service in which month.
type Fact = (usize, usize, usize);

fn file() -> String {
    let mut text =
        "agreement: {code: gamma, name: Gamma, zone: UTC, effective_from: 2025-01-01}\ncompanies:\n".to_owned();
    let all = || COMPANIES.iter().chain(["town"].iter());
    for company in all() {
        let kind = if *company == "town" { "customer" } else { "supplier" };
        let _ = writeln!(text, "  - {{code: {company}, name: {company}, kind: {kind}}}");
    }
    text += "parties:\n";
    all().for_each(|company| text += &format!("  - {{company: {company}}}\n"));
    text += "people:\n";
    for company in all() {
        let steward = if *company == "town" { ", {role: customer}" } else { ", {role: analyst}" };
        text += &format!(
            "  - {{email: all@{company}.example, name: {company}, company: {company}, grants: [{{role: signatory}}{steward}]}}\n"
        );
    }
    text += "  - {email: two@ada.example, name: two, company: ada, grants: [{role: analyst}, {role: analyst, company: bea}]}\n";
    text += "  - {email: keeper@ada.example, name: keeper, company: ada, grants: [{role: steward}]}\n";
    text += "services:\n";
    SERVICES.iter().for_each(|service| text += &format!("  - {{code: {service}, name: {service}}}\n"));
    text += "commitments:\n  - {code: content, topic: satisfaction, text: All are content, kpis: [pool-0]}\n";
    text += "  - {code: better, topic: improvement, text: All get better, kpis: [pool-1]}\nkpis:\n";
    let reporters = COMPANIES.map(|company| format!("{{company: {company}}}")).join(", ");
    for kpi in 0..KPIS {
        text += &format!(
            "  - {{code: pool-{kpi}, name: pool {kpi}, kind: sum, unit: eur, direction: lower, joint: pooled, disclosure: joint, \
             reporters: [{reporters}], services: [{}], targets: [{{value: 1}}]}}\n",
            SERVICES.join(", ")
        );
    }
    text + "groups: []\n"
}

/// Facts here and there: sparse for some KPIs, dense for others.
fn facts() -> Vec<Vec<Fact>> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % 100
    };
    let all: Vec<Fact> = (0..COMPANIES.len())
        .flat_map(|company| {
            (0..SERVICES.len()).flat_map(move |service| (0..MONTHS.len()).map(move |month| (company, service, month)))
        })
        .collect();
    let mut of = |dense: u64| all.iter().copied().filter(|_| next() < dense).collect();
    (0..KPIS).map(|kpi| of(20 + 7 * kpi as u64)).collect()
}

fn staged(world: &World) -> Vec<Vec<Fact>> {
    world.at("2025-01-02T08:00:00Z");
    let id = world.apply(&file());
    world.on(&world.person("keeper@ada.example"), id, Verb::AgreementPropose, agreements::propose).unwrap();
    for company in COMPANIES.iter().chain(["town"].iter()) {
        world.sign(id, &format!("all@{company}.example"), company).unwrap();
    }
    world.at("2026-04-03T08:00:00Z");
    let facts = facts();
    record(world, id, &facts);
    facts
}

fn record(world: &World, id: AgreementId, facts: &[Vec<Fact>]) {
    let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
    let mut batch = Vec::new();
    for (kpi, some) in facts.iter().enumerate() {
        for (company, service, month) in some {
            let parts = Parts { value: Some(Decimal::whole(7)), good: None, total: None, weight: None };
            let source_key = format!("{kpi}-{company}-{service}-{month}");
            let reported = Reported {
                kpi: &format!("pool-{kpi}"),
                company: COMPANIES[*company],
                service: SERVICES[*service],
                observed_at: Moment::parse(&format!("{}-1{company}T08:00:00Z", MONTHS[*month])).unwrap(),
                parts,
                source: "books",
                source_key: &source_key,
            };
            batch.push(kpis::measurement(&terms, &reported).unwrap());
        }
    }
    world.database.write(&world.console(), id, |tx| kpis::record(tx, id, &batch)).unwrap();
}

/// A shown figure of several companies: which facts it adds up.
fn equation(cell: &Value, facts: &[Fact], own: &[&str]) -> Option<BTreeSet<Fact>> {
    if !cell["withheld"].is_null() {
        assert!(
            ["value", "count", "numerator", "denominator", "verdict", "contribution", "restatedFrom"]
                .iter()
                .all(|figure| cell[figure].is_null()),
            "{cell}"
        );
        return None;
    }
    let company = cell["company"]["code"].as_str();
    if let Some(company) = company {
        assert!(own.contains(&company), "another company's figure is shown: {cell}");
        return None;
    }
    let period = cell["period"].as_str().unwrap();
    let months: Vec<usize> = match period {
        "2026" | "2026-Q1" => vec![0, 1, 2],
        month => match MONTHS.iter().position(|known| *known == month) {
            Some(month) => vec![month],
            None if cell["count"] == 0 => return None,
            None => panic!("a joint figure of a short period is shown: {cell}"),
        },
    };
    let service = cell["service"]["code"].as_str();
    let adds = |fact: &&Fact| {
        months.contains(&fact.2)
            && service.is_none_or(|service| service == SERVICES[fact.1])
            && !own.contains(&COMPANIES[fact.0])
    };
    Some(facts.iter().filter(adds).copied().collect())
}

const PRIME: i64 = 2_147_483_647;

fn inverse(of: i64) -> i64 {
    let (mut result, mut base, mut power) = (1_i64, of, PRIME - 2);
    while power > 0 {
        if power & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        power >>= 1;
    }
    result
}

/// Whether some combination of the equations speaks of this company's facts and of nobody else's.
fn tells_of(company: usize, facts: &[Fact], equations: &[BTreeSet<Fact>]) -> bool {
    let (mine, others): (Vec<&Fact>, Vec<&Fact>) = facts.iter().partition(|fact| fact.0 == company);
    let row = |equation: &BTreeSet<Fact>| -> Vec<i64> {
        others.iter().chain(&mine).map(|fact| i64::from(equation.contains(fact))).collect()
    };
    let mut rows: Vec<Vec<i64>> = equations.iter().map(row).collect();
    for column in 0..others.len() {
        let Some(found) = rows.iter().position(|row| row[column] != 0) else { continue };
        let pivot = rows.swap_remove(found);
        let scale = inverse(pivot[column]);
        for row in rows.iter_mut().filter(|row| row[column] != 0) {
            let factor = row[column] * scale % PRIME;
            for (cell, by) in row.iter_mut().zip(&pivot) {
                *cell = (*cell - factor * by % PRIME + PRIME) % PRIME;
            }
        }
    }
    rows.iter().any(|row| row.iter().any(|cell| *cell != 0))
}

#[test]
fn no_combination_of_what_is_shown_speaks_of_one_other_company() {
    let world = World::sqlite();
    let facts = staged(&world);
    let schema = Schema::learn(&world);
    let scorecard = schema.of("Agreement").fields.iter().find(|field| field.name == "scorecard").unwrap();
    let by = scorecard.args.iter().find(|arg| arg.name == "by").unwrap();
    let ways = schema.of(by.of.named()).words.clone();
    assert!(ways.len() >= 4, "{ways:?}");
    let mut counted = 0;
    for (who, own) in [
        ("all@ada.example", ["ada"].as_slice()),
        ("all@cleo.example", &["cleo"]),
        ("all@eva.example", &["eva"]),
        ("all@town.example", &[]),
        ("two@ada.example", &["ada", "bea"]),
    ] {
        let mut equations = vec![Vec::new(); KPIS];
        for (period, periods) in [("2026-03", 3), ("2026-Q1", 1), ("2026", 1), ("2026-03-14", 6), ("2026-W11", 3)] {
            for way in &ways {
                let query = format!(
                    "{{ agreement(code: \"gamma\") {{ scorecard(period: {period:?}, periods: {periods}, by: {way}) {{ period withheld \
                     value count numerator denominator verdict contribution restatedFrom \
                     kpi {{ code }} company {{ code }} service {{ code }} }} }} }}"
                );
                let data = world.data(&world.person(who), &query, &json!({}));
                for cell in data["agreement"]["scorecard"].as_array().unwrap() {
                    let kpi: usize = cell["kpi"]["code"].as_str().unwrap()["pool-".len()..].parse().unwrap();
                    equations[kpi].extend(equation(cell, &facts[kpi], own));
                }
            }
        }
        for (kpi, equations) in equations.iter().enumerate() {
            counted += equations.len();
            let foreign: Vec<Fact> =
                facts[kpi].iter().copied().filter(|fact| !own.contains(&COMPANIES[fact.0])).collect();
            for company in (0..COMPANIES.len()).filter(|company| !own.contains(&COMPANIES[*company])) {
                assert!(
                    !tells_of(company, &foreign, equations),
                    "{who} works out pool-{kpi} of {}",
                    COMPANIES[company]
                );
            }
        }
    }
    println!("{counted} equations");
    assert!(counted > 100, "hardly anything is shown: {counted}");
}

#[test]
fn the_solver_finds_what_can_be_subtracted() {
    let (one, other, third): (Fact, Fact, Fact) = ((0, 0, 0), (1, 0, 0), (2, 0, 0));
    let facts = [one, other, third];
    let whole = BTreeSet::from(facts);
    assert!(!tells_of(0, &facts, std::slice::from_ref(&whole)));
    assert!(tells_of(0, &facts, &[whole, BTreeSet::from([other, third])]));
}
