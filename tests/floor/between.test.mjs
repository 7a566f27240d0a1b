// The page for Chromium 83 to 96: how people come to it, and that it does not start where Trusted Types do not hold.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assessed, find, hosted, inBrowser, inFolder, press, read, told, workbookOpened } from "./play.mjs";
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

const rect = (selector) => `${find(selector)}.getBoundingClientRect()`;
const display = (selector) => `getComputedStyle(${find(selector)}).display`;
const LAID_OUT = [
  // width | what | what is asked | what it is
  [1280, "the finding beside the sheet", `${rect(".finding-here")}.left > ${rect(".rows")}.right`, true],
  [1280, "distance within a row", `${rect("[data-action=save-file]")}.left - ${rect("[data-action=open-file]")}.right`, 8],
  [1280, "distance within a badge", `${rect(".badge-words")}.left > ${rect(".badge svg")}.right`, true],
  [1280, "a value at the right", `${rect(".measure")}.right - ${rect(".measure-value")}.right`, 0],
  [360, "the finding on request", display(".finding-place"), "none"],
  [360, "the years in a row", `${rect(".years .control")}.top - ${rect(".years .number:last-child .control")}.top`, 0],
  [360, "lists without marks", `getComputedStyle(${find(".counts")}).listStyleType`, "none"],
];

for (const version of [83, 92]) {
  test(`it is laid out in Chromium ${version} as in newer browsers`, () =>
    inBrowser(version, inFolder(BETWEEN), undefined, async (browser) => {
      await assessed(browser);
      await workbookOpened(browser);
      const resize = (width) =>
        browser.page("Emulation.setDeviceMetricsOverride", { width, height: 700, deviceScaleFactor: 1, mobile: false });
      for (const [width, what, asked, is] of LAID_OUT) {
        await resize(width);
        assert.equal(await browser.run(asked), is, `${what}, ${width} px`);
      }
      for (const width of [320, 360, 768, 1280]) {
        await resize(width);
        assert.equal(await browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, `${width} px`);
      }
      await press(browser, "unfold-more");
      await browser.run("scrollTo(0, 2000)");
      await press(browser, "forget");
      const inside = `(({ top, bottom }) => top > 0 && bottom < innerHeight)(${rect("dialog[open]")})`;
      assert.ok(await browser.wait(inside), "the question is in the window");
      await press(browser, "forget-no");
      await resize(360);
      await press(browser, "larger");
      await press(browser, "forget");
      // What is enlarged is measured in its own pixels.
      assert.ok(await browser.wait(`${rect("dialog[open]")}.right * 1.25 <= innerWidth && ${rect("dialog[open]")}.left >= 0`), "large text");
      await press(browser, "forget-no");
      assert.notEqual(await browser.run(display(".control")), "none");
      await browser.page("Emulation.setEmulatedMedia", { media: "print" });
      assert.equal(await browser.run(display(".control")), "none", "no controls on paper");
    }));
}

test("a browser too old for it is told so", () =>
  inBrowser(79, host.address + BETWEEN, undefined, (browser) => told(browser, "missing: Trusted Types", "只供以 Chromium 83 至 96 为内核")));
