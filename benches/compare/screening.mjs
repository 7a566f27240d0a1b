// Many submissions one after the other: the package's assessMany, and the program `screen` with files and with an endless stream.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spread } from "./numbers.mjs";
import { complete, withBlanks } from "./submissions.mjs";

const ROUNDS = 5;
/** So many times the same lines in one file. */
const REPEATED = 100;
/** So many times the same file in one stream. */
const STREAMS = [10, 100];

const dist = new URL("../../dist/npm/", import.meta.url);

/** Lines a second. */
async function inNode(lines, full) {
  const { assessMany, verdict, initSync } = await import(new URL("shifan.js", dist));
  initSync({ module: await readFile(new URL("shifan_bg.wasm", dist)) });
  const start = performance.now();
  if (full) for await (const { error } of assessMany(lines)) if (error) throw error;
  if (!full) for (const line of lines) verdict(JSON.parse(line));
  return lines.length / ((performance.now() - start) / 1000);
}

/** Seconds from start to end, and the most memory that was held, in MB; no memory where the system does not say. */
function run(args, feed) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.env.SCREEN, args, { stdio: [feed ? "pipe" : "ignore", "ignore", "ignore"] });
    let held = null;
    const look = async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
      const found = /VmHWM:\s+(\d+) kB/.exec(status);
      if (found) held = Number(found[1]) / 1024;
    };
    const looking = setInterval(look, 50);
    child.on("error", reject).on("close", (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, held });
      else reject(new Error(`screen ended with ${code}`));
    });
    feed?.(child.stdin);
  });
}

/** The same bytes again and again. */
function feeding(bytes, times) {
  return async (stdin) => {
    for (let time = 0; time < times; time += 1) if (!stdin.write(bytes)) await new Promise((drained) => stdin.once("drain", drained));
    stdin.end();
  };
}

async function rounds(measure) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await measure());
  return spread(found);
}

export async function screening(ruleset) {
  const lines = [...complete(200, ruleset), ...withBlanks(100, ruleset)].map((one) => JSON.stringify(one));
  const many = Array.from({ length: REPEATED }, () => lines).flat();
  const folder = await mkdtemp(join(tmpdir(), "shifan-"));
  const file = join(folder, "lines.jsonl");
  const bytes = Buffer.from(`${many.join("\n")}\n`);
  await writeFile(file, bytes);
  try {
    const program = (...args) => rounds(async () => many.length / (await run([...args, file])).seconds);
    const streams = [];
    for (const times of STREAMS) streams.push({ lines: times * many.length, ...(await run([], feeding(bytes, times))) });
    return {
      assessMany: await rounds(() => inNode(many, true)),
      verdict: await rounds(() => inNode(many, false)),
      program: { short: await program(), full: await program("--full"), twoThreads: await program("--threads", "2"), fullTwoThreads: await program("--full", "--threads", "2") },
      streams: streams.map(({ lines, seconds, held }) => ({ lines, seconds: Number(seconds.toPrecision(3)), held: held && Number(held.toPrecision(2)) })),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
