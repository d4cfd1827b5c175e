//! Records of comma-separated values: the first line names the columns, each further line is one record.

use super::wrong;
use concordat_domain::kernel::{Code, Refusal, Refusals, Verdict};
use std::borrow::Cow;

/// Which of the columns that a kind of file has stands where in one file.
pub(crate) struct Header<const COLUMNS: usize>(Vec<usize>);

impl<const COLUMNS: usize> Header<COLUMNS> {
    /// Reads the first line of a file of `noun`, whose columns are these; of each it is said whether a file must have
    /// it.
    ///
    /// # Errors
    /// `code` for each column that is unknown, missing or named twice.
    pub(crate) fn read(line: &str, columns: &[(&str, bool); COLUMNS], code: Code, noun: &str) -> Verdict<Self> {
        let refuse = |message: String| code.refuse_field("columns", message);
        let (mut places, mut problems) = (Vec::new(), Vec::new());
        for name in fields(line)? {
            match columns.iter().position(|(known, _)| *known == name.trim()) {
                Some(column) if places.contains(&column) => problems.push(refuse(format!("{name} is named twice"))),
                Some(column) => places.push(column),
                None => {
                    let shown: String = name.chars().take(64).collect();
                    problems.push(refuse(format!("{shown:?} is no column of {noun}")));
                }
            }
        }
        for (column, (name, needed)) in columns.iter().enumerate() {
            if *needed && !places.contains(&column) {
                problems.push(refuse(format!("the column {name} is missing")));
            }
        }
        if problems.is_empty() { Ok(Self(places)) } else { Err(Refusals(problems)) }
    }

    /// The fields of a line, in the order of the columns; empty where the file has no such column.
    ///
    /// # Errors
    /// [`IMPORT_LINE`](super::IMPORT_LINE) when it has more or fewer than there are columns, or a quotation mark goes
    /// wrong.
    pub(crate) fn record<'l>(&self, line: &'l str) -> Result<[Cow<'l, str>; COLUMNS], Refusal> {
        let mut record = std::array::from_fn(|_| Cow::Borrowed(""));
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

/// The fields of a line, whatever they are.
///
/// # Errors
/// [`IMPORT_LINE`](super::IMPORT_LINE) when a quotation mark goes wrong.
pub(crate) fn fields(line: &str) -> Result<Vec<Cow<'_, str>>, Refusal> {
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

    const THINGS: Code = Code::new("THINGS", "Things.");
    const COLUMNS: [(&str, bool); 4] = [("kpi", true), ("company", true), ("at", true), ("value", false)];

    #[test]
    fn columns_may_stand_in_any_order_and_each_once() {
        let read = |line| Header::read(line, &COLUMNS, THINGS, "things");
        let header = read("value,at,kpi,company").unwrap();
        let record = header.record("1,t,k,c").unwrap();
        assert_eq!(record.map(Cow::into_owned).join("|"), "k|c|t|1");
        assert_eq!(header.record("k,s").unwrap_err().message, "the line has 2 fields, the first line names 4");
        let short = read("at,kpi,company").unwrap().record("t,k,c").unwrap();
        assert_eq!(short.map(Cow::into_owned).join("|"), "k|c|t|");
        let problems = read("kpi,kpi,company,when").err().unwrap();
        let said: Vec<_> = problems.0.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(said, ["kpi is named twice", "\"when\" is no column of things", "the column at is missing"]);
    }
}
