//! What is measured by the day, the week or the month: availability, incidents, visits, backlog, load, training and
//! improvements.

use super::{
    cases::Course,
    dice::Dice,
    told::{Pen, Series, ratio, value},
};
use chrono::{Datelike, NaiveDate, Weekday};
use concordat_domain::kpis::Parts;

const INCIDENTS: [(&str, Course); 2] = [
    ("nordlicht", [1, 1, 1, 1, 1, 1, 2, 3, 2, 1, 1, 1, 1, 1, 2]),
    ("halden", [1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 2]),
];

const VISITS: [(&str, Course); 2] = [
    ("castor", [46, 45, 46, 45, 47, 45, 44, 46, 45, 46, 46, 44, 46, 46, 6]),
    ("berger", [40, 39, 43, 42, 40, 39, 40, 41, 40, 39, 40, 39, 50, 40, 5]),
];

const BACKLOG: [(&str, Course); 4] = [
    ("meridian", [40, 41, 39, 40, 42, 41, 40, 44, 42, 40, 41, 45, 41, 40, 41]),
    ("nordlicht", [30, 31, 29, 32, 33, 38, 45, 54, 66, 47, 42, 36, 32, 30, 31]),
    ("castor", [34, 33, 35, 34, 33, 34, 35, 38, 36, 34, 35, 36, 35, 45, 42]),
    ("halden", [22, 21, 22, 23, 22, 21, 22, 24, 22, 21, 22, 24, 22, 21, 22]),
];

const LOAD: [(&str, Course); 2] = [
    ("meridian", [740, 735, 742, 738, 740, 745, 741, 760, 748, 740, 752, 905, 745, 740, 742]),
    ("castor", [700, 702, 698, 701, 700, 703, 699, 715, 705, 700, 702, 720, 701, 730, 720]),
];

const TRAINED: [(&str, Course); 5] = [
    ("meridian", [900, 905, 912, 920, 928, 935, 940, 945, 950, 955, 960, 965, 970, 975, 975]),
    ("nordlicht", [885, 890, 893, 896, 899, 890, 880, 868, 872, 884, 900, 915, 930, 940, 940]),
    ("castor", [870, 878, 886, 894, 902, 910, 917, 924, 930, 936, 942, 948, 954, 960, 960]),
    ("halden", [900, 902, 906, 911, 917, 922, 928, 934, 940, 946, 951, 957, 962, 968, 968]),
    ("berger", [856, 858, 861, 865, 870, 876, 882, 889, 895, 900, 906, 911, 917, 922, 922]),
];

/// Improvements delivered, of five promised.
const DELIVERED: [(&str, Course); 4] = [
    ("meridian", [5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 5, 4, 5, 5, 0]),
    ("nordlicht", [5, 5, 4, 5, 5, 4, 4, 4, 4, 4, 5, 5, 5, 5, 0]),
    ("castor", [4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 4, 0]),
    ("halden", [5, 5, 5, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 4, 0]),
];

/// Days on which the chain was broken, with what was left of them in thousandths.
const OUTAGES: [(&str, (i32, u32, u32), i64); 3] =
    [("nordlicht", (2025, 8, 19), 865), ("halden", (2025, 12, 17), 905), ("halden", (2025, 12, 18), 945)];

/// Takes down a month; `running` when it is not over and what belongs to its end is not known.
pub(super) fn note(pen: &mut Pen, place: usize, dates: &[NaiveDate], running: bool) {
    for company in ["meridian", "nordlicht", "halden"] {
        availability(pen, company, dates);
    }
    for (company, course) in INCIDENTS {
        let of = Series { kpi: "major-incidents", company, service: "network", source: "tickets" };
        scatter(pen, of, course[place], dates, |_| Parts::default());
    }
    for (company, course) in VISITS {
        let of = Series { kpi: "visit-costs", company, service: "devices", source: "invoices" };
        scatter(pen, of, course[place], dates, |dice| value(dice.between(180, 340) * 1_000));
    }
    for (company, course) in LOAD {
        load(pen, company, course[place], dates);
    }
    for (company, course) in BACKLOG {
        backlog(pen, company, course[place], dates);
    }
    let Some(last) = dates.last().filter(|_| !running) else { return };
    for (company, course) in TRAINED {
        let of = Series { kpi: "trained-staff", company, service: "workplace", source: "staff" };
        pen.note(of, *last, 1_000, 0, value(course[place]));
    }
    for (company, course) in DELIVERED {
        let of = Series { kpi: "improvements-delivered", company, service: "workplace", source: "plan" };
        pen.note(of, *last, 1_000, 0, ratio(course[place], 5));
    }
}

fn availability(pen: &mut Pen, company: &'static str, dates: &[NaiveDate]) {
    let of = Series { kpi: "availability", company, service: "workplace", source: "monitoring" };
    for date in dates {
        let mut dice = Dice::of(&format!("availability/{company}/{date}"));
        let day = (date.year(), date.month(), date.day());
        let broken = OUTAGES.iter().find(|(who, when, _)| (*who, *when) == (company, day));
        pen.note(of, *date, 1_439, 0, value(broken.map_or_else(|| dice.between(998, 1_000), |(_, _, left)| *left)));
    }
}

/// So many of something, on any of the dates.
fn scatter(pen: &mut Pen, of: Series, count: i64, dates: &[NaiveDate], what: impl Fn(&mut Dice) -> Parts) {
    let Some(first) = dates.first() else { return };
    let mut dice = Dice::of(&format!("{}/{}/{first}", of.kpi, of.company));
    for mark in 0..count {
        let day = dice.below(i64::try_from(dates.len()).unwrap_or(1));
        let date = dates[usize::try_from(day).unwrap_or_default()];
        let minute = dice.between(420, 1_100);
        pen.note(of, date, minute, mark, what(&mut dice));
    }
}

fn load(pen: &mut Pen, company: &'static str, permille: i64, dates: &[NaiveDate]) {
    let of = Series { kpi: "desk-load", company, service: "service-desk", source: "phone" };
    let working = |date: &&NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    for date in dates.iter().filter(working) {
        let mut dice = Dice::of(&format!("load/{company}/{date}"));
        pen.note(of, *date, 1_080, 0, value(permille + dice.between(-40, 40)));
    }
}

fn backlog(pen: &mut Pen, company: &'static str, open: i64, dates: &[NaiveDate]) {
    let of = Series { kpi: "backlog", company, service: "workplace", source: "tickets" };
    for date in dates.iter().filter(|date| date.weekday() == Weekday::Sun) {
        let mut dice = Dice::of(&format!("backlog/{company}/{date}"));
        pen.note(of, *date, 1_435, 0, value((open + dice.between(-2, 2)) * 1_000));
    }
}
