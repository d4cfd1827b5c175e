//! The verbs of coordination: meetings planned from cadences, called, moved, started and ended; agendas; decisions by the
//! voices of companies; action items and their reminders; minutes. And common ground: one vocabulary, how well the companies
//! are aligned, how healthy each one's commitment is.

mod agenda;
mod alignment;
mod arranging;
mod carrying;
mod changing;
mod deciding;
mod doing;
mod exporting;
mod happening;
mod health;
mod holding;
mod knowing;
mod matters;
mod minuting;
mod pack;
mod planning;
mod reading;
mod sources;
mod store;
mod timing;
mod view;
mod vocabulary;

pub use agenda::{follow, follow_agendas};
pub use alignment::{Assessing, alignment, assess_alignment};
pub use arranging::{call, cancel, reschedule};
pub use deciding::{Proposal, give_voice, propose, withdraw};
pub use doing::{Assignment, assign, complete, drop_item};
pub use exporting::{export_decisions, export_items};
pub use happening::{Happening, concealed, happenings};
pub use health::{CompanyHealth, HEALTH_MEASURED, SeenHealth, commitment_health, measure, measure_all};
pub use holding::{end, record_attendance, start};
pub use knowing::{decisions_awaiting, follow_ups, items_open_by, meetings_between, minutes_awaiting, some_items};
pub use matters::{Settled, add_matter, remove_matter, reorder, set_outcome};
pub use minuting::{approve_minutes, object_to_minutes, propose_minutes, write_minutes};
pub use pack::{Pack, PackItem, pack, write_page, write_sheet};
pub use planning::{plan_ahead, plan_due};
pub use reading::{
    action_item, action_items, agenda_item, agendas, count_action_items, count_decisions, count_meetings, decision,
    decisions, decisions_of, meeting, meetings, next_meeting, some_decisions, some_meetings,
};
pub use store::{
    agenda::AgendaItemView,
    decisions::{DecisionFilter, DecisionView},
    items::{ActionItemFilter, ActionItemView},
    meetings::{MeetingFilter, MeetingOrder, MeetingView},
    vocabularies::VocabularyView,
};
pub use timing::{fire, fire_due};
pub use vocabulary::{Own, map_word, unmap_word, vocabularies};
