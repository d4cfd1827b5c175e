//! `cargo xtask bench queue [CASES]`: the queue of a team over GraphQL, with few cases and with many.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::Path,
    time::{Duration, Instant},
};

use super::{
    Built, agreement,
    client::{Client, quoted, text},
    figures::{median, parted},
    log,
    product::{Product, both, build, folder},
};

/// Of how many cases in the end one is there at first.
const HUNDREDTH: u64 = 100;
/// With fewer cases at first, the team has no whole page.
const LEAST: u64 = 500;
/// How often the queue is asked for without and with the clock running.
const ASKED: (usize, usize) = (20, 300);
/// A member of the team whose queue it is.
const MEMBER: &str = "mira.holm@nordlicht.example";
const TEAM: &str = "network-team";

/// Asks for the first page with a hundredth of the cases and with all of them.
pub(super) fn run(built: Built, cases: u64) -> Result<(), String> {
    if cases <= LEAST {
        return Err(format!("a queue takes more than {LEAST} cases"));
    }
    let program = build(built)?;
    let (folder, far_off) = (folder()?, agreement::far_off(&agreement::sample()?)?);
    let terms = folder.join("queue.yaml");
    fs::write(&terms, far_off).map_err(|why| format!("{}: {why}", terms.display()))?;
    let few = (cases / HUNDREDTH).max(LEAST);
    println!("caseQueue(first: 50) of {TEAM}, which holds an eighth of the cases; half of them are over");
    both(&program, |source| {
        let (small, large) = (source.product("few")?, source.product("many")?);
        for (product, cases) in [(&small, few), (&large, cases)] {
            agreement::in_force(product, &terms)?;
            fill(product, &folder.join("queue.csv"), cases)?;
        }
        let [first, then] = measure([&small, &large])?;
        println!("{:<10}  {}", source.name, said((few, first), (cases, then)));
        Ok(())
    })
}

fn fill(product: &Product<'_>, file: &Path, cases: u64) -> Result<(), String> {
    let written = File::create(file).and_then(|file| {
        let mut out = BufWriter::new(file);
        let events = log::waiting(0..cases, &mut out)?;
        out.flush().map(|()| events)
    });
    let events = written.map_err(|why| format!("{}: {why}", file.display()))?;
    let recorded = product.import(file, agreement::CODE)?.recorded;
    if recorded == events {
        product.analyze()
    } else {
        Err(format!("{} of {} events went in", parted(recorded), parted(events)))
    }
}

/// The medians of what the first page takes, from the request to the whole answer. Both are asked in turn: other work on
/// the machine hits both.
fn measure(products: [&Product<'_>; 2]) -> Result<[Duration; 2], String> {
    let (mut asked, mut servers) = (Vec::new(), Vec::new());
    for product in products {
        let server = product.serve()?;
        let mut member = agreement::of(product, &server.address, MEMBER)?;
        let query = page(&team(&mut member)?);
        servers.push(server);
        asked.push((member, query));
    }
    let (warm, measured) = ASKED;
    let mut times = [Vec::with_capacity(measured), Vec::with_capacity(measured)];
    for number in 0..warm + measured {
        for ((member, query), times) in asked.iter_mut().zip(&mut times) {
            let begun = Instant::now();
            let answer = member.ask(query)?;
            if number >= warm {
                times.push(begun.elapsed());
            }
            if !answer.contains("\"hasNextPage\":true") {
                return Err(format!("not a whole page: {answer}"));
            }
        }
    }
    Ok(times.map(median))
}

fn team(member: &mut Client) -> Result<String, String> {
    let seen = member.ask(&format!("{{ agreement(code: {}) {{ teams {{ code id }} }} }}", quoted(agreement::CODE)))?;
    let found = seen.split_once(&format!("\"code\":\"{TEAM}\"")).and_then(|(_, rest)| text(rest, "id"));
    found.map(str::to_owned).ok_or_else(|| format!("no {TEAM} in {seen}"))
}

/// What a list of cases shows, each with its deadlines.
fn page(team: &str) -> String {
    format!(
        "{{ agreement(code: {}) {{ caseQueue(team: {}, first: 50) {{ pageInfo {{ hasNextPage endCursor }} \
         nodes {{ reference title phase priority openedAt clocks {{ name state dueAt left }} }} }} }} }}",
        quoted(agreement::CODE),
        quoted(team)
    )
}

fn said((few, first): (u64, Duration), (many, then): (u64, Duration)) -> String {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    format!(
        "{} cases {:.2} ms, {} cases {:.2} ms: {:.2} x (medians of {})",
        parted(few),
        ms(first),
        parted(many),
        ms(then),
        ms(then) / ms(first).max(f64::EPSILON),
        ASKED.1
    )
}

#[cfg(test)]
mod tests {
    use super::{page, said};
    use std::time::Duration;

    #[test]
    fn both_medians_and_their_ratio_are_said() {
        let line = said((10_000, Duration::from_micros(4_000)), (1_000_000, Duration::from_micros(4_200)));
        assert_eq!(line, "10,000 cases 4.00 ms, 1,000,000 cases 4.20 ms: 1.05 x (medians of 300)");
    }

    #[test]
    fn the_page_names_its_team() {
        let query = page("VGVhbQ");
        assert!(query.contains("caseQueue(team: \"VGVhbQ\", first: 50)"));
        assert_eq!(query.matches('{').count(), query.matches('}').count());
    }
}
