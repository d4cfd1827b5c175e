//! Two experts changed the same draft: what only one of them changed stands, what both changed is told.

use super::lists::merged;
use super::text::{self, Names};
use crate::boundaries::{Beyond, Content, Dimension, Limit};

/// A field that both changed, each otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its path; that of a statement as it is counted in theirs.
    pub path: String,
    /// What both read.
    pub base: Option<String>,
    /// What the other one made of it, which is what is kept.
    pub theirs: Option<String>,
    /// What the one who came later makes of it.
    pub mine: Option<String>,
}

/// Two changes of the same text put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreeWay {
    /// Every change that only one of them made; where both did, theirs.
    pub merged: Content,
    /// The fields that both changed, each otherwise, in the order of the page.
    pub conflicts: Vec<Conflict>,
}

/// Puts together what two made of the same text. Statements and links are looked at one by one; what both added at the
/// same place is kept from both.
#[must_use]
pub fn three_way(base: &Content, theirs: &Content, mine: &Content, names: &dyn Names) -> ThreeWay {
    let mut put = Put { names, conflicts: Vec::new() };
    let title = put.one("title", [&base.title, &theirs.title, &mine.title], |it| Some((*it).clone())).clone();
    let team = *put.one("team", [&base.team, &theirs.team, &mine.team], |it| Some(names.team(**it)));
    let responsibilities = [&base.responsibility, &theirs.responsibility, &mine.responsibility];
    let responsibility = *put.one("responsibility", responsibilities, |it| Some(it.name().to_owned()));
    let included = put.list("included", [&base.included, &theirs.included, &mine.included], Clone::clone);
    let excluded = put.list("excluded", [&base.excluded, &theirs.excluded, &mine.excluded], Clone::clone);
    let limits = put.limits(base, theirs, mine);
    let evidence = put.list("evidence", [&base.evidence, &theirs.evidence, &mine.evidence], text::link);
    let merged = Content { title, team, responsibility, included, excluded, limits, evidence };
    ThreeWay { merged, conflicts: put.conflicts }
}

struct Put<'a> {
    names: &'a dyn Names,
    conflicts: Vec<Conflict>,
}

impl Put<'_> {
    /// One of base, theirs and mine.
    fn one<T: PartialEq>(
        &mut self,
        path: &str,
        [base, theirs, mine]: [T; 3],
        text: impl Fn(&T) -> Option<String>,
    ) -> T {
        if base == theirs {
            return mine;
        }
        if base != mine && theirs != mine {
            let (base, theirs, mine) = (text(&base), text(&theirs), text(&mine));
            self.conflicts.push(Conflict { path: path.to_owned(), base, theirs, mine });
        }
        theirs
    }

    fn list<T: Clone + PartialEq>(
        &mut self,
        path: &str,
        [base, theirs, mine]: [&Vec<T>; 3],
        text: impl Fn(&T) -> String,
    ) -> Vec<T> {
        let (list, clashes) = merged(base, theirs, mine);
        for clash in clashes {
            let told =
                |entries: &[T]| (!entries.is_empty()).then(|| entries.iter().map(&text).collect::<Vec<_>>().join("\n"));
            let (base, theirs, mine) = (told(&clash.base), told(&clash.theirs), told(&clash.mine));
            self.conflicts.push(Conflict { path: format!("{path}.{}", clash.place + 1), base, theirs, mine });
        }
        list
    }

    fn limits(&mut self, base: &Content, theirs: &Content, mine: &Content) -> Vec<Limit> {
        let order = self.order(base, theirs, mine);
        order.into_iter().filter_map(|dimension| self.limit(dimension, [base, theirs, mine])).collect()
    }

    /// The order of the limits: of whoever changed it.
    fn order(&mut self, base: &Content, theirs: &Content, mine: &Content) -> Vec<Dimension> {
        let of = |it: &Content| it.limits.iter().map(|limit| limit.within.dimension()).collect::<Vec<_>>();
        let stays = |it: &Content| {
            let everywhere = |it: &Dimension| [base, theirs, mine].iter().all(|one| one.limit(*it).is_some());
            of(it).into_iter().filter(everywhere).collect::<Vec<_>>()
        };
        let told = |it: &Vec<Dimension>| Some(it.iter().map(|one| one.name()).collect::<Vec<_>>().join(", "));
        let chosen = self.one("limits.order", [stays(base), stays(theirs), stays(mine)], told);
        let (first, second) =
            if of(theirs) != of(base) && chosen == stays(theirs) { (theirs, mine) } else { (mine, theirs) };
        let mut order = of(first);
        for dimension in of(second) {
            if !order.contains(&dimension) {
                order.push(dimension);
            }
        }
        order
    }

    fn limit(&mut self, dimension: Dimension, all: [&Content; 3]) -> Option<Limit> {
        let path = format!("limits.{}", dimension.name());
        let [base, theirs, mine] = all.map(|it| it.limit(dimension));
        let names = self.names;
        let (Some(their), Some(my)) = (theirs, mine) else {
            let text = |it: &Option<&Limit>| it.map(|limit| text::limit(limit, names));
            return self.one(&path, [base, theirs, mine], text).cloned();
        };
        let parts = [base.map(|it| &it.within), Some(&their.within), Some(&my.within)];
        let within = self.one(&format!("{path}.within"), parts, |it| it.map(ToString::to_string));
        let parts = [base, theirs, mine].map(|it| it.and_then(|it| it.beyond.note.clone()));
        let note = self.one(&format!("{path}.beyond.note"), parts, Clone::clone);
        let parts = [base, theirs, mine].map(|it| it.and_then(|it| it.beyond.take_over.as_ref()));
        let text = |it: &Option<&_>| it.map(|to| text::take_over(to, names));
        let take_over = self.one(&format!("{path}.beyond.take_over"), parts, text).cloned();
        Some(Limit { within: within.unwrap_or(&their.within).clone(), beyond: Beyond { note, take_over } })
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
