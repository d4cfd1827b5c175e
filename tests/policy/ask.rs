//! Makes queries out of the schema: example values for arguments, selections for answers.

use super::{
    cast::Things,
    schema::{Arg, Field, Ref, Schema},
};

/// Where an argument's or input field's value comes from: things by its name, else an example of its type.
fn example(schema: &Schema, things: &Things, at: &str, arg: &str, of: &Ref) -> String {
    let name = match of {
        Ref::NonNull(inner) => return example(schema, things, at, arg, inner),
        Ref::List(inner) => return format!("[{}]", example(schema, things, at, arg, inner)),
        Ref::Named(name) => name.as_str(),
    };
    match name {
        "ID" => {
            let of = match arg {
                "case" if at == "RateCaseInput" => "customerCase",
                // whoever answers an offer is asked, and whoever does something else holds the case
                "case" if ["AcceptCaseInput", "RefuseCaseInput"].contains(&at) => "offeredCase",
                "customer" | "to" | "without" | "concerns" => "company",
                "id" | "ids" => "agreement",
                "owner" => "person",
                "kpis" | "factsOf" => "kpi",
                "services" => "service",
                "companies" => "company",
                "tasks" | "dropTasks" => "task",
                "items" => "agendaItem",
                "deferredTo" => "meeting",
                "about" => "deviation",
                "deputy" => "person",
                other => other,
            };
            format!("{:?}", things.id(of))
        }
        "First" => "3".into(),
        // the cursor of a number, a text, or an id
        "Cursor" if at == "caseQueue" || ["Meeting", "Person"].iter().any(|of| at.starts_with(of)) => {
            "\"WyIyMDI2LTAzLTEwVDA4OjAwOjAwWiIsIjAxODkwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMSJd\"".into()
        }
        "Cursor" if ["Event", "AuditVerification", "WebhookDelivery"].iter().any(|of| at.starts_with(of)) => {
            "\"MA\"".into()
        }
        "Cursor" if at.starts_with("ActionItem") => {
            "\"WyIyMDI2LTA0LTIwIiwiMDE4OTAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAxIl0\"".into()
        }
        "Cursor" if at.starts_with("Measurement") => "\"WyIyMDI2LTAzLTEwVDA4OjAwOjAwWiIsImEiLCJhIl0\"".into(),
        "Cursor" if ["Kpi", "Agreement", "Boundary", "Company", "Account"].iter().any(|of| at.starts_with(of)) => {
            "\"IiI\"".into()
        }
        "Cursor" => "\"IjAxODkwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMSI\"".into(),
        "Int" | "Long" => "1".into(),
        "Boolean" => "true".into(),
        "Date" => "\"2026-04-20\"".into(),
        "Period" => "\"2026-03\"".into(),
        "Instant" => "\"2026-03-10T08:00:00Z\"".into(),
        "Decimal" => "\"1\"".into(),
        "Duration" => "\"PT1H\"".into(),
        "String" => match arg {
            "code" => format!("{:?}", things.code),
            "period" => "\"2026-03\"".into(),
            "kpi" | "kpis" => "\"own-cost\"".into(),
            "company" | "companies" => format!("{:?}", things.company),
            "service" | "services" => "\"work\"".into(),
            "digest" => format!("{:?}", "ab".repeat(32)),
            "email" => "\"coordinator@east.example\"".into(),
            "kinds" => "\"agreement.signed\"".into(),
            _ => "\"words\"".into(),
        },
        // with a company to name, which the example of all inputs does
        "PauseClaim" => "COMPANY".into(),
        other if schema.of(other).kind == "ENUM" => schema.of(other).words[0].clone(),
        other if schema.of(other).kind == "INPUT_OBJECT" => {
            // a criterion or a measurement without its value is refused for its form
            let needed = |input: &&Arg| {
                input.of.required()
                    || (["CriterionInput", "MeasurementInput"].contains(&other) && input.name == "value")
            };
            let inputs = schema.of(other).inputs.iter().filter(needed);
            input(schema, things, other, &inputs.collect::<Vec<_>>())
        }
        other => panic!("no example of {other} for {at}({arg})"),
    }
}

/// An input object of that type, of these fields.
pub fn input(schema: &Schema, things: &Things, of: &str, fields: &[&Arg]) -> String {
    let to_a_company = fields.iter().any(|field| field.name == "to");
    let field = |input: &&Arg| match input.of.named() {
        "DisputedTime" if to_a_company => format!("{}: COMPANY", input.name),
        _ => format!("{}: {}", input.name, example(schema, things, of, &input.name, &input.of)),
    };
    format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
}

/// A field with its required arguments and some of the others, and the smallest selection.
pub fn call(schema: &Schema, things: &Things, field: &Field, more: &[&str]) -> String {
    opened(schema, things, field, more) + if schema.is_composite(field.of.named()) { " { __typename }" } else { "" }
}

/// The same without a selection.
pub fn opened(schema: &Schema, things: &Things, field: &Field, more: &[&str]) -> String {
    let asked = field.args.iter().filter(|arg| arg.of.required() || more.contains(&arg.name.as_str()));
    let at = if field.name == "caseQueue" { &field.name } else { field.of.named() };
    let asked: Vec<String> =
        asked.map(|arg| format!("{}: {}", arg.name, example(schema, things, at, &arg.name, &arg.of))).collect();
    match asked.as_slice() {
        [] => field.name.clone(),
        some => format!("{}({})", field.name, some.join(", ")),
    }
}

/// A field in each way it can be asked for: alone, with each of its other arguments, with each word of those that are
/// words, and of each length of period.
pub fn calls(schema: &Schema, things: &Things, field: &Field) -> Vec<String> {
    let alone = opened(schema, things, field, &[]);
    let mut calls = vec![alone.clone()];
    for arg in field.args.iter().filter(|arg| !arg.of.required() && arg.of.named() != "Cursor") {
        let with = opened(schema, things, field, &[&arg.name]);
        let words = &schema.of(arg.of.named()).words;
        calls.extend(words.iter().skip(1).map(|word| with.replace(&words[0], word)));
        calls.push(with);
    }
    if alone.contains("2026-03") {
        let periods = ["2026-Q1", "2026-03-10"];
        let others = calls.clone();
        calls.extend(periods.iter().flat_map(|period| others.iter().map(|call| call.replace("2026-03", period))));
    }
    calls
}

/// Everything below a type that can be asked for without going back the way, so many objects deep.
pub fn everything(schema: &Schema, things: &Things, of: &str, way: &mut Vec<String>, depth: usize) -> String {
    let mut asked = vec!["__typename".to_owned()];
    way.push(of.to_owned());
    for field in &schema.of(of).fields {
        let to = field.of.named();
        let mut asking = opened(schema, things, field, &[]);
        if asking.contains("first: 3") {
            asking = asking.replace("first: 3", "first: 10");
        }
        if !schema.is_composite(to) {
            asked.push(asking);
        } else if depth > 0 && !way.iter().any(|been| been == to) {
            let inside = everything(schema, things, to, way, depth - 1);
            asked.push(format!("{asking} {inside}"));
        }
    }
    way.pop();
    for possible in schema.of(of).possible.iter().filter(|_| schema.of(of).kind == "INTERFACE") {
        let leaves = schema.of(possible).fields.iter().filter(|field| !schema.is_composite(field.of.named()));
        let plain = leaves.filter(|field| field.args.iter().all(|arg| !arg.of.required()));
        let names: Vec<String> = plain.map(|field| format!("{possible}_{}: {}", field.name, field.name)).collect();
        asked.push(format!("... on {possible} {{ {} }}", names.join(" ")));
    }
    format!("{{ {} }}", asked.join(" "))
}
