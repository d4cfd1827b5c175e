//! Which target is in force for whom, and which contradict.

use super::super::samples::{company, decimal, kpi, service, target};
use super::super::{Direction, JointMethod, Kpi, KpiKind, Scope, Target};
use crate::kernel::{Decimal, Period};

fn promised(kpi: &Kpi, scope: Scope, period: &str) -> Option<String> {
    kpi.target(scope, Period::parse(period).unwrap()).map(|target| target.value.to_string())
}

#[test]
fn the_most_specific_target_wins() {
    let (a, b, s, t) = (company(1), company(2), service(1), service(2));
    let mut kpi = kpi(KpiKind::Ratio, Direction::Higher, JointMethod::Pooled);
    let of = |scope, value| target(scope, value, "2026-01-01");
    kpi.targets = vec![
        of(Scope::JOINT, "0.9"),
        of(Scope::service(s), "0.8"),
        of(Scope::company(a), "0.7"),
        of(Scope::both(a, s), "0.6"),
    ];
    for (scope, value) in [
        (Scope::JOINT, "0.9"),
        (Scope::service(s), "0.8"),
        (Scope::service(t), "0.9"),
        (Scope::company(a), "0.7"),
        (Scope::company(b), "0.9"),
        (Scope::both(a, s), "0.6"),
        (Scope::both(a, t), "0.7"),
        (Scope::both(b, s), "0.8"),
        (Scope::both(b, t), "0.9"),
    ] {
        assert_eq!(promised(&kpi, scope, "2026-03").as_deref(), Some(value), "{scope:?}");
    }
    let sum = Kpi { kind: KpiKind::Sum, ..kpi };
    assert_eq!(promised(&sum, Scope::company(b), "2026-03"), None, "the total of all is not promised by one");
    let worst = Kpi { joint: JointMethod::Worst, ..sum };
    assert_eq!(promised(&worst, Scope::company(b), "2026-03").as_deref(), Some("0.9"), "each keeps within it");
    assert_eq!(promised(&worst, Scope::service(t), "2026-03"), None, "a service is but a part of the sum");
}

#[test]
fn the_target_in_force_on_the_first_date_counts() {
    let mut kpi = kpi(KpiKind::Mean, Direction::Lower, JointMethod::Pooled);
    kpi.targets = vec![target(Scope::JOINT, "4", "2026-03-10"), target(Scope::JOINT, "3", "2026-05-01")];
    for (period, value) in
        [("2026-02", None), ("2026-03", Some("4")), ("2026-Q2", Some("4")), ("2026-05", Some("3")), ("2027", Some("3"))]
    {
        assert_eq!(promised(&kpi, Scope::JOINT, period).as_deref(), value, "{period}");
    }
}

#[test]
fn contradictions_are_refused_with_their_place() {
    let base = target(Scope::JOINT, "0.9", "2026-01-01");
    let refused = |direction, targets: Vec<Target>| {
        let kpi = Kpi { targets, ..kpi(KpiKind::Ratio, direction, JointMethod::Pooled) };
        kpi.check().err().and_then(|all| all.0[0].field.clone()).unwrap_or_default()
    };
    let some = |text| Some(decimal(text));
    for (direction, target, field) in [
        (Direction::Higher, Target { value: decimal("95"), ..base }, "targets.0.value"),
        (Direction::Higher, Target { upper: some("1"), ..base }, "targets.0.upper"),
        (Direction::Band, base, "targets.0.upper"),
        (Direction::Band, Target { upper: some("0.5"), ..base }, "targets.0.upper"),
        (Direction::Band, Target { upper: some("1"), warning: some("0.95"), ..base }, "targets.0.warning"),
        (Direction::Higher, Target { warning: some("0.85"), ..base }, "targets.0.warning"),
        (Direction::Lower, Target { warning: some("0.95"), ..base }, "targets.0.warning"),
        (Direction::Higher, Target { tolerance: Decimal::whole(-1), ..base }, "targets.0.tolerance"),
        (Direction::Higher, Target { warning: some("0.95"), tolerance: decimal("0.01"), ..base }, ""),
    ] {
        assert_eq!(refused(direction, vec![target]), field, "{target:?}");
    }
    assert_eq!(refused(Direction::Higher, vec![base, base]), "targets.1");
}
