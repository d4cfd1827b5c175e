//! What a configuration may say, and what it is told when it may not.

use super::*;

fn file(name: &str, text: &str) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("concordat-config-{}-{name}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_default_is_an_embedded_database_on_loopback() {
    let config = Config::check(Keys::default()).unwrap();
    assert_eq!(config.database.to_string(), "sqlite:concordat.db");
    assert!(config.listen.ip().is_loopback() && config.metrics_listen.ip().is_loopback());
    assert_eq!(config.public, PublicUrl { origin: "http://127.0.0.1:8080".into(), secure: false });
}

#[test]
fn flags_win_over_the_file() {
    let path = file("order", "listen = '127.0.0.1:81'\nconnections = 3\n");
    let flags = Overrides { listen: Some("127.0.0.1:82".into()), ..Overrides::default() };
    let config = Config::layered(Some(&path), Figment::new(), &flags).unwrap();
    assert_eq!((config.listen.port(), config.keys.connections), (82, 3));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn an_unknown_key_is_named() {
    let path = file("unknown", "lisen = '127.0.0.1:81'\n");
    let problem = Config::layered(Some(&path), Figment::new(), &Overrides::default()).unwrap_err();
    assert!(problem.to_string().contains("lisen"), "{problem}");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let keys = Keys {
        database_url: "concordat.db".into(),
        listen: "8080".into(),
        log_format: "xml".into(),
        connections: 0,
        public_url: Some("ftp://x".into()),
        ..Keys::default()
    };
    let ConfigProblem(wrong) = Config::check(keys).unwrap_err();
    assert_eq!(wrong.len(), 5, "{wrong:?}");
}

#[test]
fn what_is_shown_has_no_password() {
    let keys = Keys { owner_url: Some("postgres://o:hunter2@h/d?password=hunter2".into()), ..Keys::default() };
    assert!(!format!("{:?}", keys.redacted()).contains("hunter2"));
}

#[test]
fn a_provider_is_named_whole_and_reached_encrypted() {
    let keys = |issuer: &str, client: Option<&str>| Keys {
        openid_issuer: Some(issuer.into()),
        openid_client_id: client.map(Into::into),
        openid_client_secret: Some("hush".into()),
        openid_domains: Some("example.org".into()),
        ..Keys::default()
    };
    let openid =
        |issuer| Config::check(keys(issuer, Some("concordat"))).map(|config| config.openid.unwrap().name().to_owned());
    assert_eq!(openid("https://id.example.org/realms/a").as_deref(), Ok("id.example.org"));
    assert_eq!(openid("http://localhost:9100").as_deref(), Ok("localhost:9100"));
    for wrong in [
        "http://id.example.org",
        "http://127.0.0.1.example.org",
        "id.example.org",
        "https://",
        "https://id example.org",
        "ftp://x",
    ] {
        assert!(openid(wrong).is_err(), "{wrong}");
    }
    assert!(Config::check(keys("https://id.example.org", None)).is_err());
    assert!(Config::check(Keys { openid_name: Some("x".into()), ..Keys::default() }).is_err());
    let shown = format!("{:?}", keys("https://id.example.org", Some("concordat")));
    assert!(shown.contains("id.example.org") && !shown.contains("hush"), "{shown}");
}

#[test]
fn for_whom_a_provider_may_speak_is_said() {
    let read = |openid_domains: Option<&str>| {
        let keys = Keys {
            openid_issuer: Some("https://id.example.org".into()),
            openid_client_id: Some("concordat".into()),
            openid_domains: openid_domains.map(Into::into),
            ..Keys::default()
        };
        let found = provider(&keys)?.unwrap();
        Ok::<_, String>((found.domains, found.operators))
    };
    let domains = |all: &[&str]| all.iter().map(|domain| (*domain).to_owned()).collect::<Vec<_>>();
    assert_eq!(read(Some("example.org")), Ok((domains(&["example.org"]), false)));
    assert_eq!(read(Some("Example.org, b.example")), Ok((domains(&["example.org", "b.example"]), false)));
    for nothing in [None, Some(""), Some(" , ")] {
        assert!(read(nothing).unwrap_err().starts_with("openid_domains is missing"), "{nothing:?}");
    }
    for wrong in ["@example.org", "*.example.org", "example..org", "b\u{fc}cher.example", "example.org;b.example"] {
        assert!(read(Some(wrong)).unwrap_err().starts_with("openid_domains: "), "{wrong}");
    }
    assert!(Config::check(Keys { openid_domains: Some("a.example".into()), ..Keys::default() }).is_err());
    assert!(Config::check(Keys { openid_operators: true, ..Keys::default() }).is_err());
}

#[test]
fn a_public_url_is_an_origin() {
    for (text, origin, secure) in [
        ("https://Gov.example.org/", "https://gov.example.org", true),
        ("https://a.example:443", "https://a.example", true),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", false),
    ] {
        assert_eq!(PublicUrl::read(text).unwrap(), PublicUrl { origin: origin.into(), secure });
    }
    for wrong in ["", "example.org", "https://", "https://a/b", "https://user@a", "ws://a"] {
        assert!(PublicUrl::read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_mail_server_and_an_address_go_together() {
    let mail = |smtp_url: Option<&str>, mail_from: Option<&str>| {
        let text = |text: &str| text.to_owned();
        Keys { smtp_url: smtp_url.map(text), mail_from: mail_from.map(text), ..Keys::default() }
    };
    let (url, from) = (Some("smtp://u:hunter2@mail.example.org"), Some("Hub <hub@example.org>"));
    assert!(Config::check(mail(None, None)).is_ok() && Config::check(mail(url, from)).is_ok());
    for (keys, told) in [
        (mail(url, None), "mail_from"),
        (mail(None, from), "smtp_url"),
        (mail(Some("http://mail.example.org"), from), "smtp_url"),
        (mail(Some("smtp://mail.example.org:0"), from), "smtp_url"),
        (mail(url, Some("Hub")), "mail_from"),
        (mail(url, Some("Hub <hub@example.org>\r\nBcc: all@example.org")), "mail_from"),
    ] {
        let ConfigProblem(wrong) = Config::check(keys).unwrap_err();
        assert!(wrong.len() == 1 && wrong[0].contains(told), "{wrong:?}");
    }
    assert!(!format!("{:?}", mail(url, from).redacted()).contains("hunter2"));
}
