//! Every way in which escalation paths and common ground can be wrong: what is changed in the small file, and what is
//! told, exactly.

/// A text of the small file with groups, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: [no_response, {on: reopened, times: 0}, raised]",
        "50:51: escalations.all.triggers: say after how many times, at least 1: {on: reopened, times: 2}",
    ),
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: [no_response, reopened, raised]",
        "50:29: escalations.all.triggers: say after how many times, at least 1: {on: reopened, times: 2}",
    ),
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: [{on: raised, times: 2}]",
        "50:36: escalations.all.triggers: only `reopened` counts how many times; leave `times` out",
    ),
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: [raised, {on: reopened, times: 2}, {on: reopened, times: 3}]",
        "50:50: escalations.all.triggers: this is given twice; keep one of them",
    ),
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: [no_respons]",
        "50:16: escalations.all.triggers.1: `no_respons` is not one of no_response, no_resolution, reopened, red_flag, action_overdue, hand_over_unaccepted, verification_failed, raised, agenda_item; did you mean `no_response`?",
    ),
    (
        "triggers: [no_response, {on: reopened, times: 2}, raised]",
        "triggers: []",
        "48:11: escalations.all.triggers: nothing begins an escalation on this path; name what does, such as `raised`",
    ),
    (
        "answer_within: PT4H",
        "answer_within: PT0S",
        "52:53: escalations.all.levels.1.answer_within: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "calendar: office, role",
        "calendar: ofice, role",
        "52:69: escalations.all.levels.1.calendar: there is no calendar `ofice`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "name: Board, tier: strategic, answer_within: P2D",
        "name: Board, tier: operational, answer_within: P2D",
        "53:29: escalations.all.levels.2.tier: a matter climbs, and this tier is below the one before it; put the levels in order",
    ),
    (
        "{company: bob, person: b2@bob.example}",
        "{company: bob, person: a@ada.example}",
        "53:130: escalations.all.levels.2.holders.bob: this person neither works for this company nor holds a role for it; grant one under `people`",
    ),
    (
        "{company: bob, person: b2@bob.example}",
        "{company: bob, person: b@bob.example}",
        "53:66: escalations.all.levels.2: the matter would come back to those who already had it: everybody who answers for `bob` at this level answers for it below; name somebody else under `holders`",
    ),
    (
        "{company: bob, person: b2@bob.example}",
        "{company: bob, person: b3@bob.example}",
        "53:130: escalations.all.levels.2.holders.bob: there is no person `b3@bob.example`; did you mean `b2@bob.example`? Otherwise declare it under `people`",
    ),
    (
        "{company: bob, person: b2@bob.example}",
        "{company: bob, person: b2@bob.example}, {company: bob, person: b2@bob.example}",
        "53:170: escalations.all.levels.2.holders.bob: this person is given twice for the company; keep one of them",
    ),
    (
        "{company: bob, person: b2@bob.example}",
        "{company: zed, person: b2@bob.example}",
        "53:117: escalations.all.levels.2.holders.zed: there is no company `zed`; did you mean `cyd`? Otherwise declare it under `companies`",
    ),
    (
        "{role: signatory}, {role: coordinator}]",
        "{role: signatory}]",
        "52:83: escalations.all.levels.1: on 2026-02-01 nobody answers for `bob` at this level: nobody holds the role `coordinator` for it; name somebody under `holders`",
    ),
    (
        "role: signatory, management: senior",
        "role: signatory, management: middle",
        "53:66: escalations.all.levels.2: on 2026-01-01 nobody answers for `ada` at this level: nobody holds the role `signatory` for it at that level of management; name somebody under `holders`\n53:66: escalations.all.levels.2: on 2026-01-01 nobody answers for `cyd` at this level: nobody holds the role `signatory` for it at that level of management; name somebody under `holders`",
    ),
    (
        "customer: dan",
        "customer: bob",
        "56:15: escalations.dans.customer: this company is no customer; name one of kind `customer`, or leave the key out",
    ),
    (
        "customer: dan",
        "customer: dn",
        "56:15: escalations.dans.customer: there is no company `dn`; did you mean `dan`? Otherwise declare it under `companies`",
    ),
    (
        "    customer: dan\n",
        "",
        "54:11: escalations.dans.customer: two paths are for everybody; name the `customer` of one, or take it out",
    ),
    (
        "  - code: all\n    name: Every matter\n",
        "  - code: all\n    name: Every matter\n    customer: dan\n",
        "48:11: escalations: every path is for one customer, so what concerns another or none could not climb; add one without `customer`\n57:15: escalations.dans.customer: `dan` has a path already; keep one of them",
    ),
    (
        "  - code: all\n    name: Every matter\n",
        "  - code: all\n    name: Every matter\n    customer: eve\n",
        "48:11: escalations: every path is for one customer, so what concerns another or none could not climb; add one without `customer`",
    ),
    (
        "    levels:\n      - {name: Board, tier: strategic, answer_within: P1D, role: signatory}",
        "    levels: []",
        "54:11: escalations.dans.levels: a path has at least one level, or nobody would answer; add one under `levels`",
    ),
    ("code: dans", "code: all", "54:11: escalations.all: the escalation path `all` is given twice; keep one of them"),
    (
        "{code: high, kind: severity",
        "{code: resolved, kind: status",
        "62:12: vocabulary.status resolved: the status `resolved` is given twice; keep one of them",
    ),
    (
        "{code: high, kind: severity",
        "{code: High, kind: severty",
        "62:24: vocabulary.High.kind: `severty` is not one of status, severity, term; did you mean `severity`?",
    ),
    (
        "question: Does it hand over as agreed?",
        "question: ''",
        "64:43: alignment.ways.question: write between 1 and 4000 characters here",
    ),
    ("days: 90", "days: 0", "66:9: health.days: write a number of days from 1 to 366"),
    ("days: 90", "days: 367", "66:9: health.days: write a number of days from 1 to 366"),
    ("weight: 2.5", "weight: 0", "67:71: health.weights: a sign weighs above 0; leave it out otherwise"),
    ("weight: 2.5", "weight: -1", "67:71: health.weights: a sign weighs above 0; leave it out otherwise"),
    ("sign: acceptance", "sign: attendance", "67:51: health.weights: this sign is given twice; keep one of them"),
    (
        "weights: [{sign: attendance, weight: 1}, {sign: acceptance, weight: 2.5}]",
        "weights: []",
        "66:9: health.weights: nothing is weighed, so there is no health to tell; name at least one sign",
    ),
];
