//! The files of the console's build, each in up to three forms.

use crate::http::answers;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, Encoding, Header as _},
};

/// One file.
#[derive(Debug)]
pub struct File {
    /// Its path, without a slash in front.
    pub name: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// What changes with its content.
    pub hash: &'static str,
    /// Its content.
    pub plain: &'static [u8],
    /// The same, compressed by Brotli where that is shorter.
    pub brotli: Option<&'static [u8]>,
    /// The same, compressed by gzip where that is shorter.
    pub gzip: Option<&'static [u8]>,
}

/// The console's files, in the order of their names; none where the binary was built without it.
#[derive(Clone, Copy, Debug)]
pub struct Console(pub &'static [File]);

impl Console {
    /// What was built into this binary.
    pub const BUILT_IN: Self = Self(include!(concat!(env!("OUT_DIR"), "/console.rs")));

    /// Whether the binary has it.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        !self.0.is_empty()
    }

    /// The file at a path. Paths are compared as they come: none leads out of the table.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&'static File> {
        let name = path.strip_prefix('/')?;
        self.named(name).filter(|file| !is_page(file))
    }

    /// The page that a path opens: GraphiQL's own where there is one, the console's otherwise.
    pub(super) fn page(&self, path: &str) -> Option<&'static File> {
        let explore = (path.trim_end_matches('/') == "/explore").then(|| self.named("explore.html")).flatten();
        explore.or_else(|| self.named("index.html"))
    }

    fn named(&self, name: &str) -> Option<&'static File> {
        let place = self.0.binary_search_by(|file| file.name.cmp(name)).ok()?;
        self.0.get(place)
    }
}

/// Pages are not files to take as they are: a nonce comes into them.
fn is_page(file: &File) -> bool {
    file.name.ends_with(".html")
}

/// The file in the form that the reader takes, or that the reader has it already. `for_good` says that another content
/// would have another name.
pub(super) fn answer(file: &'static File, for_good: bool, request: &HttpRequest) -> HttpResponse {
    let (form, bytes) = form(file, request);
    let tag = format!("\"{}{}\"", file.hash, form.map_or(String::new(), |form| format!("-{form}")));
    let keep = if for_good { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = if answers::has(request, &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::ETAG, tag.as_str())).insert_header((header::CACHE_CONTROL, keep));
    response.insert_header((header::VARY, "Accept-Encoding"));
    if answers::has(request, &tag) {
        return response.finish();
    }
    if let Some(form) = form {
        response.insert_header((header::CONTENT_ENCODING, form));
    }
    response.content_type(file.media).body(bytes)
}

/// The best form that the reader takes, with the name of its encoding.
fn form(file: &'static File, request: &HttpRequest) -> (Option<&'static str>, &'static [u8]) {
    let forms = [(Encoding::brotli(), "br", file.brotli), (Encoding::gzip(), "gzip", file.gzip)];
    let forms = forms.into_iter().filter_map(|(encoding, name, bytes)| Some((encoding, name, bytes?)));
    let forms: Vec<(Encoding, &'static str, &'static [u8])> = forms.collect();
    let identity = Encoding::identity();
    let taken = AcceptEncoding::parse(request)
        .ok()
        .and_then(|accepts| accepts.negotiate(forms.iter().map(|(encoding, ..)| encoding).chain([&identity])));
    let found = forms.into_iter().find(|(encoding, ..)| Some(encoding) == taken.as_ref());
    found.map_or((None, file.plain), |(_, name, bytes)| (Some(name), bytes))
}
