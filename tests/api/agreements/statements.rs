//! How many statements an operation sends: constant, however long its lists are.

use crate::support::{
    statements::{count, watch},
    world::both,
};
use serde_json::json;

#[test]
fn the_outline_of_an_agreement_costs_the_same_whatever_is_asked_of_it() {
    watch();
    both(|world| {
        world.sample();
        let analyst = world.person("jonas.fjell@nordlicht.example");
        let small = "{ agreement(code: \"arnau-workplace\") { code } }";
        let large = "{ agreement(code: \"arnau-workplace\") { parties { company { code } } services { code children { code } }
            commitments { code kpis { code reporters { code } } } groups { members { person { name } company { code } } }
            versions { number signatures { company { code } person { name } } }
            kpis(first: 100) { nodes { code targets { value company { code } } reporters { code } } } } }";
        // the agreement and its terms are read once and then remembered
        world.data(&analyst, small, &json!({}));
        let sent = |query| count(|| world.data(&analyst, query, &json!({}))).1;
        assert_eq!((sent(small), sent(large)), (1, 1));
    });
}
