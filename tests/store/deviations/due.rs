//! What falls due without anybody asking.

use crate::support::{deviations::Group, world::both};
use concordat_service::deviations;

fn due(group: &Group<'_>) -> Vec<String> {
    let read = |tx: &mut concordat_service::kernel::Tx<'_>| deviations::due(tx, group.agreement);
    let due = group.world.database.read(&group.world.console(), read).unwrap();
    due.iter().map(ToString::to_string).collect()
}

#[test]
fn ended_months_are_due_after_a_day_and_the_running_one_once_a_day() {
    both(|world| {
        let group = Group::new(world);
        let all = due(&group);
        assert_eq!(
            (all.len(), all[0].as_str(), all[14].as_str(), all[15].as_str()),
            (16, "2025-01", "2026-03", "2026-04")
        );
        for month in &all {
            group.assess(month, 100);
        }
        assert_eq!(due(&group), [""; 0]);
        world.at("2026-05-01T08:00:00Z");
        assert_eq!(due(&group), ["2026-05"], "April is waited for until its first day after is over");
        group.assess("2026-05", 100);
        world.at("2026-05-02T08:00:00Z");
        assert_eq!(due(&group), ["2026-04", "2026-05"]);
    });
}

#[test]
fn what_is_due_is_assessed_once_by_whichever_server_comes_first() {
    both(|world| {
        let group = Group::new(world);
        let done = std::thread::scope(|scope| {
            let server = || scope.spawn(|| deviations::assess_due(&world.database).unwrap());
            [server(), server()].map(|one| one.join().unwrap())
        });
        let mut periods: Vec<String> = done.iter().flatten().map(|(_, period)| period.to_string()).collect();
        periods.sort();
        let all = periods.len();
        periods.dedup();
        assert_eq!((all, periods.len()), (16, 16));
        assert_eq!(due(&group), [""; 0]);
        let assessed = world.events(group.agreement).iter().filter(|kind| *kind == "period.assessed").count();
        assert_eq!(assessed, 16);
    });
}
