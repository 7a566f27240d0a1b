//! The cells of a text: tabs as in a clipboard, commas or semicolons as in CSV, or spaces as in what was copied from a PDF.

use csv_core::{ReadRecordResult, ReaderBuilder};
use engine::number::{NumberKind, parse_number};

use crate::spaced::spaced;
use crate::table::Parted;

/// The cells, row by row, and by what they were parted; none where there are more than so many. An empty line is an empty row.
pub fn cells(text: &str, most: usize) -> Option<(Vec<Vec<String>>, Parted)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Old Macs, and some programs today, end a line with a carriage return alone.
    let text = with_line_feeds(text);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let delimiter = delimiter(text).or_else(|| has_broken_cell(text).then_some(b'\t'));
    let rows = match delimiter {
        Some(delimiter) => delimited(text, delimiter, most),
        None => spaced(text, most),
    }?;
    let parted = match delimiter {
        Some(b'\t') => Parted::Tabs,
        Some(_) => Parted::Commas,
        None => Parted::Spaces,
    };
    Some((rows, parted))
}

fn with_line_feeds(text: &str) -> String {
    let mut parts = text.split('\r');
    let mut lines = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        lines.push('\n');
        lines.push_str(part.strip_prefix('\n').unwrap_or(part));
    }
    lines
}

/// What parts the cells. A comma or a semicolon does only where the lines cannot be read as numbers with thousands separators.
fn delimiter(text: &str) -> Option<u8> {
    if has(text, b'\t') {
        return Some(b'\t');
    }
    let is_number = |line: &str| parse_number(line, NumberKind::SignedAmount).is_ok();
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(100);
    let (mut commas, mut semicolons, mut numbers, mut all) = (0, 0, 0, 0);
    for line in lines() {
        commas += usize::from(has(line, b','));
        semicolons += usize::from(has(line, b';'));
        numbers += usize::from(is_number(line));
        all += 1;
    }
    let best = if semicolons > commas { ';' } else { ',' };
    // A sentence with a comma in it is no table: some part must be a number, or every line parted in the same way.
    let (mut width, mut even, mut has_number) = (None, true, false);
    for line in lines() {
        let mut parts = 0;
        let mut quoted = false;
        let parted = |c: char| {
            quoted ^= c == '"';
            c == best && !quoted
        };
        for part in line.split(parted) {
            let part = part.trim().trim_matches('"');
            parts += 1;
            has_number |= !part.trim().is_empty() && is_number(part);
        }
        even &= parts > 1 && *width.get_or_insert(parts) == parts;
    }
    let is_table = commas.max(semicolons) > 0 && numbers < all;
    (is_table && (even || has_number)).then_some(best as u8)
}

/// Whether a single column has a line break within a cell, which a spreadsheet puts into quotation marks then.
fn has_broken_cell(text: &str) -> bool {
    let is_open = |line: &str| line.starts_with('"') && line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    text.lines().any(is_open)
}

fn has(text: &str, byte: u8) -> bool {
    text.as_bytes().contains(&byte)
}

fn delimited(text: &str, delimiter: u8, most: usize) -> Option<Vec<Vec<String>>> {
    // A quotation mark that is never closed is one that somebody typed.
    let quoted = text.bytes().fold(true, |even, byte| even ^ (byte == b'"'));
    let mut reader = ReaderBuilder::new().delimiter(delimiter).quoting(quoted).build();
    let (mut rows, mut cells) = (Vec::new(), 0);
    let (mut input, mut line) = (text.as_bytes(), 1);
    let (mut output, mut ends) = (vec![0; 1024], vec![0; 64]);
    let (mut written, mut ended) = (0, 0);
    loop {
        let (result, read, wrote, closed) = reader.read_record(input, &mut output[written..], &mut ends[ended..]);
        input = &input[read..];
        written += wrote;
        ended += closed;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => output.resize(output.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            ReadRecordResult::End => return Some(rows),
            ReadRecordResult::Record => {
                let (mut start, mut lines) = (0, 1);
                let mut row = Vec::with_capacity(ended);
                for end in &ends[..ended] {
                    // A line break inside a cell is a blank.
                    for byte in
                        output.get_mut(start..*end).unwrap_or_default().iter_mut().filter(|byte| **byte == b'\n')
                    {
                        *byte = b' ';
                        lines += 1;
                    }
                    let cell = core::str::from_utf8(output.get(start..*end).unwrap_or_default()).unwrap_or_default();
                    row.push(cell.trim().to_owned());
                    start = *end;
                }
                // The reader passes over empty lines; here they keep their place.
                let after = reader.line() + u64::from(input.is_empty() && !text.ends_with('\n'));
                let skipped = after.saturating_sub(line + lines);
                for _ in 0..skipped {
                    rows.push(Vec::new());
                }
                line = after.max(line + lines);
                cells += row.len();
                rows.push(row);
                if cells > most || rows.len() > most {
                    return None;
                }
                (written, ended) = (0, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_are_told_apart_as_they_were_written() {
        // text | rows
        let table: [(&str, &[&[&str]]); 31] = [
            ("1\t2\t3\r\n", &[&["1", "2", "3"]]),
            ("1\t2\r3\t4\r", &[&["1", "2"], &["3", "4"]]),
            ("1\n\n3\n", &[&["1"], &[""], &["3"]]),
            ("a\t1\n\n\nb\t3", &[&["a", "1"], &[], &[], &["b", "3"]]),
            ("a\t1\n\nb\t3\n", &[&["a", "1"], &[], &["b", "3"]]),
            ("\na\t1", &[&[], &["a", "1"]]),
            ("\"专精特新\"\"小巨人\"\"企业\"\t2\n", &[&["专精特新\"小巨人\"企业", "2"]]),
            ("\"营业\n收入\"\t2\n\n利润\t3", &[&["营业 收入", "2"], &[], &["利润", "3"]]),
            ("\"2023年\r\n（万元）\"\t2", &[&["2023年 （万元）", "2"]]),
            ("\"46\n20\"\r\n", &[&["46 20"]]),
            ("\"46\r20\"\r\n5 936", &[&["46 20"], &["5 936"]]),
            ("5 936\n\"46\n20\"", &[&["5 936"], &["46 20"]]),
            ("\"46\n20", &[&["\"46"], &["20"]]),
            ("5\"屏\t2\n7\t3", &[&["5\"屏", "2"], &["7", "3"]]),
            ("\"小巨人\t2\n高企\t3", &[&["\"小巨人", "2"], &["高企", "3"]]),
            ("1\t2\t\t\n3\t\t\t\n", &[&["1", "2", "", ""], &["3", "", "", ""]]),
            ("\u{feff}指标,2023\n营收,98.5", &[&["指标", "2023"], &["营收", "98.5"]]),
            ("指标;2023\n营收;98,5", &[&["指标", "2023"], &["营收", "98,5"]]),
            ("指标,2023\n营收,\"1,098.5\"", &[&["指标", "2023"], &["营收", "1,098.5"]]),
            ("指标,2023,2024\n营收,\"30,000\",\"40,000\"", &[&["指标", "2023", "2024"], &["营收", "30,000", "40,000"]]),
            ("\"a\",\"30,000\"\n\"b,c\",\"40,000\"", &[&["a", "30,000"], &["b,c", "40,000"]]),
            ("1,234\n5,678", &[&["1,234"], &["5,678"]]),
            ("1,234.50", &[&["1,234.50"]]),
            ("98.50 112.36 125.80", &[&["98.50", "112.36", "125.80"]]),
            ("营业 收入 98.50 112.36", &[&["营业 收入", "98.50", "112.36"]]),
            ("营业收入  亿元  98.50", &[&["营业收入", "亿元", "98.50"]]),
            ("约 5 000", &[&["约", "5 000"]]),
            ("从业人员 30 人", &[&["从业人员", "30 人"]]),
            ("营业收入 1 234 567 98.5", &[&["营业收入", "1 234 567", "98.5"]]),
            ("园区情况，见附件", &[&["园区情况，见附件"]]),
            ("", &[&[""]]),
        ];
        for (text, expected) in table {
            assert_eq!(cells(text, 100).expect(text).0, expected, "{text}");
        }
        assert_eq!(cells("1\t2\n3\t4", 3), None);
        assert_eq!(cells(&"\n".repeat(200), 100), None);
    }
}
