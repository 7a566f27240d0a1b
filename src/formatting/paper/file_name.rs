//! The name of a file that a person saves: what it is, whose, of which stage and day.

use super::origin::Origin;
use crate::texts::Words;
use engine::ruleset::Stage;

/// File systems allow 255 bytes; the other parts and a browser's own addition for a second file need their share.
const MOST_BYTES: usize = 150;

/// What a file is named after.
pub struct Named<'a> {
    /// Who applies.
    pub applicant: &'a str,
    /// The stage of the submission, also where its targets are held against another.
    pub stage: Stage,
    /// Where the numbers come from.
    pub origin: Origin,
    /// The day on which it is made.
    pub day: &'a str,
}

/// `示范自评-某园区-创建-假设-2026-11-23.csv`. A nameless applicant is left out.
pub fn file_name(of: &Named, extension: &str, words: &Words) -> String {
    let applicant = shortened(&allowed(of.applicant));
    let mut parts = vec![words.report_words.file_name, &applicant, (words.stage)(of.stage)];
    parts.extend(of.origin.marks(words));
    parts.push(of.day);
    parts.retain(|part| !part.is_empty());
    [&parts.join("-"), ".", extension].concat()
}

/// The text with whatever a file name may not hold, or would be misread by, replaced. Runs of it become one.
fn allowed(text: &str) -> String {
    let mut name = String::new();
    for character in text.chars() {
        match character {
            character if !is_forbidden(character) => name.push(character),
            _ if name.ends_with('_') => {}
            _ => name.push('_'),
        }
    }
    name.trim_matches(|end: char| end == '_' || end == '.' || end.is_whitespace()).to_owned()
}

/// What Windows refuses, and the marks that no one sees: they turn the end of a name around.
fn is_forbidden(character: char) -> bool {
    let is_unseen =
        matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    character.is_control() || is_unseen || r#"<>:"/\|?*"#.contains(character)
}

fn shortened(text: &str) -> String {
    let ends = text.char_indices().map(|(start, character)| start + character.len_utf8());
    let end = ends.take_while(|end| *end <= MOST_BYTES).last().unwrap_or(0);
    text[..end].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Named, Origin, file_name};
    use crate::texts::words;
    use engine::ruleset::Stage;
    use engine::text::Lang;
    use model::scenarios::Scenario::{self, Original, Targets, WhatIf};

    fn named(applicant: &str, stage: Stage, (scenario, sample): (Scenario, bool), lang: Lang) -> String {
        let named = Named { applicant, stage, origin: Origin { scenario, sample }, day: "2026-11-23" };
        file_name(&named, "csv", words(lang))
    }

    #[test]
    fn the_name_says_what_it_is_and_every_system_takes_it() {
        let long = "新".repeat(80);
        let table = [
            ("某高新区", "示范自评-某高新区-创建-2026-11-23.csv"),
            ("", "示范自评-创建-2026-11-23.csv"),
            ("  \u{3000}", "示范自评-创建-2026-11-23.csv"),
            ("..", "示范自评-创建-2026-11-23.csv"),
            ("a/b\\c:d*e?f\"g<h>i|j", "示范自评-a_b_c_d_e_f_g_h_i_j-创建-2026-11-23.csv"),
            ("../../etc", "示范自评-etc-创建-2026-11-23.csv"),
            ("一\r\n二\t三", "示范自评-一_二_三-创建-2026-11-23.csv"),
            ("园\u{202e}vsc.exe", "示范自评-园_vsc.exe-创建-2026-11-23.csv"),
            ("CON", "示范自评-CON-创建-2026-11-23.csv"),
            (&long, &["示范自评-", &"新".repeat(50), "-创建-2026-11-23.csv"].concat()),
        ];
        for (applicant, expected) in table {
            let name = named(applicant, Stage::Creation, (Original, false), Lang::Zh);
            assert_eq!(name, expected, "{applicant:?}");
            assert!(name.len() < 255);
        }
    }

    #[test]
    fn the_name_says_what_is_no_actual_data() {
        let table = [
            ((WhatIf, false), Lang::Zh, "示范自评-甲-创建-假设-2026-11-23.csv"),
            ((Targets, false), Lang::Zh, "示范自评-甲-创建-创建目标-2026-11-23.csv"),
            ((Original, true), Lang::Zh, "示范自评-甲-创建-虚构示例-2026-11-23.csv"),
            ((Targets, true), Lang::Zh, "示范自评-甲-创建-虚构示例-创建目标-2026-11-23.csv"),
            ((Original, false), Lang::En, "Self-assessment-甲-Creation-2026-11-23.csv"),
            ((WhatIf, true), Lang::En, "Self-assessment-甲-Creation-Invented sample-What if-2026-11-23.csv"),
        ];
        for (origin, lang, expected) in table {
            assert_eq!(named("甲", Stage::Creation, origin, lang), expected);
        }
    }
}
