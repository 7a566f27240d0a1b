//! Tables of cases: one case a line, columns set apart by `|`, `#` before a comment.

/// The rows of a table, each with its line number and its columns.
pub fn rows(text: &str) -> Vec<(usize, Vec<&str>)> {
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let cases = numbered.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    cases.map(|(number, line)| (number, line.split('|').map(|cell| cell.trim_matches(' ')).collect())).collect()
}
