//! SQL of what customers said, and of the companies that were asked.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, MultiBackend, on,
        tables::{
            voice_companies,
            voices::{self, dsl},
        },
    },
};
use concordat_domain::{
    kernel::{AgreementId, CompanyId, Moment, VoiceId},
    satisfaction::{Voice, VoiceKind, VoiceState},
};
use diesel::prelude::*;
use serde_json::Value;

/// What a customer said, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceView {
    /// The whole of it.
    pub voice: Voice,
    /// When it was taken down.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

/// Which of it is wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceFilter {
    /// In one of these states.
    pub states: Option<Vec<VoiceState>>,
    /// Preferences, or areas for improvement.
    pub kind: Option<VoiceKind>,
    /// Of these customers.
    pub customers: Option<Vec<CompanyId>>,
    /// Of which this company was asked.
    pub company: Option<CompanyId>,
}

type Columns = (dsl::body, dsl::created_at, dsl::revision);
type Row = (Value, At, i32);
const COLUMNS: Columns = (dsl::body, dsl::created_at, dsl::revision);

fn view((body, created_at, revision): Row) -> Outcome<VoiceView> {
    let voice = serde_json::from_value(body).map_err(No::broken)?;
    Ok(VoiceView { voice, created_at: created_at.into(), revision })
}

/// The one with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: VoiceId) -> Outcome<Option<VoiceView>> {
    let row = dsl::voices.find((Key::from(agreement), Key::from(id))).select(COLUMNS).first::<Row>(tx.reading());
    row.optional()?.map(view).transpose()
}

type Found = voices::BoxedQuery<'static, MultiBackend>;

fn matching(agreement: AgreementId, filter: &VoiceFilter) -> Found {
    let mut found = dsl::voices.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.iter().map(|state| state.name()).collect::<Vec<_>>()));
    }
    if let Some(kind) = filter.kind {
        found = found.filter(dsl::kind.eq(kind.name()));
    }
    if let Some(customers) = &filter.customers {
        found = found.filter(dsl::customer_id.eq_any(customers.iter().map(|id| Key::from(*id)).collect::<Vec<_>>()));
    }
    if let Some(company) = filter.company {
        let asked = voice_companies::table
            .filter(voice_companies::agreement_id.eq(Key::from(agreement)))
            .filter(voice_companies::company_id.eq(Key::from(company)))
            .select(voice_companies::voice_id);
        found = found.filter(dsl::id.eq_any(asked));
    }
    found
}

/// A page, the latest first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &VoiceFilter,
    after: Option<VoiceId>,
    limit: i64,
) -> Outcome<Vec<VoiceView>> {
    let mut page = matching(agreement, filter);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &VoiceFilter) -> Outcome<i64> {
    Ok(matching(agreement, filter).count().get_result(tx.reading())?)
}

/// Those that are open, and those taken down since a moment, the oldest first.
pub fn since(tx: &mut Tx<'_>, agreement: AgreementId, from: Moment) -> Outcome<Vec<VoiceView>> {
    let open = [VoiceState::Waiting, VoiceState::Overdue].map(VoiceState::name);
    let rows: Vec<Row> = dsl::voices
        .filter(dsl::agreement_id.eq(Key::from(agreement)))
        .filter(dsl::created_at.ge(At(from)).or(dsl::state.eq_any(open)))
        .order(dsl::id)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Those whose time has passed without that having been found, in order of time, so many at most.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId, limit: i64) -> Outcome<Vec<VoiceView>> {
    let rows: Vec<Row> = dsl::voices
        .filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::due.le(At(tx.now()))))
        .order((dsl::due, dsl::id))
        .limit(limit)
        .select(COLUMNS)
        .load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, recorded: &VoiceView) -> Outcome<()> {
    let voice = &recorded.voice;
    let row = (
        dsl::agreement_id.eq(Key::from(voice.agreement)),
        dsl::id.eq(Key::from(voice.id)),
        dsl::customer_id.eq(Key::from(voice.customer)),
        dsl::kind.eq(voice.kind.name()),
        dsl::state.eq(voice.state().name()),
        dsl::due.eq(voice.waits_for().map(At)),
        dsl::body.eq(serde_json::to_value(voice).map_err(No::broken)?),
        dsl::created_at.eq(At(recorded.created_at)),
        dsl::revision.eq(recorded.revision),
    );
    diesel::insert_into(dsl::voices).values(row).execute(tx.changing()?)?;
    let row = |company: CompanyId| {
        (
            voice_companies::agreement_id.eq(Key::from(voice.agreement)),
            voice_companies::company_id.eq(Key::from(company)),
            voice_companies::voice_id.eq(Key::from(voice.id)),
        )
    };
    let rows: Vec<_> = voice.asked.iter().map(|asked| row(asked.company)).collect();
    let db = tx.changing()?;
    on!(db, |native| diesel::insert_into(voice_companies::table).values(&rows).execute(native))?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &VoiceView, read: i32) -> Outcome<bool> {
    let voice = &changed.voice;
    let row = dsl::voices.find((Key::from(voice.agreement), Key::from(voice.id)));
    let now = (
        dsl::state.eq(voice.state().name()),
        dsl::due.eq(voice.waits_for().map(At)),
        dsl::body.eq(serde_json::to_value(voice).map_err(No::broken)?),
        dsl::revision.eq(changed.revision),
    );
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}
