//! The cases of the story: each has its hours; the day's share in time, the users' ratings, the hand-overs and the
//! cases that came back follow from them.

use super::{
    dice::{Dice, Quota},
    told::{Pen, Series, ratio, value},
};
use chrono::{Datelike, NaiveDate, Weekday};

/// Fourteen months and the first days of one more.
pub(super) const MONTHS: usize = 15;

/// A figure for each month.
pub(super) type Course = [i64; MONTHS];

/// One company's work at one service.
struct Line {
    company: &'static str,
    service: &'static str,
    /// Cases on a working day.
    a_day: i64,
    /// Hours within which a case is in time.
    limit: i64,
    /// Cases of a thousand that are late.
    late: Course,
    /// How much slower the others are, in thousandths of the limit.
    slower: Course,
    /// The users' rating in hundredths of a point; nothing where the company asks nobody.
    rating: Option<Course>,
    /// Minutes until half of the hand-overs are taken on, for whoever is handed cases.
    hand_over: Option<Course>,
    /// Cases of a thousand that come back; nobody counts them at the desk.
    reopened: Option<Course>,
}

const STEADY: Course = [0; MONTHS];

// Workplaces of the town: Berger waits for spare parts in spring, Nordlicht loses engineers in summer, Castor has
// a hard February.
const LINES: [Line; 6] = [
    Line {
        company: "meridian",
        service: "service-desk",
        a_day: 9,
        limit: 7,
        late: [50, 48, 52, 49, 50, 53, 51, 56, 52, 50, 49, 58, 50, 48, 50],
        slower: STEADY,
        rating: Some([440, 441, 438, 442, 440, 439, 440, 436, 437, 440, 442, 430, 438, 441, 440]),
        hand_over: None,
        reopened: None,
    },
    Line {
        company: "castor",
        service: "service-desk",
        a_day: 3,
        limit: 7,
        late: [50, 52, 48, 50, 51, 50, 49, 53, 50, 52, 50, 51, 49, 50, 50],
        slower: STEADY,
        rating: None,
        hand_over: None,
        reopened: None,
    },
    Line {
        company: "castor",
        service: "devices",
        a_day: 5,
        limit: 24,
        late: [60, 58, 62, 60, 57, 60, 64, 90, 70, 60, 62, 60, 62, 150, 120],
        slower: STEADY,
        rating: Some([432, 430, 433, 431, 430, 432, 431, 424, 428, 430, 431, 430, 432, 421, 425]),
        hand_over: Some([15, 14, 15, 16, 15, 14, 15, 17, 16, 15, 15, 16, 15, 19, 18]),
        reopened: Some([14, 15, 13, 15, 14, 16, 14, 15, 15, 14, 48, 17, 15, 16, 15]),
    },
    Line {
        company: "nordlicht",
        service: "network",
        a_day: 5,
        limit: 16,
        late: [25, 22, 26, 24, 28, 55, 72, 185, 165, 100, 66, 55, 34, 29, 30],
        slower: [0, 0, 0, 0, 0, 60, 120, 300, 280, 160, 80, 40, 0, 0, 0],
        rating: Some([428, 430, 427, 429, 428, 424, 419, 362, 370, 416, 420, 424, 428, 430, 429]),
        hand_over: Some([16, 15, 16, 16, 17, 19, 21, 25, 24, 20, 19, 17, 16, 15, 16]),
        reopened: Some([14, 15, 15, 14, 15, 15, 17, 19, 18, 16, 15, 15, 14, 15, 15]),
    },
    Line {
        company: "halden",
        service: "network",
        a_day: 4,
        limit: 14,
        late: [30, 31, 29, 30, 32, 30, 31, 33, 30, 29, 30, 32, 30, 30, 30],
        slower: STEADY,
        rating: Some([430, 431, 430, 429, 432, 430, 431, 428, 430, 431, 430, 426, 430, 431, 430]),
        hand_over: Some([14, 14, 13, 14, 15, 14, 14, 15, 14, 13, 14, 15, 14, 14, 14]),
        reopened: Some([14, 14, 15, 14, 14, 15, 14, 14, 15, 14, 14, 15, 14, 14, 14]),
    },
    Line {
        company: "berger",
        service: "devices",
        a_day: 3,
        limit: 25,
        late: [85, 90, 210, 190, 90, 85, 80, 92, 85, 80, 85, 90, 80, 85, 80],
        slower: STEADY,
        rating: None,
        hand_over: Some([16, 17, 18, 18, 17, 16, 16, 16, 17, 16, 16, 17, 16, 17, 16]),
        reopened: Some([20, 22, 24, 22, 20, 19, 20, 21, 20, 19, 20, 21, 20, 20, 20]),
    },
];

/// Takes down everything that follows from a month's cases.
pub(super) fn note(pen: &mut Pen, place: usize, dates: &[NaiveDate]) {
    for line in &LINES {
        line.note(pen, place, dates);
    }
}

/// How the cases of one line fall in one month.
struct Month {
    dice: Dice,
    late: Quota,
    back: Quota,
    /// Hundredths of a point that the ratings are still too high.
    short: i64,
    /// Cases since the last count of those that came back, and those among them.
    since: (i64, i64),
    cases: i64,
}

impl Line {
    fn series(&self, kpi: &'static str, source: &'static str) -> Series {
        Series { kpi, company: self.company, service: self.service, source }
    }

    fn note(&self, pen: &mut Pen, place: usize, dates: &[NaiveDate]) {
        let mut dice = Dice::of(&format!("{}/{}/{place}", self.company, self.service));
        let late = Quota::new(self.late[place], &mut dice);
        let back = Quota::new(self.reopened.map_or(0, |course| course[place]), &mut dice);
        let mut month = Month { dice, late, back, short: 0, since: (0, 0), cases: 0 };
        for date in dates {
            self.day(pen, place, *date, &mut month);
            let week_over = date.weekday() == Weekday::Sun || Some(date) == dates.last();
            if self.reopened.is_some() && week_over && month.since.0 > 0 {
                let (all, reopened) = std::mem::take(&mut month.since);
                pen.note(self.series("not-reopened", "tickets"), *date, 1_430, 0, ratio(all - reopened, all));
            }
        }
    }

    fn day(&self, pen: &mut Pen, place: usize, date: NaiveDate, month: &mut Month) {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let cases = if weekend { self.a_day * 3 / 10 } else { self.a_day + month.dice.between(-1, 1) };
        let mut good = 0;
        for case in 0..cases {
            let (late, minute) = (month.late.next(), month.dice.between(450, 1_080));
            let hours = self.hours(late, self.slower[place], &mut month.dice);
            pen.note(self.series("resolution-hours", "tickets"), date, minute, case, value(hours));
            good += i64::from(!late);
            month.cases += 1;
            month.since.0 += 1;
            month.since.1 += i64::from(month.back.next());
            self.talk(pen, place, (date, minute, case), month);
        }
        if cases > 0 {
            pen.note(self.series("sla-met", "tickets"), date, 1_435, 0, ratio(good, cases));
        }
    }

    /// Thousandths of an hour until a case is resolved: most are quick, a late one takes up to four times its limit.
    fn hours(&self, late: bool, slower: i64, dice: &mut Dice) -> i64 {
        let throw = dice.below(1_000);
        let share = match late {
            true => 1_150 + throw * 2_500 / 1_000,
            false => 50 + slower + (900 - slower) * throw * throw / 1_000_000,
        };
        self.limit * share
    }

    /// Some users rate, and some cases are handed over.
    fn talk(&self, pen: &mut Pen, place: usize, (date, minute, case): (NaiveDate, i64, i64), month: &mut Month) {
        if let Some(course) = self.rating.filter(|_| month.cases % 4 == 0) {
            month.short += 500 - course[place];
            let off = if month.dice.below(5) < 3 { 0 } else { (month.short + 50).div_euclid(100).clamp(0, 4) };
            month.short -= off * 100;
            pen.note(self.series("satisfaction", "survey"), date, minute + 60, case, value((5 - off) * 1_000));
        }
        if let Some(course) = self.hand_over.filter(|_| month.cases % 3 == 0) {
            let throw = month.dice.below(1_000);
            let share = if throw < 500 { 600 + throw * 8 / 10 } else { 1_000 + (throw - 500) * 2 };
            pen.note(
                self.series("hand-over-minutes-p50", "phone"),
                date,
                minute - 30,
                case,
                value(course[place] * share),
            );
        }
    }
}
