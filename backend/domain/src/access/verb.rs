//! Everything that can be done, each by one name.

/// What an API token may be limited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read what the person may see.
    Read,
    /// Report measurements.
    Report,
    /// Everything else the person may do.
    Act,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::Read, Self::Report, Self::Act];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Report => "report",
            Self::Act => "act",
        }
    }

    /// The scope of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident = $name:literal, $scope:ident;)*) => {
        /// One thing that can be done to one noun.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Verb { $($(#[$doc])* $verb),* }

        impl Verb {
            /// Every verb, in the order of the policy's rows.
            pub const ALL: &'static [Self] = &[$(Self::$verb),*];

            /// The stable name, `noun.verb`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$verb => $name),* }
            }

            /// What a token must carry to do it.
            #[must_use]
            pub const fn scope(self) -> Scope {
                match self { $(Self::$verb => Scope::$scope),* }
            }
        }
    };
}

verbs! {
    /// Run the instance: companies, people, tokens of others.
    InstanceOperate = "instance.operate", Act;
    /// See a company that shares an agreement with oneself.
    CompanyView = "company.view", Read;
    /// See the name of a person who shares an agreement with oneself.
    PersonView = "person.view", Read;
    /// See how a person is reached.
    PersonContact = "person.contact", Read;
    /// See who holds which role for which company.
    GrantView = "grant.view", Read;
    /// See one's own API tokens.
    TokenView = "token.view", Act;
    /// Create and revoke one's own API tokens.
    TokenKeep = "token.keep", Act;
    /// See an agreement, its parties and its terms.
    AgreementView = "agreement.view", Read;
    /// Describe an agreement or an amendment as a draft.
    AgreementApply = "agreement.apply", Act;
    /// Put a draft before the parties for signature, or take it back.
    AgreementPropose = "agreement.propose", Act;
    /// Sign a proposed version for one's company.
    AgreementSign = "agreement.sign", Act;
    /// Read the whole agreement file.
    AgreementExport = "agreement.export", Read;
    /// See a company's single measurements and undisclosed figures.
    MeasurementView = "measurement.view", Read;
    /// Report measurements for a company.
    MeasurementRecord = "measurement.record", Report;
    /// See the scorecard, as far as each KPI is disclosed.
    ScorecardView = "scorecard.view", Read;
    /// See a deviation of a disclosed figure.
    DeviationView = "deviation.view", Read;
    /// See a deviation of a figure that is disclosed to its company only.
    DeviationViewConcealed = "deviation.view_concealed", Read;
    /// Assess a period: freeze its figures and raise deviations.
    PeriodAssess = "period.assess", Act;
    /// Give a deviation its verdict.
    DeviationReview = "deviation.review", Act;
    /// See a corrective action.
    ActionView = "action.view", Read;
    /// Plan, change, propose, start or withdraw a corrective action.
    ActionPlan = "action.plan", Act;
    /// Consent or object to a corrective action for one's company.
    ActionConsent = "action.consent", Act;
    /// Accept or decline a task for one's company.
    TaskAccept = "task.accept", Act;
    /// Report a task of one's company as done.
    TaskComplete = "task.complete", Act;
    /// See a case, its log, clocks and ledger, where the agreement discloses its cases to every party.
    CaseView = "case.view", Read;
    /// See a case in which a company took part, where the agreement discloses cases to those only.
    CaseViewConcealed = "case.view_concealed", Read;
    /// See a case as its customer sees it.
    CaseFollow = "case.follow", Read;
    /// The same where the agreement discloses cases to those only who took part in them: for the customer who brought it,
    /// and for a company in whose hands it was.
    CaseFollowConcealed = "case.follow_concealed", Read;
    /// Take in a customer's case at a contact point.
    CaseOpen = "case.open", Act;
    /// Work on a case for a company that holds it or is offered it.
    CaseHandle = "case.handle", Act;
    /// Consent to a pause, or dispute to whom time is attributed, for one's company.
    CaseAnswer = "case.answer", Act;
    /// Decide a dispute about a case.
    CaseDecide = "case.decide", Act;
    /// Rate a case of one's company.
    CaseRate = "case.rate", Act;
    /// Import case logs.
    CaseImport = "case.import", Report;
    /// Replay past cases under other rules.
    CaseReplay = "case.replay", Read;
    /// See the service boundaries, what they cover and what is found about them.
    BoundaryView = "boundary.view", Read;
    /// Draw, change, propose or withdraw a boundary of one's company.
    BoundaryDraw = "boundary.draw", Act;
    /// Comment on a boundary of any company, and review one for one's own.
    BoundaryReview = "boundary.review", Act;
    /// Accept a finding about boundaries with a reason, or take that back.
    FindingAccept = "finding.accept", Act;
    /// See who is trained on which boundary.
    TrainingView = "training.view", Read;
    /// Plan trainings of one's company's boundaries, and record who completed them.
    TrainingKeep = "training.keep", Act;
    /// Let a member of one's company take duty untrained, with a reason.
    TrainingWaive = "training.waive", Act;
    /// See an escalation: its ladder, its clocks and what was handed over.
    EscalationView = "escalation.view", Read;
    /// See an escalation as the customer sees it.
    EscalationFollow = "escalation.follow", Read;
    /// Raise a matter for one's company.
    EscalationRaise = "escalation.raise", Act;
    /// Acknowledge, answer and close an escalation at whose level one stands for one's company.
    EscalationAnswer = "escalation.answer", Act;
    /// See what customers prefer and want improved, and what the companies say to it.
    VoiceView = "voice.view", Read;
    /// See what one's customer company said, as customers see it: without the companies' own words.
    VoiceFollow = "voice.follow", Read;
    /// Record at a contact point what a customer prefers or wants improved.
    VoiceRecord = "voice.record", Act;
    /// Acknowledge or answer what a customer said, for one's company.
    VoiceAnswer = "voice.answer", Act;
    /// See the meetings of the coordination groups: agenda, pack, attendance, minutes and decisions.
    MeetingView = "meeting.view", Read;
    /// Call, move or cancel a meeting.
    MeetingArrange = "meeting.arrange", Act;
    /// Run a meeting: start it, record who is there, the outcome of each item and the minutes, and end it.
    MeetingHold = "meeting.hold", Act;
    /// Add to an agenda and put it in order.
    AgendaKeep = "agenda.keep", Act;
    /// Propose a decision to a coordination group.
    DecisionPropose = "decision.propose", Act;
    /// Consent, object or abstain for one's company: to a decision, and to minutes.
    DecisionConsent = "decision.consent", Act;
    /// See the action items that a meeting left.
    ItemView = "item.view", Read;
    /// Give somebody something to do because of a meeting, or take it back.
    ItemAssign = "item.assign", Act;
    /// Report an action item of one's company as done.
    ItemDo = "item.do", Act;
    /// See the health of the companies' commitments.
    HealthView = "health.view", Read;
    /// See how well the companies are aligned.
    AlignmentView = "alignment.view", Read;
    /// Assess how well a company is aligned.
    AlignmentAssess = "alignment.assess", Act;
    /// See which of the companies' own words mean which words of the agreement, and what has no counterpart.
    VocabularyView = "vocabulary.view", Read;
    /// Say which words of one's company mean which words of the agreement.
    VocabularyKeep = "vocabulary.keep", Act;
    /// See what waits for oneself, and how one is told.
    InboxView = "inbox.view", Read;
    /// Say how one is told; make and revoke one's own calendar addresses.
    InboxKeep = "inbox.keep", Act;
    /// See which mails of an agreement wait or could not be delivered.
    MailView = "mail.view", Read;
    /// Have a mail that could not be delivered tried again, or give it up.
    MailKeep = "mail.keep", Act;
    /// See which systems of a company are told of events, and what was sent to them.
    WebhookView = "webhook.view", Act;
    /// Add, change and remove a company's webhooks, and send a message again.
    WebhookKeep = "webhook.keep", Act;
    /// Read the event log of an agreement and follow it as it grows.
    EventView = "event.view", Read;
}
