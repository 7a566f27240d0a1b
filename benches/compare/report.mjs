// docs/benchmarks.md from the results: every number in it comes from there.

const WIDTH = /(\d)(?=(\d{3})+$)/g;
const count = (number) => String(number).replace(WIDTH, "$1,");
const times = ({ median, min, max }) => `${median} (${min}–${max})`;
const table = (head, ...rows) => [head, head.map((_, place) => (place ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

function speedTable({ results, checked }) {
  const named = (name, mode) => results.find((one) => one.engine === name && one.mode === mode);
  const names = [...new Set(results.map(({ engine }) => engine))];
  const cell = (found, note) => (found ? times(found.ratio) : note);
  const rows = names.map((name) => [
    name,
    cell(named(name, "explained"), "–"),
    cell(named(name, "verdict"), "the same"),
    name in checked.agreed ? `${checked.agreed[name]} of ${checked.blanks}` : "the same engine",
  ]);
  return table(["engine", "explained", "outcomes only", "right where something is blank"], ...rows);
}

/** What is slower than we are and what is faster, said in words, losses first. */
function standings({ results }) {
  const others = results.filter(({ engine, mode }) => !engine.startsWith("shifan") && mode === "explained");
  const line = ({ engine, ratio }) =>
    ratio.median < 1
      ? `- **${engine}** is ${(1 / ratio.median).toPrecision(2)} times as fast as ours.`
      : `- ${engine} takes ${ratio.median} times as long as ours.`;
  return [...others].sort((a, b) => a.ratio.median - b.ratio.median).map(line).join("\n");
}

function exactnessTable({ ties, results }) {
  const rows = Object.entries(results).map(([name, one]) => [name, count(one.weights), count(one.thirds), one.numbers, one.explains]);
  const head = ["engine", `weights, of ${count(ties.weights)}`, `thirds, of ${count(ties.thirds)}`, "numbers", "what it explains"];
  return table(head, ...rows);
}

function bytesTable(bytes) {
  const rows = Object.entries(bytes).map(([name, { script, wasm, total }]) => [name, count(script), wasm ? count(wasm) : "–", count(total)]);
  return table(["engine", "script", "wasm", "both"], ...rows);
}

function tablesTable(tables) {
  const rows = Object.entries(tables).map(([name, { rows, cells, ms }]) => [name, count(rows), count(cells), times(ms)]);
  return table(["table", "rows", "cells", "milliseconds"], ...rows);
}

function pageTable({ keystroke, firstOutcome, firstOutcomeSlower, memory }) {
  return table(
    ["", "times the bare page"],
    ["keystroke, script until the document says so, p50", times(keystroke.script.p50)],
    ["keystroke, script until the document says so, p95", times(keystroke.script.p95)],
    ["keystroke, until the frame is made, p50", times(keystroke.frame.p50)],
    ["keystroke, until the frame is made, p95", times(keystroke.frame.p95)],
    ["from navigation to the first outcome", times(firstOutcome.ratio)],
    [`the same, slowed down ${firstOutcomeSlower.slower} times`, times(firstOutcomeSlower.ratio)],
    ["from navigation to the whole sheet", times(firstOutcome.whole)],
    [`the same, slowed down ${firstOutcomeSlower.slower} times`, times(firstOutcomeSlower.whole)],
    [`memory after ${count(memory.keystrokes[1])} keystrokes, against itself after ${memory.keystrokes[0]}: script`, memory.script],
    ["the same: wasm", memory.wasm],
    ["the same: both", memory.both],
  );
}

/** Firms above the statistics' scale (规模以上工业企业) and parks, in round numbers: more than could ever apply. */
const APPLICANTS = [["a large province: 70,000 firms, 300 parks", 70_300], ["the country: 520,000 firms, 2,800 parks", 522_800]];

const perSecond = ({ median, min, max }) => `${count(Math.round(median))} (${count(Math.round(min))}–${count(Math.round(max))})`;

function screeningTable({ assessMany, verdict, program }) {
  return table(
    ["", "lines a second"],
    ["the package in Node, `assessMany`: whole reports", perSecond(assessMany)],
    ["the package in Node, `verdict` of each line", perSecond(verdict)],
    ["`screen`: a line in short for each", perSecond(program.short)],
    ["`screen --full`: whole reports", perSecond(program.full)],
    ["`screen --threads 2`", perSecond(program.twoThreads)],
    ["`screen --full --threads 2`", perSecond(program.fullTwoThreads)],
  );
}

function streamsTable(streams) {
  const rows = streams.map(({ lines, seconds, held }) => [count(lines), seconds, Math.round(lines / seconds / 1000), held ?? "not known"]);
  return table(["lines in one stream", "seconds", "thousand lines a second", "MB held at most"], ...rows);
}

function onPaper({ assessMany, program }) {
  const seconds = (lines, { median }) => Number((lines / median).toPrecision(2));
  const rows = APPLICANTS.map(([who, lines]) => [who, seconds(lines, program.short), seconds(lines, program.full), seconds(lines, assessMany)]);
  return table(["seconds of one core", "`screen`", "`screen --full`", "`assessMany`"], ...rows);
}

export function write({ machine, versions, exactness, bytes, speed, screening, tables, page }) {
  const versionList = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ");
  return `# Measured against others

Written by \`cargo xtask bench\` from [\`benches/results.json\`](../benches/results.json); do not edit it. Everything is from one run on one machine
(${machine.processor}, ${machine.cores} cores, Node ${machine.node.slice(1)}, Chromium ${page.chromium}) and stands as a ratio, since absolute times
mean nothing elsewhere (those of tables only tell their order of size): the median of the rounds, in brackets the least and the most. What was found by looking inside is in [speed.md](speed.md).
${versionList}.

## How long an assessment takes

${speed.checked.submissions} parks at creation, made from seeds around the thresholds, all 11 indicators. 1 is what our npm package takes in Node; 2 is twice as long.

${speedTable(speed)}

${standings(speed)}

- Before anything is timed, every engine has to give the same ${count(speed.checked.outcomes)} outcomes as ours. Ties through thirds are kept out of these submissions,
  as several engines misjudge them (below).
- ${speed.rounds} rounds after a warm-up. In each of them every engine has a turn of about a quarter of a second, in an order that changes; a ratio is taken
  within its round.
- *Explained* is with the most that an engine tells by itself about how it came to the outcome. The explanations are not of one size: ours has every
  measure as decimal and fraction, the distance, every way to close it, the quotation, and what is missing; a rule engine has its conditions with their
  values. publicodes and json-rules-engine explain always. *Outcomes only* is \`verdict\` of ours.
- json-logic-engine explains nothing and computes with floats. Its whole time is about what ours takes in plain JavaScript alone, to go through the submission and to
  make the report's objects ([speed.md](speed.md)): behind a boundary nothing is as fast.
- Ours reads the submission as people type it (texts, units, separators, refusals). The rule engines get flat facts that are already numbers, made
  ready outside the time, and one fact a field where they know no lists. Both is in their favour.
- json-rules-engine has no arithmetic: its measures are JavaScript functions behind facts, all of which read one fact with the figures.
- @goplasmatic/datalogic compiles rules only without a trace, so that explained it reads them anew each time; its build for browsers is used, because
  the one for Node is CommonJS in a package of modules and cannot be imported. @gorules/zen-engine is the native addon. Both, like ours, are
  Rust behind a boundary that costs.
- *Blank*: one figure, or one year, left out of ${speed.checked.blanks} further submissions. No engine but publicodes and ours tells missing from zero by itself: in the
  others every rule asks for it first, which is written into the rules here, and one that forgets says "not met" or counts zero.
- *shifan, native* is the same engine without wasm, compiled for speed, from JSON text to JSON text.

## Ties that are misjudged

The weighted sum is exactly the threshold, so it is met; counted is how often an engine says it is not. *Weights*: all counts 0 to 20 of three
kinds that weigh 1, 0.7 and 0.1. *Thirds*: all counts 0 to 20 by third, sixth and ninth units whose sum is whole.

${exactnessTable(exactness)}

## Bytes

Each engine's bundle for browsers (esbuild, minified) and its wasm, brotli at quality 11. Of zen it is the wasm package, an older version than the addon.
All but ours and the one by hand are without any rules; ours contains the plan.

${bytesTable(bytes)}

## Many submissions

Parks, a third of them with something blank, again and again from one file. A second is one on the clock, of one core where nothing else is said.

${screeningTable(screening)}

The same file again and again in one stream, as a program that never ends would be fed:

${streamsTable(screening.streams)}

What that means on paper, if everybody applied who ever could (in round numbers, taken high and not counted by us): so many seconds of one core. It is no reason to distribute anything; what takes time is the people
who read the results.

${onPaper(screening)}

## Tables

How long the package takes to read a table in Node: one of kinds with their counts and ranks, one of figures whose names nobody knows, and the largest
that is read.

${tablesTable(tables)}

## The page

\`dist/shifan.js\` in a page of its own, a sample filled in, beside a bare page with one input and one text that shows what was typed. The processor is
slowed down ${page.keystroke.slower} times for keystrokes: ${page.keystroke.keystrokes} of them in rounds that alternate between the pages, each crossing the threshold again and again.

${pageTable(page)}

Until the *document says so* is from the \`input\` event to the last change of the document: all of our work against one assignment. Until the *frame is
made* is what a person waits. The *first outcome* stands when it is laid out in the frame that shows it; the indicators that are out of sight then come after
that frame, and with them the sheet is whole. Each of ${page.firstOutcome.visits} visits is a page of its own, beside one to the bare page.
Memory is what is left after garbage collection; five keystrokes a second are taken as typing, so that
${count(page.memory.keystrokes[1])} are ten minutes.
`;
}
