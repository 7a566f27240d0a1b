// Keeps the page in the browser. `cargo xtask build` writes the first two lines: FILES, every file with the hash of its contents,
// and VERSION, a hash of all of that.
//
// A browser puts a new worker in the place of the old one when it likes to. So it is not the worker that decides which version is
// shown but what the person has agreed to, which is written down beside the files.

const PLACE = registration.scope;
const AGREED = `shifan ${PLACE}`;
const NAME = `${AGREED} ${VERSION}`;
const ADDRESSES = new Map(FILES.map(([path, integrity]) => [new URL(path, PLACE).href, integrity]));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));

async function install() {
  // A host on which only some of the files were replaced has no new version yet: then nothing is taken.
  const wanted = [...ADDRESSES].map(([address, integrity]) => new Request(address, { integrity, cache: "no-cache" }));
  const cache = await caches.open(NAME);
  await cache.addAll(wanted);
  if (!(await agreed())) await agree();
  await skipWaiting();
}

/** The name of the version that is shown. */
async function agreed() {
  const note = await caches.match(PLACE, { cacheName: AGREED });
  return note?.text();
}

async function agree() {
  const notes = await caches.open(AGREED);
  await notes.put(PLACE, new Response(NAME));
}

/** Deletes the versions of this page, and of no other on the same host, that are neither shown nor offered. */
async function tidy() {
  const needed = [NAME, await agreed()];
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${AGREED} `) && !needed.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = (origin + pathname).replace(/\/index\.html$/, "/");
  if (event.request.method === "GET" && ADDRESSES.has(address)) event.respondWith(kept(address, event.request));
});

/** As it was kept; from the host only if the browser has thrown it away. */
async function kept(address, request) {
  const found = await caches.match(address, { cacheName: (await agreed()) ?? NAME });
  return found ?? fetch(request);
}

// The page asks whether there is another version than the one that it is, and says when the person wants it.
addEventListener("message", (event) => {
  const answer = event.data === "take it" ? agree().then(tidy) : agreed().then((name) => name !== NAME);
  event.waitUntil(answer.then((said) => event.ports[0].postMessage(said)));
});
