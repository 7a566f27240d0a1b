// Prints each file's size: as it is, with gzip at level 9, with brotli at quality 11.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const columns = (path, ...sizes) => path.padEnd(36) + sizes.map((size) => String(size).padStart(12)).join("");

console.log(columns("bytes", "raw", "gzip 9", "brotli 11"));
for (const path of process.argv.slice(2)) {
  const content = readFileSync(path);
  const gzip = gzipSync(content, { level: 9 });
  const brotli = brotliCompressSync(content); // quality 11 is zlib's default
  console.log(columns(relative(".", path), content.length, gzip.length, brotli.length));
}
