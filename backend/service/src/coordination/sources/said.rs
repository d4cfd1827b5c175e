//! What customers said and companies have left without an answer beyond its time.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
    satisfaction::{self, VoiceView},
};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    kernel::LONGEST_TITLE,
};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let about = |subject: &Subject| matches!(subject, Subject::Voice { .. });
    if let Wanted::These(subjects) = wanted
        && !subjects.iter().any(about)
    {
        return Ok(Vec::new());
    }
    let found = satisfaction::unanswered(tx, view.agreement.id)?;
    let mut all: Vec<OpenMatter> = found.iter().map(|it| matter(&view.terms, it)).collect();
    if let Wanted::These(subjects) = wanted {
        all.retain(|it| subjects.contains(&it.matter.subject));
    }
    Ok(all)
}

fn matter(terms: &Terms, view: &VoiceView) -> OpenMatter {
    let voice = &view.voice;
    let silent: Vec<_> = voice.silent().collect();
    let customer = terms.company(voice.customer).map_or("?", |company| company.name.as_str());
    OpenMatter {
        matter: Matter {
            section: Section::Voice,
            subject: Subject::Voice { id: voice.id },
            title: format!("{customer}: {}", voice.title()).chars().take(LONGEST_TITLE).collect(),
            owner: silent
                .first()
                .filter(|_| silent.len() == 1)
                .map(|company| Owner { company: *company, person: None }),
        },
        sight: Sight::Everybody,
        known: Snapshot::new(voice.state().name(), voice.recorded.at)
            .due(Some(voice.due))
            .figure("answered", Some(format!("{} of {}", voice.asked.len() - silent.len(), voice.asked.len()))),
    }
}
