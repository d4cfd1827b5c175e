//! The terms of the two agreements.

use concordat_domain::access::Role;

/// Analysts answer for their company first, then whoever signs for it.
const LADDER: &str = "escalations:\n  - code: words\n    name: Words\n    triggers: [raised]\n    levels:\n      - {name: First, tier: tactical, answer_within: PT4H, role: analyst}\n      - {name: Top, tier: strategic, answer_within: P1D, role: signatory}\n";

fn file(code: &str, companies: &[&str], people: &str, parties: &str, disclosure: &str) -> String {
    let listed = |line: &dyn Fn(&str) -> String| companies.iter().map(|one| line(one)).collect::<String>();
    let reporters = companies.iter().filter(|one| !["gone", "newcomer", "town"].contains(one));
    let reporters: Vec<String> = reporters.map(|one| format!("{{company: {one}}}")).collect();
    let reporters = reporters.join(", ");
    let kpi = |name: &str, kind: &str, disclosure: &str, value: &str| {
        format!(
            "  - {{code: {name}, name: '{name}', kind: {kind}, unit: eur, direction: lower, joint: pooled, \
             disclosure: {disclosure}, reporters: [{reporters}], services: [work], targets: [{{value: {value}}}{}]}}\n",
            if disclosure == "own" {
                companies.iter().take(3).map(|one| format!(", {{company: {one}, value: {value}}}")).collect()
            } else {
                String::new()
            }
        )
    };
    format!(
        "agreement: {{code: {code}, name: The {code} agreement, zone: Europe/Vienna, effective_from: 2025-01-01}}\n\
         companies:\n{}parties:\n{}{parties}people:\n{people}\
         services:\n  - {{code: work, name: Work}}\n\
         commitments:\n  - {{code: content, topic: satisfaction, text: All are content, kpis: [own-cost]}}\n  \
         - {{code: better, topic: improvement, text: All get better, kpis: [joint-cost]}}\n\
         kpis:\n{}{}{}{}\
         {}{}",
        listed(&|one| format!(
            "  - {{code: {one}, name: The {one} company, kind: {}}}\n",
            if one == "town" { "customer" } else { "supplier" }
        )),
        companies
            .iter()
            .filter(|one| !["gone", "newcomer"].contains(one))
            .map(|one| format!("  - {{company: {one}}}\n"))
            .collect::<String>(),
        kpi("own-cost", "sum", "own", "100"),
        kpi("joint-cost", "mean", "joint", "100"),
        kpi("open-cost", "sum", "open", "9000000000"),
        "  - {code: time, name: Time, kind: mean, unit: hours, direction: lower, joint: pooled, disclosure: own, \
         source: cases, measure: custody, services: [work], targets: [{value: 4}]}\n",
        coordination(companies),
        handling(companies, disclosure) + LADDER,
    )
}

/// A group that meets, and common ground.
fn coordination(companies: &[&str]) -> String {
    let suppliers = companies.iter().filter(|one| !["gone", "newcomer", "town"].contains(one));
    let member = |company: &&str| {
        format!("{{person: coordinator@{company}.example, level: middle, deputy: signatory@{company}.example}}")
    };
    let members: Vec<String> = suppliers.map(member).collect();
    let members = members.join(", ");
    format!(
        "groups:\n  - code: group\n    name: Group\n    \
         members: [{members}]\n    \
         cadences: [{{code: words, template: weekly_status, starts: 2025-01-06T09:00}}]\n\
         vocabulary: [{{code: words, kind: term, meaning: Words}}]\n\
         alignment: [{{code: words, area: process, question: Words?}}]\n\
         health: {{days: 30, weights: [{{sign: actions, weight: 1}}]}}\n"
    )
}

/// Teams of every company that works, and rules of cases under which the example word is a code of everything.
fn handling(companies: &[&str], disclosure: &str) -> String {
    let working: Vec<String> = companies
        .iter()
        .filter(|one| !["gone", "newcomer", "town"].contains(one))
        .map(|one| format!("{{company: {one}, staff: 1}}"))
        .collect();
    let team = |code: &str, kind: &str, line: u8| {
        format!(
            "  - {{code: {code}, name: The {code}, kind: {kind}, line: {line}, calendar: always, acceptance: PT1H, \
             companies: [{}], members: [contact_agent@south.example]}}\n",
            working.join(", ")
        )
    };
    format!(
        "calendars:\n  - {{code: always, name: Always, zone: UTC, hours: always}}\nteams:\n{}{}\
         cases:\n  calendar: always\n  priorities: [{{code: words, name: Words}}]\n  \
         packages: [{{code: words, name: Words}}]\n  stages: [{{code: words, name: Words, phase: open}}]\n  \
         pause_reasons:\n    - {{code: words, name: Words, against: customer}}\n    \
         - {{code: claim, name: Claim, against: south, consent: true}}\n  \
         clocks:\n    - {{code: words, measure: resolution, target: PT4H}}\n    \
         - {{code: own, measure: resolution, company: south, calendar: always, target: PT1H}}\n  \
         disclosure: {disclosure}\n",
        team("desk", "contact_point", 1),
        team("bench", "resolution", 2)
    )
}

fn person(role: &str, company: &str) -> String {
    format!(
        "  - {{email: {role}@{company}.example, name: '{role} of {company}', company: {company}, grants: [{{role: {role}}}]}}\n"
    )
}

/// The company for which the cast holds a role: only a customer's people speak for the customer.
pub fn home(role: Role) -> &'static str {
    if role == Role::Customer { "town" } else { "north" }
}

/// The agreement of north, south, east and town; a newcomer is asked to join its second version.
pub fn alpha(joined: bool, disclosure: &str) -> String {
    let mut people: String = Role::ALL.iter().map(|role| person(role.name(), home(*role))).collect();
    people.push_str(&person("signatory", "town"));
    for company in ["south", "east"] {
        ["signatory", "coordinator", "analyst", "contact_agent", "sme"]
            .iter()
            .for_each(|role| people.push_str(&person(role, company)));
    }
    people.push_str(&person("signatory", "gone"));
    people.push_str(&person("analyst", "gone"));
    let mut parties = "  - {company: gone, leaves: 2026-02-01}\n".to_owned();
    let mut companies = vec!["north", "south", "east", "town", "gone"];
    if joined {
        people.push_str(&person("signatory", "newcomer"));
        people.push_str(&person("analyst", "newcomer"));
        parties.push_str("  - {company: newcomer, joins: 2027-01-01}\n");
        companies.push("newcomer");
    }
    file("alpha", &companies, &people, &parties, disclosure)
}

/// The agreement of west, south and far.
pub fn beta(disclosure: &str) -> String {
    let mut people = String::new();
    for company in ["west", "south", "far"] {
        ["signatory", "analyst", "coordinator", "contact_agent", "sme"]
            .iter()
            .for_each(|role| people.push_str(&person(role, company)));
    }
    people.push_str(&person("steward", "west"));
    file("beta", &["west", "south", "far"], &people, "", disclosure)
}
