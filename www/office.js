// The part that reads Excel files and makes those for Excel and Word. A page has it in a template, where it is neither fetched nor run, and it is taken out when
// the first such file is opened or wanted. It is one for all elements of the page; office_part.js is the other end.

const OFFICE = "template#shifan-office";
/** A host that has not answered until then is taken for one that cannot be reached. */
const ARRIVES_MS = 60000;

/** The part as it came: its version, its glue, and its module as text. */
let arrived;
/** The same, compiled; once for all files. */
let office;

/** Has the part "read" a file or "make" one: an instance for each file, whose memory goes with it. Throws why it cannot, in one word. */
async function askOffice(act, bytes) {
  office ??= prepared();
  const part = office;
  try {
    const { makeEngine, module } = await part;
    const engine = makeEngine();
    await engine({ module_or_path: module });
    return engine[act](bytes);
  } catch (error) {
    // A file that stops the part at work leaves the others to be read.
    if (typeof error !== "string") throw "stopped";
    // A part that is not there is looked for anew with the next file.
    if (office === part) office = undefined;
    throw error;
  }
}

/** The part comes by itself, and perhaps more than once. */
function takeOffice(part) {
  if (arrived?.version !== VERSION) arrived = part;
}

async function prepared() {
  if (!arrived) await takenOut();
  if (!arrived) throw "broken";
  const { version, makeEngine, wasm } = arrived;
  if (version !== VERSION) {
    arrived = undefined;
    throw `version ${version}`;
  }
  const module = await WebAssembly.compile(unpack(wasm)).catch(() => {
    arrived = undefined;
    throw "broken";
  });
  return { makeEngine, module };
}

/** Takes the script out of its template, by which it is fetched and run. No text becomes a script, so no policy of Trusted Types is needed. */
function takenOut() {
  const script = document.querySelector(OFFICE)?.content.querySelector("script");
  if (!script) throw "absent";
  // A script runs once. What has to be fetched may fail, and then the next try needs another.
  const isFetched = script.hasAttribute("src");
  if (isFetched) script.after(script.cloneNode());
  return new Promise((done, failed) => {
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed("unreachable"));
    setTimeout(isFetched ? () => failed("unreachable") : done, isFetched ? ARRIVES_MS : 0);
    document.head.append(script);
  }).finally(() => script.remove());
}
