//! KPIs, scorecards and measurements: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const AGREEMENT: Guard = Hidden(V::AgreementView);
const SCORECARD: Guard = Hidden(V::ScorecardView);
const MEASUREMENT: Guard = Hidden(V::MeasurementView);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Kpi", AGREEMENT, &[(
        "id code name kind p unit direction jointMethod disclosure source measure factsOf reporters services targets",
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
];
