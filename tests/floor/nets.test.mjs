// What keeps a person's work, in the oldest browsers that are promised: one browser each, from the first figure to a draft that is
// forgotten.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assessed, find, hosted, inBrowser, press, type } from "./play.mjs";
import { ran } from "./texts.mjs";

const BETWEEN = "shifan-chromium83.html";
const PLAYED = [
  // version | what is opened
  [79, "host.html"],
  [83, BETWEEN],
  [86, BETWEEN],
  [88, BETWEEN],
  [92, BETWEEN],
  [103, "index.html"],
];

let host;

before(async () => {
  host = await hosted({
    "host.html": '<!doctype html><meta charset="utf-8"><shifan-assessment></shifan-assessment><script src="shifan.js"></script>',
  });
});
after(() => host.close());

const employees = (browser, expected) => browser.wait(`${find("[name='figures.employees']")}.value === "${expected}"`);
const notice = (browser, part) => browser.wait(`${find(".notice")}.textContent.includes("${part}")`);
const asks = (browser) => browser.run("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");

/** The browser's own question, which comes only where somebody has touched the page. */
async function stays(browser) {
  for (const kind of ["mousePressed", "mouseReleased"]) {
    await browser.page("Input.dispatchMouseEvent", { type: kind, x: 5, y: 5, button: "left", clickCount: 1 });
  }
  const left = browser.page("Page.navigate", { url: "about:blank" });
  assert.equal((await browser.event("Page.javascriptDialogOpening")).type, "beforeunload");
  await browser.page("Page.handleJavaScriptDialog", { accept: false });
  await left.catch(() => null);
  await employees(browser, "4321");
}

async function refuses(browser) {
  await browser.run(`(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"name": "other"}'], "other.json"));
    const event = (name) => new DragEvent(name, { dataTransfer: data, bubbles: true, composed: true, cancelable: true });
    for (const name of ["dragover", "drop"]) ${find("h1")}.dispatchEvent(event(name));
  })()`);
  await notice(browser, "不是自评文件");
  await employees(browser, "4321");
}

async function handsOver(browser) {
  await browser.run(`(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { window.saved = file; return make.call(URL, file); };
  })()`);
  await press(browser, "save-file");
  await browser.wait(`!${find(".handed-over")}.hidden`);
  const { submission } = JSON.parse(await browser.run("saved.text()"));
  assert.equal(submission.figures.employees, "4321");
  assert.ok(await asks(browser), "nobody knows yet whether the file is there");
  await press(browser, "confirm-saved");
  await browser.wait(`${find(".handed-over")}.hidden`);
  assert.ok(!(await asks(browser)), "it is in a file");
}

async function survives(browser) {
  await browser.run(`(() => {
    const real = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => {
      Node.prototype.insertBefore = real;
      throw new Error("forced");
    };
    ${find("[data-action='add-figures.platforms']")}.click();
  })()`);
  await browser.wait(`!!${find(".stopped[role=alert] a[download]")}`);
  await browser.run(`${find(".stopped button")}.click()`);
  await employees(browser, "4321");
}

async function keeps(browser) {
  await browser.run(`${find("[name=draft]")}.click()`);
  await browser.wait(`!!${find(".draft-said[data-failed=false]")}`);
  await type(browser, "figures.employees", "77");
  await browser.wait("Object.values(localStorage).some((text) => text.includes('77'))");
  assert.ok(!(await asks(browser)), "it is in a draft");
  await browser.run("window.before = true");
  await browser.page("Page.reload");
  await browser.wait("!window.before");
  await notice(browser, "已恢复本机草稿");
  await employees(browser, "77");
  // What a host page hands in comes first, and the draft is offered.
  await browser.run("document.querySelector('shifan-assessment').value = { track: 'park', stage: 'creation', figures: { employees: '5' } }");
  await employees(browser, "5");
  await browser.wait(`!${find("[data-action=draft-open]")}.closest("[hidden]")`);
  await press(browser, "draft-open");
  await employees(browser, "77");
  await press(browser, "forget");
  await press(browser, "forget-yes");
  await browser.wait("localStorage.length === 0");
}

for (const [version, name] of PLAYED) {
  test(`Chromium ${version} keeps a person's work in ${name}`, () =>
    inBrowser(version, host.address + name, undefined, async (browser) => {
      assert.match(browser.version, new RegExp(`Chrome/${version}\\.`));
      await assessed(browser);
      await press(browser, "forget");
      await press(browser, "forget-yes");
      for (const action of ["track-park", "stage-creation"]) await press(browser, action);
      await type(browser, "figures.employees", "4321");
      await stays(browser);
      await refuses(browser);
      await handsOver(browser);
      await survives(browser);
      await keeps(browser);
      if (name === "host.html") return;
      assert.equal(await browser.run(`fetch("shifan.js").then(() => "sent", () => "blocked")`), "blocked");
      assert.deepEqual(await ran(browser), [], "no text is run");
    }));
}
