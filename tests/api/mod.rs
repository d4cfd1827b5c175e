//! Every verb and list as a partner meets it: GraphQL in process, on both databases.

mod agreements;
mod deviations;
mod kpis;
