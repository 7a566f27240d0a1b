// The page against a bare one (an input, a text beside it) in the same browser: a keystroke, the way to the first outcome, memory.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { quantile, spread } from "./numbers.mjs";

const SLOWER = 4;
const ROUNDS = 5;
const KEYSTROKES = 60;
const VISITS = 13;
/** Five keystrokes a second: ten seconds, then ten minutes. */
const SHORT = 50;
const LONG = 3000;

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--no-first-run", "--disable-quic",
];

const OURS = `<!doctype html><meta charset="utf-8"><script src="shifan.js" defer></script>
<shifan-assessment track="park" stage="creation"></shifan-assessment>`;

const BARE = `<!doctype html><meta charset="utf-8"><input name="bare"><p data-outcome></p>
<script>
  const [input, outcome] = [document.querySelector("input"), document.querySelector("p")];
  const show = () => { outcome.textContent = input.value + (Number(input.value) >= 1000000 ? " met" : " unmet"); };
  input.addEventListener("input", show);
  show();
</script>`;

/** Runs before either page does: when the first outcome stands, and the whole page, what each keystroke takes, and how large the wasm's memory is. */
function watch() {
  const root = () => document.querySelector("shifan-assessment")?.shadowRoot ?? document;
  const bench = { first: null, whole: null, strokes: [], root, memory: null };
  globalThis.bench = bench;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    bench.memory = (made.instance ?? made).exports.memory;
    return made;
  };
  const look = () => {
    // Filled in and laid out, in the frame in which it is shown.
    if ([...root().querySelectorAll("[data-outcome]")].some((one) => one.getClientRects().length)) bench.first ??= performance.now();
    if (bench.first !== null && !root().querySelector("[aria-busy]")) bench.whole = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  let stroke = null;
  const changed = () => { if (stroke) stroke.script = performance.now() - stroke.start; };
  bench.observe = () => new MutationObserver(changed).observe(root(), { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("input", () => {
    const own = { start: performance.now(), script: null, frame: null };
    stroke = own;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      own.frame = performance.now() - own.start;
      bench.strokes.push(own);
      bench.shown?.();
    };
    // A message that is posted while a frame is made arrives when it has been made.
    requestAnimationFrame(() => port2.postMessage(null));
  }, true);
}

async function serve(script) {
  // Isolated, so that the browser's clock is a fine one.
  const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  const answers = { "/ours": ["text/html", OURS], "/bare": ["text/html", BARE], "/shifan.js": ["text/javascript", script] };
  const server = createServer(({ url }, response) => {
    const [type, body] = answers[url] ?? ["text/plain", ""];
    response.writeHead(answers[url] ? 200 : 404, { ...headers, "content-type": type }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

async function open(browser, address, slower) {
  const page = await browser.newPage();
  await page.addInitScript(watch);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.bench.first !== null);
  return { page, protocol };
}

/** A page with everything filled in, and the caret in a field that decides an outcome. */
async function ready(browser, address, kind, sample, slower) {
  const opened = await open(browser, `${address}/${kind}`, slower);
  await opened.page.evaluate((sample) => {
    const element = document.querySelector("shifan-assessment");
    if (element) element.value = sample;
  }, sample);
  const name = kind === "ours" ? "figures.revenue[0]" : "bare";
  await opened.page.waitForFunction((name) => globalThis.bench.root().querySelector(`[name="${name}"]`), name);
  await opened.page.evaluate((name) => {
    globalThis.bench.observe();
    const field = globalThis.bench.root().querySelector(`[name="${name}"]`);
    field.focus();
    field.setSelectionRange?.(field.value.length, field.value.length);
  }, name);
  return opened;
}

/** Four digits, then as many steps back: the mean crosses its threshold again and again. */
function key(place) {
  const step = place % 8;
  return step < 4 ? String((place + step) % 10) : "Backspace";
}

/** The next key is pressed when the frame of the one before has been made. */
async function type({ page }, from, count) {
  for (let place = from; place < from + count; place += 1) {
    await page.evaluate(() => { globalThis.bench.next = new Promise((shown) => { globalThis.bench.shown = shown; }); });
    await page.keyboard.press(key(place));
    await page.evaluate(() => globalThis.bench.next);
  }
}

async function keystrokes(browser, address, sample) {
  const opened = {};
  for (const kind of ["ours", "bare"]) opened[kind] = await ready(browser, address, kind, sample, SLOWER);
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = {};
    for (const kind of ["ours", "bare"]) {
      const { page } = opened[kind];
      await page.bringToFront();
      await page.evaluate(() => { globalThis.bench.strokes.length = 0; });
      await type(opened[kind], 0, KEYSTROKES);
      times[kind] = await page.evaluate(() => globalThis.bench.strokes);
    }
    // The first round is the warm-up.
    if (round > 0) rounds.push(times);
  }
  for (const { page } of Object.values(opened)) await page.close();
  const at = (strokes, what, share) => quantile(strokes.map((stroke) => stroke[what]), share);
  const ratio = (what, share) => spread(rounds.map(({ ours, bare }) => at(ours, what, share) / at(bare, what, share)));
  const both = (what) => ({ p50: ratio(what, 0.5), p95: ratio(what, 0.95) });
  return { slower: SLOWER, keystrokes: KEYSTROKES * ROUNDS, script: both("script"), frame: both("frame") };
}

/** The pages in turn, each visit in a page of its own; the first visit is the warm-up. */
async function firstOutcome(browser, address, slower) {
  const ratios = { first: [], whole: [] };
  for (let visit = 0; visit < VISITS; visit += 1) {
    const took = {};
    for (const kind of ["ours", "bare"]) {
      const { page } = await open(browser, `${address}/${kind}`, slower);
      await page.waitForFunction(() => globalThis.bench.whole !== null);
      took[kind] = await page.evaluate(() => ({ first: globalThis.bench.first, whole: globalThis.bench.whole }));
      await page.close();
    }
    if (visit > 0) for (const what in ratios) ratios[what].push(took.ours[what] / took.bare[what]);
  }
  return { slower, visits: ratios.first.length, ratio: spread(ratios.first), whole: spread(ratios.whole) };
}

/** What is held after everything that can be let go was let go. */
async function held({ page, protocol }) {
  await protocol.send("HeapProfiler.collectGarbage");
  await protocol.send("HeapProfiler.collectGarbage");
  const { usedSize } = await protocol.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => globalThis.bench.memory?.buffer.byteLength ?? 0);
  if (wasm === 0) throw new Error("the page's wasm memory was not found");
  return { script: usedSize, wasm };
}

async function memory(browser, address, sample) {
  const opened = await ready(browser, address, "ours", sample, 1);
  // What is noted of each keystroke is not the page's memory.
  await opened.page.evaluate(() => { globalThis.bench.strokes = { push() {} }; });
  await type(opened, 0, SHORT);
  const short = await held(opened);
  await type(opened, SHORT, LONG - SHORT);
  const long = await held(opened);
  await opened.page.close();
  const ratio = (part) => Number((part(long) / part(short)).toPrecision(3));
  const [script, wasm] = [ratio((one) => one.script), ratio((one) => one.wasm)];
  return { keystrokes: [SHORT, LONG], script, wasm, both: ratio((one) => one.script + one.wasm) };
}

export async function page(sample) {
  const { server, address } = await serve(await readFile(new URL("../../dist/shifan.js", import.meta.url)));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  try {
    const version = browser.version();
    return {
      chromium: version,
      keystroke: await keystrokes(browser, address, sample),
      firstOutcome: await firstOutcome(browser, address, 1),
      firstOutcomeSlower: await firstOutcome(browser, address, SLOWER),
      memory: await memory(browser, address, sample),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
