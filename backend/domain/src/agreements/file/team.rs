//! The teams of the agreement file: what they are there for, who provides them with people, and who is in them.

use super::{At, Length, Number};
use crate::agreements::terms::TeamKind;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

/// A team.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TeamEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// What it is there for.
    pub kind: At<TeamKind>,
    /// Its support line: 1, 2 or 3.
    pub line: At<Number>,
    /// What it knows, in one word or two, such as `networks`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discipline: Option<At<String>>,
    /// What its members can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<At<String>>,
    /// The code of the calendar on which it works.
    pub calendar: At<String>,
    /// How much open time of its calendar a hand-over may wait for it, such as `PT30M`; what waits longer is its own
    /// delay.
    pub acceptance: At<Length>,
    /// The codes of the services it works for, each with those below it; none means every service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<At<String>>,
    /// The companies that can hold a case in its name, and how many people each provides.
    pub companies: Vec<PledgeEntry>,
    /// Who is in it: an address, or a person with the company for which they are in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<At<TeamMemberEntry>>,
}

/// A company that provides people for a team.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PledgeEntry {
    /// The company's code.
    pub company: At<String>,
    /// How many people, in full-time equivalents; without it, none are promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<At<Number>>,
}

/// A member of a team.
#[derive(Clone, Debug)]
pub enum TeamMemberEntry {
    /// A person by address, for the employer.
    Address(String),
    /// A person for a company.
    For(MemberFor),
}

/// A member of a team, for a company.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MemberFor {
    /// The person's address.
    pub person: At<String>,
    /// The company for which the person is in the team; without it, the employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
}

impl TeamMemberEntry {
    /// The person's address.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Address(address) => address,
            Self::For(member) => &member.person.value,
        }
    }
}

impl Serialize for TeamMemberEntry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Address(address) => to.serialize_str(address),
            Self::For(member) => member.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for TeamMemberEntry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(MemberReader)
    }
}

struct MemberReader;

impl<'de> de::Visitor<'de> for MemberReader {
    type Value = TeamMemberEntry;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address, or a person with a company")
    }
    fn visit_str<E: de::Error>(self, address: &str) -> Result<TeamMemberEntry, E> {
        Ok(TeamMemberEntry::Address(address.to_owned()))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<TeamMemberEntry, A::Error> {
        MemberFor::deserialize(MapAccessDeserializer::new(map)).map(TeamMemberEntry::For)
    }
}

impl JsonSchema for TeamMemberEntry {
    fn schema_name() -> Cow<'static, str> {
        "TeamMemberEntry".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let with_company = generator.subschema_for::<MemberFor>();
        json_schema!({ "description": "A member of a team", "anyOf": [with_company, { "type": "string" }] })
    }
}
