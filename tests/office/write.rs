//! Writes the form of the tests into a file, for `compare.py`.

mod form;

fn main() {
    let file = std::env::args().nth(1).expect("where to");
    std::fs::write(file, office::write::write(&form::form()).expect("a workbook")).expect("writing");
}
