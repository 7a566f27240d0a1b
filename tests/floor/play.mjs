// What the tests of old browsers share: a host, and what a person does in the application.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENDED, open } from "./chromium.mjs";

const { SHIFAN_DIST, OLD_CHROMIUMS } = process.env;

/** The folder of an old Chromium. */
export const chromium = (version) => join(OLD_CHROMIUMS, `chromium-${version}`);

/** The address of a page in a folder, as after a double click. */
export const inFolder = (name) => pathToFileURL(join(SHIFAN_DIST, name)).href;

export const read = (name) => readFile(join(SHIFAN_DIST, name), "utf8");

/** A host for what was built, and for pages of the test's own. */
export async function hosted(own = {}) {
  const host = createServer(async ({ url }, answer) => {
    const path = url.split("?")[0];
    const name = path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
    const text = own[name] ?? (await read(name).catch(() => null));
    answer.writeHead(text === null ? 404 : 200, { "content-type": name.endsWith(".js") ? "text/javascript" : "text/html" });
    answer.end(text ?? "");
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${host.address().port}/`, close: () => host.close() };
}

/**
 * Plays a story in a browser of its own. In one process, as they run here, old Chromiums stop now and then when the machine is busy: only
 * one that had to be ended, and never a story that found something wrong, is played once more.
 */
export async function inBrowser(version, page, broken, story, again = true) {
  let browser;
  try {
    browser = await open(chromium(version), page, broken);
    await story(browser);
  } catch (error) {
    if (!again || error.message !== ENDED) throw error;
    console.log(`Chromium ${version} stopped, and is started once more`);
    await inBrowser(version, page, broken, story, false);
  } finally {
    browser?.close();
  }
}

/** The shadow root of the application. */
export const ROOT = "document.querySelector('shifan-assessment').shadowRoot";

export const find = (selector) => `${ROOT}.querySelector(${JSON.stringify(selector)})`;

export async function press(browser, action) {
  const button = find(`[data-action='${action}']`);
  await browser.wait(`!!${button}`);
  await browser.run(`${button}.click()`);
}

export async function type(browser, name, text) {
  const field = find(`[name='${name}']`);
  await browser.wait(`!!${field}`);
  await browser.run(`(() => {
    const field = ${field};
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  })()`);
}

/** From the first choice to a verdict, then a figure that changes an outcome. */
export async function assessed(browser) {
  for (const action of ["track-park", "stage-creation", "sample"]) await press(browser, action);
  await browser.wait(`!!${find("[data-verdict=unmet]")}`);
  const indicator = (outcome) => `!!${find(`[data-indicator="park.quality_enterprises"][data-outcome=${outcome}]`)}`;
  await browser.wait(indicator("unmet"));
  await type(browser, "figures.quality_enterprises.manufacturing_champion", "50");
  await browser.wait(indicator("met"));
  assert.equal(await browser.run("document.querySelector('shifan-assessment').assess().indicators.length"), 11);
}

/** A workbook is opened, and its table is shown: the part for Excel files has come, from wherever this page has it. */
export async function workbookOpened(browser) {
  const workbook = await readFile(new URL("../cases/office/openpyxl.xlsx", import.meta.url));
  await browser.run(`(() => {
    const bytes = Uint8Array.from(atob("${workbook.toString("base64")}"), (one) => one.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], "park.xlsx"));
    const field = ${find("[data-file=open-file]")};
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  })()`);
  await browser.wait(`!!${find("dialog[open] #preview-sheet")}`);
  await press(browser, "drop-table");
}

/** The message that stands where the application would. */
export async function told(browser, ...parts) {
  const text = await browser.wait("document.querySelector('.floor[role=alert]').textContent");
  for (const part of [...parts, "Chromium 97", "极速模式", "switch to the fast mode"]) {
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  }
  assert.ok(text.indexOf("可以使用") < text.indexOf("It runs in"), "Chinese comes first");
  assert.equal(await browser.run("document.querySelector('shifan-assessment')"), null, "nothing else claims to be opening");
  return text;
}
