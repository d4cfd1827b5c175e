//! The fields of a boundary in words.

use crate::boundaries::{Content, Limit, Link, TakeOver, Within};
use crate::kernel::{CompanyId, PeriodKind, TeamId};

/// What ids are called.
pub trait Names {
    /// What a company is called.
    fn company(&self, id: CompanyId) -> String;
    /// What a team is called.
    fn team(&self, id: TeamId) -> String;
}

/// What is within a limit, in words.
impl std::fmt::Display for Within {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Hours(calendar) => f.write_str(calendar),
            Self::Region(names) | Self::Language(names) | Self::Product(names) | Self::Skill(names) => {
                f.write_str(&names.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
            }
            Self::Concurrent(cases) => write!(f, "{cases} cases at once"),
            Self::Volume(volume) => {
                let period = match volume.per {
                    PeriodKind::Day => "day",
                    PeriodKind::Week => "week",
                    PeriodKind::Month => "month",
                    PeriodKind::Quarter => "quarter",
                    PeriodKind::Year => "year",
                };
                write!(f, "{} cases a {period}", volume.cases)
            }
            Self::Response(span) => write!(f, "{span}"),
        }
    }
}

pub(super) fn receiver(to: &TakeOver, names: &dyn Names) -> String {
    format!("{}, {}", names.company(to.company), names.team(to.team))
}

/// A take-over as one field.
pub(super) fn take_over(to: &TakeOver, names: &dyn Names) -> String {
    let told = (!to.information.is_empty()).then(|| format!("told: {}", to.information.join("; ")));
    let accepted = to.acceptance.map(|span| format!("accepted within {span}"));
    [Some(receiver(to, names)), told, accepted].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A limit as one field.
pub(super) fn limit(limit: &Limit, names: &dyn Names) -> String {
    let to = limit.beyond.take_over.as_ref().map(|to| take_over(to, names));
    [Some(limit.within.to_string()), limit.beyond.note.clone(), to].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

pub(super) fn link(link: &Link) -> String {
    format!("{} ({})", link.title, link.url)
}

/// The dimensions of the limits in their order.
pub(super) fn order(content: &Content) -> Vec<&'static str> {
    content.limits.iter().map(|limit| limit.within.dimension().name()).collect()
}
