//! Deviations and corrective actions: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const DEVIATION: Guard = Hidden(V::DeviationView);
const ACTION: Guard = Hidden(V::ActionView);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
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
];
