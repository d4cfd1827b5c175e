//! Mails go out encrypted, to a mail server whose certificate is trusted, and in the clear to nobody who did not ask for it.

use crate::support::smtp::{CERTIFICATE, MailServer, Says};
use concordat_service::notifications::{Mailer as _, Ready, Smtp};
use std::process::{Command, Stdio};

/// Holds the URL of the mail server where the process is to send a mail.
const SEND_TO: &str = "CONCORDAT_TEST_SEND_TO";

/// Sends a mail where the process was started for that: what is trusted is said by its environment.
#[test]
fn as_the_sender() {
    let Ok(url) = std::env::var(SEND_TO) else { return };
    let (from, to) = ("hub@concordat.example".parse().unwrap(), "ana@people.example".parse().unwrap());
    let mail = Ready { from, to, bytes: b"Subject: A secret\r\n\r\nwords\r\n".to_vec() };
    let event = Smtp::new(url.parse().unwrap(), "concordat.example").hand_over(&mail);
    println!("it says {event:?}");
}

fn sent(url: &str, trusts: Option<&str>) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "--quiet", "--nocapture", "store::notifications::encrypted::as_the_sender"]);
    command.env(SEND_TO, url).env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    command.envs(trusts.map(|file| ("SSL_CERT_FILE", file)));
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text.lines().find_map(|line| line.split_once("it says ")).map(|(_, event)| event.to_owned()).unwrap()
}

#[test]
fn a_mail_goes_encrypted_to_a_server_that_is_trusted() {
    let server = MailServer::secured(|_| Says::Accepts);
    let port = server.address.port();
    assert_eq!(sent(&format!("smtp://u:p@localhost:{port}"), Some(CERTIFICATE)), "Accepted");
    assert_eq!(server.taken().len(), 1);
    assert_eq!(server.taken()[0].header("Subject").as_deref(), Some("A secret"));
}

#[test]
fn nothing_is_said_to_a_server_that_is_not_trusted_or_does_not_encrypt() {
    let server = MailServer::secured(|_| Says::Accepts);
    let port = server.address.port();
    assert_eq!(sent(&format!("smtp://localhost:{port}"), None), "Away", "nobody trusts its certificate");
    assert_eq!(sent(&format!("smtp://localhost:{port}?tls=none"), Some(CERTIFICATE)), "Away", "it wants encryption");
    let clear = MailServer::start(|_| Says::Accepts);
    let url = format!("smtp://localhost:{}", clear.address.port());
    assert_eq!(sent(&url, Some(CERTIFICATE)), "Away", "we want encryption");
    assert_eq!((server.taken().len(), clear.taken().len()), (0, 0));
}
