// How long a table takes to be read: long ones of both sorts, and the largest that is read at all.
import { readFile } from "node:fs/promises";
import { spread } from "./numbers.mjs";

const dist = new URL("../../dist/npm/", import.meta.url);
const ROUNDS = 7;

const list = (count, row) => Array.from({ length: count }, (_, number) => row(number));
const HEAD = ["指标", "计量单位", "2023年", "2024年", "2025年"];

/** `{name: {rows, at}}`: names that nobody knows are the slowest. */
const TABLES = {
  kinds: {
    at: "figures.platforms",
    rows: [
      ["序号", "平台名称", "类型", "数量", "本单位排序"],
      ...list(5000, (number) => [number + 1, `平台${number}`, "全国重点实验室", 1, 1 + (number % 5)]),
    ],
  },
  figures: { rows: [HEAD, ...list(5000, (number) => [`企业${number}的收入`, "万元", number, number + 0.5, number + 1])] },
  largest: { rows: [HEAD, ...list(39_999, (number) => [`企业${number}的收入`, "万元", number, number + 0.5, number + 1])] },
};

/** Milliseconds of every table. */
export async function tables() {
  const { initSync, readTable } = await import(new URL("shifan.js", dist));
  initSync({ module: await readFile(new URL("shifan_bg.wasm", dist)) });
  const results = {};
  for (const [name, { rows, at }] of Object.entries(TABLES)) {
    const context = { track: "park", stage: "creation", at };
    const times = list(ROUNDS, () => {
      const start = performance.now();
      readTable({ rows }, context);
      return performance.now() - start;
    });
    const cells = rows.reduce((sum, row) => sum + row.length, 0);
    results[name] = { rows: rows.length, cells, ms: spread(times) };
  }
  return results;
}
