//! Holiday files: what is read exactly, and what is refused with its line.

use super::*;

fn file(events: &[&str]) -> String {
    let events: Vec<String> = events.iter().map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", events.concat())
}

fn dates(event: &str) -> Vec<String> {
    let holidays = holidays_from_ics(&file(&[event])).unwrap();
    holidays.iter().map(|(date, _)| date.to_string()).collect()
}

fn refused(event: &str) -> String {
    holidays_from_ics(&file(&[event])).unwrap_err().to_string()
}

#[test]
fn folded_lines_escapes_parameters_and_other_components_are_read_as_they_are_meant() {
    let text = "\u{feff}BEGIN:VCALENDAR\nX-WR-CALNAME:Feiertage\nBEGIN:VTIMEZONE\nTZID:Europe/Zurich\nBEGIN:DAYLIGHT\n\
        DTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n\
        BEGIN:VEVENT\nSUMMARY;LANGUAGE=\"de:CH;x\":Weihnachten\\, Chris\n ttag\\; \\\\ 1\\n2\nDTSTART;VALUE=DATE:202612\n\t25\n\
        BEGIN:VALARM\nSUMMARY:not this one\nDURATION:PT15M\nEND:VALARM\nEND:VEVENT\n\
        begin:vevent\nstatus:cancelled\nend:vevent\nEND:VCALENDAR";
    let christmas = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
    assert_eq!(holidays_from_ics(text), Ok(vec![(christmas, "Weihnachten, Christtag; \\ 1 2".to_owned())]));
    assert_eq!(holidays_from_ics(&file(&[])), Ok(vec![]));
}

#[test]
fn the_end_of_an_event_is_the_first_date_after_it() {
    let three = ["2026-12-24", "2026-12-25", "2026-12-26"];
    assert_eq!(dates("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227"), three);
    assert_eq!(dates("DTSTART:20261224\nDURATION:P3D"), three);
    assert_eq!(dates("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224"), ["2026-12-24"]);
    assert_eq!(
        dates("DTSTART:20261224\nRDATE;VALUE=DATE:20271224,20281224\nEXDATE;VALUE=DATE:20271224"),
        ["2026-12-24", "2028-12-24"]
    );
}

#[test]
fn yearly_rules_give_the_dates_of_the_standard() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("20240229", "FREQ=YEARLY;UNTIL=20330101", &["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("20260801", "FREQ=YEARLY;INTERVAL=5;COUNT=3", &["2026-08-01", "2031-08-01", "2036-08-01"]),
        // examples of RFC 5545, 3.8.5.3
        ("19970610", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", &["1997-06-10", "1997-07-10", "1998-06-10", "1998-07-10"]),
        ("19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", &["1997-05-19", "1998-05-18", "1999-05-17"]),
        (
            "19970313",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4",
            &["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"],
        ),
        (
            "19961105",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
            &["1996-11-05", "2000-11-07", "2004-11-02"],
        ),
        (
            "20261126",
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20281231T235959Z",
            &["2026-11-26", "2027-11-25", "2028-11-23"],
        ),
        ("20260525", "FREQ=YEARLY;WKST=SU;BYMONTH=5;BYDAY=-1MO;COUNT=2", &["2026-05-25", "2027-05-31"]),
        ("20261231", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;COUNT=2", &["2026-12-31", "2027-12-31"]),
    ];
    for (first, rule, expected) in cases {
        assert_eq!(dates(&format!("DTSTART;VALUE=DATE:{first}\nRRULE:{rule}")), *expected, "{rule}");
    }
    let all = dates("DTSTART:20261231\nDTEND:20270102\nRRULE:FREQ=YEARLY");
    assert_eq!((all.len(), all.last().map(String::as_str)), (2 * 174 - 1, Some("2199-12-31")));
}

#[test]
fn what_cannot_be_honoured_is_told_with_its_line() {
    let cases = [
        ("SUMMARY:x", "line 3: the event has no DTSTART"),
        ("DTSTART:20261225T090000Z", "line 4: 20261225T090000Z has a time of day"),
        ("SUMMARY:x\n y\nDTSTART;TZID=Europe/Zurich:20261225T000000", "line 6: "),
        ("DTSTART:99991225", "line 4: 9999-12-25 is out of range"),
        ("DTSTART:20260230", "line 4: \"20260230\" is not a date"),
        ("DTSTART:20261225\nDTEND:20261224", "line 5: the event ends before it begins"),
        ("DTSTART:20261225\nDTEND:20361224", "line 5: the event lasts 3652 days"),
        ("DTSTART:20261225\nDURATION:PT12H", "line 5: \"PT12H\" is not a number of whole days"),
        ("DTSTART:20261225\nDTEND:20261226\nDURATION:P1D", "line 6: DURATION beside DTEND"),
        ("DTSTART:20261225\nRRULE:FREQ=MONTHLY", "line 5: only FREQ=YEARLY"),
        ("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYSETPOS=-1", "line 5: BYSETPOS=-1 cannot be honoured"),
        ("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=1XX", "line 5: BYDAY=1XX cannot be honoured"),
        ("DTSTART:20261225\nRRULE:FREQ=YEARLY;COUNT=0", "line 5: COUNT=0 cannot be honoured"),
        ("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYMONTH=11", "line 5: the event's first date 2026-12-25"),
        ("DTSTART:20261225\nRECURRENCE-ID:20261225", "line 5: RECURRENCE-ID cannot be honoured"),
        ("DTSTART:20261225\nno colon", "line 5: this is no line"),
        ("DTSTART:20261225\nEND:VALARM", "line 5: END:VALARM has no BEGIN"),
    ];
    for (event, message) in cases {
        assert!(refused(event).starts_with(message), "{event}: {}", refused(event));
    }
    let many = file(&["DTSTART:19000101\nDTEND:19010101\nRRULE:FREQ=YEARLY"; 2]);
    for (text, message) in [
        (many.as_str(), "line 3: more than 100000 holidays"),
        ("", "line 1: the file does not begin with BEGIN:VCALENDAR"),
        ("<html>: no", "line 1: the file does not begin"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\n", "line 2: BEGIN:VEVENT is never ended"),
    ] {
        assert!(holidays_from_ics(text).unwrap_err().to_string().starts_with(message), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "(BEGIN:VCALENDAR\n)?([A-Z]{2,8}[;:=]?[ -~é\n]{0,20}\n?){0,8}") {
        let _ = holidays_from_ics(&text);
    }

    #[test]
    fn no_rule_panics(rule in "FREQ=YEARLY(;(BYDAY|BYMONTH|BYMONTHDAY|COUNT|UNTIL|INTERVAL)=[0-9A-Zé,+-]{0,9}){0,3}") {
        let _ = holidays_from_ics(&file(&[&format!("DTSTART:21900101\nRRULE:{rule}")]));
    }
}
