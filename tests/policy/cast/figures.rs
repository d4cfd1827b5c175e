//! What the companies report and dispute, each in words that are its own.

use super::{Cast, FIGURES};
use concordat_domain::{
    access::Actor,
    kernel::{Decimal, Moment},
    kpis::Parts,
};
use concordat_service::{
    agreements,
    kpis::{self, Reported},
};
use serde_json::json;
use std::sync::Arc;

impl Cast {
    pub(super) fn measure(&self) {
        for (agreement, company, value, source_key) in FIGURES {
            let id = if agreement == "alpha" { self.alpha } else { self.beta };
            let console = self.world.console();
            let terms = self.world.database.read(&console, |tx| agreements::terms(tx, id)).unwrap();
            let batch: Vec<_> = ["own-cost", "joint-cost", "open-cost"]
                .iter()
                .map(|kpi| {
                    let value = if *kpi == "open-cost" { Decimal::whole(1) } else { Decimal::parse(value).unwrap() };
                    let parts = Parts { value: Some(value), good: None, total: None, weight: None };
                    let observed_at = Moment::parse("2026-03-10T08:00:00Z").unwrap();
                    let source_key = format!("{source_key}-{kpi}");
                    let service = "work";
                    let reported = Reported {
                        kpi,
                        company,
                        service,
                        observed_at,
                        parts,
                        source: "books",
                        source_key: &source_key,
                    };
                    kpis::measurement(&terms, &reported).unwrap()
                })
                .collect();
            self.world.database.write(&console, id, |tx| kpis::record(tx, id, &batch)).unwrap();
        }
    }

    /// March is assessed in both agreements; each company disputes its own concealed deviation in words that are its
    /// own, and coordinators of alpha plan against a disclosed one.
    pub(super) fn assess(&self) {
        let of_march = |steward: &str, agreement: &str| {
            let (steward, id) =
                (self.world.person(steward), self.things(agreement, "south").id("agreement").to_owned());
            let assess = format!(
                "mutation {{ assessPeriod(input: {{agreement: {id:?}, period: \"2026-03\"}}) {{ refusals {{ message }} }} }}"
            );
            self.world.data(&steward, &assess, &json!({}));
        };
        of_march("steward@north.example", "alpha");
        of_march("steward@west.example", "beta");
        for (agreement, company) in
            [("alpha", "north"), ("alpha", "south"), ("alpha", "east"), ("beta", "west"), ("beta", "far")]
        {
            let coordinator = self.world.person(&format!("coordinator@{company}.example"));
            let id = self.deviation(&coordinator, agreement, company).expect("a deviation of one's own");
            let review = format!(
                "mutation {{ reviewDeviation(input: {{deviation: {id:?}, revision: 1, verdict: DISPUTE, \
                 reason: \"reason of {company} in {agreement}\"}}) {{ refusals {{ message }} deviation {{ id }} }} }}"
            );
            let done = self.world.data(&coordinator, &review, &json!({}));
            assert!(done["reviewDeviation"]["deviation"]["id"].is_string(), "{done}");
            self.plan(agreement, company, &id);
        }
    }

    /// What a company alone will do about a figure that is its own business.
    fn plan(&self, agreement: &str, company: &str, deviation: &str) {
        let things = self.things(agreement, company);
        let mut lines = vec![format!(
            "deviation: {deviation:?}, revision: 2, title: \"plan of {company} in {agreement}\", criterion: {{kpi: {:?}, company: {:?}, \
             measure: AT_MOST, value: \"77.5\", every: MONTH, after: \"2026-04-30\", periods: 1}}",
            things.id("kpi"),
            things.id("company")
        )];
        lines.push(format!(
            "tasks: [{{company: {:?}, owner: {:?}, title: \"task of {company} in {agreement}\", due: \"2026-04-20\"}}]",
            things.id("company"),
            things.id("person")
        ));
        let plan = format!(
            "mutation {{ planCorrectiveAction(input: {{{}}}) {{ refusals {{ code message }} correctiveAction {{ id }} }} }}",
            lines.join(", ")
        );
        let coordinator = self.world.person(&format!("coordinator@{company}.example"));
        let done = self.world.data(&coordinator, &plan, &json!({}));
        assert!(done["planCorrectiveAction"]["correctiveAction"]["id"].is_string(), "{done}");
    }

    /// The deviation of a company's concealed costs, as somebody finds it.
    pub(super) fn deviation(&self, who: &Arc<Actor>, agreement: &str, company: &str) -> Option<String> {
        let query = format!(
            "{{ agreement(code: {agreement:?}) {{ deviations(first: 100) {{ nodes {{ id kpi {{ code }} company {{ code }} }} }} }} }}"
        );
        let data = self.world.data(who, &query, &json!({}));
        let nodes = data["agreement"]["deviations"]["nodes"].as_array().unwrap();
        let own = nodes.iter().find(|one| one["kpi"]["code"] == "own-cost" && one["company"]["code"] == company)?;
        own["id"].as_str().map(str::to_owned)
    }
}
