//! The refusal codes of KPIs, targets and measurements.

use crate::kernel::Code;

/// A quantile's share is out of range.
pub const KPI_QUANTILE: Code = Code::new("KPI_QUANTILE", "A quantile's p lies above 0 and below 1.");
/// The unit does not fit the kind.
pub const KPI_UNIT: Code =
    Code::new("KPI_UNIT", "The unit does not fit the kind: a ratio is a share, a count a count.");
/// What is taken from cases does not fit.
pub const KPI_MEASURE: Code = Code::new(
    "KPI_MEASURE",
    "A KPI with the source cases, and no other, has a measure, in a kind and unit that it can be counted in.",
);
/// The joint method does not fit.
pub const KPI_JOINT_METHOD: Code = Code::new(
    "KPI_JOINT_METHOD",
    "The companies' figures of this kind cannot be combined this way; the message names one that fits.",
);
/// The weights do not fit.
pub const KPI_WEIGHTS: Code =
    Code::new("KPI_WEIGHTS", "Give each company that reports one weight above 0, or none to any where none is needed.");
/// The reporters do not fit.
pub const KPI_REPORTERS: Code =
    Code::new("KPI_REPORTERS", "Name each reporting company once, with services for which the KPI is measured.");
/// Another KPI's facts cannot be read.
pub const KPI_FACTS_OF: Code = Code::new(
    "KPI_FACTS_OF",
    "A KPI reads another's facts only when that one has its own and both read the same kind.",
);
/// Targets contradict each other or their KPI.
pub const TARGET_CONTRADICTION: Code = Code::new(
    "TARGET_CONTRADICTION",
    "The target contradicts its KPI, itself or another target; the message says where.",
);
/// The fact has not the parts its KPI needs.
pub const MEASUREMENT_FORM: Code =
    Code::new("MEASUREMENT_FORM", "A ratio takes good and total, every other kind a value, and only a mean a weight.");
/// A ratio's parts do not fit.
pub const MEASUREMENT_RATIO: Code =
    Code::new("MEASUREMENT_RATIO", "Good and total are not below 0, and good is at most total.");
/// A weight is out of range.
pub const MEASUREMENT_WEIGHT: Code = Code::new("MEASUREMENT_WEIGHT", "A weight lies above 0 and is at most 1,000,000.");
/// A value is out of range for its unit.
pub const MEASUREMENT_VALUE: Code = Code::new(
    "MEASUREMENT_VALUE",
    "The value does not fit the unit: a share lies between 0 and 1, a duration is not below 0.",
);
/// The company does not report this KPI for this service.
pub const MEASUREMENT_REPORTER: Code = Code::new(
    "MEASUREMENT_REPORTER",
    "The agreement does not name this company as a reporter of this KPI for this service.",
);
/// The source or its key is missing or too long.
pub const MEASUREMENT_SOURCE: Code = Code::new(
    "MEASUREMENT_SOURCE",
    "Name the source and its key, each with 1 to 200 characters and no control characters.",
);
/// No KPI of this name.
pub const MEASUREMENT_KPI: Code = Code::new("MEASUREMENT_KPI", "Name a KPI of the agreement by its code.");
/// No company of this name.
pub const MEASUREMENT_COMPANY: Code = Code::new("MEASUREMENT_COMPANY", "Name a company of the agreement by its code.");
/// No service of this name.
pub const MEASUREMENT_SERVICE: Code = Code::new("MEASUREMENT_SERVICE", "Name a service of the agreement by its code.");
/// The company was no party then.
pub const MEASUREMENT_PARTY: Code =
    Code::new("MEASUREMENT_PARTY", "The agreement did not bind the company on the local date of the observation.");
/// Not yet observed.
pub const MEASUREMENT_FUTURE: Code = Code::new(
    "MEASUREMENT_FUTURE",
    "The observation lies more than a day in the future; check the time and its offset.",
);
/// Somebody else's to report.
pub const MEASUREMENT_BEHALF: Code =
    Code::new("MEASUREMENT_BEHALF", "Only a company's own analyst or the steward reports for it.");
/// The source and key belong to a measurement of another company.
pub const MEASUREMENT_TAKEN: Code = Code::new(
    "MEASUREMENT_TAKEN",
    "This source and key belong to another company's measurement; take a source name of your own.",
);
/// The agreement does not hold.
pub const MEASUREMENT_AGREEMENT: Code = Code::new(
    "MEASUREMENT_AGREEMENT",
    "No version of the agreement has been signed by every party yet, so there is nothing to report for.",
);
/// Too many measurements at once, or none.
pub const MEASUREMENTS_MANY: Code =
    Code::new("MEASUREMENTS_MANY", "Send 1 to 1,000 measurements at a time; an import takes any number.");
/// The scorecard is too long.
pub const SCORECARD_PERIODS: Code =
    Code::new("SCORECARD_PERIODS", "Ask for 1 to 400 periods at a time; longer spans fit in longer periods.");
/// The file's columns are not those of measurements.
pub const IMPORT_COLUMNS: Code = Code::new(
    "IMPORT_COLUMNS",
    "The first line names the columns kpi, company, service, observed_at, source, source_key and any of value, good, \
     total and weight, each once.",
);
/// A number or time that cannot be read.
pub const IMPORT_FIELD: Code = Code::new(
    "IMPORT_FIELD",
    "A number has digits and at most six of them after the point, a time is RFC 3339 with an offset.",
);
/// All of them.
pub const CODES: &[Code] = &[
    KPI_QUANTILE,
    KPI_UNIT,
    KPI_MEASURE,
    KPI_JOINT_METHOD,
    KPI_WEIGHTS,
    KPI_REPORTERS,
    KPI_FACTS_OF,
    TARGET_CONTRADICTION,
    MEASUREMENT_FORM,
    MEASUREMENT_RATIO,
    MEASUREMENT_WEIGHT,
    MEASUREMENT_VALUE,
    MEASUREMENT_REPORTER,
    MEASUREMENT_SOURCE,
    MEASUREMENT_KPI,
    MEASUREMENT_COMPANY,
    MEASUREMENT_SERVICE,
    MEASUREMENT_PARTY,
    MEASUREMENT_FUTURE,
    MEASUREMENT_BEHALF,
    MEASUREMENT_TAKEN,
    MEASUREMENT_AGREEMENT,
    MEASUREMENTS_MANY,
    SCORECARD_PERIODS,
    IMPORT_COLUMNS,
    IMPORT_FIELD,
];
