// The package as another project gets it: packed, installed from the tarball alone, in a folder of its own under target/.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/** Where TypeScript and Vite are: `cargo xtask test` says it. */
const packages = process.env.NODE_PACKAGES ?? fileURLToPath(new URL("target/tools/npm/node_modules", root));
export const tsc = `${packages}/typescript/bin/tsc`;
export const vite = `${packages}/vite/bin/vite.js`;
export const typeRoots = `${packages}/@types`;

export const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The README's code blocks of a language, as they stand there. */
export const blocks = (language) =>
  [...read("dist/npm/README.md").matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter((block) => block[1] === language)
    .map((block) => block[2]);

/** A project that has the package and nothing else. */
export function project(name) {
  const folder = fileURLToPath(new URL(`target/npm/${name}/`, root));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const inside = (path) => `${folder}${path}`;
  const npm = (...args) => execFileSync("npm", [...args, "--loglevel=error"], { cwd: folder, encoding: "utf8" });
  writeFileSync(inside("package.json"), JSON.stringify({ name, private: true, type: "module" }));
  const [packed] = JSON.parse(npm("pack", "--json", "--ignore-scripts", fileURLToPath(new URL("dist/npm", root))));
  npm("install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${packed.filename}`);
  return {
    files: packed.files.map((file) => file.path).sort(),
    inside,
    write: (path, text) => writeFileSync(inside(path), text),
    copy: (path) => copyFileSync(new URL(path, import.meta.url), inside(path.split("/").at(-1))),
    node: (...args) => run(folder, args),
  };
}

/** What Node prints, whether it succeeds or not. */
function run(folder, args) {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}
