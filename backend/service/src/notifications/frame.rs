//! What every mail has around its words: who writes it, why, and how to hear no more of it; and a digest out of letters.

use super::store::mails::Letter;
use crate::kernel::{No, Outcome};
use askama::Template;
use concordat_domain::notifications::Language;

struct Words {
    why: &'static str,
    stop: &'static str,
    stop_link: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::En => Words {
            why: "Concordat writes to you because you have a part in an agreement.",
            stop: "To hear no more of this by mail:",
            stop_link: "Hear no more of this by mail",
        },
        Language::De => Words {
            why: "Concordat schreibt Ihnen, weil Sie an einer Vereinbarung mitwirken.",
            stop: "Keine Mails mehr darüber:",
            stop_link: "Keine Mails mehr darüber",
        },
    }
}

#[derive(Template)]
#[template(path = "notifications/mail.txt", escape = "none")]
struct Plain<'a> {
    text: &'a str,
    words: Words,
    base: &'a str,
    unsubscribe: &'a str,
}

#[derive(Template)]
#[template(path = "notifications/mail.html")]
struct Html<'a> {
    language: &'a str,
    subject: &'a str,
    html: &'a str,
    words: Words,
    base: &'a str,
    unsubscribe: &'a str,
}

#[derive(Template)]
#[template(path = "notifications/digest.txt", escape = "none")]
struct PlainDigest<'a> {
    letters: &'a [&'a Letter],
}

#[derive(Template)]
#[template(path = "notifications/digest.html")]
struct HtmlDigest<'a> {
    letters: &'a [&'a Letter],
}

/// A letter in its frame, as plain text and as an HTML page.
pub(super) fn framed(letter: &Letter, language: Language, base: &str, unsubscribe: &str) -> Outcome<(String, String)> {
    let text = Plain { text: letter.text.trim_end(), words: words(language), base, unsubscribe };
    let html = Html {
        language: language.tag(),
        subject: &letter.subject,
        html: &letter.html,
        words: words(language),
        base,
        unsubscribe,
    };
    Ok((text.render().map_err(No::broken)?, html.render().map_err(No::broken)?))
}

/// One letter out of many; one alone stays as it is.
pub(super) fn digest(letters: &[&Letter], language: Language) -> Outcome<Letter> {
    if let [alone] = letters {
        return Ok((*alone).clone());
    }
    let subject = match language {
        Language::En => format!("{} notices", letters.len()),
        Language::De => format!("{} Mitteilungen", letters.len()),
    };
    let text = PlainDigest { letters }.render().map_err(No::broken)?;
    let html = HtmlDigest { letters }.render().map_err(No::broken)?;
    Ok(Letter { subject, text, html, calendar: None })
}

/// Words of people and of the product as HTML paragraphs, one for each line.
pub(super) fn paragraphs(text: &str) -> String {
    let escape = |line: &str| {
        line.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&#39;")
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("<p>{}</p>\n", escape(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str, text: &str) -> Letter {
        Letter { subject: subject.into(), text: text.into(), html: paragraphs(text), calendar: None }
    }

    #[test]
    fn what_people_wrote_stays_text() {
        let letter = letter("<script>x</script>", "Ana & <b>Ben</b>\n\nsaid \"so\"");
        let (text, html) = framed(&letter, Language::De, "https://c.example", "https://c.example/u?a=1&b=2").unwrap();
        assert!(text.contains("Ana & <b>Ben</b>") && text.contains("https://c.example/u?a=1&b=2"));
        assert!(html.contains("<p>Ana &amp; &lt;b&gt;Ben&lt;/b&gt;</p>") && html.contains("lang=\"de\""));
        assert!(!html.contains("<script>") && html.contains("a=1&#38;b=2"), "{html}");
    }

    #[test]
    fn a_digest_has_every_letter() {
        let (first, second) = (letter("One", "first words"), letter("Two", "second words"));
        let all = digest(&[&first, &second], Language::En).unwrap();
        assert_eq!(all.subject, "2 notices");
        for part in ["* One", "first words", "* Two", "second words"] {
            assert!(all.text.contains(part), "{}", all.text);
        }
        assert!(all.html.contains("<p>second words</p>"));
    }
}
