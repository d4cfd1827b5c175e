//! The address of a webhook, as it may be written.

use super::{address::unreachable, codes};
use crate::kernel::Verdict;
use core::net::IpAddr;

/// Letters of an address at most.
const LETTERS: usize = 1_000;

/// An address that a webhook may have. What its name resolves to is checked again each time something is sent.
/// With `open`, plain http and addresses of one's own network will do: for tests and trials on one machine.
///
/// # Errors
/// `WEBHOOK_URL_INVALID`.
pub fn check(text: &str, open: bool) -> Verdict<String> {
    let no = |why: &str| codes::URL.refuse_field("url", format!("{why}; {}", codes::URL.meaning));
    let text = text.trim();
    if text.len() > LETTERS || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(no("an address has at most 1,000 letters of ASCII and no blanks").into());
    }
    let lower = text.to_ascii_lowercase();
    let scheme = if lower.starts_with("https://") {
        8
    } else if open && lower.starts_with("http://") {
        7
    } else {
        0
    };
    if scheme == 0 {
        return Err(no("it does not begin with https://").into());
    }
    let rest = &text[scheme..];
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.is_empty() || text.contains(['#', '@', '\\', '"', '<', '>', '`', '{', '}', '|', '^']) {
        return Err(no("it holds what does not belong there").into());
    }
    let (host, port) = parts(authority).ok_or_else(|| no("its host or port does not read"))?;
    if port == Some(0) {
        return Err(no("its host or port does not read").into());
    }
    if !open {
        if let Some(what) = host.parse::<IpAddr>().ok().and_then(unreachable) {
            return Err(no(&format!("{host} is {what}")).into());
        }
        if !host.contains(['.', ':']) || own_name(host) {
            return Err(no(&format!("{host} is a name of one's own network")).into());
        }
    }
    Ok(text.to_owned())
}

/// Names that lead nowhere but to one's own network (RFC 6761, RFC 8375), and numbers that are addresses in disguise.
fn own_name(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let last = host.rsplit('.').next().unwrap_or_default();
    let own = ["localhost", "local", "internal", "lan", "home", "corp", "test", "invalid", "onion"];
    let disguised = host.parse::<IpAddr>().is_err()
        && !last.is_empty()
        && (last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x"));
    own.contains(&last) || host.ends_with("home.arpa") || disguised
}

/// Host (an IPv6 address without its brackets) and port.
fn parts(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, behind) = rest.split_once(']')?;
            host.parse::<core::net::Ipv6Addr>().ok()?;
            (host, behind.strip_prefix(':').or_else(|| behind.is_empty().then_some(""))?)
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port).filter(|port| !port.is_empty())?),
            None => (authority, ""),
        },
    };
    let name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':');
    if host.is_empty() || !host.bytes().all(name) {
        return None;
    }
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    if port.is_empty() { Some((host, None)) } else { Some((host, Some(port.parse().ok().filter(|_| digits)?))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "https://hooks.north.example/a?b=c",
            "https://north.example:8443",
            "https://[2606:4700::1]/x",
            " https://1.1.1.1/hook ",
        ] {
            assert!(check(good, false).is_ok(), "{good}");
        }
        for bad in [
            "",
            "http://north.example/",
            "ftp://north.example/",
            "https://",
            "https:///x",
            "https://a@b.example/",
            "https://b.example/#x",
            "https://169.254.169.254/latest/meta-data",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://localhost/",
            "https://localhost.:8080/",
            "https://intranet/",
            "https://printer.local/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://127.1/",
            "https://0x7f.1/",
            "https://017700000001/",
            "https://b.example:0/",
            "https://b.example:99999/",
            "https://b.example:/",
            "https://b.example:+80/",
            "https://b.example\r\nX: 1",
            "https://b exa",
            "https://\u{e9}.example/",
            "https://[fe80::1/",
            "https://metadata.google.internal/",
        ] {
            assert!(check(bad, false).is_err(), "{bad:?}");
        }
        for open in ["http://127.0.0.1:8080/hook", "http://localhost/x", "https://10.0.0.1/"] {
            assert!(check(open, true).is_ok(), "{open}");
        }
    }
}
