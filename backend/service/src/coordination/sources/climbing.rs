//! Escalations under way.

use super::{Wanted, tasks};
use crate::{
    agreements::AgreementView,
    cases, deviations, escalations,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::Section,
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    escalations::Escalation,
    kernel::{ActionId, CaseId, CompanyId, EscalationId, Moment},
};
use std::collections::{BTreeSet, HashMap};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let agreement = view.agreement.id;
    let found = match wanted {
        Wanted::Open { .. } => escalations::open(tx, agreement)?,
        Wanted::These(subjects) => {
            let id = |subject: &Subject| match subject {
                Subject::Escalation { id } => Some(*id),
                _ => None,
            };
            let ids: Vec<EscalationId> = subjects.iter().filter_map(id).collect();
            if ids.is_empty() { Vec::new() } else { escalations::these(tx, agreement, &ids)? }
        }
    };
    let raised: Vec<&Escalation> = found.iter().map(|it| &it.escalation).collect();
    let about = About::load(tx, view, &raised)?;
    Ok(found.iter().map(|it| matter(&it.escalation, it.raised_at, about.sight(&it.escalation))).collect())
}

fn matter(escalation: &Escalation, raised_at: Moment, sight: Sight) -> OpenMatter {
    let matter = &escalation.matter;
    OpenMatter {
        matter: Matter {
            section: Section::Escalations,
            subject: Subject::Escalation { id: escalation.id },
            title: matter.title.clone(),
            owner: Some(Owner { company: matter.company, person: None }),
        },
        sight,
        known: Snapshot::new(escalation.state.name(), raised_at)
            .due(escalation.deadline())
            .figure("level", Some(escalation.level() + 1)),
    }
}

/// What escalations are about, as far as it is concealed from some.
struct About {
    /// Whether cases are disclosed to every party.
    disclosed: bool,
    /// Who took part in the cases, where they are not.
    cases: HashMap<CaseId, BTreeSet<CompanyId>>,
    /// Who sees the plans.
    plans: HashMap<ActionId, Sight>,
}

impl About {
    fn load(tx: &mut Tx<'_>, view: &AgreementView, raised: &[&Escalation]) -> Outcome<Self> {
        let mut about = Self { disclosed: cases::disclosed(&view.terms), cases: HashMap::new(), plans: HashMap::new() };
        let handled: Vec<CaseId> = raised.iter().filter_map(|it| it.matter.subject.case()).collect();
        if !about.disclosed && !handled.is_empty() {
            about.cases = cases::took_part(tx, view.agreement.id, &handled)?;
        }
        let planned: Vec<ActionId> = raised.iter().filter_map(|it| it.matter.subject.action()).collect();
        if !planned.is_empty() {
            let plans = deviations::these_actions(tx, view.agreement.id, &planned)?;
            about.plans = tasks::sights(tx, view, &plans)?;
        }
        Ok(about)
    }

    /// Who sees an escalation: whoever sees the case or the plan that it is about; any other is of the companies that it
    /// concerns and for which it was raised.
    fn sight(&self, escalation: &Escalation) -> Sight {
        let subject = escalation.matter.subject;
        match (subject.case(), subject.action()) {
            (Some(case), _) if !self.disclosed => {
                Sight::Case { companies: self.cases.get(&case).cloned().unwrap_or_default() }
            }
            (_, Some(plan)) if !self.plans.get(&plan).is_some_and(Sight::is_everybody) => {
                let nobodys = Sight::Companies { companies: BTreeSet::new() };
                self.plans.get(&plan).cloned().unwrap_or(nobodys)
            }
            _ => {
                let raiser = escalation.raised.map(|by| by.company);
                Sight::Own { companies: raiser.into_iter().chain([escalation.matter.company]).collect() }
            }
        }
    }
}
