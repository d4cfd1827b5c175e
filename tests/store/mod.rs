//! What is kept: stores, transactions, migrations and the second wall, on both databases.

mod agreements;
mod audit;
mod backup;
mod boundaries;
mod case_logs;
mod cases;
mod common_ground;
mod coordination;
mod deviations;
mod escalations;
mod indexes;
mod kpis;
mod migrations;
mod notifications;
mod reactions;
mod row_security;
mod sign_in;
mod transactions;
mod webhooks;
