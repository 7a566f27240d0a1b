//! Prints what is read of workbooks, a line for every sheet, cell, hidden row or column, and merged area; for `compare.py`.

use office::workbook::Cell;

fn main() {
    let mut lines = String::new();
    for file in std::env::args().skip(1) {
        let book = office::open(&std::fs::read(&file).expect("a file"))
            .unwrap_or_else(|refusal| panic!("{file}: {refusal:?}"));
        for sheet in &book.sheets {
            lines += &format!("sheet\t{}\t{}\n", sheet.title, sheet.is_hidden);
            let table = sheet.table.as_ref().unwrap_or_else(|refusal| panic!("{file}: {refusal:?}"));
            for (row, cells) in table.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let Cell { text, number, merged, .. } = cell;
                    if !text.is_empty() {
                        let number = number.as_deref().unwrap_or("");
                        lines += &format!(
                            "cell\t{row}\t{column}\t{number}\t{}\n",
                            text.replace('\n', "↵").replace('\t', "→")
                        );
                    }
                    if *merged != (1, 1) {
                        lines += &format!("merged\t{row}\t{column}\t{}\t{}\n", merged.0, merged.1);
                    }
                }
            }
            table.hidden_rows.iter().for_each(|row| lines += &format!("row\t{row}\n"));
            table.hidden_columns.iter().for_each(|column| lines += &format!("column\t{column}\n"));
        }
    }
    print!("{lines}");
}
