//! One table in three kinds of file, row by row.

use super::{No, Outcome, feed::plain};
use concordat_domain::kernel::Decimal;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use std::{borrow::Cow, io::Write};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated values. Text that a spreadsheet would take for a formula gets an apostrophe in front.
    Csv,
    /// One JSON object a line; numbers are text, so that no reader rounds them.
    Ndjson,
    /// A spreadsheet; numbers are of a spreadsheet's fifteen digits.
    Xlsx,
}

impl FileKind {
    /// The kind of a file's ending.
    #[must_use]
    pub fn named(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "ndjson" => Some(Self::Ndjson),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The media type to send it as.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Ndjson => "application/x-ndjson",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// What stands in one field.
pub(crate) enum Value<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Number(Decimal),
    Count(u64),
    Flag(bool),
}

impl<'a> Value<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

/// A table that is being written.
pub(crate) enum Table<W: Write + Send> {
    Csv(Box<csv::Writer<W>>),
    Ndjson(W, &'static [&'static str]),
    Xlsx(Box<(Workbook, W)>, u32),
}

/// Rows of a list that are read at a time.
pub(crate) const PAGE: usize = 500;

/// Goes through a list page by page, of which the first is at hand. A page that has one more than [`PAGE`] has another after it.
pub(crate) fn each_page<T>(
    mut page: Vec<T>,
    mut next: impl FnMut(&T) -> Outcome<Vec<T>>,
    mut each: impl FnMut(&T) -> Outcome<()>,
) -> Outcome<()> {
    loop {
        page.iter().take(PAGE).try_for_each(&mut each)?;
        match page.get(PAGE - 1).filter(|_| page.len() > PAGE) {
            Some(last) => page = next(last)?,
            None => return Ok(()),
        }
    }
}

fn broken(error: impl std::fmt::Display) -> No {
    No::broken(format!("an export: {error}"))
}

impl<W: Write + Send> Table<W> {
    /// Begins a table with these columns.
    pub(crate) fn begin(kind: FileKind, columns: &'static [&'static str], out: W) -> Outcome<Self> {
        match kind {
            FileKind::Csv => {
                let mut csv = csv::Writer::from_writer(out);
                csv.write_record(columns).map_err(broken)?;
                Ok(Self::Csv(Box::new(csv)))
            }
            FileKind::Ndjson => Ok(Self::Ndjson(out, columns)),
            FileKind::Xlsx => {
                let mut book = Workbook::new();
                let sheet = book.add_worksheet_with_constant_memory().map_err(broken)?;
                for (place, column) in (0..).zip(columns) {
                    sheet.write_string(0, place, *column).map_err(broken)?;
                }
                Ok(Self::Xlsx(Box::new((book, out)), 0))
            }
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, values: &[Value<'_>]) -> Outcome<()> {
        match self {
            Self::Csv(csv) => {
                for value in values {
                    match value {
                        Value::Nothing => csv.write_field(""),
                        Value::Text(text) => csv.write_field(plain(text).as_bytes()),
                        Value::Number(number) => csv.write_field(number.to_string()),
                        Value::Count(count) => csv.write_field(count.to_string()),
                        Value::Flag(flag) => csv.write_field(if *flag { "true" } else { "false" }),
                    }
                    .map_err(broken)?;
                }
                csv.write_record(None::<&[u8]>).map_err(broken)
            }
            Self::Ndjson(out, columns) => {
                let object: serde_json::Map<_, _> =
                    columns.iter().map(|name| (*name).to_owned()).zip(values.iter().map(json)).collect();
                writeln!(out, "{}", serde_json::Value::Object(object)).map_err(broken)
            }
            Self::Xlsx(book, rows) => {
                *rows += 1;
                let sheet = book.0.worksheet_from_index(0).map_err(broken)?;
                (0..).zip(values).try_for_each(|(place, value)| cell(sheet, *rows, place, value)).map_err(broken)
            }
        }
    }

    /// Ends the table.
    pub(crate) fn finish(self) -> Outcome<()> {
        match self {
            Self::Csv(mut csv) => csv.flush().map_err(broken),
            Self::Ndjson(mut out, _) => out.flush().map_err(broken),
            Self::Xlsx(book, _) => {
                let (mut book, out) = *book;
                book.save_to_writer(out).map_err(broken)
            }
        }
    }
}

fn json(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Nothing => serde_json::Value::Null,
        Value::Text(text) => text.as_ref().into(),
        Value::Number(number) => number.to_string().into(),
        Value::Count(count) => (*count).into(),
        Value::Flag(flag) => (*flag).into(),
    }
}

#[allow(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are floats")]
fn cell(sheet: &mut Worksheet, row: u32, place: u16, value: &Value<'_>) -> Result<(), XlsxError> {
    match value {
        Value::Nothing => Ok(()),
        Value::Text(text) => sheet.write_string(row, place, text.as_ref()).map(|_| ()),
        Value::Number(number) => sheet.write_number(row, place, number.approximate()).map(|_| ()),
        Value::Count(count) => sheet.write_number(row, place, *count as f64).map(|_| ()),
        Value::Flag(flag) => sheet.write_boolean(row, place, *flag).map(|_| ()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_plain_text() {
        for (text, shown) in [("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), ("a=b", "a=b"), ("", "")]
        {
            assert_eq!(plain(text), shown);
        }
    }

    #[test]
    fn numbers_stay_numbers_and_texts_are_escaped_in_csv() {
        let mut out = Vec::new();
        let mut table = Table::begin(FileKind::Csv, &["name", "value"], &mut out).unwrap();
        let number = Decimal::parse("-1.5").unwrap();
        table.row(&[Value::text("=cmd|' /C calc'!A0"), Value::Number(number)]).unwrap();
        table.finish().unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "name,value\n'=cmd|' /C calc'!A0,-1.5\n");
    }

    #[test]
    fn a_spreadsheet_is_written_row_by_row() {
        let mut out = Vec::new();
        let mut table = Table::begin(FileKind::Xlsx, &["name"], &mut out).unwrap();
        for row in 0..2000_u64 {
            table.row(&[Value::Count(row)]).unwrap();
        }
        table.finish().unwrap();
        assert_eq!(&out[..2], b"PK");
    }
}
