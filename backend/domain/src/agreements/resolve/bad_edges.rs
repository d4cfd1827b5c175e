//! Every way in which demands can be wrong: what is changed in the small file, and what is told, exactly.

/// A text of the small file, what stands in its stead, and everything that is told.
pub(super) const BAD: &[(&str, &str, &str)] = &[
    (
        "service: desk\n    cal",
        "service: dsk\n    cal",
        "108:14: demands.desk-hours.service: there is no service `dsk`; did you mean `desk`? Otherwise declare it under `services`",
    ),
    (
        "calendar: office\n    reg",
        "calendar: ofice\n    reg",
        "109:15: demands.desk-hours.calendar: there is no calendar `ofice`; did you mean `office`? Otherwise declare it under `calendars`",
    ),
    (
        "regions: [north, south]",
        "regions: [north, \" \"]",
        "110:22: demands.desk-hours.regions: write between 1 and 200 characters here",
    ),
    (
        "regions: [north, south]",
        "regions: [north, north]",
        "110:22: demands.desk-hours.regions: `north` is given twice; keep one of them",
    ),
    (
        "regions: [north, south]",
        "regions: north",
        "110:14: demands.desk-hours.regions: a text stands where a list is expected; write its entries under it, each after `- `, or leave the key out",
    ),
    (
        "cases: 120",
        "cases: 0",
        "112:23: demands.desk-hours.forecast.cases: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "cases: 120",
        "cases: 1.5",
        "112:23: demands.desk-hours.forecast.cases: this is a count; write a whole number from 1 to 4294967295",
    ),
    (
        "cases: 120, per: week",
        "cases: 120, per: fortnight",
        "112:33: demands.desk-hours.forecast.per: `fortnight` is not one of day, week, month, quarter, year",
    ),
    (
        "handling: PT40M, ",
        "",
        "112:47: demands.desk-hours.forecast.answer: how many people this takes follows from how long a case occupies them; add `handling`",
    ),
    (
        "handling: PT40M",
        "handling: PT0S",
        "112:49: demands.desk-hours.forecast.handling: PT0S is out of range; write one above 0 up to P3650D",
    ),
    (
        "share: 0.8",
        "share: 1",
        "112:72: demands.desk-hours.forecast.answer.share: this is a share of the cases; write more than 0 and less than 1",
    ),
    (
        "share: 0.8",
        "share: 0",
        "112:72: demands.desk-hours.forecast.answer.share: this is a share of the cases; write more than 0 and less than 1",
    ),
    (
        "share: 0.8",
        "share: most",
        "112:72: demands.desk-hours.forecast.answer.share: \"most\" is not a number; write digits such as 12 or -0.95",
    ),
    (
        "within: PT15M",
        "within: soon",
        "112:85: demands.desk-hours.forecast.answer.within: \"soon\" is not a length of time; write ISO 8601 such as PT30M, PT4H or P2DT12H",
    ),
    (
        "code: net-always",
        "code: desk-hours",
        "113:12: demands.desk-hours: the demand `desk-hours` is given twice; keep one of them",
    ),
    (
        "products: [lines]",
        "product: [lines]",
        "113:60: demands.net-always.product: unknown key; did you mean `products`?",
    ),
];
