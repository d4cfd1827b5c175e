//! What to ask first: a question each for a partner's analyst, a coordinator and an SME, ready to be pasted.

/// A question that somebody of the demo may ask.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// Who asks.
    pub email: &'static str,
    /// What they want to know, as a heading.
    pub heading: &'static str,
    /// In GraphQL.
    pub query: &'static str,
}

/// The questions.
pub const CALLS: [Call; 5] = [
    Call {
        email: "jonas.fjell@nordlicht.example",
        heading: "Jonas Fjell, a partner's analyst: how did the network do last winter, alone and in the whole?",
        query: r#"{ agreement(code: "arnau-workplace") { joint: scorecard(period: "2026-02", periods: 3) { kpi { code } period value verdict restatedFrom } own: scorecard(period: "2026-02", periods: 3, by: COMPANY, filter: { companies: ["nordlicht"] }) { kpi { code } period value verdict } } }"#,
    },
    Call {
        email: "clara.weiss@castor.example",
        heading: "Clara Weiss, a coordinator: what is open, and what is being done about it?",
        query: r#"{ agreement(code: "arnau-workplace") { deviations(first: 20, filter: { state: [OPEN, REVIEWED, ACTING, VERIFYING] }) { nodes { kpi { code } company { name } period kind state level figures { value } review { verdict reason } correctiveActions { title state tasks { company { name } title state } } } } } }"#,
    },
    Call {
        email: "mira.holm@nordlicht.example",
        heading: "Mira Holm, an SME: which services are there, and how are they measured?",
        query: r#"{ agreement(code: "arnau-workplace") { services { code name } kpis(first: 20) { nodes { code name kind unit direction jointMethod disclosure } } } }"#,
    },
    Call {
        email: "mira.holm@nordlicht.example",
        heading: "Mira Holm, an engineer: who held the customers' cases, and whose minutes were they?",
        query: r#"{ agreement(code: "arnau-workplace") { cases(first: 5) { nodes { reference title phase handOvers pingPong clocks { name company { name } state target elapsed dueAt } ledger { total parts { kind company { name } time } breach { company { name } charged budget share } } disputes { company { name } state decision } } } caseTotals { cases parts { kind company { name } time } betweenCompanies { handOvers pingPong } } } }"#,
    },
    Call {
        email: "mira.holm@nordlicht.example",
        heading: "Mira Holm, an SME: where does nobody cover, where do two claim, what is short, what runs in a circle?",
        query: r#"{ agreement(code: "arnau-workplace") { coverage { findings(first: 10) { nodes { kind state service { code } boundaries { code company { name } } limits windows(first: 2) { opensAt closesAt local { zone opens closes } } extent capacity { demanded committed } } } } } }"#,
    },
];

impl Call {
    /// Two lines for a shell: the token is exchanged for a short one, which asks.
    #[must_use]
    pub fn curl(&self, base: &str, token: &str) -> String {
        let key = serde_json::json!({ "token": token });
        let body = serde_json::json!({ "query": self.query });
        let json = "-H 'content-type: application/json'";
        format!(
            "JWT=$(curl -s {base}/auth/token {json} -d '{key}' | sed -E 's/.*\"token\":\"([^\"]+)\".*/\\1/')\n\
             curl -s {base}/graphql {json} -H \"authorization: Bearer $JWT\" -d '{body}'"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_line_ends_the_shell_s_quotes() {
        for call in CALLS {
            assert!(!call.query.contains('\''), "{}", call.query);
            assert_eq!(call.curl("http://127.0.0.1:1", "token_x").lines().count(), 2);
        }
    }
}
