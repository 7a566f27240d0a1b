// The whole comparison in one run: results.json beside the size ledger, and the page of docs that is written from it.
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { bytes } from "./bytes.mjs";
import { ours } from "./engines/all.mjs";
import { exactness } from "./exactness.mjs";
import { page } from "./page.mjs";
import { write } from "./report.mjs";
import { screening } from "./screening.mjs";
import { speed } from "./speed.mjs";
import { tables } from "./tables.mjs";

const project = new URL("../../", import.meta.url);
const read = async (path) => JSON.parse(await readFile(new URL(path, project), "utf8"));

async function step(name, run) {
  console.error(`\n${name}`);
  return run();
}

async function versions() {
  const { devDependencies } = await read("benches/compare/package.json");
  return { shifan: (await read("dist/npm/package.json")).version, ...devDependencies };
}

const results = {
  machine: { processor: cpus()[0].model.trim(), cores: cpus().length, node: process.version },
  versions: await versions(),
  exactness: await step("Ties that are misjudged", exactness),
  bytes: await step("Bytes of each engine's bundle", bytes),
  speed: await step("Assessments, engine after engine, several rounds", () => speed(ours.defaultRuleset())),
  screening: await step("Many submissions", () => screening(ours.defaultRuleset())),
  tables: await step("Tables read", tables),
  page: await step("The page beside a bare one, in Chromium", async () => page(await read("www/samples/park-creation.json"))),
};
await writeFile(new URL("benches/results.json", project), `${JSON.stringify(results, null, 2)}\n`);
await writeFile(new URL("docs/benchmarks.md", project), write(results));
