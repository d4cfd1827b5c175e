//! Every way in which calendars, teams and the handling of cases can be wrong: what is changed in the small file, and
//! what is told, exactly.

/// A text of the small file, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "hours: {mon: [08:00-12:00, 13:00-17:00], tue: [08:00-17:00]}",
        "hours: {mon: [08:00-12:00, 11:00-17:00], tue: [08:00-17:00]}",
        "66:19: calendars.office.hours.mon: two intervals share 11:00 on mon, counting what comes over midnight; join them or let one end where the other begins",
    ),
    (
        "hours: {mon: [08:00-12:00, 13:00-17:00], tue: [08:00-17:00]}",
        "hours: {mon: [20:00-08:30], tue: [08:00-17:00]}",
        "66:39: calendars.office.hours.tue: two intervals share 08:00 on tue, counting what comes over midnight; join them or let one end where the other begins",
    ),
    (
        "hours: {mon: [08:00-12:00, 13:00-17:00], tue: [08:00-17:00]}",
        "hours: {mon: [8-12, 13:00-13:00]}",
        "66:19: calendars.office.hours.mon: \"8-12\" is not an interval; write two times from 00:00 to 24:00 with a hyphen, such as 09:00-17:00\n66:25: calendars.office.hours.mon: \"13:00-13:00\" ends when it begins; write 00:00-24:00 for a whole date, or leave it out",
    ),
    (
        "hours: {mon: [08:00-12:00, 13:00-17:00], tue: [08:00-17:00]}",
        "hours: {mo: [08:00-12:00]}",
        "66:13: calendars.office.hours.mo: unknown key; did you mean `mon`?",
    ),
    (
        "hours: {mon: [08:00-12:00, 13:00-17:00], tue: [08:00-17:00]}",
        "hours: alway",
        "66:12: calendars.office.hours: `alway` is not one of always; did you mean `always`?",
    ),
    (
        "exceptions: [{date: 2026-12-24, hours: [08:00-11:00]}, {date: 2026-12-31}]",
        "exceptions: [{date: 2026-12-24, hours: [08:00-11:00, 10:00-12:00]}]",
        "67:25: calendars.office.exceptions.2026-12-24: two intervals share 10:00 on 2026-12-24, counting what comes over midnight; join them or let one end where the other begins",
    ),
    (
        "exceptions: [{date: 2026-12-24, hours: [08:00-11:00]}, {date: 2026-12-31}]",
        "exceptions: [{date: 9999-12-24}, {date: 2026-02-30}]",
        "67:25: calendars.office.exceptions.9999-12-24: 9999-12-24 is out of range; write a day between 1901 and 2198\n67:45: calendars.office.exceptions.2026-02-30: `2026-02-30` is not a day of the calendar; write it as 2026-03-01",
    ),
    (
        "{date: 2026-12-31}",
        "{date: 2026-12-24}",
        "67:67: calendars.office.exceptions.2026-12-24: this date is given twice; keep one of them",
    ),
    (
        "{date: 2026-12-26}",
        "{date: 2026-12-25}",
        "68:60: calendars.office.holidays.2026-12-25: this date is given twice; keep one of them",
    ),
    (
        "hours: always",
        "hours: {}",
        "69:65: calendars.every-hour.hours: nothing is ever open; give at least one weekday or exception an interval such as 09:00-17:00",
    ),
    (
        "hours: always",
        "hours: always, holidays_from: town.ics",
        "69:88: calendars.every-hour.holidays_from: only the command line reads files; apply the agreement with `concordat apply`, or write the dates under `holidays`, or the text of the iCalendar file here",
    ),
    (
        "hours: always",
        "hours: always, holidays_from: \"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nEND:VCALENDAR\"",
        "69:88: calendars.every-hour.holidays_from: in the iCalendar file, line 3: END:VCALENDAR has no BEGIN of its own; the file is damaged",
    ),
    (
        "zone: UTC",
        "zone: Utopia",
        "69:53: calendars.every-hour.zone: \"Utopia\" is not a time zone; write an IANA name such as Europe/Zurich",
    ),
    (
        "code: every-hour, name",
        "code: office, name",
        "69:12: calendars.office: the calendar `office` is given twice; keep one of them\n86:15: teams.back-office.calendar: there is no calendar `every-hour`; declare it under `calendars`\n103:68: cases.clocks.bob-any.calendar: there is no calendar `every-hour`; declare it under `calendars`",
    ),
    (
        "kind: resolution",
        "kind: resolver",
        "84:11: teams.back-office.kind: `resolver` is not one of contact_point, resolution",
    ),
    ("line: 2", "line: 4", "85:11: teams.back-office.line: a support line is 1, 2 or 3; write one of them"),
    ("line: 2", "line: true", "85:11: teams.back-office.line: a support line is 1, 2 or 3; write one of them"),
    (
        "calendar: every-hour\n    acc",
        "calendar: every-our\n    acc",
        "86:15: teams.back-office.calendar: there is no calendar `every-our`; did you mean `every-hour`? Otherwise declare it under `calendars`",
    ),
    (
        "acceptance: PT0S",
        "acceptance: -PT1S",
        "87:17: teams.back-office.acceptance: -PT1S is out of range; write one from 0 up to P3650D",
    ),
    (
        "acceptance: PT0S",
        "acceptance: half an hour",
        "87:17: teams.back-office.acceptance: \"half an hour\" is not a length of time; write ISO 8601 such as PT30M, PT4H or P2DT12H",
    ),
    (
        "acceptance: PT0S",
        "acceptance: P4000D",
        "87:17: teams.back-office.acceptance: P4000D is out of range; write one from 0 up to P3650D",
    ),
    (
        "services: [desk]\n    comp",
        "services: [dsk]\n    comp",
        "79:16: teams.first-line.services: there is no service `dsk`; did you mean `desk`? Otherwise declare it under `services`",
    ),
    (
        "companies: [{company: bob, staff: 1}]",
        "companies: []",
        "82:11: teams.back-office.companies: no company is part of this team, so nobody could hold a case in its name; name at least one under `companies`",
    ),
    (
        "companies: [{company: bob, staff: 1}]",
        "companies: [{company: bob}, {company: dan}]",
        "88:43: teams.back-office.companies.dan: this company is no party of the agreement and cannot be handed a case; add it under `parties` or name another",
    ),
    (
        "companies: [{company: bob, staff: 1}]",
        "companies: [{company: bob}, {company: bob}]",
        "88:43: teams.back-office.companies.bob: the company `bob` is given twice; keep one of them",
    ),
    (
        "staff: 1}",
        "staff: -1}",
        "88:39: teams.back-office.companies.bob.staff: nobody can provide less than no people; write 0 or more",
    ),
    (
        "code: back-office",
        "code: first-line",
        "82:11: teams.first-line: the team `first-line` is given twice; keep one of them",
    ),
    (
        "members: [a@ada.example]",
        "members: [c@ada.example]",
        "81:15: teams.first-line.members.c@ada.example: there is no person `c@ada.example`; did you mean `a@ada.example`? Otherwise declare it under `people`",
    ),
    (
        "members: [a@ada.example]",
        "members: [b@bob.example]",
        "81:15: teams.first-line.members.b@bob.example: `bob` is not one of the companies of this team, so nobody can be in it for it; add it under `companies`, or name the company as {person: b@bob.example, company: ...}",
    ),
    (
        "members: [a@ada.example]",
        "members: [{person: a@ada.example, company: cyd}]",
        "81:15: teams.first-line.members.a@ada.example: this person neither works for `cyd` nor holds a role for it; grant one under `people`",
    ),
    (
        "members: [a@ada.example]",
        "members: [a@ada.example, A@ada.example]",
        "81:30: teams.first-line.members.A@ada.example: this person is given twice; keep one of them",
    ),
    (
        "{person: b@bob.example, company: bob}",
        "{persn: b@bob.example, company: bob}",
        "89:16: teams.back-office.members.bob.persn: unknown key; did you mean `person`?\n89:16: teams.back-office.members.bob: the key `person` is missing: The person's address.",
    ),
    (
        "cases:\n  calendar: office\n",
        "cases:\n",
        "91:3: cases: the key `calendar` is missing: The code of the customers' calendar, on which ledgers are kept and clocks toward the customer run.",
    ),
    (
        "  calendar: office\n  prior",
        "  calendar: offices\n  prior",
        "91:13: cases.calendar: there is no calendar `offices`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "priorities: [{code: high, name: High}, {code: low, name: Low}]",
        "priorities: []",
        "91:13: cases.priorities: a case has a priority, so there has to be one; add at least one, the most urgent first\n100:77: cases.clocks.gold-high.priorities: there is no priority `high`; declare it under `cases.priorities`\n101:54: cases.clocks.high.priorities: there is no priority `high`; declare it under `cases.priorities`",
    ),
    (
        "{code: low, name: Low}",
        "{code: high, name: Low}",
        "92:49: cases.priorities.high: the priority `high` is given twice; keep one of them",
    ),
    (
        "{code: silver, name",
        "{code: gold, name",
        "93:49: cases.packages.gold: the package `gold` is given twice; keep one of them",
    ),
    (
        "{code: done, name",
        "{code: new, name",
        "94:56: cases.stages.new: the stage `new` is given twice; keep one of them",
    ),
    (
        "phase: resolved",
        "phase: solved",
        "94:81: cases.stages.done.phase: `solved` is not one of open, paused, resolved, closed; did you mean `resolved`?",
    ),
    (
        "against: customer",
        "against: custmer",
        "96:60: cases.pause_reasons.wait-user.against: there is no company `custmer`; did you mean `customer`? Otherwise declare it under `companies`",
    ),
    (
        "against: customer",
        "against: dan",
        "96:60: cases.pause_reasons.wait-user.against: this company is no party of the agreement and cannot answer for a pause in it; add it under `parties` or name another",
    ),
    (
        "against: outsider",
        "against: outsider, consent: true",
        "98:77: cases.pause_reasons.wait-part.consent: somebody outside the agreement cannot consent in it; leave the key out",
    ),
    (
        "consent: true",
        "consent: perhaps",
        "97:68: cases.pause_reasons.wait-bob.consent: a text stands where `true` or `false` is expected",
    ),
    (
        "cap: P5D",
        "cap: PT0S",
        "96:75: cases.pause_reasons.wait-user.cap: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "code: wait-bob",
        "code: wait-user",
        "97:14: cases.pause_reasons.wait-user: the reason to pause `wait-user` is given twice; keep one of them",
    ),
    (
        "commitment: fast",
        "commitment: fats",
        "100:58: cases.clocks.gold-high.commitment: there is no commitment `fats`; did you mean `fast`? Otherwise declare it under `commitments`",
    ),
    (
        "packages: [gold]",
        "packages: [bronze]",
        "100:95: cases.clocks.gold-high.packages: there is no package `bronze`; declare it under `cases.packages`",
    ),
    (
        "priorities: [high], packages",
        "priorities: [hihg], packages",
        "100:77: cases.clocks.gold-high.priorities: there is no priority `hihg`; did you mean `high`? Otherwise declare it under `cases.priorities`",
    ),
    (
        "target: PT2H",
        "target: PT0S",
        "100:110: cases.clocks.gold-high.target: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "warning: 0.5",
        "warning: 1.01",
        "101:102: cases.clocks.high.warning: this is the share of the target that is used up when it warns; write more than 0 and at most 1",
    ),
    (
        "warning: 0.5",
        "warning: 0",
        "101:102: cases.clocks.high.warning: this is the share of the target that is used up when it warns; write more than 0 and at most 1",
    ),
    (
        "reopen: new_cycle",
        "reopen: again",
        "102:61: cases.clocks.any.reopen: `again` is not one of continue, continue_counting, new_cycle",
    ),
    (
        "company: bob, calendar: every-hour, target",
        "company: bob, target",
        "103:53: cases.clocks.bob-any.calendar: a company's own clock runs on its own calendar; name it with `calendar`",
    ),
    (
        "company: bob, calendar: every-hour, target",
        "company: dan, calendar: every-hour, target",
        "103:53: cases.clocks.bob-any.company: this company is no party of the agreement and promises nothing in it; add it under `parties` or name another",
    ),
    (
        "kinds: [complaint]",
        "kinds: [incident, complaint]",
        "104:47: cases.clocks.answer.kinds: only a complaint is owed an answer; write `kinds: [complaint]` or leave the key out",
    ),
    (
        "code: bob-any, measure: resolution, company: bob",
        "code: rest, measure: resolution",
        "103:14: cases.clocks.rest: this clock is never reached: `any` before it measures the same for each of its cases; put it first or take one out",
    ),
    (
        "code: high, measure: resolution, priorities: [high], services: [desk]",
        "code: high, measure: resolution, priorities: [high, low]",
        "102:14: cases.clocks.any: this clock is never reached: `high` before it measures the same for each of its cases; put it first or take one out",
    ),
    (
        "code: gold-high, measure: resolution, commitment: fast, priorities: [high], packages: [gold]",
        "code: gold-high, measure: resolution, services: [desk]",
        "101:14: cases.clocks.high: this clock is never reached: `gold-high` before it measures the same for each of its cases; put it first or take one out",
    ),
    (
        "{code: answer, measure",
        "{code: any, measure",
        "104:14: cases.clocks.any: the clock `any` is given twice; keep one of them",
    ),
    (
        "  customer_sees_companies: true",
        "  customer_sees_companies: true\n  dispute_window: PT0S\n  recovery: P1M",
        "106:19: cases.dispute_window: PT0S is out of range; write one above 0 up to P3650D\n107:13: cases.recovery: \"P1M\" is not a length of time; write ISO 8601 such as PT30M, PT4H or P2DT12H",
    ),
    (
        "    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "    source: cases\n",
        "37:13: kpis.in-time.measure: a KPI from cases says what it takes from them; add its `measure`",
    ),
    (
        "    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "    source: cases\n    measure: custody\n",
        "38:14: kpis.in-time.measure: this is an amount; write `kind: mean`, `sum` or `quantile`",
    ),
    (
        "    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "    measure: not_reopened\n    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "37:14: kpis.in-time.measure: this is taken from cases; write `source: cases` or leave the key out",
    ),
    (
        "facts_of: hours",
        "facts_of: hours\n    measure: custody",
        "59:14: kpis.hours-p90.measure: it reads the facts of another KPI; leave `measure` out",
    ),
    (
        "disclosure: own\n    reporters",
        "disclosure: own\n    source: cases\n    measure: hand_overs\n    reporters",
        "50:14: kpis.hours.measure: this counts; write `unit: count`",
    ),
    (
        "disclosure: own\n    reporters",
        "disclosure: own\n    source: cases\n    measure: not_reopened\n    reporters",
        "50:14: kpis.hours.measure: this is a share; write `kind: ratio` and `unit: share`",
    ),
    (
        "disclosure: own\n    reporters",
        "disclosure: own\n    source: cases\n    measure: custdy\n    reporters",
        "50:14: kpis.hours.measure: `custdy` is not one of response_in_time, resolution_in_time, resolution_time, custody, hand_overs, ping_pong, not_reopened, solved_at_line_one, in_time_without_pauses, recovered, recovery_time, within_boundary, helped_outside, staffing_fulfilled, staffing_shortfall, open_findings, trained, commitment_health; did you mean `custody`?",
    ),
    (
        "    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "    source: teams\n    measure: staffing_shortfall\n",
        "38:14: kpis.in-time.measure: this is an amount; write `kind: mean`, `sum` or `quantile`",
    ),
    (
        "    reporters: [{company: ada}, {company: bob, services: [phone]}]\n",
        "    source: cases\n    measure: staffing_fulfilled\n",
        "38:14: kpis.in-time.measure: this is taken from teams; write `source: teams` or leave the key out",
    ),
];
