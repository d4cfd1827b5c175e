//! Escalations, as companies and as customers see them: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const AGREEMENT: Guard = Hidden(V::AgreementView);
const ESCALATION: Guard = Hidden(V::EscalationView);
const CLIMBING: Guard = Hidden(V::EscalationFollow);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Escalation", ESCALATION, &[
        ("id agreement path version trigger about company customer title note facts raised raisedAt state level", Object),
        ("levels levelName tier owner deadline climbs answers ended reason revision", Object),
        ("owners", LeftOut(V::PersonView)),
        ("case", Null(V::CaseView)),
        ("correctiveAction", Null(V::ActionView)),
    ]),
    of("EscalationConnection", ESCALATION, &[("edges nodes pageInfo totalCount", Object)]),
    of("EscalationEdge", ESCALATION, &[("cursor node", Object)]),
    of("EscalationFact", ESCALATION, &[("name value", Object)]),
    of("EscalationClimb", ESCALATION, &[
        ("level name at dueAt reason acknowledged", Object),
        ("holders", LeftOut(V::PersonView)),
    ]),
    of("EscalationAnswer", ESCALATION, &[("by level text accepted rejected reason", Object)]),
    of("EscalationEvent", ESCALATION, &[("number kind at escalation", Object)]),
    of("EscalationPathShown", AGREEMENT, &[("name levels", Object)]),
    of("EscalationLevelShown", AGREEMENT, &[("name tier answerWithin calendar", Object)]),
    of("CustomerEscalation", CLIMBING, &[
        ("id pathName trigger title own raisedAt state level levels levelName tier deadline steps answer", Object),
        ("answeredAt company revision", Object),
    ]),
    of("CustomerEscalationStep", CLIMBING, &[("at level name", Object)]),
    of("EscalationPayload", ESCALATION, &[
        ("escalation refusals clientMutationId", Object),
        ("customerEscalation", Null(V::EscalationFollow)),
    ]),
    of("EscalationFilter", Taker, &[("state trigger company case level mine", Taker)]),
    of("RaiseEscalationInput", Taker, &[(
        "agreement case correctiveAction concerns title note company clientMutationId",
        Taker,
    )]),
    of("EscalationInput", Taker, &[("escalation revision clientMutationId", Taker)]),
    of("AcceptEscalationAnswerInput", Taker, &[("escalation revision clientMutationId", Taker)]),
    of("AnswerEscalationInput", Taker, &[("escalation revision answer clientMutationId", Taker)]),
    of("EscalationReasonInput", Taker, &[("escalation revision reason clientMutationId", Taker)]),
];
