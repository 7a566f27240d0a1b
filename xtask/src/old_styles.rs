//! The style sheet of the page for Chromium 83 to 96, rewritten: the same layout in words that these versions know.
//!
//! It is given what esbuild minified, which rewrites syntax but not these. A container is measured by the window, which that page has to
//! itself; lists of selectors and logical shorthands are written out; and where rows know no `gap` (before 84) margins stand for it.

use anyhow::{Context, Result, ensure};

/// True in Chromium 83 only, among those that this is for: `appearance` and `gap` in rows both came with 84.
const NO_GAP: &str = "@supports not (appearance:none)";
/// Came with 86. That `selector()` can be asked for came with 83.
const NO_FOCUS_VISIBLE: &str = "@supports not selector(:focus-visible)";

const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];

/// The same style sheet for Chromium 83.
pub fn rewritten(styles: &str) -> Result<String> {
    ensure!(!styles.contains("/*"), "the style sheet is not minified");
    rules(styles, &mut Vec::new())
}

/// Rules, before them the margins that stand for gaps: a margin that a class has of its own comes later, and holds.
///
/// `rows` are the selectors whose gaps are margins.
fn rules(mut rest: &str, rows: &mut Vec<String>) -> Result<String> {
    let (mut done, mut gaps) = (String::new(), String::new());
    while let Some((prelude, after)) = rest.split_once('{') {
        let (body, after) = block(after).with_context(|| format!("{prelude} is not closed"))?;
        rest = after;
        match prelude.strip_prefix("@container page ") {
            Some(query) => {
                let query = query.replace("width < 48rem", "max-width: 47.99rem");
                ensure!(!query.contains(['<', '>']), "{query}: old browsers know max-width and min-width only");
                done += &format!("@media {query}{{{}}}", rules(body, rows)?);
            }
            None if prelude.starts_with("@media") || prelude.starts_with("@supports") => {
                done += &format!("{prelude}{{{}}}", rules(body, rows)?);
            }
            // Pages on paper and the like.
            None if prelude.starts_with('@') => done += &format!("{prelude}{{{body}}}"),
            None => done += &rule(prelude, body, &mut gaps, rows)?,
        }
    }
    ensure!(rest.trim().is_empty(), "no rule: {rest}");
    Ok(if gaps.is_empty() { done } else { format!("{NO_GAP}{{{gaps}}}{done}") })
}

/// What stands before the brace that closes a block, and behind it.
fn block(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    Some((&text[..end], &text[end + 1..]))
}

fn rule(selectors: &str, body: &str, gaps: &mut String, rows: &mut Vec<String>) -> Result<String> {
    let selectors: Vec<String> =
        split(selectors, ',').into_iter().map(written_out).collect::<Result<Vec<_>>>()?.concat();
    let declarations: Vec<(&str, &str)> = split(body, ';').into_iter().filter_map(|one| one.split_once(':')).collect();
    let gap = row_gap(&declarations);
    for selector in &selectors {
        if let Some((between, within)) = &gap {
            *gaps += &margins(selector, between, within);
            rows.push(selector.clone());
        } else if declarations.contains(&("display", "grid")) && rows.iter().any(|row| selector.ends_with(row)) {
            *gaps += &margins(selector, "0px", "0px");
        }
    }
    let body = declarations.iter().map(|(name, value)| physical(name, value)).collect::<Vec<_>>().join(";");
    let (shown, plain): (Vec<String>, Vec<String>) =
        selectors.into_iter().partition(|selector| selector.contains(":focus-visible"));
    let mut done = String::new();
    // One selector that a browser does not know makes it leave out the whole rule.
    for selectors in [&plain, &shown].into_iter().filter(|selectors| !selectors.is_empty()) {
        done += &format!("{}{{{body}}}", selectors.join(","));
    }
    if !shown.is_empty() {
        let focused = shown.join(",").replace(":focus-visible", ":focus");
        done += &format!("{NO_FOCUS_VISIBLE}{{{focused}{{{body}}}}}");
    }
    Ok(done)
}

/// A selector as several without `:is` and `:where`, and `:not` with one argument each.
fn written_out(selector: &str) -> Result<Vec<String>> {
    // All in the shadow root is the page's: without this its resets give way to any class, as with it.
    let selector = selector.strip_prefix(":where(.shifan) ").unwrap_or(selector);
    for name in [":is(", ":where(", ":not("] {
        let Some((before, after)) = selector.split_once(name) else { continue };
        let (inner, after) = argument(after).with_context(|| format!("{selector} is not closed"))?;
        let choices = split(inner, ',');
        if name == ":not(" {
            if choices.len() == 1 {
                continue;
            }
            let each: String = choices.iter().map(|choice| format!(":not({choice})")).collect();
            return written_out(&format!("{before}{each}{after}"));
        }
        let attached = before.ends_with(|letter: char| !" >+~".contains(letter));
        ensure!(
            !attached || choices.iter().all(|choice| choice.starts_with(['.', '[', ':', '#'])),
            "{selector}: two names of elements in one"
        );
        let each = choices.into_iter().map(|choice| written_out(&format!("{before}{choice}{after}")));
        return Ok(each.collect::<Result<Vec<_>>>()?.concat());
    }
    Ok(vec![selector.to_owned()])
}

/// What stands before the bracket that closes an argument, and behind it.
fn argument(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// Parts between marks that are in no brackets and no quotation marks.
fn split(text: &str, mark: char) -> Vec<&str> {
    let (mut depth, mut quoted) = (0, false);
    let parts = text.split(move |letter| {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        letter == mark && depth == 0 && !quoted
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The distances of what stands in a row: between lines, and within one.
fn row_gap(declarations: &[(&str, &str)]) -> Option<(String, String)> {
    let value = |name: &str| declarations.iter().find(|(one, _)| *one == name).map(|(_, value)| *value);
    value("display").filter(|display| display.ends_with("flex"))?;
    let gap = value("gap").map(|gap| split(gap, ' '));
    let within = gap.as_ref().and_then(|gap| gap.last().copied()).or(value("column-gap"))?;
    let between = gap.filter(|_| value("flex-wrap") == Some("wrap")).map_or("0", |gap| gap[0]);
    // A sum of lengths takes no bare zero.
    let [between, within] = [between, within].map(|length| if length == "0" { "0px" } else { length }.to_owned());
    Some((between, within))
}

/// Margins that do the same: half of the distance between lines above and below, and the distance within a line behind all but the last.
fn margins(selector: &str, between: &str, within: &str) -> String {
    let half = format!("calc({between}/2)");
    format!(
        "{selector}>*{{margin-top:{half};margin-bottom:{half}}}{selector}>:not(:last-child){{margin-right:{within}}}"
    )
}

/// A declaration with a logical shorthand or `inset` written out.
fn physical(name: &str, value: &str) -> String {
    let values = split(value, ' ');
    let of = |side: usize| match (values.len(), side) {
        (1, _) => values[0],
        (2, side) => values[side % 2],
        (3, 3) => values[1],
        (_, side) => values[side],
    };
    let pair = |names: [&str; 2], values: [&str; 2]| format!("{}:{};{}:{}", names[0], values[0], names[1], values[1]);
    let both = [values[0], values[values.len() - 1]];
    match name {
        "inset" => (0..4).map(|side| format!("{}:{}", SIDES[side], of(side))).collect::<Vec<_>>().join(";"),
        "inset-inline" => pair(["left", "right"], both),
        "inset-inline-end" => format!("right:{value}"),
        "inset-inline-start" => format!("left:{value}"),
        "inset-block" => pair(["top", "bottom"], both),
        "inset-block-start" => format!("top:{value}"),
        "inset-block-end" => format!("bottom:{value}"),
        "padding-inline" => pair(["padding-left", "padding-right"], both),
        "padding-block" => pair(["padding-top", "padding-bottom"], both),
        "margin-inline" => pair(["margin-left", "margin-right"], both),
        "margin-block" => pair(["margin-top", "margin-bottom"], both),
        "border-inline" => pair(["border-left", "border-right"], [value, value]),
        "border-block" => pair(["border-top", "border-bottom"], [value, value]),
        _ => format!("{name}:{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_after_83_is_said_in_older_words() {
        let table = [
            // given | the rules | the margins
            ("@container page (max-width: 26rem){a{top:0}}", "@media (max-width: 26rem){a{top:0}}", ""),
            ("@container page (width < 48rem){a{top:0}}", "@media (max-width: 47.99rem){a{top:0}}", ""),
            (":where(.shifan) :where(h1,p){margin:0}", "h1,p{margin:0}", ""),
            ("a :is(.b,.c:is(.d,.e))>f{top:0}", "a .b>f,a .c.d>f,a .c.e>f{top:0}", ""),
            (":is(a,.b)[c=d] e,f{top:0}", "a[c=d] e,.b[c=d] e,f{top:0}", ""),
            (".a>:is(.b,div:not(.c,.d)){top:0}", ".a>.b,.a>div:not(.c):not(.d){top:0}", ""),
            (
                "a{inset:auto 1rem calc(1rem + var(--b, 0px))}",
                "a{top:auto;right:1rem;bottom:calc(1rem + var(--b, 0px));left:1rem}",
                "",
            ),
            (
                "a{inset-block:1px 2px;padding-inline:3px}",
                "a{top:1px;bottom:2px;padding-left:3px;padding-right:3px}",
                "",
            ),
            (
                "a{border-block:1px solid var(--x)}",
                "a{border-top:1px solid var(--x);border-bottom:1px solid var(--x)}",
                "",
            ),
            (
                "a:focus-visible,b{outline:0}",
                "b{outline:0}a:focus-visible{outline:0}@supports not selector(:focus-visible){a:focus{outline:0}}",
                "",
            ),
            (
                "a{display:flex;flex-wrap:wrap;gap:.5rem 1rem}",
                "a{display:flex;flex-wrap:wrap;gap:.5rem 1rem}",
                "a>*{margin-top:calc(.5rem/2);margin-bottom:calc(.5rem/2)}a>:not(:last-child){margin-right:1rem}",
            ),
            (
                "a{display:flex;gap:2px}",
                "a{display:flex;gap:2px}",
                "a>*{margin-top:calc(0px/2);margin-bottom:calc(0px/2)}a>:not(:last-child){margin-right:2px}",
            ),
            ("a{display:grid;gap:2px}", "a{display:grid;gap:2px}", ""),
            ("a{content:\"; ,(\"}", "a{content:\"; ,(\"}", ""),
        ];
        for (given, rules, margins) in table {
            let margins = if margins.is_empty() { String::new() } else { format!("{NO_GAP}{{{margins}}}") };
            assert_eq!(rewritten(given).unwrap(), margins + rules, "{given}");
        }
    }

    #[test]
    fn a_row_that_becomes_a_grid_has_gaps_and_no_margins() {
        let found = rewritten("a{display:flex;gap:0 2px}@media print{a,b{display:grid}}").unwrap();
        let none = "a>*{margin-top:calc(0px/2);margin-bottom:calc(0px/2)}a>:not(:last-child){margin-right:0px}";
        let rest = format!("a{{display:flex;gap:0 2px}}@media print{{{NO_GAP}{{{none}}}a,b{{display:grid}}}}");
        assert!(found.ends_with(&rest), "{found}");
    }

    #[test]
    fn what_is_no_style_sheet_is_refused() {
        for broken in
            ["a{top:0", "a", "/* a */", "a:is(b{top:0}", "a:is(b,c){top:0}", "@container page (width > 2em){}"]
        {
            assert!(rewritten(broken).is_err(), "{broken}");
        }
    }
}
