// What docs/browsers.md promises of old browsers, in old browsers. `cargo xtask test` says where they are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assessed, hosted, inBrowser, inFolder, told, workbookOpened } from "./play.mjs";

const SINGLE_FILE = inFolder("shifan.html");

let host;

before(async () => (host = await hosted()));
after(() => host.close());

const lacks = (browser, what) =>
  told(browser, "此浏览器无法打开自评页面", "cannot open the self-assessment", `missing: ${what}`);

for (const [name, page] of [["the single file", () => SINGLE_FILE], ["the hosted page", () => host.address]]) {
  test(`${name} is played in Chromium 103`, () =>
    inBrowser(103, page(), undefined, async (browser) => {
      assert.match(browser.version, /Chrome\/103\./);
      await assessed(browser);
      await workbookOpened(browser);
      const sent = await browser.run(`fetch("${host.address}shifan.js").then(() => "sent", () => "blocked")`);
      assert.equal(sent, "blocked");
    }));

  test(`${name} says in Chromium 79 that its policy needs a newer one, and leads nowhere`, () =>
    inBrowser(79, page(), undefined, async (browser) => {
      const text = await lacks(browser, "WebAssembly (Content-Security-Policy: wasm-unsafe-eval)");
      assert.ok(!text.includes("shifan-chromium83.html"), text);
    }));
}

const BROKEN = [
  ["no WebAssembly", "delete window.WebAssembly", "WebAssembly;"],
  ["no WebAssembly of 2019", "WebAssembly.validate = () => false", "WebAssembly (bulk memory, sign extension)"],
  ["no custom elements", "Object.defineProperty(window, 'customElements', { value: undefined })", "custom elements"],
  ["no constructed style sheets", "delete CSSStyleSheet.prototype.replaceSync", "adoptedStyleSheets"],
  ["no dialogs", "delete window.HTMLDialogElement", "dialog"],
];

for (const [name, broken, what] of BROKEN) {
  test(`a browser with ${name} is told so`, () =>
    inBrowser(103, SINGLE_FILE, broken, (browser) => lacks(browser, what)));
}

test("a script that does not run is told as well", () =>
  inBrowser(103, host.address, "customElements.define = () => { throw new Error() }", (browser) =>
    told(browser, "程序没有运行", "its program did not run")));

test("whoever opens the hosted page from a folder is led to the single file", () =>
  inBrowser(103, inFolder("index.html"), undefined, (browser) =>
    told(browser, "请用 shifan.html", "open shifan.html")));
