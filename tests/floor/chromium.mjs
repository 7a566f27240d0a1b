// An old Chromium without a window, steered through its own pipe: today's drivers no longer talk to it.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const FLAGS = ["--headless", "--no-sandbox", "--no-zygote", "--single-process", "--disable-gpu", "--disable-background-networking"];

/** The program in a package, which carries it compressed. */
function program(folder) {
  const path = join(folder, "chromium");
  if (!existsSync(path)) {
    // By another name first: a program that is there is whole.
    writeFileSync(`${path}.part`, brotliDecompressSync(readFileSync(join(folder, "bin/chromium.br"))), { mode: 0o755 });
    renameSync(`${path}.part`, path);
  }
  return path;
}

/** Why a command fails to a browser that is no longer there. */
export const ENDED = "Chromium has ended";

/** Opens a page; `broken` is a script that takes something away from the browser beforehand. */
export async function open(folder, address, broken) {
  const child = spawn(program(folder), [...FLAGS, "--remote-debugging-pipe", "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  // One that no longer answers is ended, and what waits for it fails.
  setTimeout(() => child.kill("SIGKILL"), 45_000).unref();
  const heard = [];
  const send = commands(child, heard);
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const page = (method, parameters) => send(method, parameters, sessionId);
  await page("Page.enable");
  if (broken) await page("Page.addScriptToEvaluateOnNewDocument", { source: broken });
  await page("Page.navigate", { url: address });

  const run = async (expression) => {
    const { result, exceptionDetails } = await page("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  };
  /** What a script returns, as soon as that is anything. */
  const wait = async (expression) => {
    for (const since = Date.now(); Date.now() - since < 20_000; await new Promise((done) => setTimeout(done, 100))) {
      const found = await run(`(() => { try { return ${expression} } catch (error) { return null } })()`);
      if (found) return found;
    }
    throw new Error(`in vain: ${expression}; the page says: ${await run("document.body.textContent")}`);
  };
  /** The next event of that name, as soon as it has come. */
  const event = async (name) => {
    for (const since = Date.now(); Date.now() - since < 20_000; await new Promise((done) => setTimeout(done, 20))) {
      const at = heard.findIndex(({ method }) => method === name);
      if (at >= 0) return heard.splice(at, 1)[0].params;
    }
    throw new Error(`in vain: ${name}`);
  };
  return { page, run, wait, event, version: (await send("Browser.getVersion")).product, close: () => child.kill("SIGKILL") };
}

/** Sends commands, each ended by a zero byte, and matches the answers to them; what else comes is `heard`. */
function commands(child, heard) {
  const [, , , outward, inward] = child.stdio;
  const waiting = new Map();
  let [count, rest] = [0, ""];
  inward.setEncoding("utf8");
  inward.on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const message of messages.map((message) => JSON.parse(message))) {
      const { id, result, error } = message;
      if (id === undefined) heard.push(message);
      const { done, failed } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) failed?.(new Error(error.message));
      else done?.(result);
    }
  });
  let ended = false;
  child.on("exit", () => {
    ended = true;
    waiting.forEach(({ failed }) => failed(new Error(ENDED)));
  });
  outward.on("error", () => null);
  return (method, params = {}, sessionId) =>
    new Promise((done, failed) => {
      if (ended) return failed(new Error(ENDED));
      count += 1;
      waiting.set(count, { done, failed });
      outward.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
}
