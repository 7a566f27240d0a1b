//! Small sites with the element in them, made as their developers make them: `tests/hosts`.

use crate::files::{arrived, downloads};
use crate::owner::HOST;
use anyhow::{Context, Result, ensure};
use e2e::Page;
use serde_json::{Value, json};

/// What the scripts below begin with, beside those of `owner.rs`. `fill` has a person enter something of every kind; `rest` reads what
/// is left of it, and `RICH` is all of it.
const SITE: &str = "
    const site = (selector) => document.querySelector(selector);
    const click = async (selector) => {
        site(selector).click();
        await settled();
    };
    // Not only what it was given, which it has at once: its form.
    const stands = (selector) => {
        const one = site(selector);
        // What Turbo kept of a page it shows only until the page itself is there.
        if (document.documentElement.hasAttribute('data-turbo-preview')) return false;
        return !!one?.value?.figures.employees && !!one.shadowRoot?.querySelector('[name=\"figures.employees\"]');
    };
    const threshold = 'overrides.park.rd_intensity.creation.rd_intensity';
    const fill = async (one, employees) => {
        await type(one, 'figures.employees', employees);
        await press(one, 'unit-yi-yuan');
        await type(one, 'figures.revenue[2]', '3');
        await type(one, threshold, '3.7');
        await press(one, 'variant-what-if');
        await type(one, 'figures.employees', '7');
    };
    const rest = async (one) => {
        await press(one, 'variant-what-if');
        const tried = shown(one, 'figures.employees');
        await press(one, 'variant-original');
        await reach(one, threshold);
        return [shown(one, 'figures.employees'), unit(one), shown(one, 'figures.revenue[2]'), shown(one, threshold).replace('%', ''), tried].join(' ');
    };
";

const RICH: &str = "unit-yi-yuan 3 3.7 7";

/// Acts in a site, as a person and as its developer, and gives what was seen.
async fn act(page: &Page, body: &str) -> Result<Value> {
    page.script(&[HOST, SITE, "return (async () => {", body, "})()"].concat(), json!(null))
        .await
        .with_context(|| body.to_owned())
}

/// Acts one after the other in the same site, each with what has to be seen.
async fn play(page: &Page, table: &[(&str, &str, Value)]) -> Result<()> {
    for (fact, body, expected) in table {
        assert_eq!(act(page, body).await?, *expected, "{fact}");
    }
    Ok(())
}

/// Ends a story: the site asked for its own files only.
async fn close(page: Page, site: &str) -> Result<()> {
    for request in page.close_site().await? {
        let own = request.starts_with(&format!("/{site}/")) || request.starts_with("/assets/");
        ensure!(own || request == "/shifan.js", "{site} asked for {request}");
    }
    Ok(())
}

#[tokio::test]
async fn vue_binds_both_ways_keeps_alive_and_teleports() -> Result<()> {
    let page = Page::open_site("vue").await?;
    let rich = json!(format!("12 {RICH}"));
    play(
        &page,
        &[
            (
                "what is typed arrives in v-model",
                "await fill(site('#kept'), '12'); return site('#employees').textContent",
                json!("12"),
            ),
            ("and comes back from it without loss", "return rest(site('#kept'))", rich.clone()),
            (
                "the scenario that was open stays open when the page renders anew",
                "await press(site('#kept'), 'variant-what-if'); await click('#minute'); return [site('#kept').title, shown(site('#kept'), 'figures.employees')]",
                json!(["1", "7"]),
            ),
            (
                "away, the element is gone; back, everything is there",
                "const one = site('#kept'); await click('#to-notes'); const away = [site('#notes') !== null, one.isConnected]; await click('#to-form'); await there(() => find(site('#kept'), '.amount-unit')); return [...away, site('#kept') === one, await rest(one)]",
                json!([true, false, true, rich]),
            ),
            (
                "a figure that the page sets",
                "await click('#set'); return [await rest(site('#kept')), site('#employees').textContent]",
                json!([format!("321 {RICH}"), "321"]),
            ),
            (
                "teleported, with what can be undone",
                "const one = site('#moved'); await fill(one, '21'); await press(one, 'variant-original'); await type(one, 'figures.employees', '22'); await click('#to-aside'); const moved = [site('#aside').contains(one), shown(one, 'figures.employees')]; await press(one, 'step-back'); moved.push(shown(one, 'figures.employees')); await click('#to-aside'); return [...moved, site('#aside').contains(one), await rest(one)]",
                json!([true, "22", "21", false, format!("21 {RICH}")]),
            ),
            ("of two elements none has the other's", "return rest(site('#kept'))", json!(format!("321 {RICH}"))),
        ],
    )
    .await?;
    close(page, "vue").await
}

/// What both versions of React do.
fn in_react(version: &'static str) -> Vec<(&'static str, &'static str, Value)> {
    vec![
        (
            "React's own version, and two elements after it mounted twice",
            "await there(() => [...document.querySelectorAll('shifan-assessment')].every((one) => one.value)); return [document.querySelectorAll('shifan-assessment').length, site('#a').shadowRoot.querySelectorAll('.shifan').length, site('#version').textContent.split('.')[0]]",
            json!([2, 1, version]),
        ),
        (
            "what is typed arrives once a change",
            "let heard = 0; site('#a').addEventListener('shifan-change', () => (heard += 1)); await type(site('#a'), 'figures.employees', '1'); const once = heard; await fill(site('#a'), '12'); await type(site('#b'), 'figures.employees', '5'); return [once, site('#employees-a').textContent, site('#employees-b').textContent]",
            json!([1, "12", "5"]),
        ),
        (
            "rendered for another reason",
            "await click('#minute'); return [site('#minute').textContent, await rest(site('#a')), shown(site('#b'), 'figures.employees')]",
            json!(["已用 1 分钟", format!("12 {RICH}"), "5"]),
        ),
        (
            "in another order, the same elements with what they had",
            "const [a, b] = [site('#a'), site('#b')]; const order = () => [...document.querySelectorAll('shifan-assessment')].map(({ id }) => id).join(''); const before = order(); await click('#turn'); return [before, order(), site('#a') === a, site('#b') === b, await rest(a), shown(b, 'figures.employees')]",
            json!(["ab", "ba", true, true, format!("12 {RICH}"), "5"]),
        ),
        (
            "closed and opened: a new element with the figures that the page kept",
            "const a = site('#a'); await click('#open'); const closed = site('#a'); await click('#open'); await there(() => find(site('#a'), '.amount-unit')); return [closed, site('#a') === a, shown(site('#a'), 'figures.employees'), site('#a').value.figures.revenue[2], shown(site('#b'), 'figures.employees'), asked()]",
            json!([null, false, "12", "3亿元", "5", false]),
        ),
    ]
}

#[tokio::test]
async fn react_18_binds_by_a_ref() -> Result<()> {
    let page = Page::open_site("react-18").await?;
    play(&page, &in_react("18")).await?;
    close(page, "react-18").await
}

#[tokio::test]
async fn react_19_binds_by_properties_and_hides() -> Result<()> {
    let page = Page::open_site("react-19").await?;
    play(&page, &in_react("19")).await?;
    let hidden = "
        const one = site('#b');
        await fill(one, '15');
        await click('#hide');
        const hidden = [getComputedStyle(one).display, one.value.figures.employees];
        await click('#hide');
        return [...hidden, getComputedStyle(one).display !== 'none', site('#b') === one, await rest(one), site('#employees-b').textContent]";
    let expected = json!(["none", "15", true, true, format!("15 {RICH}"), "15"]);
    play(&page, &[("hidden and shown", hidden, expected)]).await?;
    close(page, "react-19").await
}

#[tokio::test]
async fn turbo_visits_other_pages_and_comes_back() -> Result<()> {
    let page = Page::open_site("turbo").await?;
    play(
        &page,
        &[
            (
                "the permanent element goes along",
                "const one = window.kept = site('#kept'); await fill(one, '12'); await type(site('#anew'), 'figures.employees', '34'); await click('#to-help'); await there(() => site('#help')); return [location.pathname, site('#kept') === one, site('#anew'), await rest(one)]",
                json!(["/turbo/help.html", true, null, format!("12 {RICH}")]),
            ),
            (
                "and comes back; the other is made anew from what the page kept",
                "await click('#to-index'); await there(() => stands('#anew') && stands('#kept')); return [site('#kept') === window.kept, await rest(site('#kept')), shown(site('#anew'), 'figures.employees'), asked()]",
                json!([true, format!("12 {RICH}"), "34", true]),
            ),
            (
                "from a page that has neither, back by the browser's button",
                "await click('#to-about'); await there(() => site('#about')); const away = [site('shifan-assessment'), asked()]; history.back(); await there(() => stands('#anew') && stands('#kept')); return [...away, location.pathname, shown(site('#kept'), 'figures.employees'), site('#kept').value.figures.revenue[2], shown(site('#anew'), 'figures.employees')]",
                json!([null, false, "/turbo/", "12", "3亿元", "34"]),
            ),
        ],
    )
    .await?;
    close(page, "turbo").await
}

#[tokio::test]
async fn files_and_drafts_are_written_beside_extended_natives() -> Result<()> {
    let page = Page::open_site("natives").await?;
    let folder = downloads(&page, "natives").await?;
    let written = "return document.documentElement.dataset.written";
    ensure!(page.ask(written).await? != json!(r#"[["x"]]"#), "the natives of this site spoil nothing");
    play(
        &page,
        &[(
            "the form works",
            "const one = site('shifan-assessment'); await press(one, 'sample'); await fill(one, '12'); find(one, '[name=draft]').click(); await settled(1000); return rest(one)",
            json!(format!("12 {RICH}")),
        )],
    )
    .await?;
    page.act("save-file").await?;
    let file: Value = serde_json::from_str(&std::fs::read_to_string(arrived(&folder).await?)?)?;
    let draft = page.ask("return localStorage.getItem(Object.keys(localStorage)[0])").await?;
    let draft: Value = serde_json::from_str(draft.as_str().context("no draft")?)?;
    let filled_in = json!("12");
    for (name, kept) in [("file", &file), ("draft", &draft)] {
        let text = kept.to_string();
        assert!(text.contains(r#""employees":"12""#) && !text.contains(r#"\""#), "{name}: {text}");
    }
    assert_eq!(file["submission"]["figures"]["employees"], filled_in);
    assert_eq!(file["submission"]["figures"]["revenue"][2], json!("3亿元"));

    // Another element reads the file, and one more the draft.
    let reopened = format!(
        "
        const one = site('shifan-assessment');
        const told = (other) => JSON.stringify([other.value, other.assess()]);
        const whole = told(one);
        const same = (other) => told(other) === whole;
        const from_file = await make({{ 'draft-key': 'other' }});
        from_file.value = {file};
        await settled();
        await reach(from_file, threshold);
        const read = [same(from_file), shown(from_file, threshold).replace('%', ''), from_file.errors];
        one.remove();
        await settled();
        const from_draft = await make();
        return [...read, same(from_draft), await rest(from_draft)]"
    );
    play(&page, &[("file and draft open equal", &reopened, json!([true, "3.7", [], true, format!("12 {RICH}")]))])
        .await?;
    close(page, "natives").await
}

/// Once the translator has been at the first texts: one that is still at work on a text when it changes puts the earlier one there until
/// the next change.
#[tokio::test]
async fn under_a_translator_typing_shows_the_truth() -> Result<()> {
    let page = Page::open_site("translator").await?;
    // Of each outcome that has a badge in sight: what it says, and what the engine says.
    let compare = "
        const words = { met: ['Reached', '达到'], unmet: ['Not reached', '未达到'] };
        const truth = () => one.assess().indicators.map(({ id, outcome }) => [id, outcome]);
        const badge = (id) => find(one, `section[data-indicator='${id}'] .badge, [data-indicator='${id}'] .badge`);
        const wrong = () => truth().map(([id, outcome]) => [id, outcome, badge(id).dataset.outcome, badge(id).textContent.trim()])
            .filter(([id, outcome, shape, text]) => shape !== outcome || (words[outcome] && !words[outcome].includes(text)));
        const of = (id) => truth().find(([other]) => other === id)[1];";
    let body = |acts: &str| format!("const one = site('shifan-assessment'); {compare} {acts}");
    let contracts = |figures: [&str; 2]| {
        let steps: String = figures
            .iter()
            .map(|figure| {
                format!(
                    "for (const year of [0, 1, 2]) await type(one, `figures.tech_contracts[${{year}}]`, '{figure}');
                    seen.push(of('park.tech_contracts')); await settled(200); wrongs.push(...wrong());"
                )
            })
            .collect();
        body(&format!("const seen = [], wrongs = []; {steps} return [seen, wrongs]"))
    };
    play(
        &page,
        &[
            (
                "the translator has been at every text",
                &body(
                    "await there(() => find(one, 'font font')); await press(one, 'sample'); await settled(300); return [find(one, 'font font') !== null, wrong()]",
                ),
                json!([true, []]),
            ),
            ("typed below and above a threshold", &contracts(["1", "5000"]), json!([["unmet", "met"], []])),
            (
                "and faster than it translates",
                &contracts(["5", "9000"]).replace("settled(200)", "settled(120)"),
                json!([["unmet", "met"], []]),
            ),
        ],
    )
    .await?;
    close(page, "translator").await
}

#[tokio::test]
async fn a_portal_has_two_applicants_in_turn() -> Result<()> {
    let page = Page::open_site("portal").await?;
    let open = "
        const one = site('shifan-assessment');
        const saved = () => there(() => site('#status').textContent === '已保存');
        const open = async (id) => {
            site(`[data-applicant=${id}]`).click();
            await there(() => location.hash === `#${id}` && find(one, '.amount-unit'));
        };
        const everything = () => one.shadowRoot.textContent + [...one.shadowRoot.querySelectorAll('input, textarea')].map((field) => field.value).join(' ') + JSON.stringify(one.value);
        const drafts = () => Object.keys(localStorage).map((key) => key.split('#')[1]).sort();
        const offered = () => !find(one, '[data-action=draft-open]').closest('[hidden]');";
    let body = |acts: &str| [open, acts].concat();
    play(
        &page,
        &[
            (
                "A types, is asked before leaving until the server has it",
                &body("await type(one, 'applicant.name', '甲的名称'); const typed = asked(); await saved(); return [typed, asked()]"),
                json!([true, false]),
            ),
            (
                "A has something of every kind, and a draft",
                &body("await fill(one, '4711'); find(one, '[name=draft]').click(); await settled(1000); await saved(); return [await rest(one), drafts(), asked()]"),
                json!([format!("4711 {RICH}"), ["a"], false]),
            ),
            (
                "nothing of A is seen when B is opened, and nobody is asked",
                &body("await open('b'); const seen = ['甲的名称', '4711', '3.7'].filter((text) => everything().includes(text)); const back = find(one, '[data-action=step-back]').getAttribute('aria-disabled'); return [seen, back, await rest(one), asked(), offered()]"),
                json!([[], "true", " unit-wan-yuan   ", false, false]),
            ),
            (
                "B types, and back at A each has its own",
                &body("await type(one, 'figures.employees', '22'); await open('a'); const a = [applicant(one), employees(one), one.value.figures.revenue[2], asked()]; await open('b'); return [...a, applicant(one), employees(one), asked()]"),
                json!(["甲的名称", "4711", "3亿元", false, null, "22", false]),
            ),
        ],
    )
    .await?;
    // The page loaded again at B, with A's draft on the machine.
    page.browser().refresh().await?;
    page.find(".amount-unit").await?;
    play(
        &page,
        &[(
            "A's draft is neither opened nor offered over B",
            &body("await there(() => employees(one)); return [applicant(one), employees(one), drafts(), offered(), everything().includes('4711')]"),
            json!([null, "22", ["a"], false, false]),
        )],
    )
    .await?;
    close(page, "portal").await
}
