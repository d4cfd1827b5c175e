//! The pack of a meeting: its agenda with what was known of each matter when the meeting began, what became of it since, and
//! what came of the meeting. As data, as a table and as one page to read.

mod page;
mod sheet;

pub use page::write_page;
pub use sheet::write_sheet;

use super::{
    agenda, reading,
    store::{
        self,
        agenda::AgendaItemView,
        decisions::DecisionView,
        items::{ActionItemFilter, ActionItemView},
        meetings::MeetingView,
    },
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    coordination::{AgendaItem, OpenMatter, Snapshot},
    kernel::{AgendaItemId, AgreementId, MeetingId},
};
use std::collections::HashMap;

/// So many action items are in a pack.
const MOST: i64 = 500;

/// A matter with what was known of it and what is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackItem {
    /// The matter.
    pub view: AgendaItemView,
    /// What was known of it when the meeting began; before that, what is known now.
    pub then: Option<Snapshot>,
    /// What is known of it now, where that is something else.
    pub now: Option<Snapshot>,
}

/// The pack of a meeting.
pub struct Pack {
    /// The meeting.
    pub meeting: Permitted<MeetingView>,
    /// Its agenda, as far as the actor sees it, in order.
    pub items: Vec<PackItem>,
    /// What was proposed in it.
    pub decisions: Vec<DecisionView>,
    /// What it gave companies to do, as far as the actor sees it.
    pub errands: Vec<Permitted<ActionItemView>>,
}

/// The pack of a meeting, as far as the actor sees it.
///
/// # Errors
/// Not found for whoever may not see the agreement, and where there is no such meeting; forbidden for whoever sees none.
pub fn pack(tx: &mut Tx<'_>, agreement: AgreementId, id: MeetingId) -> Outcome<(AgreementView, Pack)> {
    let view = tx.permit::<AgreementView>(Verb::MeetingView, agreement)?.into_inner();
    let meeting = reading::meeting(tx, agreement, id)?;
    let agenda = reading::agendas(tx, agreement, &[id])?;
    let known = known_now(tx, &view, &agenda)?;
    let items = agenda.into_iter().map(|it| packed(it.into_inner(), &known)).collect();
    let decisions = store::decisions::of(tx, agreement, &[id])?;
    let filter = ActionItemFilter { meeting: Some(id), ..ActionItemFilter::default() };
    let errands = store::items::list(tx, agreement, None, &filter, None, MOST)?;
    let errands = tx.permit_seen(errands);
    Ok((view, Pack { meeting, items, decisions, errands }))
}

/// What is known now of some matters, as far as the actor may see it now: a figure may have been concealed since.
fn known_now(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    agenda: &[Permitted<AgendaItemView>],
) -> Outcome<HashMap<AgendaItemId, Snapshot>> {
    let items: Vec<&AgendaItem> = agenda.iter().map(|view| &view.item).collect();
    let known = agenda::known_now(tx, view, &items)?;
    let sees = |it: &OpenMatter| it.sight.reaches(tx.actor(), view.agreement.id, &it.matter.subject);
    Ok(known.into_iter().filter(|(_, it)| sees(it)).map(|(id, it)| (id, it.known)).collect())
}

fn packed(view: AgendaItemView, known: &HashMap<AgendaItemId, Snapshot>) -> PackItem {
    let now = known.get(&view.item.id).cloned();
    match view.item.snapshot.clone() {
        None => PackItem { view, then: now, now: None },
        Some(then) => PackItem { view, now: now.filter(|now| *now != then), then: Some(then) },
    }
}
