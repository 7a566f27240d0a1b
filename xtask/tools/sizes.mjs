// Prints each file's size as JSON: as it is, with gzip at level 9, with brotli at quality 11.
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

async function sizes(path) {
  const content = await readFile(path);
  // Quality 11 is zlib's default for brotli. Both run beside each other, and so do the files.
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content),
  ]);
  return [path, { raw: content.length, "gzip 9": zipped.length, "brotli 11": brotli.length }];
}

console.log(JSON.stringify(Object.fromEntries(await Promise.all(process.argv.slice(2).map(sizes)))));
