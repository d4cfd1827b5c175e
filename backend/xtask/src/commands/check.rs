//! `cargo xtask check`: everything that must hold before a change lands.

use super::{
    Skips, cargo, console, contract,
    outcome::{Outcome, Table},
    root, step, test,
};

pub(super) fn run(skips: Skips) -> Result<(), String> {
    let mut table = Table::default();
    table.run("format", || done(step(&mut cargo(&["fmt", "--all", "--check"]))));
    table.run("house rules", house_rules);
    table.run("console build", console::build);
    table.run("lints", || done(step(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))));
    table.run("contract", || done(contract::compare()));
    table.append(test::table(skips));
    table.finish(skips)
}

fn house_rules() -> Outcome {
    match xtask::house::offences(&root()) {
        Err(why) => Outcome::Failed(why.to_string()),
        Ok(found) if found.is_empty() => Outcome::Passed(String::new()),
        Ok(found) => {
            eprintln!("{}", found.join("\n"));
            Outcome::Failed(format!("{} offences", found.len()))
        }
    }
}

fn done(result: Result<(), String>) -> Outcome {
    result.map(|()| String::new()).inspect_err(|why| eprintln!("{why}")).into()
}
