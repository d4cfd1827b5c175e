//! Which network addresses a webhook may never reach: those of the machine itself, of its own network, and of everything
//! that is not a single machine on the open network (IANA special-purpose address registries; RFC 6890).

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Address, length of the prefix, and what it is.
type Range4 = ([u8; 4], u32, &'static str);

const RANGES_4: &[Range4] = &[
    ([0, 0, 0, 0], 8, "this network"),
    ([10, 0, 0, 0], 8, "a private network"),
    ([100, 64, 0, 0], 10, "a carrier's shared network"),
    ([127, 0, 0, 0], 8, "this machine"),
    ([169, 254, 0, 0], 16, "the local link"),
    ([172, 16, 0, 0], 12, "a private network"),
    ([192, 0, 0, 0], 24, "a protocol's own range"),
    ([192, 0, 2, 0], 24, "a range for examples"),
    ([192, 88, 99, 0], 24, "a relay"),
    ([192, 168, 0, 0], 16, "a private network"),
    ([198, 18, 0, 0], 15, "a range for measurements"),
    ([198, 51, 100, 0], 24, "a range for examples"),
    ([203, 0, 113, 0], 24, "a range for examples"),
    ([224, 0, 0, 0], 4, "many machines at once"),
    ([240, 0, 0, 0], 4, "a reserved range"),
];

/// Why an address may not be reached; nothing for one on the open network. IPv6 that carries an IPv4 address within it is
/// judged by that as well.
#[must_use]
pub fn unreachable(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(four) => of_four(four),
        IpAddr::V6(six) => of_six(six),
    }
}

fn of_four(address: Ipv4Addr) -> Option<&'static str> {
    let bits = |address: Ipv4Addr, length: u32| u32::from(address) >> (32 - length);
    let within = |(start, length, _): &&Range4| bits(address, *length) == bits(Ipv4Addr::from(*start), *length);
    RANGES_4.iter().find(within).map(|(.., what)| *what)
}

fn of_six(address: Ipv6Addr) -> Option<&'static str> {
    let parts = address.segments();
    let four = |high: u16, low: u16| {
        let [[a, b], [c, d]] = [high.to_be_bytes(), low.to_be_bytes()];
        Ipv4Addr::new(a, b, c, d)
    };
    match parts {
        [0, 0, 0, 0, 0, 0, 0, 1] => Some("this machine"),
        [0, 0, 0, 0, 0, 0, 0, 0] => Some("this network"),
        // IPv4-mapped (RFC 4291) and translated (RFC 2765)
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0, 0, 0, 0, 0xffff, 0, high, low] => {
            of_four(four(high, low)).or(Some("IPv4 written as IPv6"))
        }
        // NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056) and Teredo (RFC 4380) lead to IPv4
        [0x64, 0xff9b, ..] => Some("IPv4 behind a translator"),
        [0x2002, ..] | [0x2001, 0, ..] => Some("IPv4 behind a tunnel"),
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0x0fff, ..] => Some("a range for examples"),
        [0x2001, second, ..] if second < 0x200 => Some("a protocol's own range"),
        [first, ..] if first & 0xfe00 == 0xfc00 => Some("a private network"),
        [first, ..] if first & 0xffc0 == 0xfe80 => Some("the local link"),
        [first, ..] if first & 0xffc0 == 0xfec0 => Some("a private network"),
        [first, ..] if first & 0xff00 == 0xff00 => Some("many machines at once"),
        // everything that is given out on the open network begins with 001
        [first, ..] if first & 0xe000 != 0x2000 => Some("a reserved range"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_that_are_not_on_the_open_network_are_refused() {
        let refused = [
            "127.0.0.1",
            "127.255.255.255",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "192.88.99.1",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:8.8.8.8",
            "::ffff:0:10.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "::127.0.0.1",
            "100::1",
            "4000::1",
        ];
        for text in refused {
            assert!(unreachable(text.parse().unwrap()).is_some(), "{text}");
        }
    }

    #[test]
    fn machines_on_the_open_network_are_reached() {
        let open = [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "169.253.1.1",
            "192.0.1.1",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2a00:1450:4001::200e",
            "2001:4860:4860::8888",
        ];
        for text in open {
            assert_eq!(unreachable(text.parse().unwrap()), None, "{text}");
        }
    }

    proptest! {
        /// The standard library's own notion of these ranges, where it has one.
        #[test]
        fn nothing_that_is_local_gets_through(bits in any::<u32>()) {
            let address = Ipv4Addr::from(bits);
            let local = address.is_private() || address.is_loopback() || address.is_link_local()
                || address.is_broadcast() || address.is_multicast() || address.is_unspecified()
                || address.is_documentation();
            prop_assert!(!local || unreachable(address.into()).is_some());
            let mapped = address.to_ipv6_mapped();
            prop_assert!(unreachable(mapped.into()).is_some());
        }
    }
}
