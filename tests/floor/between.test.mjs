// The page for Chromium 83 to 96: how people come to it, and that it does not start where Trusted Types do not hold.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { find, hosted, inBrowser, inFolder, read, told } from "./play.mjs";
import { ran } from "./texts.mjs";

const BETWEEN = "shifan-chromium83.html";
const TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'";
const WHERE = "#track=park&stage=recognition&lang=en";

let host;

before(async () => {
  const page = await read(BETWEEN);
  assert.ok(page.includes(TRUSTED_TYPES));
  host = await hosted({
    "loose.html": page.replace(TRUSTED_TYPES, ""),
    "framing.html": `<!doctype html><iframe src="frame.html${WHERE}"></iframe>`,
  });
});
after(() => host.close());

async function visit(browser, address) {
  await browser.page("Page.navigate", { url: "about:blank" });
  await browser.page("Page.navigate", { url: address });
}

for (const version of [83, 92]) {
  test(`the pages lead to it in Chromium ${version}`, () =>
    inBrowser(version, "about:blank", undefined, async (browser) => {
      const strict = ["", "shifan.html", "offline/"].map((name) => host.address + name);
      for (const address of [...strict, inFolder("shifan.html")]) {
        await visit(browser, address + WHERE);
        await told(browser, `请改用与本页放在一起的 ${BETWEEN}。`, `open ${BETWEEN}, which lies beside this page.`);
        await browser.run("document.querySelector('.floor a').click()");
        await browser.wait(`!!${find("[data-action=stage-recognition][aria-pressed=true]")}`);
        assert.ok((await browser.run("location.href")).endsWith(`/${BETWEEN}${WHERE}`), address);
      }
      await visit(browser, `${host.address}framing.html`);
      const framed = "document.querySelector('iframe').contentDocument.querySelector('.floor')";
      assert.ok((await browser.wait(`${framed}.textContent`)).includes(`(${host.address}${BETWEEN})`));
      assert.equal(await browser.run(`${framed}.querySelector("a")`), null, "a frame is not left");
    }));

  test(`without Trusted Types it does not start in Chromium ${version}`, () =>
    inBrowser(version, `${host.address}loose.html`, undefined, async (browser) => {
      await told(browser, "missing: Trusted Types", "其他浏览器请打开 shifan.html", "open shifan.html");
      const texts = await ran(browser);
      for (const name of ["eval", "Function", "a generator", "setTimeout", "setInterval"]) {
        assert.ok(texts.includes(name), `${name} would be run`);
      }
    }));
}

test("a browser too old for it is told so", () =>
  inBrowser(79, host.address + BETWEEN, undefined, (browser) => told(browser, "missing: Trusted Types", "只供以 Chromium 83 至 96 为内核")));
