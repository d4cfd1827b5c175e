//! SQL of the ledgers of cases, merged by part, and their sums over many cases.

use super::rows::{Cases, narrowed};
use crate::kernel::{
    Outcome, Tx,
    db::{
        Key, MultiBackend, on,
        tables::{
            cases,
            ledger_parts::{self, dsl},
        },
    },
};
use concordat_domain::kernel::{AgreementId, CaseId, CompanyId, Span};
use diesel::{dsl::sql, prelude::*, sql_types::BigInt};

/// Rows to a statement.
const ROWS: usize = 1_000;

/// A sum that stays a whole number on both databases.
const SUM: &str = "CAST(SUM(micros) AS BIGINT)";

/// How much time of a case, or of many, is what and whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is: `custody`, `hand_over_wait`, `pause`, `mismatch` or `unattributed`.
    pub part: String,
    /// Who is charged.
    pub company: Option<CompanyId>,
    /// Who held the case.
    pub holder: Option<CompanyId>,
    /// The reason of a pause.
    pub reason: Option<String>,
    /// Open time of the customers' calendar.
    pub time: Span,
}

#[derive(Insertable)]
#[diesel(table_name = ledger_parts, treat_none_as_default_value = false)]
struct Row {
    agreement_id: Key,
    case_id: Key,
    place: i32,
    part: String,
    company_id: Option<Key>,
    holder_id: Option<Key>,
    reason: Option<String>,
    micros: i64,
}

/// Replaces the ledgers of some cases.
pub fn replace(tx: &mut Tx<'_>, agreement: AgreementId, ledgers: &[(CaseId, Vec<Part>)]) -> Outcome<()> {
    for some in ledgers.chunks(ROWS) {
        let ids: Vec<Key> = some.iter().map(|(id, _)| Key::from(*id)).collect();
        let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::case_id.eq_any(ids));
        diesel::delete(dsl::ledger_parts.filter(of)).execute(tx.changing()?)?;
    }
    let rows = ledgers.iter().flat_map(|(case, parts)| {
        parts.iter().zip(0..).map(|(part, place)| Row {
            agreement_id: agreement.into(),
            case_id: (*case).into(),
            place,
            part: part.part.clone(),
            company_id: part.company.map(Key::from),
            holder_id: part.holder.map(Key::from),
            reason: part.reason.clone(),
            micros: part.time.micros(),
        })
    });
    let rows: Vec<Row> = rows.collect();
    for some in rows.chunks(ROWS) {
        let db = tx.changing()?;
        on!(db, |native| diesel::insert_into(dsl::ledger_parts).values(some).execute(native))?;
    }
    Ok(())
}

/// The sums over the cases that are asked for, in one statement.
pub fn totals(tx: &mut Tx<'_>, agreement: AgreementId, wanted: &Cases) -> Outcome<Vec<Part>> {
    type Sums = (String, Option<Key>, Option<Key>, Option<String>, i64);
    let joined = cases::agreement_id.eq(dsl::agreement_id).and(cases::id.eq(dsl::case_id));
    let sums = cases::table
        .inner_join(dsl::ledger_parts.on(joined))
        .group_by((dsl::part, dsl::company_id, dsl::holder_id, dsl::reason))
        .select((dsl::part, dsl::company_id, dsl::holder_id, dsl::reason, sql::<BigInt>(SUM)))
        .into_boxed::<MultiBackend>();
    let rows: Vec<Sums> = narrowed!(sums, Key::from(agreement), wanted)
        .order((dsl::part, dsl::company_id, dsl::holder_id, dsl::reason))
        .load(tx.reading())?;
    let part = |(part, company, holder, reason, micros): Sums| Part {
        part,
        company: company.map(Into::into),
        holder: holder.map(Into::into),
        reason,
        time: Span::from_micros(micros),
    };
    Ok(rows.into_iter().map(part).collect())
}

/// How many cases there are, how often they changed hands and came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The cases.
    pub cases: i64,
    /// Between companies.
    pub companies: Hops,
    /// Between teams.
    pub teams: Hops,
    /// Cases that were opened again after they had been resolved.
    pub reopened: i64,
    /// How often that happened.
    pub reopens: i64,
    /// Cases by the highest support line that they reached: none, 1, 2 and 3.
    pub lines: [i64; 4],
}

/// How often cases changed hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hops {
    /// Cases that were handed over.
    pub cases: i64,
    /// How often.
    pub hand_overs: i64,
    /// Cases that came straight back to the one they had just left.
    pub bounced: i64,
    /// How often.
    pub bounces: i64,
}

/// Sums over all rows of a query that are whole numbers on both databases, nought where there is no row.
macro_rules! sums {
    ($($sum:literal),* $(,)?) => { ($(sql::<BigInt>(concat!("CAST(COALESCE(SUM(", $sum, "), 0) AS BIGINT)")),)*) };
}

/// Counts the cases that are asked for, in one statement.
pub fn counted(tx: &mut Tx<'_>, agreement: AgreementId, wanted: &Cases) -> Outcome<Totals> {
    type Of = (i64, i64, i64, i64);
    let counts = cases::table
        .select((
            sums!("1", "reopens", "CASE WHEN reopens > 0 THEN 1 ELSE 0 END"),
            sums!(
                "CASE WHEN hand_overs > 0 THEN 1 ELSE 0 END",
                "hand_overs",
                "CASE WHEN bounces > 0 THEN 1 ELSE 0 END",
                "bounces",
            ),
            sums!(
                "CASE WHEN team_hand_overs > 0 THEN 1 ELSE 0 END",
                "team_hand_overs",
                "CASE WHEN team_bounces > 0 THEN 1 ELSE 0 END",
                "team_bounces",
            ),
            sums!(
                "CASE WHEN line = 0 THEN 1 ELSE 0 END",
                "CASE WHEN line = 1 THEN 1 ELSE 0 END",
                "CASE WHEN line = 2 THEN 1 ELSE 0 END",
                "CASE WHEN line = 3 THEN 1 ELSE 0 END",
            ),
        ))
        .into_boxed::<MultiBackend>();
    let found = narrowed!(counts, Key::from(agreement), wanted).get_result(tx.reading())?;
    let ((cases, reopens, reopened), companies, teams, lines): ((i64, i64, i64), Of, Of, Of) = found;
    let hops = |(cases, hand_overs, bounced, bounces): Of| Hops { cases, hand_overs, bounced, bounces };
    let lines = [lines.0, lines.1, lines.2, lines.3];
    Ok(Totals { cases, reopens, reopened, companies: hops(companies), teams: hops(teams), lines })
}
