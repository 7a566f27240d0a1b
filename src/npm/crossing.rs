//! A submission from JavaScript and its report back, each as one text: `submission.js` and `report.js` are the other side.
//!
//! Every value that crosses by itself costs as much as the engine's work on it. So JavaScript goes through the submission, and makes the
//! report from its head, which all reports by a ruleset have in common, and a text of what they have not.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use engine::input::without_exponent;
use engine::report::Report;
use engine::submission::NotASubmission;
use engine::{Input, Ruleset, Submission, judge};
use js::to_js;

use crate::head::Heads;
use crate::told::{judged, told};

#[wasm_bindgen]
extern "C" {
    /// A submission as one text, in UTF-8. It throws only where no stack is left.
    #[wasm_bindgen(catch, js_name = submissionAsText)]
    fn submission_as_text(submission: &JsValue) -> Result<Vec<u8>, JsValue>;
    /// The report that a head and a text come to.
    #[wasm_bindgen(catch, js_name = reportFromText)]
    fn report_from_text(head: &JsValue, text: &str, rosters: &JsValue) -> Result<JsValue, JsValue>;
    /// What a verdict is given with, from a head and a text.
    #[wasm_bindgen(catch, js_name = verdictFromText)]
    fn verdict_from_text(head: &JsValue, text: &str) -> Result<JsValue, JsValue>;
}

/// The report on a submission.
pub fn assess(ruleset: &Ruleset, heads: &Heads, submission: &JsValue) -> Result<JsValue, JsValue> {
    let text = submission_as_text(submission)?;
    let report = engine::report(ruleset, &read(&text)).map_err(refused)?;
    let head = heads.of(ruleset, report.track, report.stage);
    report_from_text(head, &told(ruleset, &report), &rosters(&report))
}

/// What a submission comes to, outcomes alone.
pub fn verdict(ruleset: &Ruleset, heads: &Heads, submission: &JsValue) -> Result<JsValue, JsValue> {
    let text = submission_as_text(submission)?;
    let (submission, _) = Submission::read(ruleset, &read(&text)).map_err(refused)?;
    let head = heads.of(ruleset, submission.track, submission.stage);
    verdict_from_text(head, &judged(&judge(ruleset, &submission)))
}

/// What `assess` throws.
fn refused(refusal: NotASubmission) -> JsValue {
    JsError::new(&refusal.to_string()).into()
}

/// What the rosters come to; undefined where there is none.
fn rosters(report: &Report) -> JsValue {
    if report.rosters.is_empty() {
        return JsValue::UNDEFINED;
    }
    let rosters = Object::new();
    for (path, roster) in &report.rosters {
        // An object of our own that was just made refuses nothing.
        let _ = Reflect::set(&rosters, &JsValue::from(path), &to_js(roster));
    }
    rosters.unchecked_into()
}

/// The value that a text of `submissionAsText` stands for.
fn read(text: &[u8]) -> Input<'_> {
    // Whatever is no character of a text has seven bits, so that all of it is one.
    str::from_utf8(text).ok().and_then(|text| Rest(text).value()).unwrap_or(Input::Unreadable)
}

/// What is still to be read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// None if the text ends too early, which no text of ours does.
    fn value(&mut self) -> Option<Input<'a>> {
        Some(match self.take(1)?.as_bytes() {
            [0] => Input::Absent,
            [1] => Input::Bool(false),
            [2] => Input::Bool(true),
            [3] => Input::Number(match self.text()? {
                number if number.contains('e') => without_exponent(number.to_owned()).into(),
                number => number.into(),
            }),
            [4] => Input::Text(self.text()?.into()),
            [5] => {
                let count = self.count()?;
                // There is no more of them than there are bytes.
                let mut entries = Vec::with_capacity(count.min(self.0.len()));
                for _ in 0..count {
                    entries.push(self.value()?);
                }
                Input::List(entries)
            }
            [6] => {
                let count = self.count()?;
                let mut pairs = Vec::with_capacity(count.min(self.0.len()));
                for _ in 0..count {
                    // The key is a text like any other.
                    self.take(1)?;
                    pairs.push((self.text()?.into(), self.value()?));
                }
                Input::Object(pairs)
            }
            _ => Input::Unreadable,
        })
    }

    fn take(&mut self, bytes: usize) -> Option<&'a str> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        self.take(length)
    }

    /// Four bytes of seven bits, the lowest first.
    fn count(&mut self) -> Option<usize> {
        Some(self.take(4)?.bytes().rev().fold(0, |count, byte| count << 7 | usize::from(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use engine::Input;

    const TEXT: &[u8] =
        b"\x06\x02\0\0\0\x04\x01\0\0\0a\x05\x03\0\0\0\0\x01\x02\x04\x01\0\0\0b\x03\x07\0\0\x001.5e-07\x07";

    #[test]
    fn what_javascript_wrote_is_read() {
        let [a, b] = [
            ("a".into(), Input::List(vec![Input::Absent, Input::Bool(false), Input::Bool(true)])),
            ("b".into(), Input::Number("0.00000015".into())),
        ];
        assert_eq!(read(&TEXT[..TEXT.len() - 1]), Input::Object(vec![a, b]));
        assert_eq!(read(b"\x04\x06\0\0\0\xe6\x96\xb0\xf0\x9f\x98"), Input::Unreadable, "no text");
        assert_eq!(read("\u{4}\u{3}\0\0\0新".as_bytes()), Input::Text("新".into()));
        assert_eq!(read(b"\x05\x01\x01\0\0").to_owned(), Input::Unreadable, "129 entries, and none is there");
    }

    #[test]
    fn what_ends_too_early_is_nothing_that_was_read() {
        for length in 0..TEXT.len() - 1 {
            assert_eq!(read(&TEXT[..length]), Input::Unreadable, "{length}");
        }
    }
}
