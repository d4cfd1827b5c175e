//! Which kinds, units and joint methods hold together.

use super::super::samples::{company, decimal, kpi, service};
use super::super::{Direction, JointMethod, Kpi, KpiKind, Reporter, Unit, Weight};
use crate::kernel::{Decimal, KpiId};
use uuid::Uuid;

fn refused(kpi: &Kpi) -> Vec<String> {
    let problems = kpi.check().err().map_or_else(Vec::new, |all| all.0);
    problems.iter().map(|one| format!("{} {}", one.code, one.field.as_deref().unwrap_or("-"))).collect()
}

#[test]
fn kinds_and_methods_that_cannot_be_combined_are_refused() {
    use JointMethod::{AllMust, Pooled, Series, Weighted, Worst};
    let half = KpiKind::Quantile(decimal("0.5"));
    let fits = |kind, method| kpi(kind, Direction::Higher, method).check().is_ok();
    for (kind, methods) in [
        (KpiKind::Ratio, [true, true, true, true, true]),
        (KpiKind::Mean, [true, true, true, true, true]),
        (KpiKind::Sum, [true, false, true, false, true]),
        (KpiKind::Count, [true, false, true, false, true]),
        (half, [true, false, true, false, true]),
        (KpiKind::Last, [false, true, true, true, true]),
    ] {
        assert_eq!([Pooled, Weighted, Worst, Series, AllMust].map(|method| fits(kind, method)), methods, "{kind:?}");
    }
    let joint = vec!["KPI_JOINT_METHOD joint".to_owned()];
    assert_eq!(refused(&kpi(KpiKind::Mean, Direction::Band, Worst)), joint);
    assert_eq!(refused(&kpi(KpiKind::Ratio, Direction::Lower, Series)), joint);
    assert_eq!(refused(&Kpi { unit: Unit::Hours, ..kpi(KpiKind::Mean, Direction::Higher, Series) }), joint);
}

#[test]
fn units_quantiles_weights_and_reporters_have_to_fit() {
    let pooled = |kind| kpi(kind, Direction::Higher, JointMethod::Pooled);
    assert_eq!(refused(&Kpi { unit: Unit::Percent, ..pooled(KpiKind::Ratio) }), ["KPI_UNIT unit"]);
    for p in ["0", "1", "-0.5", "90"] {
        assert_eq!(refused(&pooled(KpiKind::Quantile(decimal(p)))), ["KPI_QUANTILE p"], "{p}");
    }
    let weighted = kpi(KpiKind::Mean, Direction::Lower, JointMethod::Weighted);
    assert_eq!(refused(&Kpi { weights: weighted.weights[1..].to_vec(), ..weighted.clone() }), ["KPI_WEIGHTS weights"]);
    let mut nought = weighted;
    nought.weights[2] = Weight { company: company(3), weight: Decimal::ZERO };
    assert_eq!(refused(&nought), ["KPI_WEIGHTS weights.2"]);
    let mut strange = Kpi { services: vec![service(1)], ..pooled(KpiKind::Sum) };
    strange.reporters.push(Reporter { company: company(1), services: vec![service(2)] });
    assert_eq!(refused(&strange), ["KPI_REPORTERS reporters.5", "KPI_REPORTERS reporters.5.services"]);
}

#[test]
fn facts_are_borrowed_only_from_a_kpi_that_has_fitting_ones() {
    let base = |kind| kpi(kind, Direction::Lower, JointMethod::Pooled);
    let reader = |kind| Kpi { id: KpiId(Uuid::from_u128(7)), facts_of: Some(base(kind).id), ..base(kind) };
    let fits = |kind, of| reader(kind).check_facts_of(&base(of)).is_ok();
    assert!(fits(KpiKind::Quantile(decimal("0.9")), KpiKind::Mean));
    assert!(fits(KpiKind::Count, KpiKind::Ratio));
    assert!(!fits(KpiKind::Mean, KpiKind::Ratio));
    assert!(!fits(KpiKind::Ratio, KpiKind::Mean));
    assert!(!fits(KpiKind::Sum, KpiKind::Count));
    assert!(reader(KpiKind::Mean).check_facts_of(&reader(KpiKind::Mean)).is_err());
}

#[test]
fn reporters_report_for_their_services_only() {
    let mut kpi =
        Kpi { services: vec![service(1), service(2)], ..kpi(KpiKind::Sum, Direction::Lower, JointMethod::Pooled) };
    kpi.reporters[0].services = vec![service(2)];
    assert!(!kpi.reports(company(1), service(1)) && kpi.reports(company(1), service(2)));
    assert!(kpi.reports(company(2), service(1)) && !kpi.reports(company(2), service(3)));
    assert!(!kpi.reports(company(9), service(1)));
}

#[test]
fn a_definition_reads_back_from_its_document() {
    let kpi = kpi(KpiKind::Quantile(decimal("0.9")), Direction::Lower, JointMethod::Pooled);
    let text = serde_json::to_string(&kpi).unwrap();
    assert!(text.contains(r#""kind":{"quantile":"0.9"},"unit":"hours""#), "{text}");
    assert_eq!(serde_json::from_str::<Kpi>(&text).unwrap(), kpi);
}
