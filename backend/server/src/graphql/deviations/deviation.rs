//! A deviation, its figures, its review and its end.

use super::{
    DEVIATION,
    action::CorrectiveAction,
    words::{ClosingReason, DeviationKind, DeviationState, ReviewVerdict},
};
use crate::graphql::{
    agreements::{Agreement, Decision, Service},
    companies::Company,
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{Exact, Instant, Long, Period},
    },
    kpis::{Kpi, Target},
};
use concordat_domain::{
    deviations::{self as rules, Closing, State},
    kernel::{AgreementId, DeviationId},
};
use concordat_service::deviations::{self, DeviationView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A deviation that the asker may see.
#[derive(Clone)]
pub struct Deviation {
    agreement: Agreement,
    view: Arc<DeviationView>,
    answers: Option<Vec<CorrectiveAction>>,
}

impl Deviation {
    /// A deviation that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: DeviationView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view), answers: None }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: DeviationId) -> Answer<Self> {
        let view = ctx.read(|tx| deviations::deviation(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> DeviationId {
        self.view.deviation.id
    }

    /// The same with the corrective actions that answer it, read for the whole page at once.
    #[must_use]
    pub fn answered(self, all: &[CorrectiveAction]) -> Self {
        let own = all.iter().filter(|action| action.answers() == self.key()).cloned().collect();
        Self { answers: Some(own), ..self }
    }
}

/// A promise missed, at risk, or without data, for one KPI, scope and period. Only data clear it.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Deviation {
    /// The deviation's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(DEVIATION, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement whose promise it is about.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The KPI; null where the agreement measures it no more.
    fn kpi(&self) -> Option<Kpi> {
        let kpi = self.agreement.terms().kpi(self.view.deviation.kpi)?;
        Some(Kpi::new(self.agreement.clone(), kpi.id))
    }

    /// The company whose figure it is; null for all together.
    fn company(&self) -> Option<Company> {
        let company = self.view.deviation.scope.company?;
        self.agreement.terms().company(company).map(Company::from)
    }

    /// The service whose figure it is; null for all of them.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.view.deviation.scope.service?)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// The period.
    fn period(&self) -> Period {
        self.view.deviation.period
    }

    /// What is wrong with the figure.
    fn kind(&self) -> DeviationKind {
        self.view.deviation.kind.into()
    }

    /// Where it stands.
    fn state(&self) -> DeviationState {
        (&self.view.deviation.state).into()
    }

    /// How far it has been taken up: 1, and one more for each corrective action that failed.
    fn level(&self) -> i32 {
        i32::try_from(self.view.deviation.level).unwrap_or(i32::MAX)
    }

    /// Whether every party may see it. If not, only its company, the steward and the auditor do.
    fn disclosed(&self) -> bool {
        self.view.disclosed
    }

    /// What the group saw: the figures when it was raised.
    fn figures(&self) -> Figures {
        Figures { agreement: self.agreement.clone(), figures: self.view.deviation.figures.clone() }
    }

    /// What later corrections made of them; null where nothing was corrected.
    fn restated(&self) -> Option<Figures> {
        let figures = self.view.deviation.restated.clone()?;
        Some(Figures { agreement: self.agreement.clone(), figures })
    }

    /// The coordination group's verdict, while it waits or is what closed it; null otherwise.
    fn review(&self) -> Option<Review> {
        let review = match &self.view.deviation.state {
            State::Reviewed { review } | State::Closed { how: Closing::Waived { review }, .. } => review.clone(),
            _ => return None,
        };
        Some(Review { agreement: self.agreement.clone(), review })
    }

    /// What closed it; null while it is not closed.
    fn closing(&self) -> Option<ClosingReason> {
        match &self.view.deviation.state {
            State::Closed { how, .. } => Some(match how {
                Closing::Verified { .. } => ClosingReason::Verified,
                Closing::Waived { .. } => ClosingReason::Waived,
                Closing::Cleared { .. } => ClosingReason::Cleared,
            }),
            _ => None,
        }
    }

    /// When it was closed; null while it is not.
    fn closed_at(&self) -> Option<Instant> {
        match self.view.deviation.state {
            State::Closed { at, .. } => Some(at),
            _ => None,
        }
    }

    /// The corrective actions that answer it, as far as you may see them, the first drafted first.
    fn corrective_actions(&self, ctx: &Context) -> Answer<Vec<CorrectiveAction>> {
        if let Some(known) = &self.answers {
            return Ok(known.clone());
        }
        let ids = [self.key()];
        let found = ctx.read(|tx| deviations::answers(tx, self.agreement.key(), &ids))?;
        Ok(found.into_iter().map(|view| CorrectiveAction::new(ctx, &self.agreement, view.into_inner())).collect())
    }

    /// When it was raised.
    fn raised_at(&self) -> Instant {
        self.view.raised_at
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// What a figure was worth when somebody looked at it.
pub struct Figures {
    agreement: Agreement,
    figures: rules::Figures,
}

/// What a figure was worth when somebody looked at it.
#[graphql_object(scalar = Gql, context = Context, name = "DeviationFigures")]
impl Figures {
    /// The value, in the KPI's unit; null when nothing was measured.
    fn value(&self) -> Option<Exact> {
        self.figures.value
    }

    /// What was promised for that period; null where nothing but a report was.
    fn target(&self) -> Option<Target> {
        self.figures.target.map(|target| Target::new(self.agreement.clone(), target))
    }

    /// The numerator behind the value; null where there is none.
    fn good(&self) -> Option<Exact> {
        self.figures.good
    }

    /// The denominator behind the value; null when nothing was measured.
    fn total(&self) -> Option<Exact> {
        self.figures.total
    }

    /// How many facts are behind it.
    fn count(&self) -> Long {
        Long(i64::try_from(self.figures.count).unwrap_or(i64::MAX))
    }
}

/// A verdict and whose it is.
pub struct Review {
    agreement: Agreement,
    review: rules::Review,
}

/// A verdict on a deviation and whose it is.
#[graphql_object(scalar = Gql, context = Context, name = "DeviationReview")]
impl Review {
    /// The verdict.
    fn verdict(&self) -> ReviewVerdict {
        match self.review.verdict {
            rules::ReviewVerdict::Accept => ReviewVerdict::Accept,
            rules::ReviewVerdict::Waive { .. } => ReviewVerdict::Waive,
            rules::ReviewVerdict::Dispute { .. } => ReviewVerdict::Dispute,
        }
    }

    /// Why; null for an acceptance.
    fn reason(&self) -> Option<&str> {
        match &self.review.verdict {
            rules::ReviewVerdict::Accept => None,
            rules::ReviewVerdict::Waive { reason } | rules::ReviewVerdict::Dispute { reason } => Some(reason),
        }
    }

    /// Who gave it.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.review.by)
    }
}
