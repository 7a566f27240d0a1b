// What the package is, and that its README tells the truth: every block of code is run as it stands there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { blocks, project, read } from "./installed.mjs";

const own = project("readme");
const manifest = JSON.parse(readFileSync(own.inside("node_modules/shifan/package.json"), "utf8"));

test("the tarball has what the package needs and nothing else", () => {
  const expected = ["LICENSE", "README.md", "THIRD-PARTY.txt", "package.json", "shifan.d.ts", "shifan.js", "shifan_bg.wasm"];
  assert.deepEqual(own.files, expected);
});

test("the manifest names only files that are there, and no place where it was made", () => {
  const exported = Object.values(manifest.exports).flatMap((to) => (typeof to === "string" ? [to] : Object.values(to)));
  for (const path of [manifest.main, manifest.types, ...exported]) assert.ok(own.files.includes(path.replace("./", "")), path);
  assert.equal(manifest.license, "MulanPSL-2.0");
  assert.equal(manifest.sideEffects, false);
  for (const key of ["repository", "homepage", "bugs", "author", "scripts", "dependencies"]) {
    assert.equal(manifest[key], undefined, key);
  }
});

test("importing it does nothing until it is called", async () => {
  const globals = "Object.getOwnPropertyNames(globalThis).join()";
  own.write("idle.mjs", `const before = ${globals}; await import("shifan"); console.log(before === ${globals});`);
  assert.deepEqual(await own.node("idle.mjs"), { code: 0, output: "true\n" });
});

test("the block for Node prints what its comment says", async () => {
  const block = blocks("js").find((block) => block.includes("node:fs"));
  const [, said] = block.match(/console\.log\(.*\/\/ (.+)/);
  own.write("block.mjs", block);
  assert.deepEqual(await own.node("block.mjs"), { code: 0, output: `${JSON.parse(said)}\n` });
});

test("every parseFigure in the text gives what stands behind it", async () => {
  const claims = [...read("dist/npm/README.md").matchAll(/`(parseFigure\([^`]*\))`\s+is\s+`([^`]*)`/g)];
  assert.ok(claims.length >= 2);
  const wasm = 'readFileSync(fileURLToPath(import.meta.resolve("shifan/shifan_bg.wasm")))';
  const claimed = claims.map(([, call, value]) => `assert.deepEqual(${call}, ${value});\n`);
  own.write(
    "claims.mjs",
    'import assert from "node:assert/strict";\nimport { readFileSync } from "node:fs";\n' +
      'import { fileURLToPath } from "node:url";\n' +
      `import { initSync, parseFigure } from "shifan";\ninitSync({ module: ${wasm} });\n${claimed.join("")}`,
  );
  assert.deepEqual(await own.node("claims.mjs"), { code: 0, output: "" });
});
