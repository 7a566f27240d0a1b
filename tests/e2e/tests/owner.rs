//! Who owns the state: what the host page sets and what a person fills in, side by side; drafts; and what crosses the border between
//! the element and the page around it.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

/// What the scripts in the host page begin with. Fields are typed into as a person would: by an input event.
pub(crate) const HOST: &str = "
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    // The page renders in turns of 16 ms, of which a machine on which much else runs needs more.
    const settled = async (time = 150) => {
        await pause(time);
        for (let turn = 0; turn < 10; turn += 1) await pause(0);
    };
    const ready = (one) => new Promise((done) => one.addEventListener('shifan-ready', done, { once: true }));
    const create = (attributes = {}) => {
        const one = document.createElement('shifan-assessment');
        for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
        one.errors = [];
        one.addEventListener('shifan-error', ({ detail }) => one.errors.push(detail.cause));
        return one;
    };
    const append = async (one, place = document.body) => {
        const opened = ready(one);
        place.append(one);
        await opened;
        await settled();
        return one;
    };
    const make = (attributes = {}) => append(create(attributes));
    const find = (one, selector) => one.shadowRoot.querySelector(selector);
    // What is to be used next may still have to be rendered, on a machine on which much else runs.
    const there = async (act) => {
        for (let waited = 0; !act(); waited += 20) {
            if (waited > 60000) throw new Error(`in vain: ${act}`);
            await pause(20);
        }
        await settled();
        return act();
    };
    const wait = async (one, selector) => find(one, selector) ?? (await there(() => find(one, selector)));
    // A threshold of the batch's own stands in the finding of its indicator.
    const reach = async (one, name) => {
        const [, track, indicator, stage] = name.split('.');
        if (stage && !find(one, `[name='${name}']`)) await press(one, `finding-${track}.${indicator}`);
    };
    const type = async (one, name, text) => {
        await reach(one, name);
        const field = await wait(one, `[name='${name}']`);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await settled();
    };
    const choose = async (one, name, value) => {
        const field = await wait(one, `select[name='${name}']`);
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        await settled();
    };
    const press = async (one, action) => {
        (await wait(one, `[data-action='${action}']`)).click();
        await settled();
    };
    const unit = (one) => find(one, '.amount-unit [aria-pressed=true]').dataset.action;
    const shown = (one, name) => find(one, `[name='${name}']`).value;
    const asked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const park = { track: 'park', stage: 'creation' };
    const a = { ...park, applicant: { name: 'A' }, figures: { employees: '100' } };
    const b = { ...park, applicant: { name: 'B' }, figures: { employees: '200' } };
    const rules = (id) => ({ extends: 'plan-2025', id, title: { zh: '本地通知', en: 'Local notice' }, fields: [{ zh: '量子科技', en: 'Quantum' }] });
    const file = (id, submission) => ({ format: 'shifan', version: 1, saved: '2026-11-26', ruleset: { id }, submission, overrides: [] });
    const applicant = (one) => one.value?.applicant?.name ?? null;
    const employees = (one) => one.value?.figures.employees ?? null;
";

async fn host(page: &Page, body: &str) -> Result<Value> {
    page.script(&[HOST, "return (async () => {", body, "})()"].concat(), json!(null)).await
}

/// Plays each body in the same page, on elements of its own after the page's own; what it gives is the expected.
async fn play(table: &[(&str, Value)]) -> Result<()> {
    let page = Page::open(1280).await?;
    let tidy = "
        const own = document.querySelector('shifan-assessment');
        [...document.body.children].filter((one) => !one.contains(own)).forEach((one) => one.remove());
        // An element that goes writes its draft.
        return new Promise((done) => setTimeout(() => done(localStorage.clear()), 50))";
    for (body, expected) in table {
        assert_eq!(host(&page, body).await?, *expected, "{body}");
        page.script(tidy, json!(null)).await?;
    }
    page.close().await
}

/// Setting what is there, or what was set last, changes nothing: neither what is filled in beside it nor what can be undone.
#[tokio::test]
async fn what_is_set_again_changes_nothing() -> Result<()> {
    // Everything of which a submission says nothing; then what is left of it.
    let rich = "
        const one = await make(park);
        await press(one, 'unit-yi-yuan');
        await type(one, 'figures.revenue[2]', '3');
        await press(one, 'variant-what-if');
        await type(one, 'figures.employees', '7');
        await press(one, 'variant-original');
        const rest = async () => {
            const typed = [unit(one), shown(one, 'figures.revenue[2]')];
            await press(one, 'variant-what-if');
            return [...typed, shown(one, 'figures.employees')];
        };";
    let kept = json!(["unit-yi-yuan", "3", "7"]);
    let body = |act: &str| [rich, act, "await settled(); return rest()"].concat();
    let bound = "
        const one = create();
        one.addEventListener('shifan-change', ({ detail }) => (one.value = detail.submission));
        one.value = null;
        await append(one);
        await press(one, 'track-park');
        await press(one, 'stage-creation');
        await press(one, 'unit-yi-yuan');
        await type(one, 'figures.employees', '12');
        await type(one, 'figures.employees', '123');
        return [one.value.track, unit(one), employees(one), one.errors]";
    play(&[
        (&body("one.value = one.value;"), kept.clone()),
        (&body("one.value = JSON.parse(JSON.stringify(one.value));"), kept.clone()),
        (&body("one.value = { ...one.value, applicant: { name: 'B' } };"), kept.clone()),
        (bound, json!(["park", "unit-yi-yuan", "123", []])),
        // A framework that renders for another reason sets the same object again; to go back to it, the host says so.
        (
            "const one = await make(); one.value = a; await settled(); await type(one, 'figures.employees', '5'); one.value = a; await settled(); const typed = employees(one); one.value = { ...a }; return [typed, employees(one)]",
            json!(["5", "100"]),
        ),
        (
            "const one = await make(park); one.value = null; await settled(); await type(one, 'figures.employees', '5'); one.value = null; await settled(); const typed = employees(one); one.clear(); return [typed, employees(one), one.value.track]",
            json!(["5", null, "park"]),
        ),
        // An object that says something else since is something else.
        (
            "const one = await make(); const own = structuredClone(a); one.value = own; await settled(); own.figures.employees = '101'; one.value = own; return employees(one)",
            json!("101"),
        ),
        // What is replaced can be undone.
        (
            "const one = await make(park); await type(one, 'figures.employees', '5'); one.value = a; await settled(); const now = employees(one); await press(one, 'step-back'); return [now, employees(one)]",
            json!(["100", "5"]),
        ),
        (
            "const one = await make(park); one.value = a; await settled(); return find(one, '[data-action=step-back]').getAttribute('aria-disabled')",
            json!("true"),
        ),
        // What a person chose stays when the same rules and attributes are set again.
        (
            "const one = await make({ ...park, ruleset: 'plan-2025' }); one.rulesets = [rules('local-1')]; await settled(); await choose(one, 'batch', '1'); const chosen = one.assess().ruleset.id; one.rulesets = [rules('local-1')]; one.setAttribute('ruleset', 'plan-2025'); one.setAttribute('track', 'park'); await settled(); return [chosen !== 'plan-2025', one.assess().ruleset.id === chosen]",
            json!([true, true]),
        ),
    ])
    .await
}

/// What arrives in one turn is applied together, rules first, whatever the order and whether or not the element is in the page yet.
#[tokio::test]
async fn one_turn_is_one_state() -> Result<()> {
    let both = "const own = file('local-1', a); const documents = [rules('local-1')]; const told = (one) => [applicant(one), one.assess().ruleset.id, one.errors];";
    let body = |act: &str| [both, act].concat();
    let expected = json!(["A", "local-1", []]);
    play(&[
        (&body("const one = await make(); one.value = own; one.rulesets = documents; await settled(); return told(one)"), expected.clone()),
        (&body("const one = await make(); one.rulesets = documents; one.value = own; await settled(); return told(one)"), expected.clone()),
        (&body("const one = create(); one.value = own; one.rulesets = documents; await append(one); return told(one)"), expected.clone()),
        (&body("const one = create(); const opened = append(one); one.value = own; one.rulesets = documents; await opened; return told(one)"), expected),
        (
            "const one = create(); one.value = null; await append(one); one.setAttribute('track', 'park'); one.setAttribute('stage', 'creation'); await settled(); return one.value.track",
            json!("park"),
        ),
        ("const one = create(park); one.value = null; await append(one); return one.value.track", json!("park")),
        (
            "const one = await make({ track: 'enterprise' }); one.value = a; one.setAttribute('track', 'enterprise'); one.setAttribute('stage', 'recognition'); return one.value.track",
            json!("park"),
        ),
        // The next applicant: nothing of the one before is left, also in one turn.
        (
            "const one = await make(park); one.value = a; await settled(); await press(one, 'variant-what-if'); await type(one, 'figures.employees', '9'); one.value = null; one.value = b; await settled(); await press(one, 'variant-what-if'); return [applicant(one), shown(one, 'figures.employees')]",
            json!(["B", "200"]),
        ),
        ("const one = create(); one.value = a; return [applicant(one), one.assess()]", json!(["A", null])),
    ])
    .await
}

/// What the host page hands in comes before a draft, which is offered then; a draft belongs to one path and key.
#[tokio::test]
async fn a_draft_is_kept_for_one_element_and_never_opened_over_the_hosts_figures() -> Result<()> {
    let kept = "
        const first = await make({ ...park, 'draft-key': 'x' });
        await type(first, 'figures.employees', '42');
        find(first, '[name=draft]').click();
        await settled();
        first.remove();
        await settled();
        const keys = () => Object.keys(localStorage).sort();
        const offered = (one) => !find(one, '[data-action=draft-open]').closest('[hidden]');";
    let body = |act: &str| [kept, act].concat();
    play(&[
        (&body("return keys()"), json!(["shifan-draft:/#x"])),
        (&body("const one = await make({ 'draft-key': 'x' }); return [employees(one), offered(one)]"), json!(["42", false])),
        (&body("const one = await make({ ...park, 'draft-key': 'x' }); return [employees(one), offered(one)]"), json!(["42", false])),
        (
            &body("const one = await make({ track: 'enterprise', stage: 'creation', 'draft-key': 'x' }); return [one.value.track, offered(one), keys().length]"),
            json!(["enterprise", true, 1]),
        ),
        (
            &body("const one = create({ 'draft-key': 'x' }); one.value = b; await append(one); await type(one, 'figures.employees', '201'); await settled(900); const own = employees(one), text = localStorage.getItem(keys()[0]).includes('42'); await press(one, 'draft-open'); return [own, text, employees(one), find(one, '[name=draft]').checked]"),
            json!(["201", true, "42", true]),
        ),
        (
            &body("const one = create({ 'draft-key': 'x' }); one.value = b; await append(one); await press(one, 'draft-open'); await press(one, 'step-back'); return applicant(one)"),
            json!("B"),
        ),
        (
            &body("const one = await make({ 'draft-key': 'x' }); await settled(300); one.value = b; await settled(900); return [applicant(one), offered(one), localStorage.getItem(keys()[0]).includes('42'), asked()]"),
            json!(["B", true, true, false]),
        ),
        (&body("const one = create({ 'draft-key': 'x' }); one.value = b; await append(one); await press(one, 'draft-delete'); return [keys(), offered(one)]"), json!([[], false])),
        // Two elements: each its own, and only one under the same key.
        (
            &body("const one = await make({ 'draft-key': 'x' }), other = await make({ ...park, 'draft-key': 'y' }), third = await make({ ...park, 'draft-key': 'x' }); await type(other, 'figures.employees', '43'); find(other, '[name=draft]').click(); await settled(); const had = keys(); await press(one, 'forget-yes'); return [employees(other), had, keys(), !!find(third, '[name=draft]').closest('[hidden]')]"),
            json!(["43", ["shifan-draft:/#x", "shifan-draft:/#y"], ["shifan-draft:/#y"], true]),
        ),
    ])
    .await
}

/// Nobody is asked before leaving about what the host page has.
#[tokio::test]
async fn only_what_a_person_changed_since_is_asked_about() -> Result<()> {
    play(&[
        ("const one = create(); one.value = a; await append(one); await press(one, 'variant-what-if'); return asked()", json!(false)),
        (
            "const one = create(); one.value = a; await append(one); await type(one, 'figures.employees', '5'); const typed = asked(); one.markSaved(); await settled(); const saved = asked(); await type(one, 'figures.employees', '6'); return [typed, saved, asked()]",
            json!([true, false, true]),
        ),
        (
            "const one = await make(park); await type(one, 'figures.employees', '5'); one.remove(); await settled(); const away = asked(); await append(one); return [away, asked()]",
            json!([false, true]),
        ),
        (
            "const one = create(); one.value = a; await append(one); one.remove(); await settled(); await append(one); return [applicant(one), asked()]",
            json!(["A", false]),
        ),
    ])
    .await
}

/// An element that is taken out of the page for a while has everything when it comes back.
#[tokio::test]
async fn everything_comes_back_with_the_element() -> Result<()> {
    let filled = "
        const one = create({ lang: 'zh-CN' });
        one.rulesets = [rules('local-1')];
        await append(one);
        await press(one, 'track-enterprise');
        await press(one, 'stage-creation');
        await type(one, 'figures.employees', '11');
        await press(one, 'track-park');
        await press(one, 'unit-yi-yuan');
        await type(one, 'figures.revenue[2]', '3');
        await press(one, 'variant-what-if');
        await type(one, 'figures.employees', '7');
        await press(one, 'lang-en');
        one.remove();
        await settled(100);
        const away = one.value.figures.revenue[2];";
    let read = "
        const now = [away, one.assess().ruleset.id, unit(one), shown(one, 'figures.revenue[2]'), shown(one, 'figures.employees'), find(one, '.shifan').lang];
        await press(one, 'variant-original');
        now.push(shown(one, 'figures.employees'));
        await press(one, 'track-enterprise');
        now.push(shown(one, 'figures.employees'));
        return now";
    let back = json!(["3亿元", "local-1", "unit-yi-yuan", "3", "7", "en", "", "11"]);
    play(&[
        (&[filled, "await append(one);", read].concat(), back.clone()),
        (&[filled, "await append(one); one.remove(); await settled(100); await append(one);", read].concat(), back),
        (
            &[filled, "one.value = a; await append(one); return [applicant(one), unit(one)]"].concat(),
            json!(["A", "unit-yi-yuan"]),
        ),
        (&[filled, "one.value = null; await append(one); return one.value"].concat(), json!(null)),
    ])
    .await
}

/// Typed keys stay in the field; what the page around needs goes out to it.
#[tokio::test]
async fn typed_keys_do_not_reach_the_hosts_hotkeys() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let listen = "
        window.heard = [];
        for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput']) {
            document.addEventListener(name, (event) => {
                heard.push(`${name} ${event.key ?? event.data}`);
                if (!event.ctrlKey && ['1', '5', '/', 's'].includes(event.key)) event.preventDefault();
            });
        }
        return null";
    page.script(listen, json!(null)).await?;
    page.type_into("figures.revenue[2]", "15.5").await?;
    page.press(Key::Enter + "").await?;
    assert_eq!(page.value("figures.revenue[2]").await?, "15.5");
    assert_eq!(page.script("return window.heard", json!(null)).await?, json!([]));
    let synthetic = "
        const field = root.querySelector(`[name='figures.employees']`), button = root.querySelector('button');
        const send = (target, name, options) => target.dispatchEvent(new KeyboardEvent(name, { bubbles: true, composed: true, ...options }));
        for (const key of ['Escape', 'Tab', 'F5', 'a', 'Enter', 'Backspace']) send(field, 'keydown', { key });
        send(field, 'keydown', { key: 's', ctrlKey: true });
        send(field, 'keydown', { key: 'k', metaKey: true });
        send(field, 'keydown', { key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true });
        send(button, 'keydown', { key: 'b' });
        return window.heard";
    let expected = ["Escape", "Tab", "F5", "s", "k", "b"].map(|key| ["keydown ", key].concat());
    assert_eq!(page.script(synthetic, json!(null)).await?, json!(expected));
    page.close().await
}

/// The language around the element counts across shadow roots, and its styles go with it into another document.
#[tokio::test]
async fn it_belongs_where_it_stands() -> Result<()> {
    let inside = "
        const outer = document.createElement('div');
        outer.lang = 'en';
        document.body.append(outer);
        const root = outer.attachShadow({ mode: 'open' });
        const middle = document.createElement('p');
        root.append(middle);";
    play(&[
        (&[inside, "const one = await append(create(), middle); return find(one, '.shifan').lang"].concat(), json!("en")),
        (&[inside, "middle.lang = 'zh-CN'; const one = await append(create(), middle); return find(one, '.shifan').lang"].concat(), json!("zh-CN")),
        (&[inside, "const one = await make(); middle.append(one); await settled(); return find(one, '.shifan').lang"].concat(), json!("en")),
        (
            "const one = await make(park); await type(one, 'figures.employees', '5'); const ground = () => getComputedStyle(find(one, '.files button')).borderRadius; const before = ground(); const frame = document.createElement('iframe'); document.body.append(frame); frame.contentDocument.body.append(one); await settled(); const there = [ground() === before, employees(one), one.isConnected]; document.body.append(one); frame.remove(); await settled(); return [...there, ground() === before, before !== '0px', shown(one, 'figures.employees')]",
            json!([true, "5", true, true, true, "5"]),
        ),
    ])
    .await
}
