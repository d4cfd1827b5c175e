//! Inboxes, mails, calendars and webhooks: which verb guards each field.

use super::{Guard, Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

const WEBHOOK: Guard = Hidden(V::WebhookView);
const INBOX: Guard = Hidden(V::InboxView);
const MAIL: Guard = Hidden(V::MailView);

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("InboxChange", INBOX, &[("appeared changed left inbox(first after) totalCount", Object)]),
    of("InboxItemGone", INBOX, &[("key kind subject", Object)]),
    of("InboxItem", INBOX, &[("key agreement kind title subject deadline since", Object)]),
    of("InboxItemConnection", INBOX, &[("edges nodes pageInfo totalCount", Object)]),
    of("InboxItemEdge", INBOX, &[("cursor node", Object)]),
    of("NotificationSettings", INBOX, &[("language zone hoursFrom hoursUntil digestAt channels revision", Object)]),
    of("TopicChannel", INBOX, &[("topic channel", Object)]),
    of("NotificationSettingsPayload", INBOX, &[("settings refusals clientMutationId", Object)]),
    of("SetNotificationsInput", Taker, &[
        ("revision language zone hoursFrom hoursUntil digestAt channels clientMutationId", Taker),
    ]),
    of("TopicChannelInput", Taker, &[("topic channel", Taker)]),
    of("Mail", MAIL, &[
        ("id topic state reason tries writtenAt dueAt revision", Object),
        ("to", Null(V::PersonView)),
    ]),
    of("MailConnection", MAIL, &[("edges nodes pageInfo totalCount", Object)]),
    of("MailEdge", MAIL, &[("cursor node", Object)]),
    of("MailPayload", MAIL, &[("mail refusals clientMutationId", Object)]),
    of("MailInput", Taker, &[("mail revision clientMutationId", Taker)]),
    of("Webhook", WEBHOOK, &[
        ("id company url kinds state disabledAt disabledBecause oldSecretUntil addedBy addedAt revision", Object),
        ("deliveries(first after)", Object),
    ]),
    of("WebhookDelivery", WEBHOOK, &[("id event kind subject at state due attempts", Object)]),
    of("WebhookDeliveryConnection", WEBHOOK, &[("edges nodes pageInfo totalCount", Object)]),
    of("WebhookDeliveryEdge", WEBHOOK, &[("cursor node", Object)]),
    of("DeliveryAttempt", WEBHOOK, &[("at status answer", Object)]),
    of("NewWebhook", Hidden(V::WebhookKeep), &[("webhook secret", Object)]),
    of("NewWebhookPayload", Hidden(V::WebhookKeep), &[("created refusals clientMutationId", Object)]),
    of("WebhookPayload", Hidden(V::WebhookKeep), &[("webhook refusals clientMutationId", Object)]),
    of("RemoveWebhookPayload", Hidden(V::WebhookKeep), &[("removed refusals clientMutationId", Object)]),
    of("WebhookDeliveryPayload", Hidden(V::WebhookKeep), &[("delivery refusals clientMutationId", Object)]),
    of("CalendarFeed", Hidden(V::InboxKeep), &[("id group createdAt revokedAt", Object)]),
    of("NewCalendarFeed", Hidden(V::InboxKeep), &[("feed path", Object)]),
    of("NewCalendarFeedPayload", Hidden(V::InboxKeep), &[("created refusals clientMutationId", Object)]),
    of("CalendarFeedPayload", Hidden(V::InboxKeep), &[("feed refusals clientMutationId", Object)]),
    of("AddWebhookInput", Taker, &[("agreement company url kinds clientMutationId", Taker)]),
    of("ChangeWebhookInput", Taker, &[("webhook revision url kinds enabled clientMutationId", Taker)]),
    of("WebhookInput", Taker, &[("webhook revision clientMutationId", Taker)]),
    of("SendDeliveryAgainInput", Taker, &[("delivery clientMutationId", Taker)]),
    of("CreateCalendarFeedInput", Taker, &[("group clientMutationId", Taker)]),
    of("RevokeCalendarFeedInput", Taker, &[("feed clientMutationId", Taker)]),
];
