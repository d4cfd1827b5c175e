//! A case as the parties see it.

use super::{
    CASE,
    checks::HandOverCheck,
    clocks::Clock,
    custody::{Holder, Offer, Pause, Stretch},
    feedback::{Dispute, Rating, Recovery},
    ledger::CaseLedger,
    log::CaseEvent,
    needs::CaseNeeds,
    routes::{CaseCandidate, candidates},
    words::{CaseKind, CasePhase},
};
use crate::graphql::{
    agreements::{Agreement, Service, team_id},
    companies::{Company, company_id},
    escalations::{self, Escalation},
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{First, Instant},
    },
};
use concordat_domain::{
    cases as rules,
    kernel::{AgreementId, CaseId},
};
use concordat_service::cases::{self, CaseView};
use juniper::{ID, graphql_object};
use std::sync::Arc;

/// A case that the asker may see.
#[derive(Clone)]
pub struct Case {
    agreement: Agreement,
    view: Arc<CaseView>,
}

impl Case {
    /// A case that was permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: CaseView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view) }
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, id: CaseId) -> Answer<Self> {
        let view = ctx.read(|tx| cases::case(tx, agreement, id))?;
        Ok(Self::new(&Agreement::load(ctx, agreement)?, view.into_inner()))
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> CaseId {
        self.view.case.id
    }

    fn case(&self) -> &rules::Case {
        &self.view.case
    }

    fn company(&self, company: Option<concordat_domain::kernel::CompanyId>) -> Option<Company> {
        self.agreement.terms().company(company?).map(Company::from)
    }
}

/// Something that a customer brought to a contact point. All that is said of it follows from its log.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Case {
    /// The case's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(CASE, self.agreement.key(), self.key().0).encode()
    }

    /// The agreement under which it is handled.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The name by which people speak of it: its number here, or its key in the system that it was imported from.
    fn reference(&self) -> &str {
        &self.view.reference
    }

    /// The system that it was imported from; null for one that was opened here.
    fn source(&self) -> Option<&str> {
        Some(self.view.source.as_str()).filter(|source| !source.is_empty())
    }

    /// What it is.
    fn kind(&self) -> CaseKind {
        self.case().kind.into()
    }

    /// What it is about.
    fn title(&self) -> &str {
        &self.case().title
    }

    /// Where it stands.
    fn phase(&self) -> CasePhase {
        self.case().phase(self.view.at).into()
    }

    /// The code of its stage, as the agreement calls it.
    fn stage(&self) -> Option<&str> {
        self.case().stage_at(&self.view.rules, self.view.at)
    }

    /// The code of its priority.
    fn priority(&self) -> &str {
        self.case().priority()
    }

    /// The code of its service package; null where it has none.
    fn package(&self) -> Option<&str> {
        self.case().package()
    }

    /// The service that it is about; null where the agreement has it no more.
    fn service(&self) -> Option<Service> {
        let service = self.agreement.terms().service(self.case().service)?;
        Some(Service::new(self.agreement.clone(), service.id))
    }

    /// What it needs of whoever works on it, as far as it is known.
    fn needs(&self) -> CaseNeeds {
        CaseNeeds(self.case().needs.clone())
    }

    /// What a hand-over to a team in the name of a company comes to, without offering anything; null where the agreement
    /// has no boundaries, so that nothing is checked.
    fn hand_over_check(&self, ctx: &Context, team: ID, company: ID) -> Answer<Option<HandOverCheck>> {
        let to = rules::Holder { team: team_id(&team)?.1, company: company_id(&company)? };
        let made = ctx.read(|tx| cases::check_hand_over(tx, &self.view, to))?;
        Ok(made.map(|made| HandOverCheck::new(&self.agreement, made)))
    }

    /// To whom it could be handed over now, the best first. Nobody but a person decides.
    fn hand_over_proposals(&self, ctx: &Context) -> Answer<Vec<CaseCandidate>> {
        let found = ctx.read(|tx| cases::propose_hand_over(tx, &self.view))?;
        Ok(candidates(&self.agreement, &found))
    }

    /// The company whose people brought it.
    fn customer(&self) -> Option<Company> {
        self.company(self.case().customer)
    }

    /// When it was opened.
    fn opened_at(&self) -> Instant {
        self.case().opened
    }

    /// When the latest event of its log happened.
    fn latest_at(&self) -> Instant {
        self.case().latest
    }

    /// When it was resolved; null while it is not.
    fn resolved_at(&self) -> Option<Instant> {
        self.case().resolved().filter(|_| self.case().is_resolved()).map(|deed| deed.at)
    }

    /// When it was closed; null while it is not.
    fn closed_at(&self) -> Option<Instant> {
        self.case().closed
    }

    /// When it was withdrawn; null where it was not.
    fn cancelled_at(&self) -> Option<Instant> {
        self.case().cancelled
    }

    /// Who holds it, or held it when it was resolved; null where nobody has taken it on.
    fn holder(&self) -> Option<Holder> {
        self.case().holder.map(|holder| Holder::new(&self.agreement, holder))
    }

    /// The hand-over that waits for an answer; null where none does.
    fn offer(&self) -> Option<Offer> {
        self.case().offer.map(|offer| Offer::new(&self.agreement, offer))
    }

    /// Whose it was, stretch after stretch, while it was open.
    fn custody(&self) -> Vec<Stretch> {
        self.case().custody.iter().map(|stretch| Stretch::new(&self.agreement, *stretch)).collect()
    }

    /// When its clocks stood still.
    fn pauses(&self) -> Vec<Pause> {
        self.case().pauses.iter().map(|pause| Pause::new(&self.agreement, pause.clone())).collect()
    }

    /// What its clocks say now: toward the customer and of each company, side by side.
    fn clocks(&self) -> Vec<Clock> {
        let clocks = self.case().clocks(&self.view.rules, self.view.at);
        clocks.into_iter().map(|clock| Clock::new(&self.agreement, &self.view, clock)).collect()
    }

    /// Whose time it took.
    fn ledger(&self) -> CaseLedger {
        CaseLedger::new(&self.agreement, &self.view)
    }

    /// Its log, in the order in which things happened.
    fn timeline(&self) -> Vec<CaseEvent> {
        let mut events = self.view.events();
        events.sort_by_key(|event| (event.at, event.what.rank(), event.number));
        events.into_iter().map(|event| CaseEvent::new(&self.agreement, event)).collect()
    }

    /// How often it was opened again after it had been resolved.
    fn reopens(&self) -> i32 {
        i32::try_from(self.case().reopened.len()).unwrap_or(i32::MAX)
    }

    /// How often it went from one company to another.
    fn hand_overs(&self) -> i32 {
        i32::try_from(self.case().journey.between_companies().hand_overs).unwrap_or(i32::MAX)
    }

    /// How often it was offered outside the receiver's boundary, with a reason.
    fn offered_outside(&self) -> i32 {
        i32::try_from(self.case().journey.outside()).unwrap_or(i32::MAX)
    }

    /// How often it was taken on all the same when it had been offered outside a boundary.
    fn helped_outside(&self) -> i32 {
        i32::try_from(self.case().journey.helped_outside()).unwrap_or(i32::MAX)
    }

    /// How often it came straight back to the company that it had just left.
    fn ping_pong(&self) -> i32 {
        i32::try_from(self.case().journey.between_companies().ping_pong).unwrap_or(i32::MAX)
    }

    /// The highest support line that it reached, be it in a queue only; 0 when it reached none.
    fn line(&self) -> i32 {
        self.case().journey.highest_line().into()
    }

    /// Whether it carries the red flag of a complaint that is not settled.
    fn red_flag(&self) -> bool {
        self.case().red_flag()
    }

    /// Whether its cycle has ended: resolved, and the customer's latest word is positive.
    fn settled(&self) -> bool {
        self.case().is_settled()
    }

    /// What the customer said, in order.
    fn ratings(&self) -> Vec<Rating> {
        self.case().feedback.ratings.iter().cloned().map(Rating).collect()
    }

    /// What was done about negative feedback, in order.
    fn recoveries(&self) -> Vec<Recovery> {
        let all = self.case().feedback.recoveries.iter();
        all.map(|recovery| Recovery::new(&self.agreement, recovery.clone())).collect()
    }

    /// The disputes about its time, in order.
    fn disputes(&self) -> Vec<Dispute> {
        self.case().disputes.iter().map(|dispute| Dispute::new(&self.agreement, dispute.clone())).collect()
    }

    /// Matters that were raised about it, the latest first, as far as they are yours to see.
    fn escalations(&self, ctx: &Context, first: First) -> Answer<Vec<Escalation>> {
        escalations::of_case(ctx, &self.agreement, self.key(), first)
    }

    /// Grows by one with each change. A verb names the revision that you have read, and is refused when it has changed.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}
