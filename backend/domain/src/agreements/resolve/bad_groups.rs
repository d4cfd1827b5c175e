//! Every way in which coordination groups and cadences can be wrong: what is changed in the small file, and what is
//! told, exactly.

/// A text of the small file with groups, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "rule: majority_with_veto",
        "rule: majorty",
        "26:11: groups.council.rule: `majorty` is not one of unanimous, majority, majority_with_veto; did you mean `majority`?",
    ),
    (
        "deputy: a2@ada.example",
        "deputy: a@ada.example",
        "29:69: groups.council.members.a@ada.example.deputy: nobody stands in for themselves; name somebody else of the company",
    ),
    (
        "deputy: a2@ada.example",
        "deputy: b@bob.example",
        "29:69: groups.council.members.a@ada.example.deputy: this person acts for another company, so the voice would be that one's; name somebody of the same company",
    ),
    (
        "deputy: a2@ada.example",
        "deputy: a3@ada.example",
        "29:69: groups.council.members.a@ada.example.deputy: there is no person `a3@ada.example`; did you mean `a2@ada.example`? Otherwise declare it under `people`",
    ),
    (
        "until: 2027-01-01",
        "until: 2026-01-01",
        "29:111: groups.council.members.a@ada.example.until: the term ends before it begins; give a day after `since`",
    ),
    (
        "until: 2027-01-01",
        "until: 2027-13-01",
        "29:111: groups.council.members.a@ada.example.until: `2027-13-01` is not a day of the calendar; write it as 2026-03-01",
    ),
    (
        "level: senior, calendar: office",
        "level: senior, calendar: ofice",
        "30:58: groups.council.members.b@bob.example.calendar: there is no calendar `ofice`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "level: senior, calendar: office",
        "level: senior, role: chair",
        "30:54: groups.council.members.b@bob.example.role: a group has one chair at a time; let one term end before the other begins, or choose another role",
    ),
    (
        "level: middle, role: observer",
        "level: middle, role: guest",
        "31:55: groups.council.members.3.role: `guest` is not one of chair, secretary, member, observer",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12 9 o'clock}",
        "33:57: groups.council.cadences.weekly.starts: `2026-01-12 9 o'clock` is not a time of the wall clock; write it as 2026-01-12T09:00",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00:30}",
        "33:57: groups.council.cadences.weekly.starts: 2026-01-12 09:00:30 cannot be the first time; write whole minutes of the years 1970 to 2198",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, zone: Mars/Olympus}",
        "33:81: groups.council.cadences.weekly.zone: \"Mars/Olympus\" is not a time zone; write an IANA name such as Europe/Zurich",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30}",
        "33:81: groups.council.cadences.weekly.rule: this rule never comes to a time; correct it so that it has at least one",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, rule: FREQ=SECONDLY}",
        "33:81: groups.council.cadences.weekly.rule: `FREQ=SECONDLY` comes back more often than once an hour; use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with one BYMINUTE",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, rule: every Monday}",
        "33:81: groups.council.cadences.weekly.rule: `EVERY MONDAY` cannot be followed; write parts such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, lasts: P1DT1S}",
        "33:82: groups.council.cadences.weekly.lasts: P1DT1S is longer than a meeting; write at most P1D",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, rule: 'FREQ=DAILY;BYHOUR=9,10', lasts: PT61M}",
        "33:114: groups.council.cadences.weekly.lasts: the next meeting begins before this one has ended; make it shorter or the rule rarer",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, sections: [deviations, deviations]}",
        "33:98: groups.council.cadences.weekly.sections: this section is given twice; keep one of them",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, sections: []}",
        "33:34: groups.council.cadences.weekly.sections: an agenda has at least one section; name one, such as `other`",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, requires: [middle]}",
        "33:86: groups.council.cadences.weekly.requires: nobody of `ada` sits in this group as middle management, so no meeting could be held as required; add one, or write `requires` without it",
    ),
    (
        "starts: 2026-01-12T09:00}",
        "starts: 2026-01-12T09:00, name: \"a\\u0007b\"}",
        "33:81: groups.council.cadences.weekly.name: control characters are not allowed here; take them out",
    ),
    (
        "code: weekly, template",
        "code: review, template",
        "38:15: groups.council.cadences.review: the cadence `review` is given twice; keep one of them",
    ),
    (
        "starts: 2026-01-13T14:00",
        "starts: 2026-01-14T14:00",
        "34:56: groups.council.cadences.directors.starts: the first time does not follow the rule; begin at 2026-01-27T14:00, or correct the rule",
    ),
    (
        ", rule: FREQ=WEEKLY;INTERVAL=6",
        "",
        "35:31: groups.council.cadences.top.rule: say how often, as the customer chose: `FREQ=YEARLY` or `FREQ=WEEKLY;INTERVAL=6`",
    ),
    (
        "place: Room 1",
        "rule: FREQ=WEEKLY",
        "36:75: groups.council.cadences.start.rule: a kick-off is held once; leave the rule out, or choose another template",
    ),
    (
        "place: Room 1",
        "sections: [team, scope, process, schedule, contingency]",
        "36:80: groups.council.cadences.start.sections: a kick-off goes through all six of team, scope, process, schedule, contingency and communication; add those that are missing",
    ),
    (
        "        name: Review\n",
        "",
        "39:19: groups.council.cadences.review.name: nothing is usual for a meeting of your own kind, so say its `name`",
    ),
    (
        "        lasts: PT45M\n",
        "",
        "39:19: groups.council.cadences.review.lasts: nothing is usual for a meeting of your own kind, so say its `lasts`",
    ),
    (
        "        purpose: Look back.\n",
        "",
        "39:19: groups.council.cadences.review.purpose: nothing is usual for a meeting of your own kind, so say its `purpose`",
    ),
    (
        "        sections: [follow_up, other]\n",
        "",
        "39:19: groups.council.cadences.review.sections: nothing is usual for a meeting of your own kind, so say its `sections`",
    ),
    (
        "{person: b@bob.example, level: senior, calendar: office}",
        "{person: b@bob.example, level: middle}",
        "34:37: groups.council.cadences.directors.requires: nobody of `bob` sits in this group as senior management, so no meeting could be held as required; add one, or write `requires` without it\n35:31: groups.council.cadences.top.requires: nobody of `bob` sits in this group as senior management, so no meeting could be held as required; add one, or write `requires` without it\n46:20: groups.council.cadences.review.requires: nobody of `bob` sits in this group as senior management, so no meeting could be held as required; add one, or write `requires` without it",
    ),
];
