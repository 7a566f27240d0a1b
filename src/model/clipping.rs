//! What stands in the clipboard, as cells; and what of it are values, where a table brings its titles, headers and labels along.

use std::rc::Rc;

use engine::number::{NumberKind, parse_number};

/// Rows of cells.
pub type Block = Vec<Vec<Rc<str>>>;

/// The cells of a text from the clipboard; none for a text that is one cell only, which the browser itself pastes at the caret.
pub fn block(text: &str) -> Option<Block> {
    let mut block = cells(text);
    // A selection that reaches past the last filled row or column ends with cells that say nothing.
    while block.last().is_some_and(|row| row.iter().all(|cell| cell.is_empty())) {
        block.pop();
    }
    let filled = |row: &Vec<Rc<str>>| row.iter().rposition(|cell| !cell.is_empty()).map_or(1, |last| last + 1);
    let columns = block.iter().map(filled).max().unwrap_or_default();
    block.iter_mut().for_each(|row| row.truncate(columns));
    (block.len() > 1 || columns > 1).then_some(block)
}

/// Spreadsheets separate the cells by tabs, and quote a cell that has one, or a line break, in it. An empty line is an empty cell.
fn cells(text: &str) -> Block {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut rest) = (false, text.chars().peekable());
    while let Some(next) = rest.next() {
        let Some(row) = rows.last_mut() else { break };
        match next {
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\t' if !quoted => row.push(String::new()),
            _ => {
                let Some(cell) = row.last_mut() else { break };
                match next {
                    '"' if quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' if quoted || cell.is_empty() => quoted = !quoted,
                    next => cell.push(next),
                }
            }
        }
    }
    rows.into_iter().map(|row| row.iter().map(|cell| cell.trim().into()).collect()).collect()
}

/// Whether a cell may be a value: what has digits is pasted, and its field says why it refuses it.
pub fn has_digits(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// The values of a block for figures with so many places each, a row a figure.
pub fn by_figure(block: &Block, places: usize, kind: NumberKind) -> Block {
    let mut rows = block.clone();
    let is_column = rows.iter().all(|row| row.len() == 1);
    if is_column {
        let titles = rows.iter().take_while(|row| is_label(&row[0])).count();
        return vec![rows.split_off(titles).concat()];
    }
    drop_titles(&mut rows, kind);
    let first_column: Vec<_> = rows.iter().filter_map(|row| row.first()).collect();
    if rows.len() > 1 && is_descending(&first_column).is_some() {
        rows = turned(&rows);
        drop_titles(&mut rows, kind);
    }
    let runs_back = drop_years(&mut rows);
    let mut labelled = false;
    for row in &mut rows {
        labelled |= drop_labels(row, places, kind);
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if !labelled && runs_back.is_none() && places > 1 && rows.len() == places && columns != places {
        rows = turned(&rows);
    }
    if runs_back == Some(true) {
        rows.iter_mut().for_each(|row| row.reverse());
    }
    rows
}

/// A text in front of a row. What stands for a value that is not there is none.
fn is_label(cell: &str) -> bool {
    const NO_VALUE: [&str; 4] = ["无", "暂无", "N/A", "NA"];
    !has_digits(cell) && cell.contains(char::is_alphabetic) && !NO_VALUE.contains(&cell)
}

/// Drops the rows of texts above the values, and a title that stands alone in its row.
fn drop_titles(rows: &mut Block, kind: NumberKind) {
    let said = |row: &Vec<Rc<str>>| row.iter().filter(|cell| !cell.is_empty()).count();
    let is_title = |row: &Vec<Rc<str>>| {
        let alone = row.iter().find(|cell| !cell.is_empty()).filter(|_| said(row) == 1);
        !row.iter().any(|cell| has_digits(cell)) || alone.is_some_and(|cell| parse_number(cell, kind).is_err())
    };
    let titles = rows.iter().take_while(|row| is_title(row)).count();
    if titles < rows.len() || !rows.iter().flatten().any(|cell| has_digits(cell)) {
        rows.drain(..titles);
    }
}

/// Drops the rows of years above the values, and says whether they run backwards.
fn drop_years(rows: &mut Block) -> Option<bool> {
    let years = |row: &Vec<Rc<str>>| {
        let said: Vec<_> = row.iter().filter(|cell| !cell.is_empty() && !is_label(cell)).collect();
        is_descending(&said)
    };
    let headers = rows.iter().take_while(|row| years(row).is_some()).count();
    // Values that read as years are values where nothing else follows.
    if headers == 0 || headers == rows.len() {
        return None;
    }
    let runs_back = years(&rows[headers - 1]);
    rows.drain(..headers);
    runs_back
}

/// Whether cells are consecutive years that run backwards; none if they are anything else.
fn is_descending(cells: &[&Rc<str>]) -> Option<bool> {
    let years: Vec<u16> = cells.iter().map(|cell| year(cell)).collect::<Option<_>>()?;
    let runs = |step: fn(&[u16]) -> bool| years.len() > 1 && years.windows(2).all(step);
    match (runs(|pair| pair[1] == pair[0] + 1), runs(|pair| pair[0] == pair[1] + 1)) {
        (false, false) => None,
        (_, back) => Some(back),
    }
}

fn year(cell: &str) -> Option<u16> {
    let cell = cell.strip_suffix("年度").or_else(|| cell.strip_suffix('年')).unwrap_or(cell).trim();
    let is_year = cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    is_year.then(|| cell.parse().ok()).flatten()
}

/// Drops what a row is called, the unit behind it, and what a longer row begins with that is no value; says whether any was.
fn drop_labels(row: &mut Vec<Rc<str>>, places: usize, kind: NumberKind) -> bool {
    let before = row.len();
    while let [first, _, ..] = &**row
        && (is_label(first) || (row.len() > places && (first.is_empty() || parse_number(first, kind).is_err())))
    {
        row.remove(0);
    }
    row.len() < before
}

/// The same block with its columns as rows.
fn turned(rows: &Block) -> Block {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<Rc<str>>, column: usize| row.get(column).map_or_else(|| "".into(), Rc::clone);
    (0..columns).map(|column| rows.iter().map(|row| cell(row, column)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{block, by_figure};
    use engine::number::NumberKind;

    fn texts(block: &super::Block) -> Vec<Vec<&str>> {
        block.iter().map(|row| row.iter().map(|cell| &**cell).collect()).collect()
    }

    #[test]
    fn a_single_cell_is_left_to_the_browser() {
        for text in ["", "1,234.5", "1.2亿\r\n", "\n", "约 5 000", "7\t\t\n\t\n"] {
            assert_eq!(block(text), None, "{text}");
        }
    }

    #[test]
    fn cells_are_told_apart_as_the_spreadsheet_wrote_them() {
        let table: [(&str, &[&[&str]]); 8] = [
            ("1\t2\t3\r\n", &[&["1", "2", "3"]]),
            ("1\r\n2\r\n3\r\n", &[&["1"], &["2"], &["3"]]),
            ("1\r\n\r\n3\r\n", &[&["1"], &[""], &["3"]]),
            ("1,234.50 \t\t３\n", &[&["1,234.50", "", "３"]]),
            ("\"专精特新\"\"小巨人\"\"企业\"\t2\n", &[&["专精特新\"小巨人\"企业", "2"]]),
            ("\"营业\n收入\"\t2\n", &[&["营业\n收入", "2"]]),
            ("1\t2\n3\t4\n\t\n", &[&["1", "2"], &["3", "4"]]),
            ("1\t2\t\t\n3\t\t\t\n", &[&["1", "2"], &["3", ""]]),
        ];
        for (text, expected) in table {
            assert_eq!(texts(&block(text).expect(text)), expected, "{text}");
        }
    }

    #[test]
    fn titles_headers_and_labels_are_no_values() {
        let table: [(&str, &[&[&str]]); 16] = [
            ("2023\t2024\t2025\n1\t2\t3", &[&["1", "2", "3"]]),
            ("2023年\t2024年\t2025年\n1\t2\t3", &[&["1", "2", "3"]]),
            ("2025\t2024\t2023\n1\t2\t3", &[&["3", "2", "1"]]),
            ("指标\t2023\t2024\t2025\n营业收入\t1\t2\t3\n研发\t4\t5\t6", &[&["1", "2", "3"], &["4", "5", "6"]]),
            ("\t2023\t2024\n营业收入\t1\t2", &[&["1", "2"]]),
            ("营业收入\t万元\t1\t2\t3", &[&["1", "2", "3"]]),
            ("1.营业收入\t1\t2\t3", &[&["1", "2", "3"]]),
            ("营业收入\n1\n2\n3", &[&["1", "2", "3"]]),
            ("表 1\t\t\n第一年\t第二年\t第三年\n1\t2\t3", &[&["1", "2", "3"]]),
            // Read downwards: as many rows as there are years, and years beside them.
            ("1\t4\n2\t5\n3\t6", &[&["1", "2", "3"], &["4", "5", "6"]]),
            ("年份\t收入\n2023\t1\n2024\t2\n2025\t3", &[&["1", "2", "3"]]),
            ("2023\t1\t4\n2024\t2\t5\n2025\t3\t6", &[&["1", "2", "3"], &["4", "5", "6"]]),
            // Figures that read as years are figures, and what stands for no value keeps its place.
            ("2001\t2002\t2003", &[&["2001", "2002", "2003"]]),
            ("—\t2\t3", &[&["—", "2", "3"]]),
            ("约5\t2\t3", &[&["约5", "2", "3"]]),
            ("收入\t支出\n合计\t无", &[]),
        ];
        for (text, expected) in table {
            let read = by_figure(&block(text).unwrap(), 3, NumberKind::Amount);
            assert_eq!(texts(&read), expected, "{text}");
        }
    }
}
