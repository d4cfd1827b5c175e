//! Every verb and list as a partner meets it: GraphQL in process, on both databases.

mod agreements;
mod audit;
mod boundaries;
mod calendars;
mod case_files;
mod cases;
mod coordination;
mod deviations;
mod escalations;
mod events;
mod identity;
mod inbox;
mod kpis;
mod notifications;
mod problems;
mod satisfaction;
mod webhooks;
