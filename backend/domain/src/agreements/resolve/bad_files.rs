//! Every way in which a file can be wrong: what is changed in the small file, and what is told, exactly.

/// A text of the small file, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "code: small",
        "code: Small One",
        "2:9: agreement.code: `Small One` is no code; write up to 64 lower-case letters, digits and single hyphens, such as sla-met",
    ),
    ("A small agreement", "''", "3:9: agreement.name: write between 1 and 200 characters here"),
    (
        "Europe/Vienna",
        "Mars/Olympus",
        "4:9: agreement.zone: \"Mars/Olympus\" is not a time zone; write an IANA name such as Europe/Zurich",
    ),
    (
        "effective_from: 2026-01-01",
        "effective_from: 9999-01-01",
        "5:19: agreement.effective_from: 9999-01-01 is out of range; write a day between 1901 and 2198",
    ),
    (
        "effective_from: 2026-01-01",
        "effective_from: 2026-02-30",
        "5:19: agreement.effective_from: `2026-02-30` is not a day of the calendar; write it as 2026-03-01",
    ),
    (
        "effective_from: 2026-01-01",
        "effective_from: 2026-01-01\n  effective_form: x",
        "6:3: agreement.effective_form: unknown key; did you mean `effective_from`?",
    ),
    (
        "kind: integrator",
        "kind: integrater",
        "7:34: companies.ada.kind: `integrater` is not one of supplier, outsourced_supplier, integrator, customer; did you mean `integrator`?",
    ),
    ("{code: dan,", "{code: bob,", "10:12: companies.bob: the company `bob` is given twice; keep one of them"),
    (
        "  - {company: cyd, bound_through: ada}\n",
        "",
        "9:12: companies.cyd: an outsourced supplier is neither a party nor bound through one; add it under `parties`, with `bound_through` if another party answers for it",
    ),
    (
        "bound_through: ada",
        "bound_through: adda",
        "14:35: parties.cyd.bound_through: there is no company `adda`; did you mean `ada`? Otherwise declare it under `companies`",
    ),
    (
        "bound_through: ada",
        "bound_through: dan",
        "14:35: parties.cyd.bound_through: this company is no party; name a party",
    ),
    (
        "bound_through: ada",
        "bound_through: cyd",
        "14:35: parties.cyd.bound_through: this party is bound through another one itself; name one that signs",
    ),
    (
        "bound_through: ada",
        "bound_through: bob",
        "14:35: parties.cyd.bound_through: this party is not bound for as long as the outsourced supplier is; change `joins` or `leaves`",
    ),
    (
        "{company: ada}\n  - {company: bob, joins",
        "{company: ada}\n  - {company: bob, bound_through: ada, joins",
        "13:35: parties.bob.bound_through: only an outsourced supplier is bound through another company; leave the key out\n17:67: people.b@bob.example.grants.signatory: this company is bound through another party, which signs for it; leave the role out",
    ),
    (
        "joins: 2026-02-01",
        "joins: 2026-02-01, leaves: 2026-02-01",
        "13:47: parties.bob.leaves: leaves on 2026-02-01, not after it joins on 2026-02-01; give a later day",
    ),
    (
        "joins: 2026-02-01}",
        "joins: 2026-02-01}\n  - {company: bob}",
        "14:15: parties.bob: the party `bob` is given twice; keep one of them",
    ),
    (
        "b@bob.example",
        "A@Ada.example",
        "17:13: people.A@Ada.example: this address is given twice; keep one of them and join their grants",
    ),
    ("b@bob.example", "bob", "17:13: people.bob: this is no address; write it as name@company.example"),
    (
        "company: bob, grants: [{role: signatory}]",
        "company: bob, grants: [{role: signatory, company: cyd}]",
        "17:87: people.b@bob.example.grants.signatory: this company is bound through another party, which signs for it; leave the role out",
    ),
    (
        "company: bob, grants: [{role: signatory}]",
        "company: bob, grants: [{role: analyst, company: dan}]",
        "17:85: people.b@bob.example.grants.analyst: this company is no party of the agreement; add it under `parties` or name another",
    ),
    (
        "company: bob, grants: [{role: signatory}]",
        "company: bob, grants: [{role: customer}]",
        "17:67: people.b@bob.example.grants.customer: only a company of kind `customer` has people who speak for the customer; choose another role or company",
    ),
    (
        "company: bob, grants: [{role: signatory}]",
        "company: bob, grants: [{role: king}]",
        "17:67: people.b@bob.example.grants.1.role: `king` is not one of steward, signatory, coordinator, sme, contact_agent, engineer, analyst, customer, auditor",
    ),
    ("{code: net,", "{code: phone,", "23:12: services.phone: the service `phone` is given twice; keep one of them"),
    (
        "{code: phone, name: Phone}",
        "{code: desk, name: Phone}",
        "22:16: services.desk: a service cannot be part of itself: desk > desk; take one out\n36:22: kpis.in-time.services: there is no service `phone`; declare it under `services`\n37:59: kpis.in-time.reporters.bob: there is no service `phone`; declare it under `services`",
    ),
    (
        "kpis: [in-time]",
        "kpis: [in-tine]",
        "25:58: commitments.fast.kpis: there is no KPI `in-tine`; did you mean `in-time`? Otherwise declare it under `kpis`",
    ),
    (
        "text: Happy., company: bob",
        "text: Happy., company: dan",
        "26:63: commitments.happy.company: this company is no party of the agreement, so it cannot promise anything in it; add it under `parties` or name another",
    ),
    ("unit: share", "unit: percent", "32:11: kpis.in-time.unit: a figure of this kind is a share; write `share`"),
    (
        "kind: ratio",
        "kind: last",
        "34:12: kpis.in-time.joint: the latest values of several companies make no pool; take weighted or worst",
    ),
    (
        "joint: weighted",
        "joint: series",
        "46:12: kpis.hours.joint: a chain multiplies shares, so the unit has to be share",
    ),
    (
        "{company: bob, weight: 2}",
        "{company: bob, weight: 0}",
        "47:65: kpis.hours.weights.bob: each company has one weight, above 0 and at most 1,000,000",
    ),
    (
        "{company: bob, weight: 2}",
        "{company: bob, weight: 1e3}",
        "47:65: kpis.hours.weights.bob: \"1e3\" is not a number; write digits such as 12 or -0.95",
    ),
    (
        ", {company: bob, weight: 2}",
        "",
        "46:12: kpis.hours.weights: the weight of bob is missing; add it under `weights`, above 0",
    ),
    (
        "    weights: [{company: ada, weight: 1}, {company: bob, weight: 2}]\n",
        "",
        "46:12: kpis.hours.weights: the weight of ada, bob is missing; add it under `weights`, above 0",
    ),
    (
        "{company: bob, weight: 2}",
        "{company: dan, weight: 2}",
        "47:52: kpis.hours.weights.dan: this company is no party of the agreement and weighs nothing in it; add it under `parties` or name another",
    ),
    (
        "reporters: [{company: ada}, {company: bob}]",
        "reporters: [{company: dan}, {company: bob}]",
        "49:27: kpis.hours.reporters.dan: this company is no party of the agreement and cannot report in it; add it under `parties` or name another",
    ),
    (
        "reporters: [{company: ada}, {company: bob}]",
        "reporters: [{company: ada}, {company: bob}, {company: bob}]",
        "49:59: kpis.hours.reporters.bob: this company is named twice; name it once with all its services",
    ),
    (
        "    reporters: [{company: ada}, {company: bob}]\n",
        "",
        "41:11: kpis.hours: nobody reports this KPI; name its `reporters`, or another `source`, or `facts_of`",
    ),
    (
        "services: [phone]}]",
        "services: [net]}]",
        "37:59: kpis.in-time.reporters.bob: it reports for a service for which the KPI is not measured",
    ),
    (
        "services: [phone]}]",
        "services: [fax]}]",
        "37:59: kpis.in-time.reporters.bob: there is no service `fax`; declare it under `services`",
    ),
    (
        "services: [desk, phone]",
        "services: [desk, desk, phone]",
        "36:22: kpis.in-time.services: the service `desk` is given twice; keep one of them",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: 0.9, warning: 0.85}",
        "39:31: kpis.in-time.targets.joint.warning: it warns only after the target is missed; put it above the value",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: 90}",
        "39:17: kpis.in-time.targets.joint.value: a ratio's target lies between 0 and 1",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: .nan}",
        "39:17: kpis.in-time.targets.joint.value: \".nan\" is not a number; write digits such as 12 or -0.95",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: 0.12345678}",
        "39:17: kpis.in-time.targets.joint.value: 0.12345678 is too fine; write at most six digits after the point",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: 0.9, upper: 0.95}",
        "39:29: kpis.in-time.targets.joint.upper: only a band has an upper edge",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{value: 0.9, tolerance: -1}",
        "39:33: kpis.in-time.targets.joint.tolerance: a tolerance is not below 0",
    ),
    (
        "{value: 0.9, warning: 0.95}",
        "{warning: 0.95}",
        "39:10: kpis.in-time.targets.1: the key `value` is missing: The promised value; for a band its lower edge.",
    ),
    (
        "{company: bob, value: 0.8}",
        "{company: bob, value: 0.8}\n      - {company: bob, value: 0.7}",
        "41:31: kpis.in-time.targets.bob: another target of the same scope begins on the same date; keep one of them",
    ),
    (
        "{company: bob, value: 0.8}",
        "{company: dan, value: 0.8}",
        "40:19: kpis.in-time.targets.dan: this company is no party of the agreement and promises nothing in it; add it under `parties` or name another",
    ),
    (
        "{company: bob, value: 0.8}",
        "{service: net, value: 0.8}",
        "40:19: kpis.in-time.targets.net: the KPI is not measured for this service; add it to the KPI's `services` or name another",
    ),
    ("p: 0.9", "p: 1", "53:8: kpis.hours-p90.p: p is 1; a quantile lies above 0 and below 1"),
    ("    p: 0.9\n", "", "52:11: kpis.hours-p90.p: a quantile needs its `p`, above 0 and below 1, such as 0.9"),
    ("kind: mean", "kind: mean\n    p: 0.5", "44:8: kpis.hours.p: only a quantile has a `p`; leave the key out"),
    (
        "facts_of: hours",
        "facts_of: hours-p90",
        "58:15: kpis.hours-p90.facts_of: hours-p90 reads the facts of hours-p90, which has none of its own; name the KPI that has",
    ),
    (
        "facts_of: hours",
        "facts_of: in-time",
        "58:15: kpis.hours-p90.facts_of: one of hours-p90 and in-time counts good of total and the other reads values",
    ),
    (
        "facts_of: hours",
        "facts_of: ours",
        "58:15: kpis.hours-p90.facts_of: there is no KPI `ours`; did you mean `hours`? Otherwise declare it under `kpis`",
    ),
    (
        "facts_of: hours",
        "facts_of: hours\n    reporters: [{company: ada}]",
        "59:27: kpis.hours-p90: a KPI with `facts_of` has the reporters and services of that other KPI; leave them out",
    ),
    ("code: hours-p90", "code: hours", "50:11: kpis.hours: the KPI `hours` is given twice; keep one of them"),
    (
        "person: a@ada.example",
        "person: c@ada.example",
        "62:24: groups.board.members.c@ada.example: there is no person `c@ada.example`; did you mean `a@ada.example`? Otherwise declare it under `people`",
    ),
    (
        "level: senior}]",
        "level: senior}, {person: A@ada.example, level: middle}]",
        "62:64: groups.board.members.A@ada.example: this person is given twice; keep one of them",
    ),
];
