//! Records of comma-separated values: the first line names the columns, each further line is one record.

use super::lines::wrong;
use concordat_domain::{
    kernel::{Refusal, Verdict},
    kpis::codes,
};
use std::borrow::Cow;

/// The columns there are, and whether a file must have each.
const COLUMNS: [(&str, bool); 10] = [
    ("kpi", true),
    ("company", true),
    ("service", true),
    ("observed_at", true),
    ("source", true),
    ("source_key", true),
    ("value", false),
    ("good", false),
    ("total", false),
    ("weight", false),
];

/// The fields of a record, in the order of [`COLUMNS`]; empty where the file has no such column.
pub(super) type Record<'l> = [Cow<'l, str>; COLUMNS.len()];

/// Which of [`COLUMNS`] stands where in a file.
pub(super) struct Header(Vec<usize>);

impl Header {
    /// Reads the first line.
    ///
    /// # Errors
    /// [`codes::IMPORT_COLUMNS`] for each column that is unknown, missing or named twice.
    pub(super) fn read(line: &str) -> Verdict<Self> {
        let refuse = |message: String| codes::IMPORT_COLUMNS.refuse_field("columns", message);
        let (mut places, mut problems) = (Vec::new(), Vec::new());
        for name in fields(line)? {
            match COLUMNS.iter().position(|(known, _)| *known == name.trim()) {
                Some(column) if places.contains(&column) => problems.push(refuse(format!("{name} is named twice"))),
                Some(column) => places.push(column),
                None => {
                    let shown: String = name.chars().take(64).collect();
                    problems.push(refuse(format!("{shown:?} is no column of measurements")));
                }
            }
        }
        for (column, (name, needed)) in COLUMNS.iter().enumerate() {
            if *needed && !places.contains(&column) {
                problems.push(refuse(format!("the column {name} is missing")));
            }
        }
        if problems.is_empty() { Ok(Self(places)) } else { Err(concordat_domain::kernel::Refusals(problems)) }
    }

    /// The fields of a line.
    ///
    /// # Errors
    /// [`codes::IMPORT_LINE`] when it has more or fewer than there are columns, or a quotation mark goes wrong.
    pub(super) fn record<'l>(&self, line: &'l str) -> Result<Record<'l>, Refusal> {
        let mut record = Record::default();
        let mut count = 0;
        for field in Fields::new(line) {
            let field = field?;
            if let Some(column) = self.0.get(count) {
                record[*column] = field;
            }
            count += 1;
        }
        if count != self.0.len() {
            return Err(wrong(format!("the line has {count} fields, the first line names {}", self.0.len())));
        }
        Ok(record)
    }
}

fn fields(line: &str) -> Result<Vec<Cow<'_, str>>, Refusal> {
    Fields::new(line).collect()
}

/// The fields of one line.
struct Fields<'l> {
    rest: Option<&'l str>,
}

impl<'l> Fields<'l> {
    const fn new(line: &'l str) -> Self {
        Self { rest: Some(line) }
    }

    /// A field in quotation marks, of which two stand for one; `rest` follows the first mark.
    fn quoted(&mut self, rest: &'l str) -> Result<Cow<'l, str>, Refusal> {
        let (mut field, mut from) = (Cow::Borrowed(""), rest);
        loop {
            let Some((part, after)) = from.split_once('"') else {
                return Err(wrong("a quotation mark is not closed on its line"));
            };
            field += part;
            match after.as_bytes().first() {
                None => self.rest = None,
                Some(b',') => self.rest = Some(&after[1..]),
                Some(b'"') => {
                    field += "\"";
                    from = &after[1..];
                    continue;
                }
                Some(_) => return Err(wrong("a comma has to follow a closed quotation mark")),
            }
            return Ok(field);
        }
    }
}

impl<'l> Iterator for Fields<'l> {
    type Item = Result<Cow<'l, str>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.take()?;
        if let Some(quoted) = rest.strip_prefix('"') {
            return Some(self.quoted(quoted));
        }
        let (field, rest) = rest.split_once(',').map_or((rest, None), |(field, rest)| (field, Some(rest)));
        self.rest = rest;
        if field.contains('"') {
            return Some(Err(wrong("a quotation mark stands inside a field; put the field in marks and double it")));
        }
        Some(Ok(Cow::Borrowed(field)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Vec<String>, String> {
        fields(line).map(|all| all.into_iter().map(Cow::into_owned).collect()).map_err(|why| why.message)
    }

    #[test]
    fn fields_are_read_with_and_without_marks() {
        assert_eq!(read(r#"a,"b"#), Err("a quotation mark is not closed on its line".into()));
        assert_eq!(read(r#"a,"b,c","d""e",,"#).unwrap(), ["a", "b,c", r#"d"e"#, "", ""]);
        assert_eq!(read(r#""","","x""#).unwrap(), ["", "", "x"]);
        assert!(read(r#""a"b,c"#).unwrap_err().starts_with("a comma has to follow"));
        assert!(read(r#"a"b,c"#).unwrap_err().starts_with("a quotation mark stands inside"));
    }

    #[test]
    fn columns_may_stand_in_any_order_and_each_once() {
        let header = Header::read("source_key,source,observed_at,service,company,kpi,value").unwrap();
        let record = header.record("k,s,t,v,c,p,1").unwrap();
        assert_eq!(record.map(Cow::into_owned).join("|"), "p|c|v|t|s|k|1|||");
        assert_eq!(header.record("k,s").unwrap_err().message, "the line has 2 fields, the first line names 7");
        let problems = Header::read("kpi,kpi,company,service,when,source").err().unwrap();
        let said: Vec<_> = problems.0.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "kpi is named twice",
                "\"when\" is no column of measurements",
                "the column observed_at is missing",
                "the column source_key is missing",
            ]
        );
    }
}
