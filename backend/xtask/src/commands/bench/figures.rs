//! What the scripts print: medians, rates, memory, and numbers that can be read.

use std::time::Duration;

/// The middle one of some times; of an even number the later of the two, so that it is one that was measured.
pub(super) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How many a second.
pub(super) fn rate(count: u64, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64().max(f64::EPSILON)
}

/// A number with its thousands parted: `1,000,000`.
pub(super) fn parted(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut text = digits[..first].to_owned();
    for (index, digit) in digits[first..].chars().enumerate() {
        if index % 3 == 0 && !text.is_empty() {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The most memory that a process has had resident, in bytes, from what Linux tells of it in `/proc/PID/status`.
pub(super) fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
}

#[cfg(test)]
mod tests {
    use super::{median, parted, peak, rate};
    use std::time::Duration;

    #[test]
    fn the_median_is_one_that_was_measured() {
        let of = |times: &[u64]| median(times.iter().map(|&ms| Duration::from_millis(ms)).collect()).as_millis();
        assert_eq!([of(&[]), of(&[7]), of(&[9, 1, 5]), of(&[4, 1, 3, 2])], [0, 7, 5, 3]);
    }

    #[test]
    fn numbers_can_be_read() {
        let read = [0, 12, 999, 1_000, 25_037, 100_000, 1_000_000].map(parted);
        assert_eq!(read, ["0", "12", "999", "1,000", "25,037", "100,000", "1,000,000"]);
        assert_eq!(rate(500, Duration::from_millis(250)).round() as u64, 2_000);
    }

    #[test]
    fn the_peak_is_read_from_the_status_of_a_process() {
        let status = "Name:\tconcordat\nVmPeak:\t  900000 kB\nVmHWM:\t  104860 kB\nVmRSS:\t   90000 kB\n";
        assert_eq!(peak(status), Some(104_860 * 1_024));
        assert_eq!(peak("Name:\tconcordat\nState:\tZ (zombie)\n"), None);
        assert_eq!(peak("VmHWM:\tmuch kB\n"), None);
    }
}
