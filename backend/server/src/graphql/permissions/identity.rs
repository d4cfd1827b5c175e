//! People, their roles and tokens: which verb guards each field.

use super::{Guard::*, Rows, of};
use concordat_domain::access::Verb as V;

/// The types of this noun with their fields.
#[rustfmt::skip]
pub(super) const ROWS: &[Rows] = &[
    of("Viewer", Asker, &[
        ("person operator grants now", Object),
        ("tokens", Denied(V::TokenView)),
        ("inbox(first after) notificationSettings", Denied(V::InboxView)),
        ("calendarFeeds", Denied(V::InboxKeep)),
    ]),
    of("Person", Hidden(V::PersonView), &[("id isViewer name company", Object), ("email", Null(V::PersonContact))]),
    of("PersonConnection", Hidden(V::PersonView), &[("edges nodes pageInfo totalCount", Object)]),
    of("PersonEdge", Hidden(V::PersonView), &[("cursor node", Object)]),
    of("Account", Hidden(V::InstanceOperate), &[("person operator active hasPassword", Object)]),
    of("AccountConnection", Hidden(V::InstanceOperate), &[("edges nodes pageInfo totalCount", Object)]),
    of("AccountEdge", Hidden(V::InstanceOperate), &[("cursor node", Object)]),
    of("RoleGrant", Hidden(V::GrantView), &[("agreement person company role", Object)]),
    of("ApiToken", Hidden(V::TokenView), &[("id name scopes createdAt expiresAt revokedAt", Object)]),
    of("NewApiToken", Hidden(V::TokenKeep), &[("token secret", Object)]),
    of("Invitation", Hidden(V::InstanceOperate), &[("secret", Object)]),
    of("CreateTokenPayload", Hidden(V::TokenKeep), &[("created refusals clientMutationId", Object)]),
    of("TokenPayload", Hidden(V::TokenKeep), &[("token refusals clientMutationId", Object)]),
    of("PersonPayload", Hidden(V::InstanceOperate), &[("person refusals clientMutationId", Object)]),
    of("InvitationPayload", Hidden(V::InstanceOperate), &[("invitation refusals clientMutationId", Object)]),
    of("CreateTokenInput", Taker, &[("name scopes days clientMutationId", Taker)]),
    of("RevokeTokenInput", Taker, &[("token clientMutationId", Taker)]),
    of("CreatePersonInput", Taker, &[("email name company clientMutationId", Taker)]),
    of("InvitePersonInput", Taker, &[("email clientMutationId", Taker)]),
];
