//! The JavaScript face in a real browser: the same bytes as natively, and nothing that JavaScript can hand over breaks it.
#![cfg(target_family = "wasm")]

use std::sync::Once;

use js_sys::{JSON, Reflect};
use sha2::{Digest, Sha256};
use shifan::{assess, default_ruleset, parse_figure};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The package's own JavaScript, which its glue calls by name: the build puts it behind the glue.
fn load_crossing() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let globals = "Object.assign(globalThis, { submissionAsText, reportFromText, verdictFromText })";
        js_sys::eval(
            &[include_str!("../../src/npm/submission.js"), include_str!("../../src/npm/report.js"), globals].concat(),
        )
        .expect("functions");
    });
}

fn js(code: &str) -> JsValue {
    load_crossing();
    js_sys::eval(&format!("({code})")).unwrap_or_else(|error| panic!("{code}: {error:?}"))
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).expect("plain data").into()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).expect("an object"))
}

/// The report of an enterprise at creation with these figures.
fn report(figures: &str) -> JsValue {
    let submission = js(&format!("{{track: 'enterprise', stage: 'creation', figures: {figures}}}"));
    assess(submission, None).unwrap_or_else(|_| panic!("{figures}: an Error"))
}

fn message(refused: Result<JsValue, impl Into<JsValue>>) -> String {
    let error: JsValue = refused.expect_err("an Error").into();
    assert!(error.is_instance_of_error(), "an Error and not some other thing");
    get(&error, "message").as_string().expect("a message")
}

trait IsError {
    fn is_instance_of_error(&self) -> bool;
}

impl IsError for JsValue {
    fn is_instance_of_error(&self) -> bool {
        use wasm_bindgen::JsCast;
        self.is_instance_of::<js_sys::Error>()
    }
}

#[wasm_bindgen_test]
fn every_report_is_the_same_bytes_as_natively() {
    load_crossing();
    let submissions = include_str!("../replay/submissions.jsonl").lines();
    let digests = include_str!("../replay/reports.sha256").lines();
    let mut replayed = 0;
    for (line, digest) in submissions.zip(digests) {
        let case = JSON::parse(line).expect("JSON");
        let report = assess(get(&case, "submission"), Some(get(&case, "options"))).unwrap_or_else(|_| panic!("{line}"));
        assert_eq!(format!("{:x}", Sha256::digest(text(&report))), digest, "line {}", replayed + 1);
        replayed += 1;
    }
    assert!(replayed >= 250);
}

#[wasm_bindgen_test]
fn the_default_ruleset_is_a_document_that_can_be_handed_in_again() {
    let submission = || js("{track: 'park', stage: 'creation'}");
    let options = js("{}");
    Reflect::set(&options, &"ruleset".into(), &default_ruleset()).unwrap();
    let with = assess(submission(), Some(options)).unwrap_or_else(|_| panic!("the default ruleset is refused"));
    let without = assess(submission(), None).unwrap_or_else(|_| panic!("no options are refused"));
    assert_eq!(text(&with), text(&without));
}

#[wasm_bindgen_test]
fn whatever_a_figure_is_the_report_names_it() {
    for (value, code) in [
        ("() => 5", "wrong_type"),
        ("Symbol('5')", "wrong_type"),
        ("new Date()", "wrong_type"),
        ("new Map()", "wrong_type"),
        ("new Uint8Array(3)", "wrong_type"),
        ("new Proxy({}, {ownKeys() { throw 1 }})", "wrong_type"),
        ("new Proxy([1, 2, 3], {get() { throw new Error('boom') }})", "wrong_type"),
        ("new Proxy([1, 2, 3], {get: () => Symbol()})", "wrong_type"),
        ("(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()", "wrong_type"),
        ("Object.assign([], {length: 4e9})", "wrong_type"),
        ("Object.create(null)", "wrong_type"),
        ("true", "wrong_type"),
        ("NaN", "not_a_number"),
        ("-Infinity", "not_a_number"),
        ("'\\ud800'", "not_a_number"),
        ("'\\u0000'", "not_a_number"),
        ("'9'.repeat(1e6)", "out_of_range"),
        ("'x'.repeat(1e6)", "not_a_number"),
        ("1e308", "out_of_range"),
        ("1.5", "not_whole"),
        ("2n ** 200n", "out_of_range"),
        ("-1n", "negative"),
    ] {
        let report = report(&format!("{{employees: {value}, talent: [{{kind: 'skilled', count: 50}}]}}"));
        assert_eq!(text(&get(&report, "problems.0.code")), format!("\"{code}\""), "{value}");
        assert_eq!(text(&get(&report, "problems.0.path")), "\"figures.employees\"", "{value}");
        assert_eq!(text(&get(&report, "indicators.6.outcome")), "\"met\"", "{value}: nothing else is lost");
    }
    for value in ["5", "5n", "'5'", "5.0", "'５'", "-0", "null", "undefined", "''"] {
        assert_eq!(text(&get(&report(&format!("{{employees: {value}}}")), "problems")), "[]", "{value}");
    }
}

#[wasm_bindgen_test]
fn what_throws_when_read_loses_only_itself() {
    let report = report("{get employees() { throw new Error('no') }, talent: [{kind: 'skilled', count: 50}]}");
    assert_eq!(text(&get(&report, "problems.0.path")), "\"figures.employees\"");
    assert_eq!(text(&get(&report, "indicators.6.outcome")), "\"met\"");
}

/// A thousand exceptions leave the engine as it was: none of them may cross its frames.
#[wasm_bindgen_test]
fn what_throws_again_and_again_wears_nothing_out() {
    for _ in 0..1000 {
        report("{employees: new Proxy([1], {get() { throw new Error('boom') }})}");
    }
    assert_eq!(text(&get(&report("{talent: [{kind: 'skilled', count: 50}]}"), "indicators.6.outcome")), "\"met\"");
}

#[wasm_bindgen_test]
fn what_frameworks_hide_in_objects_is_not_read() {
    let observed = "Object.defineProperty({kind: 'skilled', count: 50}, '__ob__', {value: {}, enumerable: false})";
    let report = report(&format!("{{talent: [{observed}]}}"));
    assert_eq!(text(&get(&report, "problems")), "[]");
    assert_eq!(text(&get(&report, "indicators.6.outcome")), "\"met\"");
}

#[wasm_bindgen_test]
fn a_knot_in_a_key_that_is_never_read_costs_nothing_else() {
    let submission = js(
        "(() => { const a = {}; a.x = a; a.y = [a, a]; return {track: 'park', stage: 'creation', applicant: a, figures: {employees: 'x'}} })()",
    );
    let report = assess(submission, None).unwrap_or_else(|_| panic!("an Error"));
    assert_eq!(text(&get(&report, "problems.0.path")), "\"figures.employees\"");
}

#[wasm_bindgen_test]
fn an_object_that_contains_itself_is_not_followed_for_ever() {
    let knot = js("(() => { const knot = {}; for (let i = 0; i < 40; i++) knot['k' + i] = knot; return knot })()");
    let submission = js("{track: 'park', stage: 'creation'}");
    Reflect::set(&submission, &"figures".into(), &knot).unwrap();
    let report = assess(submission, None).unwrap_or_else(|_| panic!("an Error"));
    assert_eq!(text(&get(&report, "problems.0.code")), "\"unknown_key\"");
    // As deep as a call stack goes, and as a prototype.
    assert_eq!(
        text(&get(
            &self::report(
                "(() => { let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; return {employees: deep} })()"
            ),
            "problems.0.code"
        )),
        "\"wrong_type\""
    );
    assert_eq!(
        text(&get(&self::report("JSON.parse('{\"__proto__\": {\"employees\": 5}}')"), "problems.0.path")),
        "\"figures.__proto__\""
    );
}

#[wasm_bindgen_test]
fn errors_are_the_documented_ones() {
    for submission in ["null", "undefined", "5", "'park'", "[]", "{}", "{track: 'park'}", "() => {}", "new Map()"] {
        assert!(message(assess(js(submission), None)).starts_with("submission"), "{submission}");
    }
    let park = || js("{track: 'park', stage: 'creation'}");
    for (options, place) in [
        ("'x'", "options"),
        ("{rulset: {}}", "rulset"),
        ("{ruleset: 5}", "ruleset"),
        ("{ruleset: {id: 'x'}}", "ruleset."),
        ("{overrides: [{indicator: 'x', kind: 'y', weight: 1}]}", "overrides[0]"),
    ] {
        let message = message(assess(park(), Some(js(options))));
        assert!(message.starts_with(place), "{options}: {message}");
    }
    assert!(message(parse_figure("5".into(), "miles".into())).starts_with("unit"));
}

#[wasm_bindgen_test]
fn figures_are_parsed_as_the_contract_says() {
    for (value, unit, expected) in [
        ("'1.2亿'", "wan_yuan", r#"{"value":"12000"}"#),
        ("'１２３．４'", "wan_yuan", r#"{"value":"123.4"}"#),
        ("'1,23'", "wan_yuan", r#"{"code":"not_a_number","hint":"grouping"}"#),
        ("'3.5万'", "count", r#"{"value":"35000"}"#),
        ("'5.8%'", "percent", r#"{"value":"5.8"}"#),
        ("0.1", "wan_yuan", r#"{"value":"0.1"}"#),
        ("' '", "count", r#"{"value":null}"#),
        ("[]", "count", r#"{"code":"wrong_type"}"#),
    ] {
        let parsed = parse_figure(js(value), unit.into()).unwrap_or_else(|_| panic!("{value}"));
        assert_eq!(text(&parsed), expected, "{value} in {unit}");
    }
}
