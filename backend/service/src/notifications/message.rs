//! A mail as bytes: headers, plain text and HTML, and the calendar entry where it brings one (RFC 5322, 2045, 6047, 8058).

use super::{frame::framed, post::Post, store::mails::Stored};
use crate::kernel::{No, Outcome};
use concordat_domain::{
    identity::Person,
    kernel::Moment,
    notifications::{Language, header_text},
};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use std::time::{Duration, UNIX_EPOCH};

/// A mail that is ready to be handed over.
pub struct Ready {
    /// Who writes.
    pub from: Address,
    /// To whom.
    pub to: Address,
    /// Headers and body.
    pub bytes: Vec<u8>,
}

/// Writes a mail out; the reason where its recipient has no address that a mail can be sent to.
pub(super) fn compose(
    post: &Post,
    one: &Stored,
    to: &Person,
    language: Language,
    now: Moment,
) -> Outcome<Result<Ready, String>> {
    let Ok(address) = to.email.parse::<Address>() else {
        return Ok(Err("the recipient's address is none that a mail can be sent to".into()));
    };
    let unsubscribe = post.unsubscribe(one)?;
    let (text, html) = framed(&one.letter, language, &post.base, &unsubscribe)?;
    let mut parts = MultiPart::alternative()
        .boundary(format!("concordat-{}", one.mail.id.0.simple()))
        .singlepart(SinglePart::plain(text))
        .singlepart(SinglePart::html(html));
    if let Some((method, calendar)) = &one.letter.calendar {
        let of = format!("text/calendar; charset=utf-8; method={method}");
        let of = ContentType::parse(&of).map_err(No::broken)?;
        parts = parts.singlepart(SinglePart::builder().header(of).body(calendar.clone()));
    }
    let since = Duration::from_micros(u64::try_from(now.micros()).unwrap_or(0));
    let message = Message::builder()
        .from(post.from.clone())
        .to(Mailbox::new(Some(header_text(&to.name)), address.clone()))
        .subject(header_text(&one.letter.subject))
        .date(UNIX_EPOCH + since)
        .message_id(Some(format!("<{}>", one.mail.message_id(post.host()))))
        .raw_header(plain("Auto-Submitted", "auto-generated".into()))
        .raw_header(plain("List-Unsubscribe", format!("<{unsubscribe}>")))
        .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()))
        .multipart(parts)
        .map_err(No::broken)?;
    Ok(Ok(Ready { from: post.from.email.clone(), to: address, bytes: message.formatted() }))
}

/// A header of our own whose value needs no encoding. An address is not folded: it would not be one any more.
fn plain(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.clone(), value)
}

#[cfg(test)]
mod tests {
    use super::{super::store::mails::Letter, *};
    use crate::identity::TokenKey;
    use concordat_domain::{
        kernel::{AgreementId, CompanyId, MailId, PersonId},
        notifications::{Mail, MailState, Topic},
    };
    use uuid::Uuid;

    fn composed(name: &str, subject: &str, calendar: Option<(String, String)>) -> String {
        let post = Post::new("Concordat <hub@example.org>", "https://c.example/", TokenKey::new(&[1; 32])).unwrap();
        let (id, to) = (MailId(Uuid::from_u128(7)), PersonId(Uuid::from_u128(8)));
        let (about, state) = (AgreementId::INSTANCE, MailState::Waiting { due: Moment::EPOCH });
        let created_at = Moment::EPOCH;
        let mail = Mail { id, about, to, topic: Topic::Items, created_at, state, tries: 0, first_try: None };
        let letter = Letter { subject: subject.into(), text: "words".into(), html: "<p>words</p>".into(), calendar };
        let one = Stored {
            mail,
            letter,
            digest: false,
            gathered: Vec::new(),
            events: Vec::new(),
            invites: None,
            revision: 1,
        };
        let (name, email, company) = (name.to_owned(), "ana@example.org".to_owned(), CompanyId(Uuid::nil()));
        let person = Person { id: to, email, name, company, operator: false, active: true };
        let ready = compose(&post, &one, &person, Language::En, Moment::parse("2026-03-02T08:00:00Z").unwrap());
        String::from_utf8(ready.unwrap().unwrap().bytes).unwrap()
    }

    #[test]
    fn a_name_and_a_subject_cannot_begin_a_header() {
        let text = composed("Ana\r\nBcc: all@example.org", "Minutes\r\nX-Evil: 1\nBcc: x@example.org", None);
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        let names: Vec<&str> = head.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
        assert!(!names.iter().any(|name| ["bcc", "x-evil"].contains(&name.to_lowercase().as_str())), "{head}");
        assert_eq!(names.iter().filter(|name| **name == "Subject").count(), 1);
    }

    #[test]
    fn a_mail_says_what_it_is_and_how_to_hear_no_more() {
        let text = composed("Zoë Müller", "Übergabe fällig", None);
        for line in [
            "From: Concordat <hub@example.org>",
            "Message-ID: <00000000-0000-0000-0000-000000000007@example.org>",
            "Date: Mon, 02 Mar 2026 08:00:00 +0000",
            "Auto-Submitted: auto-generated",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "List-Unsubscribe: <https://c.example/mail/unsubscribe?person=00000000-0000-0000-0000-000000000008&topics=items",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(text.is_ascii(), "non-ASCII names and subjects are encoded");
        assert!(!text.contains("text/calendar"));
        let calendar = Some(("REQUEST".to_owned(), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned()));
        let invitation = composed("Ana", "Meeting", calendar);
        assert!(invitation.to_lowercase().contains("text/calendar; charset=utf-8; method=request"), "{invitation}");
    }
}
