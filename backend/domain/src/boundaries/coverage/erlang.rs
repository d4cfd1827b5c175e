//! Erlang's formula C: how many cases must be workable at once so that those that come are taken up soon enough.
//!
//! A. K. Erlang's waiting model (1917): cases arrive at random, handling times are exponential, nobody gives up. Floats
//! are used here and nowhere else in the analysis. A level that is missed by less than [`CLOSE`] counts as reached, so
//! that the last digits of an exponential, which differ from machine to machine, decide nothing.

/// What a share may lack and still count as reached.
const CLOSE: f64 = 1e-9;

/// From so many erlang on, what waiting adds (below two in a thousand) is left out.
const VAST: f64 = 1e6;

/// So many workable at once, and so much work that arrives, in erlang.
struct Desk {
    servers: u32,
    load: f64,
    /// The share that would be turned away if nobody waited: Erlang's formula B.
    blocked: f64,
}

impl Desk {
    const fn empty(load: f64) -> Self {
        Self { servers: 0, load, blocked: 1.0 }
    }

    /// With one more.
    fn larger(self) -> Self {
        let servers = self.servers + 1;
        let blocked = self.load * self.blocked;
        Self { servers, blocked: blocked / (f64::from(servers) + blocked), ..self }
    }

    fn spare(&self) -> f64 {
        f64::from(self.servers) - self.load
    }

    /// The share of cases that wait at all: formula C; all of them where there is nothing to spare.
    fn waiting(&self) -> f64 {
        if self.spare() <= 0.0 {
            return 1.0;
        }
        f64::from(self.servers) * self.blocked / (f64::from(self.servers) - self.load * (1.0 - self.blocked))
    }

    /// The share of cases that are taken up within so many handling times.
    fn taken_up(&self, within: f64) -> f64 {
        1.0 - self.waiting() * (-self.spare().max(0.0) * within).exp()
    }
}

/// The fewest that must be workable at once so that a share (below one) of the cases is taken up within a time, given
/// in handling times. From [`VAST`] on nought: then only the load itself says what is needed.
pub(super) fn needed(load: f64, share: f64, within: f64) -> u32 {
    if load >= VAST {
        return 0;
    }
    let mut desk = Desk::empty(load);
    while desk.spare() <= 0.0 || desk.taken_up(within) + CLOSE < share {
        desk = desk.larger();
    }
    desk.servers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(servers: u32, load: f64) -> Desk {
        (0..servers).fold(Desk::empty(load), |desk, _| desk.larger())
    }

    #[test]
    fn the_formula_gives_what_tables_give() {
        // published tables and examples of formula C, to their digits
        for (servers, load, share) in [
            (14, 10.0, 0.174),
            (11, 10.0, 0.682),
            (12, 10.0, 0.449),
            (13, 10.0, 0.285),
            (1, 0.8, 0.8),
            (25, 20.0, 0.209),
            (55, 48.0, 0.239),
        ] {
            let waiting = desk(servers, load).waiting();
            assert!((waiting - share).abs() < 0.000_6, "{servers} {load}: {waiting}");
        }
        // two servers: a² / (2 + a)
        assert!((desk(2, 1.0).waiting() - 1.0 / 3.0).abs() < 1e-12);
        assert!((desk(2, 1.5).waiting() - 2.25 / 3.5).abs() < 1e-12);
        assert!((desk(10, 10.0).waiting() - 1.0).abs() < 1e-12, "without spare all wait");
    }

    #[test]
    fn the_formula_is_the_sum_it_is_defined_by() {
        for servers in 1_u32..40 {
            for tenth in 1..servers * 10 {
                let load = f64::from(tenth) / 10.0;
                let terms: Vec<f64> = (1..=servers)
                    .scan(1.0, |term, count| {
                        *term *= load / f64::from(count);
                        Some(*term)
                    })
                    .collect();
                let last = terms[terms.len() - 1] * f64::from(servers) / (f64::from(servers) - load);
                let sum: f64 = 1.0 + terms[..terms.len() - 1].iter().sum::<f64>();
                let defined = last / (sum + last);
                assert!((desk(servers, load).waiting() - defined).abs() < 1e-9, "{servers} {load}");
            }
        }
    }

    #[test]
    fn two_hundred_calls_of_three_minutes_an_hour_need_fourteen() {
        // 80 % within 20 seconds; thirteen answer 79.6 %, fourteen 88.8 %
        assert_eq!(needed(10.0, 0.8, 20.0 / 180.0), 14);
        assert!((desk(13, 10.0).taken_up(20.0 / 180.0) - 0.796).abs() < 0.000_6);
        assert!((desk(14, 10.0).taken_up(20.0 / 180.0) - 0.888).abs() < 0.000_6);
        assert_eq!(needed(0.001, 0.8, 0.0), 1);
        assert_eq!(needed(10.0, 0.999_999, 0.0), 29);
    }
}
