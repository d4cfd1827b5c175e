//! What customers prefer and want improved: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const VOICE: Guard = Hidden(V::VoiceView);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Voice", VOICE, &[
        ("id agreement customer kind text evidence recorded dueAt state overdueAt asked told closed revision", Object),
        ("case", Null(V::CaseView)),
    ]),
    of("VoiceConnection", VOICE, &[("edges nodes pageInfo totalCount", Object)]),
    of("VoiceEdge", VOICE, &[("cursor node", Object)]),
    of("VoiceReply", VOICE, &[("company word answer by firstAt", Object)]),
    of("VoicePayload", VOICE, &[("voice refusals clientMutationId", Object)]),
    of("CustomerVoice", Hidden(V::VoiceFollow), &[("kind text recordedAt dueAt standing told toldAt", Object)]),
    of("CustomerVoiceConnection", Hidden(V::VoiceFollow), &[("edges nodes pageInfo totalCount", Object)]),
    of("CustomerVoiceEdge", Hidden(V::VoiceFollow), &[("cursor node", Object)]),
    of("VoiceFilter", Taker, &[("state kind customer company", Taker)]),
    of("RecordVoiceInput", Taker, &[(
        "agreement company customer kind text evidence case companies clientMutationId",
        Taker,
    )]),
    of("AnswerVoiceInput", Taker, &[("voice revision company answer clientMutationId", Taker)]),
    of("CloseVoiceInput", Taker, &[("voice revision words clientMutationId", Taker)]),
];
