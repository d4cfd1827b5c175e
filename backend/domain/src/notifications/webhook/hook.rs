//! One webhook: whose, where to, of what, with which secrets, and whether it is told at all.

use super::codes;
use crate::kernel::{AgreementId, By, CompanyId, Kind, Moment, Span, Verdict, WebhookId};
use serde::{Deserialize, Serialize};

/// Webhooks of a company in an agreement at most.
pub const MOST: usize = 10;
/// So long does the old secret count beside the new one.
pub const OVERLAP: Span = Span::from_seconds(24 * 3_600);
/// Kinds that a webhook names at most.
const KINDS: usize = 50;

/// A secret with which messages are signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookSecret {
    /// The secret itself, `whsec_` and base64.
    pub value: String,
    /// Until when it counts; for good where there is none.
    pub until: Option<Moment>,
}

impl std::fmt::Debug for HookSecret {
    /// Without the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HookSecret {{ until: {:?} }}", self.until)
    }
}

/// Whether a webhook is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum WebhookState {
    /// It is.
    Active,
    /// It is not, until somebody enables it.
    Disabled {
        /// Since when.
        at: Moment,
        /// Why.
        reason: String,
    },
}

/// A webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// The agreement of whose events it is told.
    pub agreement: AgreementId,
    /// The company whose system it is.
    pub company: CompanyId,
    /// Where messages go.
    pub url: String,
    /// Of which kinds of events it is told, in order.
    pub kinds: Vec<String>,
    /// What messages are signed with, the newest first.
    pub secrets: Vec<HookSecret>,
    /// Whether it is told.
    pub state: WebhookState,
    /// Who added it.
    pub added: By,
}

/// What a webhook should be: a checked address and kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookWish {
    /// Where messages go.
    pub url: String,
    /// Of which kinds of events.
    pub kinds: Vec<String>,
}

impl WebhookWish {
    /// A checked wish; see [`super::check_url`] for `open`.
    ///
    /// # Errors
    /// `WEBHOOK_URL_INVALID`, `WEBHOOK_KINDS_INVALID`.
    pub fn new(url: &str, kinds: &[String], open: bool) -> Verdict<Self> {
        let url = super::check_url(url, open)?;
        let mut kinds: Vec<String> = kinds.iter().map(|kind| kind.trim().to_owned()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let bad = kinds.iter().find(|kind| !is_kind(kind));
        if kinds.is_empty() || kinds.len() > KINDS || bad.is_some() {
            let which = bad.map_or_else(String::new, |kind| format!("{kind:?} is no kind of event; "));
            return Err(codes::KINDS.refuse_field("kinds", format!("{which}{}", codes::KINDS.meaning)).into());
        }
        Ok(Self { url, kinds })
    }
}

/// A noun, a dot, and a verb or a star.
fn is_kind(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let parts = text.split_once('.');
    text.len() <= 64 && parts.is_some_and(|(noun, verb)| word(noun) && (verb == "*" || word(verb)) && noun != "webhook")
}

impl Webhook {
    /// A new one with its first secret.
    #[must_use]
    pub fn add(id: WebhookId, agreement: AgreementId, by: By, wish: WebhookWish, secret: String) -> Self {
        let WebhookWish { url, kinds } = wish;
        let secrets = vec![HookSecret { value: secret, until: None }];
        Self { id, agreement, company: by.company, url, kinds, secrets, state: WebhookState::Active, added: by }
    }

    /// Whether it is told of a kind of event.
    #[must_use]
    pub fn hears(&self, kind: &Kind) -> bool {
        let of_noun = |wanted: &str| wanted.strip_suffix(".*").is_some_and(|noun| noun == kind.noun());
        self.is_active() && self.kinds.iter().any(|wanted| wanted == kind.name() || of_noun(wanted))
    }

    /// Whether it is told at all.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self.state, WebhookState::Active)
    }

    /// Told elsewhere or of other things, and enabled or disabled.
    #[must_use]
    pub fn change(self, wish: WebhookWish, enabled: bool, now: Moment) -> Self {
        let state = match (enabled, self.state) {
            (true, _) => WebhookState::Active,
            (false, stays @ WebhookState::Disabled { .. }) => stays,
            (false, WebhookState::Active) => WebhookState::Disabled { at: now, reason: "disabled by hand".into() },
        };
        Self { url: wish.url, kinds: wish.kinds, state, ..self }
    }

    /// Disabled because of what its system answered.
    #[must_use]
    pub fn disable(self, reason: &str, at: Moment) -> Self {
        Self { state: WebhookState::Disabled { at, reason: reason.to_owned() }, ..self }
    }

    /// With a new secret; the one before counts for 24 hours more.
    ///
    /// # Errors
    /// `WEBHOOK_ROTATING` while an older one still counts.
    pub fn rotate(self, secret: String, now: Moment) -> Verdict<Self> {
        let mut secrets = self.counting(now);
        if secrets.len() > 1 {
            return Err(codes::ROTATING.refuse(codes::ROTATING.meaning).into());
        }
        for old in &mut secrets {
            old.until = Some(now.plus(OVERLAP));
        }
        secrets.insert(0, HookSecret { value: secret, until: None });
        Ok(Self { secrets, ..self })
    }

    /// The secrets that count at a moment, the newest first.
    #[must_use]
    pub fn counting(&self, at: Moment) -> Vec<HookSecret> {
        self.secrets.iter().filter(|secret| secret.until.is_none_or(|until| at < until)).cloned().collect()
    }

    /// Refuses to send to one that is disabled.
    ///
    /// # Errors
    /// `WEBHOOK_DISABLED`.
    pub fn must_be_active(&self) -> Verdict<()> {
        if self.is_active() { Ok(()) } else { Err(codes::DISABLED.refuse(codes::DISABLED.meaning).into()) }
    }

    /// Refuses one more than a company may have.
    ///
    /// # Errors
    /// `WEBHOOK_TOO_MANY`.
    pub fn room_for_one_more(having: usize) -> Verdict<()> {
        if having < MOST { Ok(()) } else { Err(codes::TOO_MANY.refuse(codes::TOO_MANY.meaning).into()) }
    }

    /// The refusal of a decision on what the webhook was before.
    #[must_use]
    pub fn stale() -> crate::kernel::Refusal {
        codes::STALE.refuse(codes::STALE.meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::PersonId;
    use uuid::Uuid;

    fn at(hours: i64) -> Moment {
        Moment::EPOCH.plus_seconds(hours * 3_600)
    }

    fn hook(kinds: &[&str]) -> Webhook {
        let kinds: Vec<String> = kinds.iter().map(|&kind| kind.to_owned()).collect();
        let wish = WebhookWish::new("https://hooks.north.example/", &kinds, false).unwrap();
        let by = By { person: PersonId(Uuid::nil()), company: CompanyId(Uuid::nil()), at: at(0) };
        Webhook::add(WebhookId(Uuid::nil()), AgreementId(Uuid::nil()), by, wish, "whsec_one".into())
    }

    #[test]
    fn it_hears_of_what_it_names() {
        let one = hook(&["deviation.raised", "meeting.*"]);
        for (kind, heard) in [
            ("deviation.raised", true),
            ("deviation.reviewed", false),
            ("meeting.held", true),
            ("meetings.held", false),
        ] {
            assert_eq!(one.hears(&Kind::stored(kind.into())), heard, "{kind}");
        }
        let wish = WebhookWish { url: one.url.clone(), kinds: one.kinds.clone() };
        assert!(!one.change(wish, false, at(1)).hears(&Kind::new("deviation.raised")));
    }

    #[test]
    fn kinds_are_named_by_noun_and_verb() {
        for bad in ["", "deviation", "*.*", "deviation.", ".raised", "Deviation.raised", "webhook.*", "a.b.c"] {
            assert!(WebhookWish::new("https://a.example/", &[bad.to_owned()], false).is_err(), "{bad:?}");
        }
        assert!(WebhookWish::new("https://a.example/", &[], false).is_err());
    }

    #[test]
    fn two_secrets_count_for_a_day_and_no_third() {
        let one = hook(&["case.*"]).rotate("whsec_two".into(), at(0)).unwrap();
        let values = |hook: &Webhook, at| hook.counting(at).into_iter().map(|secret| secret.value).collect::<Vec<_>>();
        assert_eq!(values(&one, at(23)), ["whsec_two", "whsec_one"]);
        assert_eq!(values(&one, at(24)), ["whsec_two"]);
        assert!(one.clone().rotate("whsec_three".into(), at(23)).is_err());
        let later = one.rotate("whsec_three".into(), at(24)).unwrap();
        assert_eq!(values(&later, at(25)), ["whsec_three", "whsec_two"]);
    }
}
