//! Case logs in the canonical form, the same at every run: cases that are over, and cases that wait in queues.

use std::{
    io::{self, Write},
    ops::Range,
};

const HEADER: &str = "case,at,event,team,company,priority,service,customer,status,reason,source_key\n";

/// What happens to a case: the event, the team and the company that it names, and the reason.
type Step = (&'static str, &'static str, &'static str, &'static str);

const OPENED: Step = ("opened", "", "", "It does not work");
const DESK: Step = ("accepted", "service-desk", "meridian", "");
const RESOLVED: Step = ("resolved", "", "", "It works again");
const CLOSED: Step = ("closed", "", "", "");

/// Five cases in turn, with 25 events.
const LIVES: [&[Step]; 5] = [
    &[OPENED, DESK, ("responded", "", "", ""), RESOLVED, CLOSED],
    &[OPENED, DESK, RESOLVED, CLOSED],
    &[
        OPENED,
        DESK,
        ("offered", "network-team", "nordlicht", "The line is dead"),
        ("accepted", "network-team", "nordlicht", ""),
        RESOLVED,
        CLOSED,
    ],
    &[OPENED, DESK, ("paused", "", "", "awaiting-customer"), ("resumed", "", "", ""), RESOLVED, CLOSED],
    &[OPENED, DESK, RESOLVED, CLOSED],
];

/// Who holds the cases that wait, in turn.
const HOLDERS: [Step; 4] = [
    DESK,
    ("accepted", "network-team", "nordlicht", ""),
    ("accepted", "device-team", "castor", ""),
    ("accepted", "workshop", "berger", ""),
];

/// Writes so many events of cases that are over, one case after the other; the last case may break off.
pub(super) fn over(events: u64, out: &mut impl Write) -> io::Result<()> {
    out.write_all(HEADER.as_bytes())?;
    let (mut left, mut number) = (events, 0);
    for life in LIVES.iter().cycle() {
        let steps = life.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        case(number, &life[..steps], out)?;
        (left, number) = (left - steps as u64, number + 1);
        if left == 0 {
            break;
        }
    }
    Ok(())
}

/// Writes the cases of these numbers: each second one is still held by one of four teams, the others are over. Gives
/// how many events there are.
pub(super) fn waiting(cases: Range<u64>, out: &mut impl Write) -> io::Result<u64> {
    out.write_all(HEADER.as_bytes())?;
    let mut events = 0;
    for number in cases {
        let whole = [OPENED, HOLDERS[(number / 2 % 4) as usize], RESOLVED, CLOSED];
        let steps = if number % 2 == 0 { &whole[..2] } else { &whole[..] };
        case(number, steps, out)?;
        events += steps.len() as u64;
    }
    Ok(events)
}

/// Writes a case, its events seven minutes apart, on one of 308 days of 2025.
fn case(number: u64, steps: &[Step], out: &mut impl Write) -> io::Result<()> {
    let day = number % 308;
    let opened = 6 * 3_600 + number / 308 * 37 % (9 * 3_600);
    let (priority, service) =
        (["critical", "high", "normal"][(number % 3) as usize], ["network", "devices"][(number / 3 % 2) as usize]);
    for (index, (event, team, company, reason)) in steps.iter().enumerate() {
        let at = opened + 420 * index as u64;
        let (month, day, hour, minute, second) = (2 + day / 28, 1 + day % 28, at / 3_600, at / 60 % 60, at % 60);
        let (priority, service, customer) = if index == 0 { (priority, service, "arnau") } else { ("", "", "") };
        writeln!(
            out,
            "B{number},2025-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z,{event},{team},{company},{priority},\
             {service},{customer},,{reason},{number}-{index}"
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{HEADER, over, waiting};
    use std::collections::{BTreeMap, BTreeSet};

    fn rows(text: &str) -> Vec<Vec<&str>> {
        assert!(text.starts_with(HEADER));
        text.lines().skip(1).map(|line| line.split(',').collect()).collect()
    }

    fn over_text(events: u64) -> String {
        let mut out = Vec::new();
        over(events, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn as_many_events_as_asked_for_five_a_case_and_the_same_every_time() {
        for events in [1, 4, 25, 1_003, 10_000] {
            let text = over_text(events);
            assert_eq!(rows(&text).len() as u64, events);
            assert_eq!(text, over_text(events));
        }
        let text = over_text(10_000);
        let cases: BTreeSet<&str> = rows(&text).iter().map(|row| row[0]).collect();
        assert_eq!(cases.len(), 2_000);
    }

    #[test]
    fn each_row_has_every_column_a_key_of_its_own_and_its_place_in_time() {
        let text = over_text(200_000);
        let rows = rows(&text);
        let columns = HEADER.split(',').count();
        assert!(rows.iter().all(|row| row.len() == columns));
        let keys: BTreeSet<&str> = rows.iter().map(|row| row[columns - 1]).collect();
        assert_eq!(keys.len(), rows.len());
        for two in rows.windows(2).filter(|two| two[0][0] == two[1][0]) {
            assert!(two[0][1] < two[1][1], "{two:?}");
        }
        let (first, last) = ("2025-02-01T06:00:00Z", "2025-12-28T23:59:59Z");
        assert!(rows.iter().all(|row| row[1] >= first && row[1] <= last && row[1].len() == first.len()));
    }

    #[test]
    fn half_of_the_cases_wait_evenly_with_four_teams() {
        let mut out = Vec::new();
        let events = waiting(16..80, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let rows = rows(&text);
        assert_eq!(rows.len() as u64, events);
        let mut cases: BTreeMap<&str, Vec<&Vec<&str>>> = BTreeMap::new();
        for row in &rows {
            cases.entry(row[0]).or_default().push(row);
        }
        assert_eq!((cases.len(), cases.contains_key("B16"), cases.contains_key("B80")), (64, true, false));
        let mut held: BTreeMap<&str, u64> = BTreeMap::new();
        for steps in cases.values().filter(|steps| steps.len() == 2) {
            *held.entry(steps[1][3]).or_default() += 1;
        }
        assert_eq!(held.into_values().collect::<Vec<_>>(), [8; 4]);
        assert!(cases.values().all(|steps| steps.len() == 2 || steps[steps.len() - 1][2] == "closed"));
    }
}
