//! Who may take duty at a contact point.

use super::{Member, Training};
use crate::boundaries::codes::TRAINING_MISSING;
use crate::kernel::{BoundaryId, Refusals, TeamId, Verdict};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The trainings of a team that count under the versions in force, at most one for each boundary. Where a version in
/// force has none of its own, the one of the version before counts, opened anew: nobody has completed it.
#[must_use]
pub fn in_force<'a>(
    trainings: &'a [Training],
    versions: &BTreeMap<BoundaryId, u32>,
    team: TeamId,
) -> Vec<Cow<'a, Training>> {
    let mut last: BTreeMap<BoundaryId, &Training> = BTreeMap::new();
    for training in trainings.iter().filter(|training| training.team == team) {
        let current = versions.get(&training.boundary).is_some_and(|version| training.version <= *version);
        if current && last.get(&training.boundary).is_none_or(|known| known.version < training.version) {
            last.insert(training.boundary, training);
        }
    }
    let counting = last.into_values().map(|training| match versions.get(&training.boundary) {
        Some(version) if *version != training.version => Cow::Owned(training.reopened(training.id, *version)),
        _ => Cow::Borrowed(training),
    });
    counting.collect()
}

/// Whether a member may take duty at the contact point on a day: with every training that counts completed and not
/// expired, or let off. Where nothing has to be learnt, everybody may.
///
/// # Errors
/// [`TRAINING_MISSING`] for each training, with the code of its boundary.
pub fn may_take_duty(
    trainings: &[Cow<'_, Training>],
    member: Member,
    on: NaiveDate,
    code: impl Fn(BoundaryId) -> String,
) -> Verdict<()> {
    let missing = trainings.iter().filter(|training| !training.standing(member, on).may_take_duty());
    let refusal = |training: &Cow<'_, Training>| {
        let message = format!("boundary `{}`: {}", code(training.boundary), TRAINING_MISSING.meaning);
        TRAINING_MISSING.refuse(message)
    };
    let refusals: Vec<_> = missing.map(refusal).collect();
    if refusals.is_empty() { Ok(()) } else { Err(Refusals(refusals)) }
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{member, training};
    use super::*;
    use crate::boundaries::life::fixtures::*;

    fn completed(plan: Training) -> Training {
        let members = set([member(2, 20)]);
        plan.complete((member(2, 20), &members), (today(), today()), None, by(1, 10)).unwrap()
    }

    fn missing(trainings: &[Training], version: u32) -> usize {
        let counting = in_force(trainings, &[(id(90), version)].into(), id(12));
        may_take_duty(&counting, member(2, 20), today(), |id| id.to_string()).map_or_else(|no| no.0.len(), |()| 0)
    }

    #[test]
    fn a_completion_counts_under_its_version_alone() {
        let first = completed(training());
        let second = training().reopened(id(97), 2);
        assert_eq!(missing(&[], 1), 0, "nothing to learn");
        assert_eq!(missing(&[training()], 1), 1);
        assert_eq!(missing(std::slice::from_ref(&first), 1), 0);
        assert_eq!(missing(&[first.clone(), second.clone()], 1), 0, "the next version's day has not come");
        assert_eq!(missing(&[first.clone(), second.clone()], 2), 1);
        assert_eq!(missing(&[completed(second), first.clone()], 2), 0);
        assert_eq!(missing(&[first], 3), 1, "what the version before taught is opened anew");
    }

    #[test]
    fn only_boundaries_in_force_and_the_own_team_count() {
        let other = Training { boundary: id(91), ..training() };
        let elsewhere = Training { team: id(13), ..training() };
        assert_eq!(missing(&[other.clone(), elsewhere], 1), 0);
        let versions = [(id(90), 1), (id(91), 1)].into();
        let trainings = [training(), other];
        let code = |boundary| if boundary == id(90) { "lines".to_owned() } else { "masts".to_owned() };
        let refusals =
            may_take_duty(&in_force(&trainings, &versions, id(12)), member(2, 20), today(), code).unwrap_err();
        let told: Vec<&str> = refusals.0.iter().map(|no| no.message.split(':').next().unwrap()).collect();
        assert_eq!(told, ["boundary `lines`", "boundary `masts`"]);
        assert_eq!(codes(Err::<(), _>(refusals)), [TRAINING_MISSING.name; 2]);
    }
}
