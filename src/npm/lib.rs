//! The npm package: the engine for JavaScript. Every type of the contract stands in `shifan.d.ts`.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod crossing;
mod head;
mod many;
mod told;

use std::borrow::Cow;

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use engine::number::{Hint, NumberKind, hint_of, read_number};
use engine::problem::Code;
use engine::ruleset::PLAN_2025;
use engine::{Input, Ruleset};
use head::Heads;
use intake::shown::shown;
use intake::{Context, Reading, Table, TooLarge};
use js::{to_document, to_input, to_js, with_library};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("shifan.d.ts");

thread_local! {
    /// Those of the default ruleset.
    static HEADS: Heads = Heads::default();
}

/// Assesses a submission.
///
/// Throws an `Error` if the submission is no object, if its track or stage is unknown, or if the options are refused (a ruleset
/// that does not hold together, an override that names nothing in it); the message names the place. Nothing else throws: a
/// refused figure is one of the report's `problems`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Submission")] submission: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: Option<JsValue>,
) -> Result<JsValue, JsValue> {
    by_rules_of(options, |ruleset, heads| crossing::assess(ruleset, heads, &submission))
}

/// What a submission comes to and nothing of how: the verdict, and the outcomes of `assess` for every indicator and criterion, in a
/// fraction of the time. For screening. Throws as `assess` does.
#[wasm_bindgen(unchecked_return_type = "Outcomes")]
pub fn verdict(
    #[wasm_bindgen(unchecked_param_type = "Submission")] submission: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: Option<JsValue>,
) -> Result<JsValue, JsValue> {
    by_rules_of(options, |ruleset, heads| crossing::verdict(ruleset, heads, &submission))
}

/// Lends the rules that options ask for, with the heads of their reports.
fn by_rules_of(
    options: Option<JsValue>,
    use_them: impl FnOnce(&Ruleset, &Heads) -> Result<JsValue, JsValue>,
) -> Result<JsValue, JsValue> {
    let options = to_document(&options.unwrap_or(JsValue::UNDEFINED));
    with_library(|library| match library.choose(&options) {
        Ok(Cow::Borrowed(ruleset)) => HEADS.with(|heads| use_them(ruleset, heads)),
        Ok(Cow::Owned(ruleset)) => use_them(&ruleset, &Heads::default()),
        Err(refusal) => Err(JsError::new(&refusal.to_string()).into()),
    })
}

/// The ruleset that is used when the options name none, as a document of your own to read or change.
#[wasm_bindgen(js_name = defaultRuleset, unchecked_return_type = "Ruleset")]
pub fn default_ruleset() -> JsValue {
    JSON::parse(PLAN_2025).unwrap_or(JsValue::NULL)
}

/// Reads a table for what it says: its names, units and years. What is used is said with its cell and the reasons, and so is what is
/// left out and what only a person can tell. Nothing is written anywhere.
///
/// Throws an `Error` if the context's track or stage is unknown, or its ruleset is refused. No content of a table throws: one that is
/// too large has `refused`.
#[wasm_bindgen(js_name = readTable, unchecked_return_type = "TableReading")]
pub fn read_table(
    #[wasm_bindgen(unchecked_param_type = "Table | string")] table: JsValue,
    #[wasm_bindgen(unchecked_param_type = "TableContext")] context: JsValue,
) -> Result<JsValue, JsError> {
    let input = to_input(&context);
    let options = match input.get("ruleset") {
        Input::Absent => Input::Absent,
        ruleset => Input::Object(vec![("ruleset".into(), ruleset.clone())]),
    };
    with_library(|library| {
        let ruleset = library.choose(&options).map_err(|refusal| JsError::new(&refusal.to_string()))?;
        let context = Context::read(&ruleset, &input).map_err(|refusal| JsError::new(&refusal.to_string()))?;
        let reading = match Table::read(&to_input(&table)) {
            Ok(table) => intake::read_table(&table, &context),
            Err(TooLarge) => Reading::too_large(),
        };
        Ok(to_js(&shown(&reading, context.track)))
    })
}

/// Reads a number as people type and paste it: `"1.2亿"` in 万元 is `{value: "12000"}`, `"1,23"` is
/// `{code: "not_a_number", hint: "grouping"}`, a blank text is `{value: null}`. Throws an `Error` if the unit is unknown.
#[wasm_bindgen(js_name = parseFigure, unchecked_return_type = "ParsedFigure")]
pub fn parse_figure(
    #[wasm_bindgen(unchecked_param_type = "string | number")] text: JsValue,
    #[wasm_bindgen(unchecked_param_type = "FigureUnit")] unit: JsValue,
) -> Result<JsValue, JsError> {
    let kind = match unit.as_string().as_deref() {
        Some("wan_yuan") => NumberKind::SignedAmount,
        Some("count") => NumberKind::Count,
        Some("percent") => NumberKind::Percent,
        _ => return Err(JsError::new("unit: this must be one of: wan_yuan, count, percent")),
    };
    let input = to_input(&text);
    Ok(to_js(&match read_number(&input, kind) {
        Ok(number) => ParsedFigure::Read { value: number.map(|number| number.to_string()) },
        Err(code) => ParsedFigure::Refused { code, hint: hint_of(&input, code) },
    }))
}

#[derive(Serialize)]
#[serde(untagged)]
enum ParsedFigure {
    Read {
        value: Option<String>,
    },
    Refused {
        code: Code,
        #[serde(skip_serializing_if = "Option::is_none")]
        hint: Option<Hint>,
    },
}
