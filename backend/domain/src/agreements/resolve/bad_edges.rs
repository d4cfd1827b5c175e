//! Every way in which demands and boundaries can be wrong: what is changed in the small file, and what is told, exactly.

/// A text of the small file, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "service: desk\n    cal",
        "service: dsk\n    cal",
        "108:14: demands.desk-hours.service: there is no service `dsk`; did you mean `desk`? Otherwise declare it under `services`",
    ),
    (
        "calendar: office\n    reg",
        "calendar: ofice\n    reg",
        "109:15: demands.desk-hours.calendar: there is no calendar `ofice`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "regions: [north, south]",
        "regions: [north, \" \"]",
        "110:22: demands.desk-hours.regions: write between 1 and 200 characters here",
    ),
    (
        "regions: [north, south]",
        "regions: [north, north]",
        "110:22: demands.desk-hours.regions: `north` is given twice; keep one of them",
    ),
    (
        "regions: [north, south]",
        "regions: north",
        "110:14: demands.desk-hours.regions: a text stands where a list is expected; write its entries under it, each after `- `, or leave the key out",
    ),
    (
        "cases: 120",
        "cases: 0",
        "112:23: demands.desk-hours.forecast.cases: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "cases: 120",
        "cases: 1.5",
        "112:23: demands.desk-hours.forecast.cases: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "cases: 120, per: week",
        "cases: 120, per: fortnight",
        "112:33: demands.desk-hours.forecast.per: `fortnight` is not one of day, week, month, quarter, year",
    ),
    (
        "handling: PT40M, ",
        "",
        "112:47: demands.desk-hours.forecast.answer: how many people this takes follows from how long a case occupies them; add `handling`",
    ),
    (
        "handling: PT40M",
        "handling: PT0S",
        "112:49: demands.desk-hours.forecast.handling: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "share: 0.8",
        "share: 1",
        "112:72: demands.desk-hours.forecast.answer.share: this is a share of the cases; write more than 0 and less than 1",
    ),
    (
        "share: 0.8",
        "share: 0",
        "112:72: demands.desk-hours.forecast.answer.share: this is a share of the cases; write more than 0 and less than 1",
    ),
    (
        "share: 0.8",
        "share: most",
        "112:72: demands.desk-hours.forecast.answer.share: \"most\" is not a number; write digits such as 12 or -0.95",
    ),
    (
        "within: PT15M",
        "within: soon",
        "112:85: demands.desk-hours.forecast.answer.within: \"soon\" is not a length of time; write ISO 8601 such as PT30M, PT4H or P2DT12H",
    ),
    (
        "code: net-always",
        "code: desk-hours",
        "113:12: demands.desk-hours: the demand `desk-hours` is given twice; keep one of them",
    ),
    (
        "products: [lines]",
        "product: [lines]",
        "113:60: demands.net-always.product: unknown key; did you mean `products`?",
    ),
    (
        "code: ada-desk",
        "code: Ada",
        "115:11: boundaries.Ada: `Ada` is no code; write up to 64 lower-case letters, digits and single hyphens, such as sla-met",
    ),
    (
        "code: bob-net",
        "code: ada-desk",
        "131:11: boundaries.ada-desk: the boundary `ada-desk` is given twice; keep one of them",
    ),
    (
        "service: net\n    company: bob",
        "service: nett\n    company: bob",
        "132:14: boundaries.bob-net.service: there is no service `nett`; did you mean `net`? Otherwise declare it under `services`",
    ),
    (
        "company: bob\n    title",
        "company: dan\n    title",
        "133:14: boundaries.bob-net.company: this company is no party of the agreement and draws no boundary in it; add it under `parties` or name another",
    ),
    (
        "company: bob\n    title",
        "company: bobby\n    title",
        "133:14: boundaries.bob-net.company: there is no company `bobby`; did you mean `bob`? Otherwise declare it under `companies`",
    ),
    (
        "company: bob\n    title: Every line\n    team: back-office",
        "company: cyd\n    title: Every line\n    team: back-office",
        "135:11: boundaries.bob-net.team: `team` is a team for which the company provides nobody",
    ),
    (
        "service: net\n    company: bob\n    title: Every line\n    team: back-office",
        "service: desk\n    company: ada\n    title: Every line\n    team: first-line",
        "131:11: boundaries.bob-net: `ada-desk` is drawn for the same service, company and team; join the two, or name another team",
    ),
    (
        "title: The desk by day",
        "title: \" \"",
        "118:12: boundaries.ada-desk.title: the title says nothing; state it in words",
    ),
    (
        "team: first-line\n    resp",
        "team: firstline\n    resp",
        "119:11: boundaries.ada-desk.team: there is no team `firstline`; did you mean `first-line`? Otherwise declare it under `teams`",
    ),
    (
        "responsibility: responsible",
        "responsibility: boss",
        "136:21: boundaries.bob-net.responsibility: `boss` is not one of accountable, responsible, consulted, informed",
    ),
    ("Passwords]", "\"\"]", "121:47: boundaries.ada-desk.included.2: the included.2 says nothing; state it in words"),
    (
        "- hours: office\n        bey",
        "- hours: offices\n        bey",
        "124:16: boundaries.ada-desk.limits.hours: there is no calendar `offices`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "- hours: office\n        bey",
        "- hours: office\n        concurrent: 3\n        bey",
        "124:9: boundaries.ada-desk.limits.1: a limit has exactly one of hours, region, language, product, skill, concurrent, volume and response; write each in an entry of its own",
    ),
    (
        "- hours: office\n        beyond: {note: By phone., company",
        "- beyond: {note: By phone., company",
        "124:9: boundaries.ada-desk.limits.1: a limit has exactly one of hours, region, language, product, skill, concurrent, volume and response; write each in an entry of its own",
    ),
    (
        "- language: [german, french]",
        "- hours: every-hour",
        "126:16: boundaries.ada-desk.limits.hours: `limits.hours` is given twice",
    ),
    (
        "- language: [german, french]",
        "- language: []",
        "126:9: boundaries.ada-desk.limits.language: `limits.language` names nothing, or more than 1000",
    ),
    (
        "- language: [german, french]",
        "- language: german",
        "126:19: boundaries.ada-desk.limits.2.language: a text stands where a list is expected; write its entries under it, each after `- `, or leave the key out",
    ),
    (
        "- language: [german, french]",
        "- tongue: [german]",
        "126:9: boundaries.ada-desk.limits.2.tongue: unknown key; known here: beyond, concurrent, hours, language, product, region, response, skill, volume\n126:9: boundaries.ada-desk.limits.2: a limit has exactly one of hours, region, language, product, skill, concurrent, volume and response; write each in an entry of its own",
    ),
    (
        "- concurrent: 40",
        "- concurrent: 0",
        "127:21: boundaries.ada-desk.limits.concurrent: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "- response: PT1H",
        "- response: PT0S",
        "129:19: boundaries.ada-desk.limits.response: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "volume: {cases: 200, per: month}",
        "volume: {cases: 0, per: month}",
        "141:25: boundaries.bob-net.limits.volume.cases: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "volume: {cases: 200, per: month}",
        "volume: {cases: 200}",
        "141:18: boundaries.bob-net.limits.4.volume: the key `per` is missing: In each of which periods.",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: By phone., company: ada, team: first-line",
        "125:55: boundaries.ada-desk.limits.hours.beyond: `limits.hours.beyond` is the team that stops here",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: By phone., company: bob, team: first-line",
        "125:55: boundaries.ada-desk.limits.hours.beyond: `limits.hours.beyond` is a team for which the company provides nobody",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: By phone., company: dan, team: back-office",
        "125:44: boundaries.ada-desk.limits.hours.beyond.company: this company is no party of the agreement and cannot take over; add it under `parties` or name another",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: By phone., company: bob",
        "125:44: boundaries.ada-desk.limits.hours.beyond: who takes over is a company and one of its teams; name both",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: By phone.",
        "125:49: boundaries.ada-desk.limits.hours.beyond: information and acceptance are owed to whoever takes over; name its company and team",
    ),
    (
        "note: By phone., company: bob, team: back-office",
        "note: \"\", company: bob, team: back-office",
        "125:24: boundaries.ada-desk.limits.hours.beyond.note: the limits.hours.beyond.note says nothing; state it in words",
    ),
    (
        "[Customer, Fault]",
        "[Customer, \" \"]",
        "125:92: boundaries.ada-desk.limits.hours.beyond.information.2: the limits.hours.beyond.information.2 says nothing; state it in words",
    ),
    (
        "acceptance: PT30M",
        "acceptance: PT0S",
        "125:112: boundaries.ada-desk.limits.hours.beyond.acceptance: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "beyond: {note: The next one waits.}",
        "beyond: {}",
        "127:9: boundaries.ada-desk.limits.concurrent.beyond: nothing is said of what happens beyond; leave the key out",
    ),
    (
        "https://ada.example/contract",
        "ftp://ada.example/contract",
        "130:39: boundaries.ada-desk.evidence.1: `evidence.1` is no https address",
    ),
    (
        "title: Contract",
        "title: \"\"",
        "130:33: boundaries.ada-desk.evidence.1: the evidence.1 says nothing; state it in words",
    ),
];
