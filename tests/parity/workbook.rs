//! The workbook as it was committed: the figures in its cells, and the results its program left beside the formulas.

use std::collections::BTreeMap;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use serde_json::{Map, Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/parity/parity.xlsx");
const SHEETS: [(&str, &str, &str); 4] = [
    ("园区·创建", "park", "creation"),
    ("园区·认定", "park", "recognition"),
    ("企业·创建", "enterprise", "creation"),
    ("企业·认定", "enterprise", "recognition"),
];
/// Places in the sheets, counted from 0: the row of names, the hidden column of codes, the first column that is filled in.
const NAMES: usize = 2;
const CODES: usize = 4;
const FIRST_COLUMN: usize = 5;
/// The word for a tally that is empty, not unknown.
const NONE: &str = "无";

pub struct Workbook(BTreeMap<String, Range<Data>>);

/// One submission, as a column of a sheet.
pub struct Column {
    /// The sheet and the letter of the column.
    pub place: String,
    pub stage: &'static str,
    pub submission: Value,
    /// What the spreadsheet computed, by code.
    pub results: Vec<(String, Cell)>,
}

/// A computed cell.
#[derive(Debug)]
pub struct Cell(Data);

/// A row of 精度示例.
pub struct Example {
    pub usual: String,
    pub ours: String,
    pub exact: String,
    pub place: String,
}

impl Cell {
    pub fn number(&self) -> Option<f64> {
        match self.0 {
            Data::Float(number) => Some(number),
            Data::Int(number) => number.to_string().parse().ok(),
            _ => None,
        }
    }

    pub fn text(&self) -> &str {
        match &self.0 {
            Data::String(text) => text,
            other => panic!("{other:?} is no text"),
        }
    }
}

impl Workbook {
    pub fn open() -> Workbook {
        let mut file: Xlsx<_> = open_workbook(FILE).expect("tests/parity/parity.xlsx");
        Workbook(file.worksheets().into_iter().collect())
    }

    /// Every submission of every sheet; the first is the reader's own blank one.
    pub fn columns(&self) -> Vec<Column> {
        let mut columns = Vec::new();
        for (sheet, track, stage) in SHEETS {
            let (cells, kinds) = (&self.0[sheet], self.kinds(track));
            for column in FIRST_COLUMN..cells.width() {
                assert!(matches!(cells[(NAMES, column)], Data::String(_)), "{sheet}: a column without a name");
                let place = format!("{sheet} {}", letter(column));
                let submission = submission(cells, column, track, stage, &kinds);
                columns.push(Column { place, stage, submission, results: results(cells, column) });
            }
        }
        assert!(columns.len() > 60);
        columns
    }

    pub fn examples(&self) -> Vec<Example> {
        let cells = &self.0["精度示例"];
        let text = |row: usize, column: usize| Cell(cells[(row, column)].clone()).text().to_owned();
        let example =
            |row| Example { usual: text(row, 2), ours: text(row, 3), exact: text(row, 4), place: text(row, 6) };
        (4..cells.height()).map(example).collect()
    }

    /// The thresholds and weights by their codes, as decimal text.
    pub fn numbers(&self) -> BTreeMap<String, String> {
        self.rows_of_numbers().map(|(code, _, number)| (code, number)).collect()
    }

    /// The sentences that the thresholds are said to come from.
    pub fn quotes(&self) -> Vec<String> {
        let sentence =
            |row: &[Data]| (row[0] == Data::String("门槛".into())).then(|| Cell(row[6].clone()).text().to_owned());
        self.0["门槛与权重"].rows().filter_map(sentence).collect()
    }

    /// The Chinese names of the kinds of ranked tallies, by tally and name.
    fn kinds(&self, track: &str) -> BTreeMap<(String, String), String> {
        let kind = |(code, title, _): (String, String, String)| {
            let words: Vec<String> = code.split(' ').map(str::to_owned).collect();
            (words.len() == 3 && words[0] == track).then(|| ((words[1].clone(), title), words[2].clone()))
        };
        self.rows_of_numbers().filter_map(kind).collect()
    }

    fn rows_of_numbers(&self) -> impl Iterator<Item = (String, String, String)> {
        self.0["门槛与权重"].rows().filter_map(|row| match (&row[1], &row[2], Cell(row[3].clone()).number()) {
            (Data::String(code), Data::String(title), Some(number)) => {
                Some((code.clone(), title.clone(), number.to_string()))
            }
            _ => None,
        })
    }
}

fn code(cells: &Range<Data>, row: usize) -> Option<&str> {
    match &cells[(row, CODES)] {
        Data::String(code) => Some(code),
        _ => None,
    }
}

fn results(cells: &Range<Data>, column: usize) -> Vec<(String, Cell)> {
    let computed =
        |code: &str| ["outcome ", "measure ", "observed ", "total "].iter().any(|kind| code.starts_with(kind));
    let result = |row: usize| {
        Some((code(cells, row).filter(|code| computed(code))?.to_owned(), Cell(cells[(row, column)].clone())))
    };
    (0..cells.height()).filter_map(result).collect()
}

/// The submission that a column's filled-in cells make, by the codes of their rows.
fn submission(
    cells: &Range<Data>,
    column: usize,
    track: &str,
    stage: &str,
    kinds: &BTreeMap<(String, String), String>,
) -> Value {
    let mut submission = json!({"track": track, "stage": stage, "figures": {}, "baseline": {}});
    for row in 0..cells.height() {
        let Some((part, place)) = code(cells, row).and_then(|code| code.split_once('.')) else { continue };
        if !["figures", "baseline"].contains(&part)
            || place.ends_with("weighted")
            || place.ends_with("multiple")
            || place.ends_with("sum")
        {
            continue;
        }
        let value = match &cells[(row, column)] {
            Data::Empty => continue,
            Data::Float(number) => json!(number),
            Data::Int(number) => json!(number),
            Data::String(text) => json!(text),
            other => panic!("{other:?}"),
        };
        fill_in(submission[part].as_object_mut().expect("an object"), place, value, kinds);
    }
    for part in ["figures", "baseline"] {
        for figure in submission[part].as_object_mut().expect("an object").values_mut() {
            if let Value::Array(lines) = figure {
                lines.retain(|line| line["kind"] != NONE);
            }
        }
    }
    submission
}

/// `revenue[1]` is an entry of a series, `platforms[0].rank` a part of a ranked line, `patents.gold` a line, `employees` itself.
fn fill_in(figures: &mut Map<String, Value>, place: &str, value: Value, kinds: &BTreeMap<(String, String), String>) {
    if let Some((figure, rest)) = place.split_once('[') {
        let (index, key) = rest.split_once(']').expect("a closing bracket");
        let index: usize = index.parse().expect("an index");
        let length = match (figure, key) {
            ("national_revenue_growth", _) => 2,
            (_, "") => 3,
            _ => index + 1,
        };
        let list = figures.entry(figure).or_insert_with(|| json!([])).as_array_mut().expect("a list");
        list.resize(list.len().max(length), Value::Null);
        match key.strip_prefix('.') {
            None => list[index] = value,
            Some("kind") => list[index]["kind"] = kind(figure, value, kinds),
            Some(key) => list[index][key] = value,
        }
    } else if let Some((figure, kind)) = place.split_once('.') {
        let list = figures.entry(figure).or_insert_with(|| json!([])).as_array_mut().expect("a list");
        list.push(json!({"kind": kind, "count": value}));
    } else {
        figures.insert(place.to_owned(), value);
    }
}

/// The id of a kind; a name that is no kind's is handed over as it stands.
fn kind(figure: &str, name: Value, kinds: &BTreeMap<(String, String), String>) -> Value {
    let title = name.as_str().unwrap_or_default().to_owned();
    kinds.get(&(figure.to_owned(), title)).map_or(name, |id| json!(id))
}

fn letter(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).expect("below 26"));
    if column < 26 { last.into() } else { letter(column / 26 - 1) + &last.to_string() }
}
