//! The agreement: the table of contents of everything that belongs to it.

use super::{
    TAG,
    calendar::Calendar,
    escalation::EscalationPath,
    ground::{AlignmentAspect, HealthWeights, VocabularyWord},
    group::{Cadence, Group},
    handling::CaseHandling,
    team::Team,
    terms::{Commitment, Party, Service},
    version::Version,
    words::AgreementState,
};
use crate::graphql::{
    boundaries::{self, Boundary, BoundaryFilter, CommitmentFit, Coverage},
    cases::{self, Case, CaseCandidate, CaseFilter, CaseReplay, CaseTotals, CustomerCase, NewCaseInput, ReplayInput},
    companies::Company,
    coordination::{
        self, ActionItem, ActionItemFilter, Alignment, CommitmentHealth, CompanyVocabulary, GroupDecision,
        GroupDecisionFilter, Meeting, MeetingFilter, MeetingOrder, PackMatter,
    },
    deviations::{self, Assessment, CorrectiveAction, CorrectiveActionFilter, Deviation, DeviationFilter},
    escalations::{self, Escalation, EscalationFilter, EscalationPathShown},
    events::{self, AuditVerification, Event, EventOrder},
    identity::{Person, RoleGrant, people},
    kernel::{
        connection::Connection,
        context::Context,
        cursor::Cursor,
        errors::Answer,
        global_id::GlobalId,
        leaf::Leaf,
        scalar::Gql,
        types::{Date, Duration, First},
    },
    kpis::{self, Kpi},
    notifications::{self, Mail, Webhook},
    satisfaction::{self, CustomerVoice, Voice, VoiceFilter},
};
use concordat_domain::{
    access::{Place, Verb},
    agreements::Terms,
    kernel::AgreementId,
};
use concordat_service::{
    agreements::{self, AgreementView},
    boundaries::agreement_file,
    kernel::Permitted,
};
use juniper::{Executor, ID, graphql_object};
use std::sync::Arc;

/// A global service agreement that the asker may see.
#[derive(Clone)]
pub struct Agreement(Arc<Permitted<AgreementView>>);

impl Agreement {
    /// An agreement that was permitted.
    #[must_use]
    pub fn new(view: Permitted<AgreementView>) -> Self {
        Self(Arc::new(view))
    }

    /// Loads it for whoever is asking.
    ///
    /// # Errors
    /// Not found for whoever may not see it.
    pub fn load(ctx: &Context, id: AgreementId) -> Answer<Self> {
        ctx.read(|tx| agreements::agreement(tx, id)).map(Self::new)
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> AgreementId {
        self.0.agreement.id
    }

    /// What was permitted.
    #[must_use]
    pub fn view(&self) -> &Permitted<AgreementView> {
        &self.0
    }

    /// The terms to be read today.
    #[must_use]
    pub fn terms(&self) -> &Arc<Terms> {
        &self.0.terms
    }

    /// The code, as the key of pages.
    #[must_use]
    pub fn code_text(&self) -> &String {
        &self.0.agreement.code
    }
}

/// A global service agreement of several companies.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Agreement {
    /// The agreement's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(TAG, self.key(), self.key().0).encode()
    }

    /// The code, which never changes.
    fn code(&self) -> &str {
        &self.0.agreement.code
    }

    /// The title.
    fn name(&self) -> &str {
        &self.terms().name
    }

    /// The IANA time zone in which its days and periods are counted.
    fn zone(&self) -> &str {
        self.terms().zone.name()
    }

    /// Where it stands.
    fn state(&self) -> AgreementState {
        self.0.agreement.state().into()
    }

    /// The first day on which the terms shown here hold.
    fn effective_from(&self) -> Date {
        self.terms().effective_from.into()
    }

    /// The first day on which the agreement holds no more, once its parties have decided to end it.
    fn ended(&self) -> Option<Date> {
        self.0.agreement.ended.map(Date::from)
    }

    /// The SHA-256 digest of the terms shown here: what the parties signed.
    fn digest(&self) -> String {
        self.terms().digest().to_string()
    }

    /// All versions, the first one first.
    fn versions(&self) -> Vec<Version> {
        self.0.agreement.versions.iter().map(|version| Version::new(self, version.clone())).collect()
    }

    /// The companies that it binds.
    fn parties(&self) -> Vec<Party> {
        self.terms().parties.iter().map(|party| Party::new(self.clone(), party.company)).collect()
    }

    /// Its services, the whole tree, by code.
    fn services(&self) -> Vec<Service> {
        self.terms().services.iter().map(|service| Service::new(self.clone(), service.id)).collect()
    }

    /// What is promised, by code.
    fn commitments(&self) -> Vec<Commitment> {
        self.terms().commitments.iter().map(|one| Commitment::new(self.clone(), one.id)).collect()
    }

    /// The opening hours that teams, clocks and ledgers go by, by code.
    fn calendars(&self) -> Vec<Calendar> {
        self.terms().calendars.iter().map(Calendar::from).collect()
    }

    /// How cases are handled; null where it takes none.
    fn case_handling(&self) -> Option<CaseHandling> {
        CaseHandling::of(self)
    }

    /// Its teams, by code.
    fn teams(&self) -> Vec<Team> {
        self.terms().teams.iter().map(|one| Team::new(self.clone(), one.id)).collect()
    }

    /// Its coordination groups, by code.
    fn groups(&self) -> Vec<Group> {
        self.terms().groups.iter().map(|one| Group::new(self.clone(), one.id)).collect()
    }

    /// Its governance plan: every rhythm in which a group meets, by the codes of group and cadence.
    fn governance_plan(&self) -> Vec<Cadence> {
        let plan = self.terms().governance_plan();
        plan.map(|(group, cadence)| Cadence::new(Group::new(self.clone(), group.id), cadence)).collect()
    }

    /// How matters climb that are not answered in time, by code; for customers without the paths of other customers.
    fn escalation_paths(&self, ctx: &Context) -> Vec<EscalationPath> {
        EscalationPath::seen(self, ctx)
    }

    /// The words onto which each company maps its own, by kind and code.
    fn vocabulary(&self) -> Vec<VocabularyWord> {
        self.terms().vocabulary.iter().map(VocabularyWord::from).collect()
    }

    /// What the alignment of the companies is assessed by, by code.
    fn alignment_checklist(&self) -> Vec<AlignmentAspect> {
        self.terms().alignment.iter().map(AlignmentAspect::from).collect()
    }

    /// How the health of the companies' commitments is weighed; null where none is worked out.
    fn health_weights(&self) -> Option<HealthWeights> {
        self.terms().health.as_ref().map(HealthWeights::from)
    }

    /// Who holds which role for whom: all of it for the steward, the auditor and the operator, of one's own company
    /// for the others.
    fn grants(&self, ctx: &Context) -> Vec<RoleGrant> {
        let (id, terms) = (self.key(), self.terms());
        let mut grants = Vec::new();
        for named in &terms.people {
            for held in &named.grants {
                if !ctx.actor().may(Verb::GrantView, Place::owned(id, held.company)) {
                    continue;
                }
                let Some(company) = terms.company(held.company).map(Company::from) else { continue };
                let (agreement, person) = (self.clone(), Person::named(id, named));
                grants.push(RoleGrant { agreement, person, company, role: held.role });
            }
        }
        grants
    }

    /// The people whom its terms name, by name: whoever you may know. Customers know those of their own company.
    fn people(&self, ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<Person>> {
        people(ctx, self, first, after.as_ref())
    }

    /// The agreement as a file that applies again without a change. For the steward, signatories, auditors.
    fn file(&self, ctx: &Context, version: Option<i32>) -> Answer<String> {
        let number = version.map(|number| u32::try_from(number).unwrap_or(0));
        ctx.read(|tx| agreement_file(tx, self.key(), number))
    }

    /// How its success is measured, by code.
    fn kpis(&self, first: First, after: Option<Cursor>) -> Answer<Connection<Kpi>> {
        kpis::page(self, first, after.as_ref())
    }

    /// The figures of `periods` periods of one length (1 unless told), up to and with `period` (such as `2026-03-05`,
    /// `2026-W10`, `2026-03`, `2026-Q1` or `2026`), in the agreement's time zone; joint ones unless told by what. 3,000
    /// cells at most.
    fn scorecard(
        &self,
        ctx: &Context,
        period: String,
        periods: Option<i32>,
        by: Option<kpis::By>,
        filter: Option<kpis::ScorecardFilter>,
    ) -> Answer<Leaf<kpis::Cell>> {
        kpis::scorecard(ctx, self, (&period, periods), by, filter)
    }

    /// Single measurements in order of observation: of one's own company, or all of them for the steward and auditors.
    fn measurements(
        &self,
        ctx: &Context,
        first: First,
        after: Option<Cursor>,
        filter: Option<kpis::MeasurementFilter>,
    ) -> Answer<Connection<kpis::Measurement>> {
        kpis::measurements(ctx, self, first, after.as_ref(), filter)
    }

    /// Its log: every change, as it happened unless `order` says otherwise. For steward, coordinators and auditors;
    /// `kinds` narrows it to kinds such as `deviation.raised`, `filter` to who, for whom and when. A page reads 1,000 entries
    /// at most: where more of them are concealed from you than shown, it is shorter than `first`, even empty, and
    /// `pageInfo` says that there are more.
    fn events(
        &self,
        ctx: &Context,
        first: First,
        after: Option<Cursor>,
        kinds: Option<Vec<String>>,
        filter: Option<events::Wanted>,
        order: Option<EventOrder>,
    ) -> Answer<Connection<Event>> {
        let filter = filter.unwrap_or_default().read(kinds, order)?;
        events::page(ctx, self, (first, after.as_ref()), &filter)
    }

    /// Whether its log is what was written: each entry is sealed together with all before it, so the first that was
    /// changed, removed or moved shows. Reads up to 10,000 entries; go on with `after` while there is a `cursor`. For
    /// whoever reads the log.
    fn audit_verification(&self, ctx: &Context, after: Option<Cursor>) -> Answer<AuditVerification> {
        AuditVerification::of(ctx, self.key(), after.as_ref())
    }

    /// Promises missed, at risk or without data, the latest raised first, as far as their figures are yours to see.
    fn deviations(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<DeviationFilter>,
    ) -> Answer<Connection<Deviation>> {
        deviations::deviations(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// Mails that could not be delivered, the latest written first.
    fn dead_letters(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
    ) -> Answer<Connection<Mail>> {
        notifications::dead_letters(executor, self, first, after.as_ref())
    }

    /// Joint plans against deviations, the latest drafted first: those whose deviation you may see, and those in which
    /// a company of yours has a task.
    fn corrective_actions(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<CorrectiveActionFilter>,
    ) -> Answer<Connection<CorrectiveAction>> {
        deviations::actions(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// Its cases, the latest that came in first, as far as they are disclosed to you.
    fn cases(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<CaseFilter>,
    ) -> Answer<Connection<Case>> {
        cases::cases(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// What a team holds now, the least time left toward the customer first; what has no deadline comes last.
    fn case_queue(&self, ctx: &Context, team: ID, first: First, after: Option<Cursor>) -> Answer<Connection<Case>> {
        cases::queue(ctx, self, &team, first, after.as_ref())
    }

    /// Where a case that is about to be opened may go: the teams that work for the service, the best first, each with its
    /// reasons. A suggestion; a person decides.
    fn routing(&self, ctx: &Context, case: NewCaseInput) -> Answer<Vec<CaseCandidate>> {
        cases::routing(ctx, self, &case)
    }

    /// Whose time its cases took, and how often they changed hands. The time of a case that is still open is summed as of
    /// the latest thing that happened to it, a deadline that came near or passed included; what has passed since is not
    /// in it. `Case.ledger` tells a case's time as of now.
    fn case_totals(&self, ctx: &Context, filter: Option<CaseFilter>) -> Answer<CaseTotals> {
        cases::totals(ctx, self, filter.as_ref())
    }

    /// Its cases as their customers see them: of one's own company for customers.
    fn customer_cases(&self, ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<CustomerCase>> {
        cases::customer_cases(ctx, self, first, after.as_ref())
    }

    /// What if: its latest 2,000 cases replayed under other rules, beside what they came to. Nothing is changed. For the
    /// steward, coordinators and auditors.
    fn case_replay(&self, ctx: &Context, change: ReplayInput, filter: Option<CaseFilter>) -> Answer<CaseReplay> {
        cases::replay(ctx, self, &change, filter.as_ref())
    }

    /// The meetings of its coordination groups, those that begin last first unless told.
    fn meetings(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        order: Option<MeetingOrder>,
        filter: Option<MeetingFilter>,
    ) -> Answer<Connection<Meeting>> {
        coordination::meetings(executor, self, None, (first, after.as_ref()), order, filter.as_ref())
    }

    /// What its coordination groups are to decide and have decided, the latest proposed first.
    fn decisions(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<GroupDecisionFilter>,
    ) -> Answer<Connection<GroupDecision>> {
        coordination::decisions(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// What companies are to do because of meetings, the earliest due first: of all of them for those who sit in them, of
    /// one's own company for agents and engineers.
    fn action_items(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<ActionItemFilter>,
    ) -> Answer<Connection<ActionItem>> {
        coordination::action_items(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// Matters that climb until they are answered, the latest raised first, as far as what they are about is yours to see.
    fn escalations(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<EscalationFilter>,
    ) -> Answer<Connection<Escalation>> {
        escalations::escalations(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// The way up that your matters take from the first day on: of your customer, or of everybody who has no path of
    /// their own. Null where the agreement has no such path.
    fn escalation_path(&self, ctx: &Context) -> Answer<Option<EscalationPathShown>> {
        escalations::path(ctx, self)
    }

    /// Its service boundaries, by code: who answers for which service element, within which limits.
    fn boundaries(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<BoundaryFilter>,
    ) -> Answer<Connection<Boundary>> {
        boundaries::boundaries(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// What the boundaries make of what is demanded, in the 52 weeks from a day on; from today unless told.
    fn coverage(&self, ctx: &Context, on: Option<Date>) -> Answer<Coverage> {
        boundaries::coverage(ctx, self, on)
    }

    /// Whether what is promised for a service can be kept along every way of take-over, if everyone keeps theirs: against
    /// the shortest resolution that is promised to the customer for it, or another target. Null where nothing is promised.
    fn commitment_fit(&self, ctx: &Context, service: ID, target: Option<Duration>) -> Answer<Option<CommitmentFit>> {
        boundaries::commitment_fit(ctx, self, &service, target)
    }

    /// The systems of one's own companies that are told of its events, the oldest first.
    fn webhooks(&self, ctx: &Context) -> Answer<Vec<Webhook>> {
        notifications::webhooks(ctx, self)
    }

    /// What customers prefer and want improved, the latest first, with what each company says to it.
    fn voices(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
        filter: Option<VoiceFilter>,
    ) -> Answer<Connection<Voice>> {
        satisfaction::voices(executor, self, first, after.as_ref(), filter.as_ref())
    }

    /// The same as the customers see it, the latest first: of one's own company for customers.
    fn customer_voices(
        &self,
        executor: &Executor<'_, '_, Context, Gql>,
        first: First,
        after: Option<Cursor>,
    ) -> Answer<Connection<CustomerVoice>> {
        satisfaction::customer_voices(executor, self, first, after.as_ref())
    }

    /// The health of the companies' commitments over the days that the agreement looks back upon, up to a local day that has
    /// come, or today: of your own company, or of all where you may see all; of one where it is named. None where the
    /// agreement does not say how health is weighed.
    fn commitment_health(&self, ctx: &Context, company: Option<ID>, on: Option<Date>) -> Answer<Vec<CommitmentHealth>> {
        coordination::commitment_health(ctx, self, company.as_ref(), on)
    }

    /// How well a company is aligned, as the group assessed it: of your own company, or of any where you may see all.
    fn alignment(&self, ctx: &Context, company: ID) -> Answer<Alignment> {
        coordination::alignment(ctx, self, &company)
    }

    /// The agenda of a meeting with what was known of each matter when the meeting began, and what became of it since. The
    /// same as a page to read and as a table: `/export/pack`.
    fn meeting_pack(&self, ctx: &Context, meeting: ID) -> Answer<Vec<PackMatter>> {
        coordination::pack(ctx, self, &meeting)
    }

    /// The own words of every company that takes part, which words of the agreement they mean, and what has no counterpart.
    fn vocabularies(&self, ctx: &Context) -> Answer<Vec<CompanyVocabulary>> {
        coordination::vocabularies(ctx, self)
    }

    /// Which periods were assessed and when, the latest first.
    fn assessments(&self, ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<Assessment>> {
        deviations::assessments(ctx, self, first, after.as_ref())
    }
}
