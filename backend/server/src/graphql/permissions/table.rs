//! The table itself: every type of the schema with its fields.

use super::{Guard, Guard::*, Rows};
use concordat_domain::access::Verb as V;

const fn of(of: &'static str, seen: Guard, fields: &'static [(&'static str, Guard)]) -> Rows {
    Rows { of, seen, fields }
}

const AGREEMENT: Guard = Hidden(V::AgreementView);
const SCORECARD: Guard = Hidden(V::ScorecardView);
const MEASUREMENT: Guard = Hidden(V::MeasurementView);
const DEVIATION: Guard = Hidden(V::DeviationView);
const ACTION: Guard = Hidden(V::ActionView);

/// Every type with its fields. Input types are guarded by the field that takes them.
#[rustfmt::skip]
pub const TABLE: &[Rows] = &[
    of("Query", Open, &[
        ("viewer rateLimit", Asker),
        ("node(id) nodes(ids)", Open),
        ("agreement(code)", Null(V::AgreementView)),
        ("agreements(first after)", LeftOut(V::AgreementView)),
    ]),
    of("Node", Open, &[("id", Object)]),
    of("PageInfo", Open, &[("hasNextPage hasPreviousPage startCursor endCursor", Object)]),
    of("Refusal", Open, &[("code field message", Object)]),
    of("RateLimit", Asker, &[("limit remaining", Object)]),
    // identity
    of("Viewer", Asker, &[("person operator grants", Object), ("tokens", Denied(V::TokenView))]),
    of("Person", Hidden(V::PersonView), &[("id name company", Object), ("email", Null(V::PersonContact))]),
    of("RoleGrant", Hidden(V::GrantView), &[("agreement person company role", Object)]),
    of("ApiToken", Hidden(V::TokenView), &[("id name scopes createdAt expiresAt revokedAt", Object)]),
    of("NewApiToken", Hidden(V::TokenKeep), &[("token secret", Object)]),
    of("Invitation", Hidden(V::InstanceOperate), &[("secret", Object)]),
    of("CreateTokenPayload", Hidden(V::TokenKeep), &[("created refusals clientMutationId", Object)]),
    of("TokenPayload", Hidden(V::TokenKeep), &[("token refusals clientMutationId", Object)]),
    of("PersonPayload", Hidden(V::InstanceOperate), &[("person refusals clientMutationId", Object)]),
    of("InvitationPayload", Hidden(V::InstanceOperate), &[("invitation refusals clientMutationId", Object)]),
    // companies
    of("Company", Hidden(V::CompanyView), &[("id code name kind", Object)]),
    // agreements
    of("Agreement", AGREEMENT, &[
        ("id code name zone state effectiveFrom ended digest versions parties services commitments groups", Object),
        ("teams kpis(first after)", Object),
        ("scorecard(period periods by filter)", Denied(V::ScorecardView)),
        ("measurements(first after filter)", Denied(V::MeasurementView)),
        ("grants", LeftOut(V::GrantView)),
        ("file(version)", Denied(V::AgreementExport)),
        ("deviations(first after filter)", Denied(V::DeviationView)),
        ("correctiveActions(first after filter)", LeftOut(V::ActionView)),
        ("assessments(first after)", Denied(V::ScorecardView)),
        ("events(first after kinds)", Denied(V::EventView)),
    ]),
    of("AgreementConnection", AGREEMENT, &[("edges nodes pageInfo totalCount", Object)]),
    of("AgreementEdge", AGREEMENT, &[("cursor node", Object)]),
    of("AgreementVersion", AGREEMENT, &[
        ("number state digest effectiveFrom signatures missingSignatures", Object),
        ("changes", Object),
    ]),
    of("Signature", AGREEMENT, &[("company signedAt", Object), ("person", Null(V::PersonView))]),
    of("TermsChange", AGREEMENT, &[("path before after", Object)]),
    of("Party", AGREEMENT, &[("company boundThrough joins leaves", Object)]),
    of("Service", AGREEMENT, &[("id code name parent children", Object)]),
    of("Commitment", AGREEMENT, &[("id code company joint topic text kpis", Object)]),
    of("Team", AGREEMENT, &[
        ("id code name kind line discipline skills calendar acceptance services pledges members", Object),
    ]),
    of("StaffingPledge", AGREEMENT, &[("company staff shortfall", Object)]),
    of("TeamMember", AGREEMENT, &[("company", Object), ("person", Null(V::PersonView))]),
    of("CoordinationGroup", AGREEMENT, &[("id code name members", Object)]),
    of("GroupMember", AGREEMENT, &[("company level", Object), ("person", Null(V::PersonView))]),
    of("AgreementPayload", AGREEMENT, &[("agreement refusals clientMutationId", Object)]),
    // KPIs
    of("Kpi", AGREEMENT, &[(
        "id code name kind p unit direction jointMethod disclosure source factsOf reporters services targets",
        Object,
    )]),
    of("KpiConnection", AGREEMENT, &[("edges nodes pageInfo totalCount", Object)]),
    of("KpiEdge", AGREEMENT, &[("cursor node", Object)]),
    of("Target", AGREEMENT, &[("company service value upper warning tolerance validFrom", Object)]),
    of("ScorecardCell", SCORECARD, &[
        ("kpi company service period unit target targetUpper warning withheld", Object),
        ("value verdict numerator denominator count atRisk silent", Withheld(V::ScorecardView)),
        ("contribution contributionAdditive restatedFrom", Withheld(V::ScorecardView)),
    ]),
    of("ScorecardFilter", Taker, &[("kpis companies services", Taker)]),
    of("Measurement", MEASUREMENT, &[
        ("kpi company service observedAt value good total weight source sourceKey revision recordedAt", Object),
        ("earlier", LeftOut(V::MeasurementView)),
    ]),
    of("MeasurementConnection", MEASUREMENT, &[("edges nodes pageInfo totalCount", Object)]),
    of("MeasurementEdge", MEASUREMENT, &[("cursor node", Object)]),
    of("MeasurementFilter", Taker, &[("kpis companies services from to", Taker)]),
    of("MeasurementInput", Taker, &[(
        "kpi company service observedAt value good total weight source sourceKey",
        Taker,
    )]),
    of("RecordMeasurementsInput", Taker, &[("agreement measurements clientMutationId", Taker)]),
    of("RecordMeasurementsPayload", Hidden(V::MeasurementRecord), &[("taken refusals clientMutationId", Object)]),
    of("MeasurementsTaken", Hidden(V::MeasurementRecord), &[(
        "recorded corrected unchanged rejected results",
        Object,
    )]),
    of("MeasurementTaken", Hidden(V::MeasurementRecord), &[("outcome refusals", Object)]),
    // deviations
    of("Deviation", DEVIATION, &[
        ("id agreement kpi company service period kind state level disclosed figures restated review", Object),
        ("closing closedAt raisedAt revision", Object),
        ("correctiveActions", LeftOut(V::ActionView)),
    ]),
    of("DeviationConnection", DEVIATION, &[("edges nodes pageInfo totalCount", Object)]),
    of("DeviationEdge", DEVIATION, &[("cursor node", Object)]),
    of("DeviationFigures", DEVIATION, &[("value target good total count", Object)]),
    of("DeviationReview", DEVIATION, &[("verdict reason by", Object)]),
    of("DeviationPayload", DEVIATION, &[("deviation refusals clientMutationId", Object)]),
    of("Decision", DEVIATION, &[("company at", Object), ("person", Null(V::PersonView))]),
    of("CorrectiveAction", ACTION, &[
        ("id agreement title state tasks criterion consents obstacles started verifyingSince decidedAt", Object),
        ("failedPeriod withdrawn withdrawalReason createdAt revision", Object),
        ("deviation", Null(V::DeviationView)),
        ("failedValue", Withheld(V::DeviationViewConcealed)),
    ]),
    of("CorrectiveActionConnection", ACTION, &[("edges nodes pageInfo totalCount", Object)]),
    of("CorrectiveActionEdge", ACTION, &[("cursor node", Object)]),
    of("CorrectiveActionPayload", ACTION, &[("correctiveAction refusals clientMutationId", Object)]),
    of("Task", ACTION, &[
        ("id company title due state answered reason done evidence", Object),
        ("owner", Null(V::PersonView)),
    ]),
    of("Consent", ACTION, &[("company word by reason", Object)]),
    of("Criterion", ACTION, &[("kpi company service measure value every after periods", Object)]),
    of("Assessment", Hidden(V::ScorecardView), &[("id agreement period ended at", Object)]),
    of("AssessmentConnection", Hidden(V::ScorecardView), &[("edges nodes pageInfo totalCount", Object)]),
    of("AssessmentEdge", Hidden(V::ScorecardView), &[("cursor node", Object)]),
    of("AssessmentPayload", Hidden(V::ScorecardView), &[("assessment refusals clientMutationId", Object)]),
    // events
    of("Subscription", Open, &[("agreementEvents(agreement kinds after)", Denied(V::EventView))]),
    of("Event", Hidden(V::EventView), &[("number at kind person company", Object), ("detail", Object)]),
    of("EventConnection", Hidden(V::EventView), &[("edges nodes pageInfo totalCount", Object)]),
    of("EventEdge", Hidden(V::EventView), &[("cursor node", Object)]),
    // verbs
    of("Mutation", Open, &[
        ("createToken(input) revokeToken(input)", Denied(V::TokenKeep)),
        ("createPerson(input) invitePerson(input)", Denied(V::InstanceOperate)),
        ("applyAgreement(input)", Denied(V::AgreementApply)),
        ("proposeAgreement(input) withdrawAgreement(input) endAgreement(input)", Denied(V::AgreementPropose)),
        ("signAgreement(input)", Denied(V::AgreementSign)),
        ("recordMeasurements(input)", Denied(V::MeasurementRecord)),
        ("assessPeriod(input)", Denied(V::PeriodAssess)),
        ("reviewDeviation(input)", Denied(V::DeviationReview)),
        ("planCorrectiveAction(input) changeCorrectiveAction(input)", Denied(V::ActionPlan)),
        ("proposeCorrectiveAction(input) startCorrectiveAction(input)", Denied(V::ActionPlan)),
        ("withdrawCorrectiveAction(input)", Denied(V::ActionPlan)),
        ("consentToCorrectiveAction(input) objectToCorrectiveAction(input)", Denied(V::ActionConsent)),
        ("acceptTask(input) declineTask(input)", Denied(V::TaskAccept)),
        ("completeTask(input)", Denied(V::TaskComplete)),
    ]),
    of("CreateTokenInput", Taker, &[("name scopes days clientMutationId", Taker)]),
    of("RevokeTokenInput", Taker, &[("token clientMutationId", Taker)]),
    of("CreatePersonInput", Taker, &[("email name company clientMutationId", Taker)]),
    of("InvitePersonInput", Taker, &[("email clientMutationId", Taker)]),
    of("ApplyAgreementInput", Taker, &[("file clientMutationId", Taker)]),
    of("AgreementInput", Taker, &[("agreement clientMutationId", Taker)]),
    of("SignAgreementInput", Taker, &[("agreement company digest clientMutationId", Taker)]),
    of("AssessPeriodInput", Taker, &[("agreement period clientMutationId", Taker)]),
    of("ReviewDeviationInput", Taker, &[("deviation revision verdict reason company clientMutationId", Taker)]),
    of("PlanCorrectiveActionInput", Taker, &[("deviation revision title criterion tasks clientMutationId", Taker)]),
    of("ChangeCorrectiveActionInput", Taker, &[
        ("correctiveAction revision title criterion tasks dropTasks clientMutationId", Taker),
    ]),
    of("CorrectiveActionInput", Taker, &[("correctiveAction revision clientMutationId", Taker)]),
    of("WithdrawCorrectiveActionInput", Taker, &[("correctiveAction revision reason clientMutationId", Taker)]),
    of("ConsentInput", Taker, &[("correctiveAction revision company clientMutationId", Taker)]),
    of("ObjectInput", Taker, &[("correctiveAction revision reason company clientMutationId", Taker)]),
    of("AcceptTaskInput", Taker, &[("correctiveAction revision task clientMutationId", Taker)]),
    of("DeclineTaskInput", Taker, &[("correctiveAction revision task reason clientMutationId", Taker)]),
    of("CompleteTaskInput", Taker, &[("correctiveAction revision task evidence clientMutationId", Taker)]),
    of("CriterionInput", Taker, &[("kpi company service measure value every after periods", Taker)]),
    of("TaskInput", Taker, &[("id company owner title due", Taker)]),
    of("DeviationFilter", Taker, &[("state kind kpi company period", Taker)]),
    of("CorrectiveActionFilter", Taker, &[("state company deviation", Taker)]),
    of("EndAgreementInput", Taker, &[("agreement on clientMutationId", Taker)]),
];
