//! The name of a file that a person saves: what it is, whose, of which stage and day.

use crate::engine::ruleset::Stage;
use crate::ui::wording::Words;

/// `示范自评-某园区-创建-2026-11-23.json`. A nameless applicant is left out.
pub fn file_name(applicant: &str, stage: Stage, day: &str, extension: &str, words: &Words) -> String {
    let applicant: String = applicant.trim().chars().take(50).map(allowed).collect();
    let separator = if applicant.is_empty() { "" } else { "-" };
    [words.files.file_title, separator, &applicant, "-", (words.stage)(stage), "-", day, ".", extension].concat()
}

/// What Windows refuses in a name is replaced.
fn allowed(character: char) -> char {
    if character.is_control() || r#"<>:"/\|?*"#.contains(character) { '_' } else { character }
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use crate::engine::ruleset::Stage;
    use crate::engine::text::Lang;
    use crate::ui::wording::words;

    #[test]
    fn every_system_takes_the_name() {
        let table = [
            ("某高新区", "示范自评-某高新区-创建-2026-11-23.json"),
            (" ", "示范自评-创建-2026-11-23.json"),
            ("a/b\\c:d\n", "示范自评-a_b_c_d-创建-2026-11-23.json"),
        ];
        for (applicant, expected) in table {
            assert_eq!(file_name(applicant, Stage::Creation, "2026-11-23", "json", words(Lang::Zh)), expected);
        }
    }
}
