//! An agreement of 20 companies and 12 KPIs with facts of 12 months, in force.

use crate::support::world::World;
use concordat_domain::{
    access::{Actor, Verb},
    kernel::AgreementId,
};
use concordat_service::{
    agreements,
    kpis::{Format, Import, Reject},
};
use std::{fmt::Write as _, sync::Arc};

/// How many companies there are.
pub const COMPANIES: usize = 20;
/// How many KPIs.
pub const KPIS: usize = 12;
/// How many months have facts.
pub const MONTHS: usize = 12;

fn file() -> String {
    let mut text =
        String::from("agreement: {code: bench, name: Bench, zone: UTC, effective_from: 2025-01-01}\ncompanies:\n");
    let companies = || (0..COMPANIES).map(|number| format!("c{number:02}"));
    for code in companies() {
        let _ = writeln!(text, "  - {{code: {code}, name: Company {code}, kind: supplier}}");
    }
    text.push_str("parties:\n");
    for code in companies() {
        let _ = writeln!(text, "  - {{company: {code}}}");
    }
    text.push_str("people:\n");
    for (number, code) in companies().enumerate() {
        let steward = if number == 0 { "{role: steward}, " } else { "" };
        let _ = writeln!(
            text,
            "  - {{email: s@{code}.example, name: Signatory {code}, company: {code}, grants: [{steward}{{role: signatory}}]}}"
        );
    }
    text.push_str("services:\n  - {code: all, name: All of it}\ncommitments:\n");
    text.push_str("  - {code: glad, topic: satisfaction, text: Glad., kpis: [k00]}\n  - {code: better, topic: improvement, text: Better., kpis: [k00]}\nkpis:\n");
    let reporters: Vec<String> = companies().map(|code| format!("{{company: {code}}}")).collect();
    for number in 0..KPIS {
        let (kind, unit, direction, target) = match number % 4 {
            0 => ("kind: ratio", "share", "higher", "0.95"),
            1 => ("kind: mean", "hours", "lower", "10"),
            2 => ("kind: quantile\n    p: 0.9", "hours", "lower", "24"),
            _ => ("kind: sum", "count", "lower", "900"),
        };
        let _ = writeln!(
            text,
            "  - code: k{number:02}\n    name: KPI {number}\n    {kind}\n    unit: {unit}\n    direction: {direction}\n    joint: pooled\n    disclosure: open\n    reporters: [{}]\n    services: [all]\n    targets: [{{value: {target}}}, {}]",
            reporters.join(", "),
            companies().map(|code| format!("{{company: {code}, value: {target}}}")).collect::<Vec<_>>().join(", ")
        );
    }
    text
}

fn facts() -> String {
    let mut text = String::from("kpi,company,service,observed_at,value,good,total,source,source_key\n");
    let mut seed = 7_u64;
    for month in 1..=MONTHS {
        for kpi in 0..KPIS {
            for company in 0..COMPANIES {
                for fact in 0..8 {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let (value, day) = ((seed >> 40) % 30, 1 + (seed >> 20) % 28);
                    let figures = if kpi % 4 == 0 { format!(",{},20", value.min(20)) } else { format!("{value},,") };
                    let _ = writeln!(
                        text,
                        "k{kpi:02},c{company:02},all,2025-{month:02}-{day:02}T10:00:00Z,{figures},bench,{month}-{kpi}-{company}-{fact}"
                    );
                }
            }
        }
    }
    text
}

/// The agreement in force with its facts, and a partner of it.
pub fn prepare(world: &World) -> (AgreementId, Arc<Actor>) {
    let id = world.apply(&file());
    let steward = world.person("s@c00.example");
    world.on(&steward, id, Verb::AgreementPropose, agreements::propose).unwrap();
    for number in 0..COMPANIES {
        world.sign(id, &format!("s@c{number:02}.example"), &format!("c{number:02}")).unwrap();
    }
    import(world, id, &facts());
    (id, world.person("s@c07.example"))
}

/// Imports facts that are all in order.
pub fn import(world: &World, id: AgreementId, facts: &str) {
    let input = facts.as_bytes();
    let none = |rejects: &[Reject]| {
        assert_eq!(rejects, []);
        Ok(())
    };
    Import::new(Format::Csv).run(&world.database, &world.console(), id, input, none, |_| {}).unwrap();
}
