// What docs/browsers.md promises of old browsers, in old browsers. `cargo xtask test` says where they are.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { open } from "./chromium.mjs";

const { SHIFAN_DIST, CHROMIUM_79, CHROMIUM_103 } = process.env;
const SINGLE_FILE = pathToFileURL(join(SHIFAN_DIST, "shifan.html")).href;
const HOST_PAGE = '<!doctype html><meta charset="utf-8"><shifan-assessment></shifan-assessment><script src="shifan.js"></script>';

let host;
let address;

before(async () => {
  host = createServer(async ({ url }, answer) => {
    const name = url === "/" ? "index.html" : url.slice(1);
    const text = name === "host.html" ? HOST_PAGE : await readFile(join(SHIFAN_DIST, name)).catch(() => null);
    answer.writeHead(text === null ? 404 : 200, { "content-type": name.endsWith(".js") ? "text/javascript" : "text/html" });
    answer.end(text ?? "");
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${host.address().port}/`;
});

after(() => host.close());

async function inBrowser(folder, page, broken, story) {
  const browser = await open(folder, page, broken);
  try {
    await story(browser);
  } finally {
    browser.close();
  }
}

/** The shadow root of the application. */
const ROOT = "document.querySelector('shifan-assessment').shadowRoot";

async function press(browser, action) {
  const button = `${ROOT}.querySelector('[data-action=${action}]')`;
  await browser.wait(`!!${button}`);
  await browser.run(`${button}.click()`);
}

/** From the first choice to a verdict, then a figure that changes an outcome. */
async function assessed(browser) {
  for (const action of ["track-park", "stage-creation", "sample"]) await press(browser, action);
  await browser.wait(`${ROOT}.querySelector('[data-verdict=unmet]') !== null`);
  const indicator = (outcome) => `${ROOT}.querySelector('[data-indicator="park.quality_enterprises"][data-outcome=${outcome}]') !== null`;
  await browser.wait(indicator("unmet"));
  await browser.run(`(() => {
    const field = ${ROOT}.querySelector('[name="figures.quality_enterprises.manufacturing_champion"]');
    field.value = "50";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  })()`);
  await browser.wait(indicator("met"));
  const measured = await browser.run(`document.querySelector('shifan-assessment').assess().indicators.length`);
  assert.equal(measured, 11);
}

/** The message that stands where the application would. */
async function told(browser, ...parts) {
  const text = await browser.wait("document.querySelector('.floor[role=alert]').textContent");
  for (const part of [...parts, "Chromium 97", "极速模式", "switch to the fast mode"]) {
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  }
  assert.ok(text.indexOf("可以使用") < text.indexOf("It runs in"), "Chinese comes first");
  assert.equal(await browser.run("document.querySelector('shifan-assessment')"), null, "nothing else claims to be opening");
}

const lacks = (browser, what) =>
  told(browser, "此浏览器无法打开自评表", "cannot open the self-assessment", `missing: ${what}`);

for (const [name, page] of [["the single file", () => SINGLE_FILE], ["the hosted page", () => address]]) {
  test(`${name} is played in Chromium 103`, () =>
    inBrowser(CHROMIUM_103, page(), undefined, async (browser) => {
      assert.match(browser.version, /Chrome\/103\./);
      await assessed(browser);
      const sent = await browser.run(`fetch("${address}shifan.js").then(() => "sent", () => "blocked")`);
      assert.equal(sent, "blocked");
    }));

  test(`${name} says in Chromium 79 that its policy needs a newer one`, () =>
    inBrowser(CHROMIUM_79, page(), undefined, (browser) => lacks(browser, "WebAssembly (Content-Security-Policy: wasm-unsafe-eval)")));
}

test("a host page without a policy has the application in Chromium 79", () =>
  inBrowser(CHROMIUM_79, `${address}host.html`, undefined, async (browser) => {
    assert.match(browser.version, /Chrome\/79\./);
    await assessed(browser);
  }));

const BROKEN = [
  ["no WebAssembly", "delete window.WebAssembly", "WebAssembly;"],
  ["no WebAssembly of 2019", "WebAssembly.validate = () => false", "WebAssembly (bulk memory, sign extension)"],
  ["no custom elements", "Object.defineProperty(window, 'customElements', { value: undefined })", "custom elements"],
  ["no constructed style sheets", "delete CSSStyleSheet.prototype.replaceSync", "adoptedStyleSheets"],
  ["no dialogs", "delete window.HTMLDialogElement", "dialog"],
];

for (const [name, broken, what] of BROKEN) {
  test(`a browser with ${name} is told so`, () =>
    inBrowser(CHROMIUM_103, SINGLE_FILE, broken, (browser) => lacks(browser, what)));
}

test("a script that does not run is told as well", () =>
  inBrowser(CHROMIUM_103, address, "customElements.define = () => { throw new Error() }", (browser) =>
    told(browser, "程序没有运行", "its program did not run")));

test("whoever opens the hosted page from a folder is led to the single file", () =>
  inBrowser(CHROMIUM_103, pathToFileURL(join(SHIFAN_DIST, "index.html")).href, undefined, (browser) =>
    told(browser, "请用 shifan.html", "open shifan.html")));
