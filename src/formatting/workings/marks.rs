//! The colours of the outcomes, which follow the words as these follow the figures.

use crate::texts::Words;
use engine::outcome::{Outcome, Verdict};
use office::workbook::At;
use office::write::{Mark, Tone};

const GOOD: Tone = Tone { colour: 0x17_643A, fill: 0xE4_F2E9 };
const BAD: Tone = Tone { colour: 0xB3_261E, fill: 0xFB_E4E2 };
/// Not orange, which is for the numbers of a batch.
const ASKS: Tone = Tone { colour: 0x6A_3D9A, fill: 0xEF_E7F7 };

/// The marks of cells with outcomes, from the first to the last.
pub fn outcomes(from: At, to: At, words: &Words) -> impl Iterator<Item = Mark> {
    let tones = [
        ((words.outcome)(Outcome::Met), GOOD),
        ((words.outcome)(Outcome::Unmet), BAD),
        ((words.outcome)(Outcome::Invalid), ASKS),
        ((words.outcome)(Outcome::NotComputable), ASKS),
        (words.workings.undecided, ASKS),
    ];
    marked(from, to, tones)
}

/// The marks of the cell with the verdict.
pub fn verdict(at: At, words: &Words) -> impl Iterator<Item = Mark> {
    let tones = [
        ((words.verdict)(Verdict::Met), GOOD),
        ((words.verdict)(Verdict::Unmet), BAD),
        ((words.verdict)(Verdict::Ineligible), BAD),
        (words.workings.undecided, ASKS),
    ];
    marked(at, at, tones)
}

fn marked<const N: usize>(from: At, to: At, tones: [(&str, Tone); N]) -> impl Iterator<Item = Mark> + use<'_, N> {
    tones.into_iter().map(move |(text, tone)| Mark { from, to, text: text.to_owned(), tone })
}
