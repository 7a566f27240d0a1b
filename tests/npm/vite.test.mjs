// The README's block for browsers, bundled by Vite and run in Chromium under the policy that the README asks for.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { test } from "node:test";
import { blocks, project, vite } from "./installed.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--no-first-run", "--disable-quic",
];

/** What the page tells its host: the verdict, or why there is none. */
const tell = "(value) => fetch('/told', { method: 'POST', body: JSON.stringify(value) })";

const block = blocks("js").find((block) => block.includes("await init()"));

/** The block between two lines that tell how it went. */
const app = `const tell = ${tell};
addEventListener("unhandledrejection", (event) => tell(String(event.reason)));
addEventListener("error", (event) => tell(event.message));
${block}
tell([report.verdict, report.indicators[0].outcome]);
`;

/** Serves a folder on this machine until the page has told something. */
async function host(folder) {
  let resolve;
  const told = new Promise((done) => (resolve = done));
  const server = createServer(async (request, response) => {
    if (request.url === "/told") {
      const parts = await request.toArray();
      response.end();
      resolve(JSON.parse(Buffer.concat(parts)));
      return;
    }
    const file = folder + (request.url === "/" ? "/index.html" : request.url);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)], "content-security-policy": POLICY });
    response.end(readFileSync(file));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: `http://127.0.0.1:${server.address().port}/`, told, close: () => server.close() };
}

test("a bundled page gives the verdict that the README says", { timeout: 120_000 }, async (context) => {
  const own = project("vite");
  own.write("index.html", '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="./app.js"></script>');
  own.write("app.js", app);
  const built = await own.node(vite, "build", "--logLevel", "warn");
  assert.deepEqual(built, { code: 0, output: "" });
  assert.equal(readdirSync(own.inside("dist/assets")).filter((file) => file.endsWith(".wasm")).length, 1);

  const site = await host(own.inside("dist"));
  const profile = `--user-data-dir=${own.inside("profile")}`;
  const chromium = spawn(process.env.CHROMIUM ?? "chromium", [...FLAGS, profile, site.address], { stdio: "ignore" });
  const ended = once(chromium, "exit");
  context.after(async () => {
    chromium.kill();
    await ended;
    site.close();
  });
  const expected = [...block.matchAll(/^report\..*\/\/ ("\w+")/gm)].map((match) => JSON.parse(match[1]));
  assert.equal(expected.length, 2);
  const crashed = ended.then(([code]) => `Chromium ended with ${code}`);
  assert.deepEqual(await Promise.race([site.told, crashed]), expected);
});
