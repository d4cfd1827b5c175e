//! Writes an answer as JSON bytes; what a leaf has written already is copied as it is.

use super::scalar::{Gql, Raw};
use juniper::Value;

/// Appends the JSON of `value` to `out`.
pub fn write_value(out: &mut Vec<u8>, value: &Value<Gql>) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Scalar(scalar) => write_scalar(out, scalar),
        Value::List(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write_value(out, item);
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            out.push(b'{');
            for (place, (key, field)) in fields.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write_key(out, key);
                write_value(out, field);
            }
            out.push(b'}');
        }
    }
}

/// Appends the JSON of one scalar.
pub fn write_scalar(out: &mut Vec<u8>, scalar: &Gql) {
    match scalar {
        Gql::Int(int) => write_integer(out, i64::from(*int)),
        Gql::Long(long) => write_integer(out, *long),
        Gql::Float(float) => write_float(out, *float),
        Gql::String(text) => write_text(out, text),
        Gql::Shared(text) => write_text(out, text),
        Gql::Boolean(truth) => out.extend_from_slice(if *truth { b"true" } else { b"false" }),
        Gql::Raw(Raw(json)) => out.extend_from_slice(json.as_bytes()),
    }
}

/// Appends `"key":`. A response key is a GraphQL name, so nothing in it needs escaping.
pub fn write_key(out: &mut Vec<u8>, key: &str) {
    out.push(b'"');
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b"\":");
}

/// Appends an integer.
pub fn write_integer(out: &mut Vec<u8>, integer: i64) {
    out.extend_from_slice(itoa::Buffer::new().format(integer).as_bytes());
}

/// Appends a float in the shortest form that reads back as the same number; not-a-number and the infinities are null.
pub fn write_float(out: &mut Vec<u8>, float: f64) {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !float.is_finite() {
        out.extend_from_slice(b"null");
    } else if float.fract() == 0.0 && float.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within 53 bits")]
        write_integer(out, float as i64);
    } else {
        out.extend_from_slice(ryu::Buffer::new().format_finite(float).as_bytes());
    }
}

/// Appends a text in quotes, escaped as JSON asks.
pub fn write_text(out: &mut Vec<u8>, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push(b'"');
    let mut plain = 0;
    for (place, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&text.as_bytes()[plain..place]);
        plain = place + 1;
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
            }
        }
    }
    out.extend_from_slice(&text.as_bytes()[plain..]);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use juniper::Object;
    use proptest::prelude::*;

    fn scalars() -> impl Strategy<Value = Gql> {
        prop_oneof![
            any::<i32>().prop_map(Gql::Int),
            any::<i64>().prop_map(Gql::Long),
            any::<f64>().prop_filter("JSON has no infinities", |f| f.is_finite()).prop_map(Gql::Float),
            any::<String>().prop_map(Gql::String),
            any::<String>().prop_map(|text| Gql::Shared(text.into())),
            any::<bool>().prop_map(Gql::Boolean),
        ]
    }

    fn values() -> impl Strategy<Value = Value<Gql>> {
        let leaf = prop_oneof![Just(Value::Null), scalars().prop_map(Value::Scalar)];
        leaf.prop_recursive(3, 32, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
                proptest::collection::vec(("[_a-zA-Z][_a-zA-Z0-9]{0,6}", inner), 0..4).prop_map(|fields| {
                    let mut object = Object::with_capacity(fields.len());
                    for (key, value) in fields {
                        object.add_field(key, value);
                    }
                    Value::Object(object)
                }),
            ]
        })
    }

    /// Numbers are equal as numbers: `1` and `1.0` are one value of JSON, and serde reads floats to the last bit but one.
    fn same(ours: &serde_json::Value, theirs: &serde_json::Value) -> bool {
        use serde_json::Value::{Array, Number, Object};
        match (ours, theirs) {
            (Number(a), Number(b)) => {
                let (x, y) = (a.as_f64().unwrap(), b.as_f64().unwrap());
                a == b || (x - y).abs() <= x.abs() * 1e-15
            }
            (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
            (Object(a), Object(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && same(a, b))
            }
            (a, b) => a == b,
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_serde_says(value in values()) {
            let mut out = Vec::new();
            write_value(&mut out, &value);
            let ours: serde_json::Value = serde_json::from_slice(&out).unwrap();
            let theirs = serde_json::to_value(&value).unwrap();
            prop_assert!(same(&ours, &theirs), "{ours} is not {theirs}");
        }

        #[test]
        fn a_scalar_written_reads_back_as_itself(long in any::<i64>(), text in any::<String>(), float in any::<f64>()) {
            let written = |scalar: &Gql| { let mut out = Vec::new(); write_scalar(&mut out, scalar); out };
            prop_assert_eq!(serde_json::from_slice::<i64>(&written(&Gql::Long(long))).unwrap(), long);
            prop_assert_eq!(serde_json::from_slice::<String>(&written(&Gql::String(text.clone()))).unwrap(), text);
            if float.is_finite() {
                let text = String::from_utf8(written(&Gql::Float(float))).unwrap();
                prop_assert_eq!(text.parse::<f64>().unwrap(), float);
            }
        }
    }

    #[test]
    fn raw_json_is_copied_as_it_is() {
        let mut out = Vec::new();
        write_value(&mut out, &Value::List(vec![Value::Scalar(Gql::Raw(Raw("{\"a\":[1, 2]}".into())))]));
        assert_eq!(out, b"[{\"a\":[1, 2]}]");
    }
}
