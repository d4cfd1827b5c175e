//! Which media types a GraphQL request may have, and which its answer gets.

/// The media type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status code tells whether the operation ran.
    Response,
    /// `application/json`, for clients that know nothing else: whatever is well-formed is answered with 200.
    Json,
}

impl Media {
    /// The `Content-Type` of the answer.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// The media type that an `Accept` header prefers; `None` when it takes neither. No header, and a header that
    /// takes anything, mean `application/json`, as the specification asks.
    #[must_use]
    pub fn accepted(header: Option<&str>) -> Option<Self> {
        let Some(header) = header else { return Some(Self::Json) };
        let mut best: Option<(f32, Self)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let media = match parts.next().unwrap_or("").to_ascii_lowercase().as_str() {
                "application/graphql-response+json" => Self::Response,
                "application/json" | "application/*" | "*/*" => Self::Json,
                _ => continue,
            };
            let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok());
            match quality {
                Some(quality) if quality > 0.0 && best.is_none_or(|(most, _)| quality > most) => {
                    best = Some((quality, media));
                }
                _ => {}
            }
        }
        best.map(|(_, media)| media)
    }
}

/// Whether a body of this `Content-Type` is JSON in UTF-8. Nothing else is read: a form or plain text may come from
/// another site's page with this site's cookie.
#[must_use]
pub fn is_json(content_type: Option<&str>) -> bool {
    let mut parts = content_type.unwrap_or("").split(';').map(|part| part.trim().to_ascii_lowercase());
    if parts.next().as_deref() != Some("application/json") {
        return false;
    }
    parts.all(|part| part.strip_prefix("charset=").is_none_or(|name| name.trim_matches('"') == "utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accept_header_decides() {
        let cases = [
            (None, Some(Media::Json)),
            (Some("*/*"), Some(Media::Json)),
            (Some("application/graphql-response+json"), Some(Media::Response)),
            (Some("application/graphql-response+json; charset=utf-8, application/json; q=0.9"), Some(Media::Response)),
            (Some("application/json, application/graphql-response+json;q=0.5"), Some(Media::Json)),
            (Some("application/json;q=0, application/graphql-response+json;q=0.1"), Some(Media::Response)),
            (Some("text/html, application/xhtml+xml, */*;q=0.8"), Some(Media::Json)),
            (Some("text/html"), None),
            (Some("application/json;q=0"), None),
            (Some("application/json;q=much"), None),
        ];
        for (header, media) in cases {
            assert_eq!(Media::accepted(header), media, "{header:?}");
        }
    }

    #[test]
    fn only_json_in_utf_8_is_read() {
        for json in ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""] {
            assert!(is_json(Some(json)), "{json}");
        }
        for other in ["", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"] {
            assert!(!is_json(Some(other)), "{other}");
        }
        assert!(!is_json(None));
    }
}
