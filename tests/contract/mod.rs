//! What the repository promises about itself: arrows, sizes, migrations, licences, generated files.

mod case_deadlines;
mod console;
mod exports;
mod graphql_http;
mod graphql_http_audit;
mod graphql_schema;
mod graphql_sockets;
mod house;
mod licences;
mod openid;
