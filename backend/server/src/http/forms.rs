//! The forms in which a case log comes over HTTP: as it is, or in parts with the mapping before it.

use super::{
    import::Body,
    parts::{Head, Parts, boundary},
};
use actix_web::{HttpRequest, http::header};
use concordat_domain::{
    agreements::file::LARGEST_FILE,
    cases::log::{Mapper, codes as log, mapping_refusals},
    kernel::Refusals,
};
use concordat_service::kernel::{
    Outcome,
    feed::{Format, IMPORT_INPUT, IMPORT_PARTS},
};
use std::{
    io::{self, BufRead, Read as _},
    path::Path,
};

/// The form of a body.
pub(super) enum Form {
    /// A log of the canonical form.
    Plain(Format),
    /// Parts, with the boundary between them.
    Parts(String),
}

/// A log that is open, with what reads it.
pub(super) type Opened = (Format, Option<Mapper>, Box<dyn BufRead + Send>);

impl Form {
    /// The form of a request's body; none for one that is none of a log's.
    pub(super) fn of(request: &HttpRequest) -> Option<Self> {
        match boundary(media_of(request)?) {
            Some(boundary) => Some(Self::Parts(boundary.to_owned())),
            None => format_of(request).map(Self::Plain),
        }
    }

    /// Opens the log in a body; in parts `mapping` may come before `log`. `sourced` is whether the query names the source.
    ///
    /// # Errors
    /// Refused where parts are missing, unknown or in another order, and for what is wrong in the mapping.
    pub(super) fn open(self, body: Body, sourced: bool) -> Outcome<Opened> {
        let parts = match self {
            Self::Plain(format) => return Ok((format, None, Box::new(body))),
            Self::Parts(boundary) => Parts::new(body, &boundary),
        };
        Ok(opened(parts, sourced)?)
    }
}

fn opened(mut parts: Parts<Body>, sourced: bool) -> Result<Opened, Refusals> {
    let mut mapper = None;
    loop {
        let Some(head) = parts.next().map_err(|why| broken(&why))? else {
            return Err(unfit("the part `log` is missing"));
        };
        match head.name.as_str() {
            "mapping" if mapper.is_none() => mapper = Some(mapping(&mut parts)?),
            "log" => {
                if sourced && mapper.is_some() {
                    let message = "the mapping names the source; leave it out of the query";
                    return Err(log::CASE_LOG_FIELD.refuse_field("source", message).into());
                }
                let unknown = "say with the type or the file name of the part `log` whether it is CSV or NDJSON";
                return Ok((format(&head).ok_or_else(|| unfit(unknown))?, mapper, Box::new(parts)));
            }
            _ => return Err(unfit("the parts are one `mapping`, where there is one, and then one `log`")),
        }
    }
}

fn mapping(parts: &mut Parts<Body>) -> Result<Mapper, Refusals> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    parts.take(limit).read_to_end(&mut bytes).map_err(|why| broken(&why))?;
    Mapper::of(&bytes).map_err(|problems| mapping_refusals(&problems))
}

/// What a part's media type says, or else its file's name.
fn format(head: &Head) -> Option<Format> {
    let by_name = || match Path::new(head.file.as_deref()?).extension()?.to_str()? {
        "csv" => Some(Format::Csv),
        "ndjson" | "jsonl" => Some(Format::Ndjson),
        _ => None,
    };
    head.media.as_deref().and_then(named).or_else(by_name)
}

fn unfit(message: &str) -> Refusals {
    IMPORT_PARTS.refuse(message).into()
}

fn broken(why: &io::Error) -> Refusals {
    IMPORT_INPUT.refuse(why.to_string()).into()
}

/// The format of a body that is one file, not compressed.
pub(super) fn format_of(request: &HttpRequest) -> Option<Format> {
    named(media_of(request)?)
}

/// The content type of a body that is not compressed.
fn media_of(request: &HttpRequest) -> Option<&str> {
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return None;
    }
    request.headers().get(header::CONTENT_TYPE)?.to_str().ok()
}

/// The format that a media type names.
fn named(media: &str) -> Option<Format> {
    match media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/csv" => Some(Format::Csv),
        "application/x-ndjson" | "application/jsonl" => Some(Format::Ndjson),
        _ => None,
    }
}
