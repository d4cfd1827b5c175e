//! The way of a case through teams and companies: hand-overs, ping-pong, the highest support line.

use super::Holder;
use crate::kernel::CompanyId;

/// A team that held the case, or was offered it and did not refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Station {
    /// Who.
    pub holder: Holder,
    /// The team's support line.
    pub line: u8,
    /// Whether it took the case on.
    pub accepted: bool,
}

/// A hand-over that somebody offered here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The company that offered it.
    pub from: CompanyId,
    /// To whom.
    pub to: Holder,
    /// Whether it went outside the receiver's boundary.
    pub outside: bool,
    /// The company that took it on all the same, where it went outside.
    pub helped: Option<CompanyId>,
}

/// The stations of a case, in order. A refused offer is no station; an offer that was overtaken by another one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    stations: Vec<Station>,
    /// The hand-overs that were offered here, in order.
    asked: Vec<Asked>,
    /// Whether the running offer made the last station.
    offered: bool,
}

/// How often a case changed hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hops {
    /// From one to another.
    pub hand_overs: u32,
    /// Straight back to the one it had just left: A, B, A.
    pub ping_pong: u32,
}

impl Journey {
    /// The stations, in order, without repetition side by side.
    #[must_use]
    pub fn stations(&self) -> &[Station] {
        &self.stations
    }

    /// The hand-overs that were offered here, in order, with or without an answer; those of an imported log are none.
    #[must_use]
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// Hand-overs that went outside the receiver's boundary, be it that they were refused.
    #[must_use]
    pub fn outside(&self) -> u32 {
        count(self.asked.iter().filter(|asked| asked.outside))
    }

    /// Hand-overs outside a boundary that were taken on all the same.
    #[must_use]
    pub fn helped_outside(&self) -> u32 {
        count(self.asked.iter().filter(|asked| asked.helped.is_some()))
    }

    /// Hand-overs between companies.
    #[must_use]
    pub fn between_companies(&self) -> Hops {
        hops(self.stations.iter().map(|station| station.holder.company))
    }

    /// Hand-overs between teams.
    #[must_use]
    pub fn between_teams(&self) -> Hops {
        hops(self.stations.iter().map(|station| station.holder.team))
    }

    /// The highest support line that the case reached, be it in a queue only; 0 when it reached none.
    #[must_use]
    pub fn highest_line(&self) -> u8 {
        self.stations.iter().map(|station| station.line).max().unwrap_or(0)
    }

    /// The highest support line that took the case on; 0 when none did.
    #[must_use]
    pub fn highest_line_held(&self) -> u8 {
        self.stations.iter().filter(|station| station.accepted).map(|station| station.line).max().unwrap_or(0)
    }

    pub(super) fn offer(&mut self, to: Holder, line: u8) {
        self.offered = self.arrive(to, line);
    }

    pub(super) fn ask(&mut self, asked: Asked) {
        self.asked.push(asked);
    }

    /// Somebody took on what was offered last.
    pub(super) fn answered(&mut self, by: Holder) {
        if let Some(last) = self.asked.last_mut().filter(|last| last.outside && last.to.team == by.team) {
            last.helped = Some(by.company);
        }
    }

    pub(super) fn accept(&mut self, by: Holder, line: u8) {
        self.arrive(by, line);
        self.offered = false;
        if let Some(last) = self.stations.last_mut() {
            last.accepted = true;
        }
    }

    pub(super) fn refuse(&mut self) {
        if std::mem::take(&mut self.offered) {
            self.stations.pop();
        }
    }

    fn arrive(&mut self, holder: Holder, line: u8) -> bool {
        let new = self.stations.last().is_none_or(|last| last.holder != holder);
        if new {
            self.stations.push(Station { holder, line, accepted: false });
        }
        new
    }
}

fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

fn hops<T: PartialEq + Copy>(stations: impl Iterator<Item = T>) -> Hops {
    let (mut found, mut before, mut last) = (Hops::default(), None, None);
    for station in stations {
        if last == Some(station) {
            continue;
        }
        found.hand_overs += u32::from(last.is_some());
        found.ping_pong += u32::from(before == Some(station));
        (before, last) = (last, Some(station));
    }
    found
}
