//! Many submissions under one set of rules, for `many.js`: the rules are read once, not once a line.

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use engine::Ruleset;
use js::{to_document, with_library};

use crate::crossing;
use crate::head::Heads;

/// Rules that were read from options. It is `assessMany` that a developer calls.
#[wasm_bindgen(skip_typescript)]
pub struct Screening {
    ruleset: Ruleset,
    heads: Heads,
}

#[wasm_bindgen]
impl Screening {
    /// Reads the rules. Throws if the options are refused, as `assess` does.
    #[wasm_bindgen(constructor, skip_typescript)]
    pub fn new(options: &JsValue) -> Result<Screening, JsError> {
        let options = to_document(options);
        let ruleset = with_library(|library| library.choose(&options).map(|ruleset| ruleset.into_owned()));
        let ruleset = ruleset.map_err(|refusal| JsError::new(&refusal.to_string()))?;
        Ok(Screening { ruleset, heads: Heads::default() })
    }

    /// The report on one submission. Throws if it is none, as `assess` does.
    #[wasm_bindgen(skip_typescript)]
    pub fn assess(&self, submission: &JsValue) -> Result<JsValue, JsValue> {
        crossing::assess(&self.ruleset, &self.heads, submission)
    }
}
