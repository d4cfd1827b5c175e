//! KPIs over GraphQL: scorecards, measurements and how they are recorded.

mod files;
mod measurements;
mod real_log;
mod recording;
mod scorecard;

use crate::support::world::World;
use concordat_domain::kernel::AgreementId;
use concordat_service::kpis::{Format, Import};

/// An analyst of one supplier of the sample agreement.
const NORDLICHT: &str = "jonas.fjell@nordlicht.example";

const HEADER: &str = "kpi,company,service,observed_at,value,good,total,source,source_key";

/// The sample agreement with measurements of January and February 2026.
fn reported(world: &World) -> AgreementId {
    let id = world.sample();
    let mut lines = vec![HEADER.to_owned()];
    for (company, service, good) in [
        ("meridian", "service-desk", 98),
        ("nordlicht", "network", 90),
        ("castor", "devices", 95),
        ("halden", "network", 97),
        ("berger", "devices", 85),
    ] {
        for month in ["01", "02"] {
            let at = format!("2026-{month}-10T10:00:00Z");
            lines.push(format!("sla-met,{company},{service},{at},,{good},100,desk,{company}-{month}"));
            lines
                .push(format!("resolution-hours,{company},{service},{at},{}.25,,,hours,{company}-{month}", 100 - good));
        }
    }
    for company in ["castor", "berger"] {
        lines.push(format!("visit-costs,{company},devices,2026-02-11T10:00:00Z,12345,,,costs,{company}"));
    }
    let (input, import) = (lines.join("\n"), Import::new(Format::Csv));
    let done = import.run(&world.database, &world.console(), id, input.as_bytes(), |_| Ok(()), |_| ()).unwrap();
    assert_eq!((done.counts.recorded, done.counts.rejected), (22, 0));
    id
}
