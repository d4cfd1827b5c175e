//! Every mutation in the hands of everybody, on things that are shared, foreign and not there at all.

use super::{
    ask,
    cast::{Cast, Player, Standing, told},
    matrix::{Table, codes},
    schema::{Arg, Schema},
};
use concordat_domain::access::{Verb, Who};
use serde_json::Value;

fn log_length(cast: &Cast) -> usize {
    cast.world.events(cast.alpha).len()
        + cast.world.events(cast.beta).len()
        + cast.world.events(concordat_domain::kernel::AgreementId::INSTANCE).len()
}

/// A mutation with its required inputs, or with every input it takes.
fn mutations(schema: &Schema, things: &super::cast::Things, all: bool) -> Vec<(String, String)> {
    let of = |field: &super::schema::Field| {
        let of = field.args[0].of.named();
        // a case or an action is seen by fewer than may raise a matter
        let about = |input: &&Arg| of == "RaiseEscalationInput" && ["case", "correctiveAction"].contains(&&*input.name);
        let wanted = |input: &&Arg| input.of.required() || all && !about(input);
        let some: Vec<&Arg> = schema.of(of).inputs.iter().filter(wanted).collect();
        let input = ask::input(schema, things, of, &some);
        (field.name.clone(), format!("mutation {{ {}(input: {input}) {{ refusals {{ code }} }} }}", field.name))
    };
    schema.of("Mutation").fields.iter().map(of).collect()
}

/// Whether something stands in an agreement: then who sees nothing of it is told that it is not there.
fn in_an_agreement(verb: Verb) -> bool {
    ![Verb::TokenKeep, Verb::InboxKeep, Verb::InstanceOperate].contains(&verb)
}

/// Whether they see what a mutation is about: the agreement, south's concealed deviation and its plan, south's case, the
/// same as the town follows it, or one that east offered to south.
fn sees(player: &Player, query: &str) -> bool {
    let of_case = |verb, parties: &[&str]| parties.iter().any(|company| player.may(verb, Some(company)));
    if query.contains("rateCase") {
        return of_case(Verb::CaseFollowConcealed, &["south", "town"]);
    }
    if query.contains("{case:") {
        let answers = query.contains("acceptCase") || query.contains("refuseCase");
        return of_case(Verb::CaseViewConcealed, if answers { &["south", "east"] } else { &["south"] });
    }
    if ["{webhook:", "{delivery:"].iter().any(|of| query.contains(of)) {
        return player.may(Verb::WebhookView, Some("south"));
    }
    if query.contains("{voice:") {
        return player.may_at_all(Verb::VoiceView);
    }
    if ["{boundary:", "{finding:", "{training:"].iter().any(|of| query.contains(of)) {
        return player.may_at_all(Verb::BoundaryView);
    }
    if ["{meeting:", "{agendaItem:", "{decision:"].iter().any(|of| query.contains(of)) {
        return player.may_at_all(Verb::MeetingView);
    }
    if query.contains("{actionItem:") {
        return player.may(Verb::ItemView, Some("south"));
    }
    if query.contains("{escalation:") {
        return player.may(Verb::EscalationView, Some("south"));
    }
    if query.contains("{mail:") {
        return player.may_at_all(Verb::MailView);
    }
    let plan = query.contains("{correctiveAction:") && player.company == "south" && player.may_at_all(Verb::ActionView);
    let concealed = query.contains("{correctiveAction:") || query.contains("{deviation:");
    match concealed {
        true => plan || player.may(Verb::DeviationViewConcealed, Some("south")),
        false => player.may_at_all(Verb::AgreementView),
    }
}

fn expected(player: &Player, verb: Verb, query: &str) -> &'static [&'static str] {
    if verb == Verb::AgreementApply {
        // whose agreement a file describes is not even read for whoever may apply none
        return if player.actor.who == Who::Anonymous { &["UNAUTHENTICATED"] } else { &["FORBIDDEN"] };
    }
    if in_an_agreement(verb) && !sees(player, query) {
        &["NOT_FOUND"]
    } else if player.actor.person().is_none() {
        &["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"]
    } else if player.may_at_all(Verb::InstanceOperate) || in_an_agreement(verb) {
        &["FORBIDDEN"]
    } else {
        &["FORBIDDEN", "NOT_FOUND"]
    }
}

#[test]
fn whoever_may_not_do_it_is_denied_and_nothing_happens() {
    let cast = Cast::new();
    let (schema, table) = (Schema::learn(&cast.world), Table::read());
    let things = cast.things("alpha", "south");
    let before = log_length(&cast);
    let (mut problems, mut asked) = (Vec::new(), 0);
    for all in [false, true] {
        for (name, query) in mutations(&schema, &things, all) {
            let verb = table.row("Mutation", &name).guard.verb().unwrap();
            // the town brought south's case
            let owner = if name == "rateCase" { "town" } else { "south" };
            for player in cast.players.iter().filter(|player| !player.may(verb, Some(owner))) {
                // each measurement is refused by itself
                if [Verb::TokenKeep, Verb::InboxKeep, Verb::MeasurementRecord].contains(&verb)
                    && player.may_at_all(verb)
                {
                    continue;
                }
                // experts of every company comment on a boundary, and each reviews it for their own; so do coordinators
                // with a decision
                if [Verb::BoundaryReview, Verb::DecisionConsent].contains(&verb) && player.may_at_all(verb) {
                    continue;
                }
                // everybody raises matters for their own company
                if name == "raiseEscalation" && player.may_at_all(verb) {
                    continue;
                }
                // whoever handles other cases and sees this one is told first that it has changed
                if verb == Verb::CaseHandle && player.may_at_all(verb) && sees(player, &query) {
                    continue;
                }
                let answer = cast.ask(player, &query);
                asked += 1;
                let codes = codes(&answer);
                if codes.len() != 1 || !expected(player, verb, &query).contains(&codes[0]) {
                    problems.push(format!("{} / {query}: {answer}", player.name));
                }
            }
        }
    }
    println!("{asked} mutations denied");
    assert!(problems.is_empty(), "{}", told(&problems));
    assert_eq!(log_length(&cast), before, "nothing was done");
}

#[test]
fn whoever_may_do_it_is_answered_or_refused_by_a_rule() {
    let cast = Cast::new();
    let (schema, table) = (Schema::learn(&cast.world), Table::read());
    let mut problems = Vec::new();
    for all in [false, true] {
        for (name, _) in mutations(&schema, &cast.things("alpha", "north"), all) {
            let verb = table.row("Mutation", &name).guard.verb().unwrap();
            let able: Vec<&Player> = cast.players.iter().filter(|player| player.may_at_all(verb)).collect();
            if able.is_empty() {
                problems.push(format!("{name}: nobody in the cast may do it"));
            }
            for player in able {
                let company = if player.company == "-" { "north" } else { player.company };
                if player.standing == Standing::Prospect {
                    continue;
                }
                let things = cast.things("alpha", company);
                let (_, query) = mutations(&schema, &things, all).into_iter().find(|(of, _)| *of == name).unwrap();
                let answer = cast.ask(player, &query);
                // a token that is not there is not found by anybody, nor a group by whoever sees no meetings
                let missing = ["revokeToken", "revokeCalendarFeed", "createCalendarFeed"].contains(&name.as_str())
                    && codes(&answer) == ["NOT_FOUND"];
                if !missing && !codes(&answer).iter().all(|code| *code == "REFUSED") {
                    problems.push(format!("{} / {query}: {answer}", player.name));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", told(&problems));
}

#[test]
fn a_foreign_thing_is_told_from_none_by_no_mutation() {
    Cast::both().iter().for_each(foreign_things);
}

fn foreign_things(cast: &Cast) {
    let schema = Schema::learn(&cast.world);
    let things = cast.things("beta", "west");
    let absent = things.absent();
    let before = log_length(cast);
    let (mut problems, mut asked) = (Vec::new(), 0);
    for all in [false, true] {
        let pairs = mutations(&schema, &things, all).into_iter().zip(mutations(&schema, &absent, all));
        for ((name, foreign), (_, nothing)) in pairs {
            if ["createToken", "createPerson", "invitePerson", "createCalendarFeed"].contains(&name.as_str()) {
                continue;
            }
            for player in &cast.players {
                if ["south.example", "far.example"].iter().any(|of| player.name.contains(of)) {
                    continue;
                }
                let (one, other): (Value, Value) = (cast.ask(player, &foreign), cast.ask(player, &nothing));
                asked += 2;
                if one != other {
                    problems.push(format!("{} / {foreign}:\n  {one}\n  {other}", player.name));
                }
            }
        }
    }
    println!("{asked} mutations of foreign things");
    assert!(problems.is_empty(), "{}", told(&problems));
    assert_eq!(log_length(cast), before, "nothing was done");
}
