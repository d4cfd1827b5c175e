//! Cases, as companies and as customers see them: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const CASE: Guard = Hidden(V::CaseView);
const BOUNDARY: Guard = Hidden(V::BoundaryView);
const FOLLOWED: Guard = Hidden(V::CaseFollow);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Case", CASE, &[
        ("id agreement reference source kind title phase stage priority package service customer", Object),
        ("openedAt latestAt resolvedAt closedAt cancelledAt holder offer custody pauses clocks ledger", Object),
        ("timeline reopens handOvers pingPong line redFlag settled ratings recoveries disputes revision", Object),
        ("needs offeredOutside helpedOutside", Object),
        ("handOverCheck(team company) handOverProposals", Denied(V::BoundaryView)),
        ("escalations(first)", LeftOut(V::EscalationView)),
    ]),
    of("CaseConnection", CASE, &[("edges nodes pageInfo totalCount", Object)]),
    of("CaseEdge", CASE, &[("cursor node", Object)]),
    of("CaseNeeds", CASE, &[("region language product skills", Object)]),
    of("HandOverCheck", CASE, &[("verdict boundary passed unknown proposals", Object)]),
    of("PassedLimit", BOUNDARY, &[("dimension limit actual by", Object)]),
    of("HandOverProposal", CASE, &[
        ("team company boundary allowed nextOpenAt lacking openCases acceptance information takesOverBeyond", Object),
    ]),
    of("CaseCandidate", BOUNDARY, &[("team company boundary reasons nextOpenAt openCases line", Object)]),
    of("CandidateReason", BOUNDARY, &[("kind passed opensAt lacking number", Object)]),
    of("CaseHolder", CASE, &[("team company", Object)]),
    of("CaseOffer", CASE, &[("at to from", Object)]),
    of("CaseCustody", CASE, &[("from until holder offer", Object)]),
    of("CasePause", CASE, &[("from until reason against company needsConsent consentedAt counts", Object)]),
    of("CaseClock", CASE, &[
        ("name measure company commitment calendar startedAt stoppedAt state target elapsed left", Object),
        ("dueAt dueSoonAt breachedAt explanation", Object),
    ]),
    of("ClockStep", CASE, &[("from until reason pause target versionSince", Object)]),
    of("CaseLedger", CASE, &[("total parts segments breach", Object)]),
    of("LedgerPart", CASE, &[("kind company holder reason time seconds", Object)]),
    of("LedgerSegment", CASE, &[("from until part swarm holder dispute", Object)]),
    of("SwarmShare", CASE, &[("company weight", Object)]),
    of("BreachShare", CASE, &[("company charged budget overrun share", Object)]),
    of("CaseTotals", CASE, &[("cases total parts betweenCompanies betweenTeams reopened reopens lines", Object)]),
    of("HandOvers", CASE, &[("cases handOvers pingPongCases pingPong", Object)]),
    of("CaseEvent", CASE, &[("number at kind company source detail", Object), ("person", Null(V::PersonView))]),
    of("CaseRating", CASE, &[("at points words positive", Object)]),
    of("CaseRecovery", CASE, &[("openedAt company dueAt turnedAt", Object), ("owner", Null(V::PersonView))]),
    of("CaseDispute", CASE, &[("number company at from until reason state decidedAt decision movedTo", Object)]),
    of("CaseDeadline", CASE, &[("case kind at timer", Object)]),
    of("CasePayload", CASE, &[("case refusals clientMutationId", Object)]),
    of("CaseReplay", Hidden(V::CaseReplay), &[("cases changed before after", Object)]),
    of("ReplayTotals", Hidden(V::CaseReplay), &[("compliance total parts", Object)]),
    of("ClockCompliance", Hidden(V::CaseReplay), &[("clock measure met breached", Object)]),
    of("CustomerCase", FOLLOWED, &[
        ("id reference kind title priority service openedAt phase stages told promises resolvedAt", Object),
        ("resolution rating settled companies revision", Object),
        ("escalations(first)", LeftOut(V::EscalationFollow)),
    ]),
    of("CustomerCaseConnection", FOLLOWED, &[("edges nodes pageInfo totalCount", Object)]),
    of("CustomerCaseEdge", FOLLOWED, &[("cursor node", Object)]),
    of("CustomerStage", FOLLOWED, &[("code name current", Object)]),
    of("CustomerUpdate", FOLLOWED, &[("at note", Object)]),
    of("CustomerPromise", FOLLOWED, &[("measure dueAt state", Object)]),
    of("CustomerCasePayload", FOLLOWED, &[("case refusals clientMutationId", Object)]),
    of("CaseFilter", Taker, &[(
        "phase kind priority service team company customer redFlag openedFrom openedUntil reference",
        Taker,
    )]),
    of("ReplayInput", Taker, &[("clocks calendar pauses withoutPauses without", Taker)]),
    of("ReplayedClockInput", Taker, &[("clock calendar target", Taker)]),
    of("OpenCaseInput", Taker, &[(
        "agreement team company kind title priority package service customer needs clientMutationId",
        Taker,
    )]),
    of("CaseInput", Taker, &[("case revision clientMutationId", Taker)]),
    of("NewCaseInput", Taker, &[("service kind priority package needs", Taker)]),
    of("CaseNeedsInput", Taker, &[("region language product skills", Taker)]),
    of("SpecifyCaseInput", Taker, &[("case revision needs clientMutationId", Taker)]),
    of("OfferCaseInput", Taker, &[("case revision team company reason outsideReason clientMutationId", Taker)]),
    of("AcceptCaseInput", Taker, &[("case revision company clientMutationId", Taker)]),
    of("RefuseCaseInput", Taker, &[("case revision reason boundary clientMutationId", Taker)]),
    of("PauseCaseInput", Taker, &[("case revision reason against company note clientMutationId", Taker)]),
    of("ConsentToPauseInput", Taker, &[("case revision company clientMutationId", Taker)]),
    of("UpdateCaseInput", Taker, &[("case revision stage note told clientMutationId", Taker)]),
    of("ResolveCaseInput", Taker, &[("case revision note clientMutationId", Taker)]),
    of("CaseReasonInput", Taker, &[("case revision reason clientMutationId", Taker)]),
    of("ReprioritiseCaseInput", Taker, &[("case revision priority package clientMutationId", Taker)]),
    of("SwarmShareInput", Taker, &[("company weight", Taker)]),
    of("SwarmCaseInput", Taker, &[("case revision shares clientMutationId", Taker)]),
    of("RateCaseInput", Taker, &[("case revision points words clientMutationId", Taker)]),
    of("RecoverCaseInput", Taker, &[("case revision owner company due clientMutationId", Taker)]),
    of("DisputeCaseTimeInput", Taker, &[("case revision company from until reason clientMutationId", Taker)]),
    of("DecideCaseDisputeInput", Taker, &[("case revision company dispute time to reason clientMutationId", Taker)]),
];
