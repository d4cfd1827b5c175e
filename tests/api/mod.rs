//! Each verb through GraphQL in process, one file per verb: `api/<noun>/<verb>.rs`.
