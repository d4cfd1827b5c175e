//! What is asked of a request before it reaches anybody: that it does not come too often, and that another site's
//! page did not send it with our visitor's cookie.

use super::{
    answers::said,
    credentials::credential,
    farewell,
    instance::Instance,
    rates::{Standing, TooOften},
};
use crate::{config::PublicUrl, graphql::kernel::rate::RateLimit};
use actix_web::{
    Error, HttpMessage as _, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web,
};
use concordat_service::identity::Credential;
use std::net::IpAddr;

/// Lets a request through, or answers it.
///
/// # Errors
/// What the handlers answer.
pub async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(instance) = request.app_data::<web::Data<Instance>>().cloned() else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    // what comes out of memory costs less than counting it, and a page's files are no requests of a person's
    if ["/livez", "/readyz"].contains(&request.path()) || instance.console.file(request.path()).is_some() {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    }
    let credential = credential(request.headers());
    if let Some(answer) = foreign(&request, &credential, &instance.public) {
        return Ok(request.into_response(answer));
    }
    let secret = match &credential {
        Credential::None => None,
        Credential::Session(secret) | Credential::Bearer(secret) => Some(secret.as_str()),
    };
    match instance.rates.request(address(&request, instance.behind_proxy), secret) {
        Err(too_often) => Ok(request.into_response(slow_down(too_often))),
        Ok(standing) => {
            request.extensions_mut().insert(RateLimit::from(standing));
            let mut response = next.call(request).await?.map_into_boxed_body();
            tell(response.headers_mut(), standing);
            Ok(response)
        }
    }
}

/// The address of the caller; behind a proxy the one that the proxy saw.
pub fn address(request: &ServiceRequest, behind_proxy: bool) -> Option<IpAddr> {
    address_of(request.peer_addr().map(|peer| peer.ip()), request.headers(), behind_proxy)
}

/// The same from its parts.
pub fn address_of(peer: Option<IpAddr>, headers: &HeaderMap, behind_proxy: bool) -> Option<IpAddr> {
    let last = || headers.get_all("x-forwarded-for").last()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok();
    if behind_proxy { last().or(peer) } else { peer }
}

/// The answer where a request comes too often.
pub fn slow_down(TooOften { wait, limit }: TooOften) -> HttpResponse {
    let mut response = said(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED", "too many requests; wait before the next");
    let seconds = (wait.as_millis().div_ceil(1_000)).max(1).to_string();
    if let Ok(seconds) = HeaderValue::from_str(&seconds) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    tell(response.headers_mut(), Standing { limit, remaining: 0 });
    response
}

/// `RateLimit` and its policy, as the IETF's draft of these header fields has them.
fn tell(headers: &mut HeaderMap, Standing { limit, remaining }: Standing) {
    let fields = [
        ("ratelimit-policy", format!("\"minute\";q={limit};w=60")),
        ("ratelimit", format!("\"minute\";r={remaining}")),
    ];
    for (name, value) in fields {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}

/// The answer to a request that changes something with a cookie, or signs in, and may come from another site.
fn foreign(request: &ServiceRequest, credential: &Credential, public: &PublicUrl) -> Option<HttpResponse> {
    if request.path() == farewell::PATH {
        // what it does is in the mark of the address; a cookie adds nothing to it
        return None;
    }
    let safe = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    let cookie = matches!(credential, Credential::Session(_));
    let socket = request.headers().contains_key(header::UPGRADE) && cookie;
    if (safe && !socket) || !(cookie || request.path().starts_with("/auth/")) {
        return None;
    }
    let why = if !ours(request.headers(), public, cookie) {
        "the request comes from another site"
    } else if !safe && form(request.headers()) {
        "send application/json, not a form"
    } else {
        return None;
    };
    Some(said(StatusCode::FORBIDDEN, "FOREIGN_ORIGIN", why))
}

/// Whether the browser says that our own page, or no page at all, sent it. Without a cookie it need not be a browser.
/// Without TLS the server may be known by several names, such as `localhost`; its page is where it was asked for, if that is a
/// name of ours: anybody may have their own name lead to this machine.
fn ours(headers: &HeaderMap, public: &PublicUrl, cookie: bool) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let asked = |told: &str| text("host") == Some(told) && is_a_name_of_ours(told, public);
    let here = |told: &str| !public.secure && told.strip_prefix("http://").is_some_and(asked);
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), None) => true,
        (_, Some(told)) => told.eq_ignore_ascii_case(&public.origin) || here(told),
        (Some(_), None) => false,
        (None, None) => !cookie,
    }
}

/// Whether a host, with its port where it has one, is an address, this machine, or what the operator calls us.
fn is_a_name_of_ours(host: &str, public: &PublicUrl) -> bool {
    let name = name(host);
    let public = public.origin.split_once("://").map(|(_, host)| self::name(host));
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    address.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || public.is_some_and(|public| name.eq_ignore_ascii_case(public))
}

/// A host without its port.
fn name(host: &str) -> &str {
    host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name)
}

/// Whether a page's form could have sent it, which no preflight asks about.
fn form(headers: &HeaderMap) -> bool {
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    ["", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains(&media.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    const ORIGIN: &str = "https://gov.example.org";
    const PLAIN: &str = "http://127.0.0.1:8080";
    const COOKIE: (&str, &str) = ("cookie", "concordat_session=abc");
    const JSON: (&str, &str) = ("content-type", "application/json");

    fn refused(method: Method, path: &str, headers: &[(&str, &str)]) -> bool {
        refused_at(ORIGIN, method, path, headers)
    }

    fn refused_at(origin: &str, method: Method, path: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = TestRequest::with_uri(path).method(method);
        for header in headers {
            request = request.append_header(*header);
        }
        let request = request.to_srv_request();
        let credential = credential(request.headers());
        let public = PublicUrl { origin: origin.to_owned(), secure: origin.starts_with("https:") };
        foreign(&request, &credential, &public).is_some()
    }

    #[test]
    fn another_site_cannot_use_a_visitor_s_cookie() {
        let post = |headers: &[(&str, &str)]| refused(Method::POST, "/graphql", headers);
        assert!(!post(&[COOKIE, JSON, ("origin", ORIGIN)]));
        assert!(!post(&[COOKIE, JSON, ("sec-fetch-site", "same-origin")]));
        assert!(!post(&[("authorization", "Bearer x"), ("content-type", "text/plain")]));
        assert!(post(&[COOKIE, JSON]));
        assert!(post(&[COOKIE, JSON, ("origin", "https://evil.example")]));
        assert!(post(&[COOKIE, JSON, ("origin", "null")]));
        assert!(post(&[COOKIE, JSON, ("sec-fetch-site", "same-site")]));
        assert!(post(&[COOKIE, JSON, ("sec-fetch-site", "none"), ("origin", "https://evil.example")]));
        for media in ["text/plain", "application/x-www-form-urlencoded; charset=utf-8", "multipart/form-data"] {
            assert!(post(&[COOKIE, ("content-type", media), ("origin", ORIGIN)]), "{media}");
        }
    }

    #[test]
    fn a_plain_server_goes_by_the_name_by_which_it_is_asked() {
        let post = |origin: &str, headers: &[(&str, &str)]| refused_at(origin, Method::POST, "/graphql", headers);
        let local = [COOKIE, JSON, ("host", "localhost:8080"), ("origin", "http://localhost:8080")];
        assert!(!post(PLAIN, &local));
        assert!(post(PLAIN, &[COOKIE, JSON, ("host", "localhost:8080"), ("origin", "http://localhost:9")]));
        for origin in ["http://localhost:8080", "null"] {
            assert!(post(PLAIN, &[COOKIE, JSON, ("origin", origin)]));
        }
        assert!(post(ORIGIN, &[COOKIE, JSON, ("host", "gov.example.org"), ("origin", "http://gov.example.org")]));
    }

    #[test]
    fn whoever_has_their_name_lead_here_is_not_taken_for_us() {
        let refused = |public: &str, host: &str| {
            let origin = format!("http://{host}");
            refused_at(public, Method::POST, "/auth/sign-in", &[JSON, ("host", host), ("origin", &origin)])
        };
        for host in ["evil.example:8080", "evil.example", "localhost.evil.example:8080", "127.0.0.1.evil.example", ""] {
            assert!(refused(PLAIN, host), "{host}");
        }
        for host in ["localhost:8080", "LocalHost", "127.0.0.1:9", "[::1]:8080", "[::1]", "192.168.1.7:8080"] {
            assert!(!refused(PLAIN, host), "{host}");
        }
        let intern = "http://gov.intern:8080";
        assert!(!refused(intern, "gov.intern:8080") && !refused(intern, "gov.intern:9090"));
        assert!(refused(intern, "other.intern:8080"));
    }

    #[test]
    fn reading_is_free_and_sockets_are_not() {
        assert!(!refused(Method::GET, "/graphql", &[COOKIE]));
        assert!(refused(
            Method::GET,
            "/graphql/ws",
            &[COOKIE, ("upgrade", "websocket"), ("origin", "https://e.example")]
        ));
        assert!(!refused(Method::GET, "/graphql/ws", &[COOKIE, ("upgrade", "websocket"), ("origin", ORIGIN)]));
    }

    #[test]
    fn nobody_is_signed_in_by_another_site() {
        assert!(!refused(Method::POST, "/auth/sign-in", &[JSON]));
        assert!(refused(Method::POST, "/auth/sign-in", &[JSON, ("origin", "https://evil.example")]));
        assert!(refused(Method::POST, "/auth/sign-in", &[("content-type", "text/plain")]));
    }

    #[test]
    fn the_proxy_s_word_counts_where_there_is_a_proxy() {
        let request = TestRequest::default().append_header(("x-forwarded-for", "1.1.1.1, 2.2.2.2")).to_srv_request();
        let peer = Some(IpAddr::from([127, 0, 0, 1]));
        assert_eq!(address_of(peer, request.headers(), true), Some(IpAddr::from([2, 2, 2, 2])));
        assert_eq!(address_of(peer, request.headers(), false), peer);
    }
}
