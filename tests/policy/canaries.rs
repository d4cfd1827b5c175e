//! Nobody's secrets in anybody else's answers: everything that can be asked is asked, and the answers are searched.

use super::{
    ask,
    cast::{CANARIES, Canary, Cast, FIGURES, Player, Standing, told},
    schema::Schema,
};
use concordat_domain::access::{Role, Verb};

/// Whether what was written in a case is somebody's to read.
fn reads(player: &Player, canary: &Canary) -> bool {
    let home = player.name.split(['@', '.']).nth(1).unwrap_or_default();
    // beta has its own grants: coordinators, analysts and contact agents of its companies, and no customer but far
    if canary.agreement == "beta" {
        return canary.parties.contains(&home) || canary.told && home == "far";
    }
    let party = |verb| canary.parties.iter().any(|company| player.may(verb, Some(company)));
    let told = party(Verb::CaseFollowConcealed) || player.may(Verb::CaseFollowConcealed, Some("town"));
    party(Verb::CaseViewConcealed) || canary.told && told
}

/// What must not stand in any answer to somebody.
pub fn forbidden(player: &Player) -> Vec<String> {
    let in_alpha = player.standing != Standing::Nothing;
    let sees_all = matches!(player.standing, Standing::Holds(Role::Steward | Role::Auditor));
    // the whole document is what a signatory signs; the operator reaches everybody
    let reaches_all = sees_all || matches!(player.standing, Standing::Holds(Role::Signatory) | Standing::Operates);
    let home = player.name.split(['@', '.']).nth(1).unwrap_or_default();
    let mut secrets = Vec::new();
    for company in ["north", "south", "east", "town", "gone", "newcomer"] {
        if home != company && !(in_alpha && reaches_all) {
            secrets.push(format!("@{company}.example"));
        }
    }
    for (agreement, company, value, source_key) in FIGURES {
        let own = home == company && (in_alpha || agreement == "beta");
        if !(own || agreement == "alpha" && sees_all) {
            secrets.push(value.to_owned());
            secrets.push(source_key.to_owned());
            secrets.extend(
                ["reason", "plan", "task", "brought"].map(|what| format!("{what} of {company} in {agreement}")),
            );
        }
    }
    let in_beta = ["south", "far", "west"].contains(&home) || player.standing == Standing::Operates;
    if !in_beta {
        secrets.extend(["@west.example", "@far.example", "The beta agreement", "The west company"].map(String::from));
    }
    if !in_alpha {
        secrets.push("The alpha agreement".into());
    }
    secrets.extend(CANARIES.iter().filter(|canary| !reads(player, canary)).map(|canary| canary.words.to_owned()));
    secrets
}

/// Of which type the thing with that global id is, as somebody of the cast is told.
fn typed(cast: &Cast, id: &str) -> Option<String> {
    let query = format!("{{ node(id: {id:?}) {{ __typename }} }}");
    let answers = cast.players.iter().map(|player| cast.ask(player, &query));
    answers.into_iter().find_map(|answer| Some(answer["data"]["node"]["__typename"].as_str()?.to_owned()))
}

#[test]
fn no_answer_holds_another_companys_secrets() {
    let cast = Cast::new();
    let schema = Schema::learn(&cast.world);
    let (mut problems, mut asked, mut bytes) = (Vec::new(), 0, 0);
    let mut shown = std::collections::BTreeSet::new();
    for (agreement, company) in [("alpha", "north"), ("alpha", "south"), ("beta", "west")] {
        let things = cast.things(agreement, company);
        let mut roots: Vec<(String, String)> = vec![("viewer".into(), "Viewer".into())];
        roots.extend(things.ids.iter().filter_map(|(_, id)| Some((format!("node(id: {id:?})"), typed(&cast, id)?))));
        // what costs too much is asked less deeply
        let deepest = |asked: &dyn Fn(usize) -> String| {
            let run = |query: &String| cast.ask(&cast.players[0], query).get("data").is_some();
            let found = (1..=4).rev().map(asked).find(run);
            found.unwrap_or_else(|| panic!("{}", cast.ask(&cast.players[0], &asked(1))))
        };
        let everything = |of: &str, way: &[&str], depth| {
            let mut way = way.iter().map(|name| (*name).to_owned()).collect();
            ask::everything(&schema, &things, of, &mut way, depth)
        };
        let mut queries: Vec<String> = roots
            .iter()
            .map(|(root, of)| {
                deepest(&|depth| match of.as_str() {
                    "Viewer" => format!("{{ {root} {} }}", everything(of, &[], depth)),
                    of => format!("{{ {root} {{ ... on {of} {} }} }}", everything(of, &[], depth)),
                })
            })
            .collect();
        // both companies' things stand in the one agreement
        let fields = if company == "south" { [].as_slice() } else { &schema.of("Agreement").fields };
        for field in fields {
            for call in ask::calls(&schema, &things, field) {
                let call = call.replace("first: 3", "first: 20");
                queries.push(deepest(&|depth| {
                    let inside = match schema.is_composite(field.of.named()) {
                        true => everything(field.of.named(), &["Agreement"], depth),
                        false => String::new(),
                    };
                    format!("{{ agreement(code: {agreement:?}) {{ {call} {inside} }} }}")
                }));
            }
        }
        for query in &queries {
            for player in &cast.players {
                let answer = cast.ask(player, query);
                let text = answer.to_string();
                asked += 1;
                bytes += text.len();
                assert!(answer.get("data").is_some(), "never run: {query}\n{text}");
                for secret in forbidden(player) {
                    if text.contains(&secret) {
                        let place = text.find(&secret).unwrap();
                        let around =
                            text.get(place.saturating_sub(80)..(place + 60).min(text.len())).unwrap_or(&secret);
                        problems.push(format!("{} reads {secret} by {query}\n  …{around}…", player.name));
                    }
                }
                for (_, _, value, key) in FIGURES {
                    shown.extend([value, key].into_iter().filter(|secret| text.contains(secret)));
                }
                shown.extend(CANARIES.iter().map(|canary| canary.words).filter(|words| text.contains(words)));
            }
        }
    }
    println!("{asked} answers, {bytes} bytes; secrets shown to those who may: {shown:?}");
    // west has nobody in the cast
    let some = CANARIES.iter().filter(|canary| canary.parties != ["west"]);
    let unseen: Vec<_> = some.filter(|canary| !shown.contains(canary.words)).collect();
    assert!(unseen.is_empty(), "shown to nobody: {unseen:?}");
    assert!(problems.is_empty(), "{}", told(&problems));
}
