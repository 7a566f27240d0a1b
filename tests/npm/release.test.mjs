// What is handed on: exactly what was built, with sums that are right and a list of everybody whose work is in it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const files = readdirSync(new URL("dist", root), { recursive: true })
  .filter((path) => statSync(new URL(`dist/${path}`, root)).isFile())
  .sort();

test("the build leaves what it made and nothing that lay there before", () => {
  const made = {
    "": ["LICENSE", "SHA256SUMS", "THIRD-PARTY.txt", "embed.js", "frame.html", "index.html", "shifan-chromium83.html", "shifan-office.js", "shifan.html", "shifan.js"],
    "examples/": ["element.html", "iframe.html", "nginx.conf", "site.css"],
    "npm/": ["LICENSE", "README.md", "THIRD-PARTY.txt", "package.json", "shifan.d.ts", "shifan.js", "shifan_bg.wasm"],
    "offline/": ["index.html", "manifest.webmanifest", "sw.js"],
  };
  assert.deepEqual(files, Object.entries(made).flatMap(([folder, names]) => names.map((name) => folder + name)).sort());
});

test("SHA256SUMS has the sum of every file but itself", () => {
  const sums = read("dist/SHA256SUMS").toString().trimEnd().split("\n");
  const sum = (file) => createHash("sha256").update(read(`dist/${file}`)).digest("hex");
  assert.deepEqual(sums, files.filter((file) => file !== "SHA256SUMS").map((file) => `${sum(file)}  ${file}`));
});

test("everybody whose code the ledger finds in a wasm is in the list that goes with it", () => {
  const lists = {
    "dist/npm/shifan_bg.wasm": "dist/npm/THIRD-PARTY.txt",
    "target/page/shifan_bg.wasm": "dist/THIRD-PARTY.txt",
    "target/office/shifan_bg.wasm": "dist/THIRD-PARTY.txt",
  };
  // The program itself, crate by crate, and what the compiler writes into every program.
  const nobody = ["shifan", "__rustc", ...readdirSync(new URL("../../src/", import.meta.url))];
  for (const [wasm, crates] of Object.entries(JSON.parse(read("benches/size.json")).crates)) {
    const head = read(lists[wasm]).toString().split("=====")[0];
    const named = new Set(head.replaceAll("-", "_").match(/\w+/g));
    const foreign = Object.keys(crates).filter((name) => !name.startsWith("(") && !nobody.includes(name));
    assert.ok(foreign.length > (wasm.includes("office") ? 4 : 10), `${foreign.length} packages in ${wasm}`);
    for (const name of foreign) assert.ok(named.has(name), `${lists[wasm]} does not name ${name}`);
  }
});

test("every text of a licence that holds together with another is handed on", () => {
  for (const list of ["dist/THIRD-PARTY.txt", "dist/npm/THIRD-PARTY.txt"]) {
    const [head, ...texts] = read(list).toString().split(/\n={100}\n/);
    const of = (name) => texts.filter((text) => text.split("\n\n")[0].includes(name));
    for (const [, name, terms] of head.matchAll(/^- (\S+ \S+) \((.*)\)$/gm)) {
      assert.equal(of(name).length, 1 + (terms.match(/ AND /g)?.length ?? 0), `${list}: ${name}, ${terms}`);
    }
    assert.equal(of("Rust's standard library").length, 1, list);
    assert.equal(of("unicode-ident").length, 2, list);
  }
});
