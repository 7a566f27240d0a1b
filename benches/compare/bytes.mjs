// What a visitor downloads for each engine: its browser bundle and wasm, minified and compressed with brotli at quality 11.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = fileURLToPath(new URL("../../dist/npm/", import.meta.url));
const packaged = (name) => fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));

/** What each imports in a browser, and its wasm. The native addon of zen has a wasm package of its own for that. */
const BUNDLES = {
  shifan: [`export * from "${dist}shifan.js"; export { default } from "${dist}shifan.js"`, `${dist}shifan_bg.wasm`],
  "by hand, decimal.js": [`export * from "./engines/by-hand.mjs"`],
  "json-logic-engine": [`export { LogicEngine } from "json-logic-engine"`],
  "json-rules-engine": [`export { Engine } from "json-rules-engine"`],
  "@gorules/zen-engine": [
    `export * from "@gorules/zen-engine-wasm"; export { default } from "@gorules/zen-engine-wasm"`,
    packaged("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm"),
  ],
  "@goplasmatic/datalogic": [
    `export * from "@goplasmatic/datalogic/web"; export { default } from "@goplasmatic/datalogic/web"`,
    packaged("@goplasmatic/datalogic/web/datalogic_wasm_bg.wasm"),
  ],
  publicodes: [`export { default } from "publicodes"`],
};

function bundle(entry) {
  const flags = ["--bundle", "--minify", "--format=esm", "--platform=browser", "--log-level=error"];
  return execFileSync(process.execPath, [process.env.ESBUILD, ...flags], { cwd: here, input: entry, maxBuffer: 1 << 26 });
}

export async function bytes() {
  const results = {};
  for (const [name, [entry, wasm]] of Object.entries(BUNDLES)) {
    const script = brotliCompressSync(bundle(entry)).length;
    const module = wasm ? brotliCompressSync(await readFile(wasm)).length : 0;
    results[name] = { script, wasm: module, total: script + module };
  }
  return results;
}
