//! Disputes about cases that wait for the group, and pauses that wait for a company's consent.

use super::{Wanted, code};
use crate::{
    agreements::AgreementView,
    cases::{self, Waiting},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    cases::AwaitedKind,
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let about = |subject: &Subject| matches!(subject, Subject::Dispute { .. } | Subject::Pause { .. });
    if let Wanted::These(subjects) = wanted
        && !subjects.iter().any(about)
    {
        return Ok(Vec::new());
    }
    let disclosed = cases::disclosed(&view.terms);
    let waiting = cases::waiting(tx, view.agreement.id)?;
    let mut all: Vec<OpenMatter> = waiting.into_iter().map(|it| matter(&view.terms, disclosed, it)).collect();
    if let Wanted::These(subjects) = wanted {
        all.retain(|it| subjects.contains(&it.matter.subject));
    }
    Ok(all)
}

fn matter(terms: &Terms, disclosed: bool, waiting: Waiting) -> OpenMatter {
    let Waiting { case, reference, companies, awaited } = waiting;
    let number = awaited.number;
    let whose = awaited.company.map_or("?", |company| code(terms, company));
    let (subject, title, owner) = match awaited.kind {
        AwaitedKind::Decision => {
            (Subject::Dispute { case, number }, format!("Dispute about case {reference}, raised by {whose}"), None)
        }
        AwaitedKind::Consent => {
            let title = format!("Pause of case {reference} waits for the consent of {whose}");
            (Subject::Pause { case, number }, title, awaited.company)
        }
    };
    let owner = owner.map(|company| Owner { company, person: None });
    OpenMatter {
        matter: Matter { section: Section::Answers, subject, title, owner },
        sight: if disclosed { Sight::Everybody } else { Sight::Case { companies } },
        known: Snapshot::new("open", awaited.since),
    }
}
