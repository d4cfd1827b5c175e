//! Holidays from a file beside the agreement file: its text takes the place of its path, so that what is applied is
//! whole in itself and every problem is still told at its line.

use super::{AgreementFile, At, FileProblems, decode};

/// Whether a value of `holidays_from` is the text of an iCalendar file and no path.
pub(crate) fn is_text(value: &str) -> bool {
    value.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:"))
}

/// The agreement file with the text of each file that a `holidays_from` names in the place of its path. `read` is given
/// the path as it is written. A file that is no agreement file comes back as it is: applying it tells what is wrong.
///
/// # Errors
/// Every path that `read` answers with a reason, at its place.
pub fn with_holidays(
    bytes: &[u8],
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<Vec<u8>, FileProblems> {
    let (Ok((file, _)), Ok(text)) = (AgreementFile::read(bytes), decode(bytes)) else { return Ok(bytes.to_vec()) };
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut problems = FileProblems::default();
    let mut named: Vec<_> =
        file.calendars.iter().filter_map(|it| Some((&it.code.value, it.holidays_from.as_ref()?))).collect();
    named.retain(|(_, path)| !is_text(&path.value));
    named.sort_by_key(|(_, path)| std::cmp::Reverse(path.place));
    for (calendar, path) in named {
        if let Err(message) = read(&path.value).and_then(|text| put(&mut lines, path, &text)) {
            problems.note(path.place, format!("calendars.{calendar}.holidays_from"), message);
        }
    }
    problems.verdict()?;
    Ok(lines.join("\n").into_bytes())
}

/// Puts a text in the place of a path, on its line.
fn put(lines: &mut [String], path: &At<String>, text: &str) -> Result<(), String> {
    let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
    let unclear = || "write the path as one plain or quoted word on the line of its key".to_owned();
    let line = lines.get_mut(at(path.place.line)).ok_or_else(unclear)?;
    let (start, _) = line.char_indices().nth(at(path.place.column)).ok_or_else(unclear)?;
    let plain = &path.value;
    let spelled = [plain.clone(), format!("\"{plain}\""), format!("'{plain}'")];
    let spelled = spelled.iter().find(|it| line.get(start..).is_some_and(|rest| rest.starts_with(it.as_str())));
    let end = start + spelled.ok_or_else(unclear)?.len();
    let quoted = serde_json::to_string(text).map_err(|error| error.to_string())?;
    line.replace_range(start..end, &quoted);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::samples::{CASES, resolve};

    const ICS: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260106\r\nSUMMARY:\"Epiphany\" \\, Ärzte\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    fn applied(line: &str, read: &mut dyn FnMut(&str) -> Result<String, String>) -> Result<String, String> {
        let text = CASES.replacen("hours: always}", &format!("hours: always, {line}}}"), 1);
        let bytes = with_holidays(text.as_bytes(), read).map_err(|problems| problems.to_string())?;
        Ok(String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_path_gives_way_to_the_text_and_nothing_moves() {
        for line in [
            "holidays_from: town days.ics",
            "holidays_from: 'town days.ics'",
            "holidays_from: \"town days.ics\", name2: x",
        ] {
            let mut asked = Vec::new();
            let whole = applied(line, &mut |path| {
                asked.push(path.to_owned());
                Ok(ICS.to_owned())
            });
            let whole = whole.unwrap().replace(", name2: x", "");
            assert_eq!((asked, whole.lines().count()), (vec!["town days.ics".to_owned()], CASES.lines().count()));
            let terms = resolve(&whole).unwrap_or_else(|problems| panic!("{problems}"));
            let holidays = &terms.calendar_named("every-hour").unwrap().calendar.holidays;
            let told: Vec<String> = holidays.iter().map(|(date, name)| format!("{date} {name}")).collect();
            assert_eq!(told, ["2026-01-06 \"Epiphany\" , Ärzte"]);
        }
    }

    #[test]
    fn a_path_that_cannot_be_read_is_told_at_its_place() {
        let told = applied("holidays_from: none.ics", &mut |path| Err(format!("there is no {path}")));
        assert_eq!(told, Err("69:88: calendars.every-hour.holidays_from: there is no none.ics".to_owned()));
        let told = applied("holidays_from: \"a\\x2eics\"", &mut |_| Ok(ICS.to_owned()));
        assert!(told.unwrap_err().contains("one plain or quoted word"));
        let broken = b"agreement: [";
        assert_eq!(with_holidays(broken, &mut |_| Ok(String::new())).unwrap(), broken);
    }
}
