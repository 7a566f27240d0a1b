// Assessments per second against ours: the same submissions, the answers compared before anything is timed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { others, ours } from "./engines/all.mjs";
import { spread } from "./numbers.mjs";
import { flatten, programme } from "./rules.mjs";
import { complete, withBlanks } from "./submissions.mjs";

const SUBMISSIONS = 200;
const BLANKS = 100;
const ROUNDS = 11;
const WARM_UP = 3;
/** A round of a slow engine takes as many submissions as fit into this, once the warm-up has shown how slow it is. */
const ROUND_MS = 250;

/** What there is to time: `{engine, mode, run, inputs}`, all inputs made ready beforehand. */
function contenders(rules, ruleset, submissions) {
  const of = (engine) => {
    const prepared = engine.prepare(rules, ruleset);
    const inputs = engine.takes === "facts" ? submissions.map((one) => flatten(one, ruleset)) : submissions;
    const modes = ["explained", "verdict"].filter((mode) => prepared[mode]);
    return modes.map((mode) => ({ engine, mode, run: prepared[mode], outcomes: prepared.outcomes, inputs }));
  };
  return [ours, ...others].flatMap(of);
}

async function answers({ run, outcomes, inputs }) {
  const found = [];
  for (const input of inputs) found.push(outcomes(await run(input)));
  return found;
}

/** Every engine has to say of every criterion what ours says; how many agree where something is blank is written down. */
async function check(rules, ruleset, submissions) {
  const whole = contenders(rules, ruleset, submissions);
  const expected = await answers(whole[0]);
  for (const one of whole.slice(1))
    assert.deepEqual(await answers(one), expected, `${one.engine.name}, ${one.mode}, gives other outcomes`);
  const blanks = contenders(rules, ruleset, withBlanks(BLANKS, ruleset));
  const wanted = await answers(blanks[0]);
  const agreed = {};
  for (const one of blanks.filter(({ mode }) => mode === "explained")) {
    const found = await answers(one);
    agreed[one.engine.name] = wanted.filter((list, place) => String(list) === String(found[place])).length;
  }
  return { submissions: submissions.length, outcomes: expected.flat().length, blanks: wanted.length, agreed };
}

/** Nanoseconds of one assessment; asynchronous engines are awaited, the others are not. */
async function time({ run, inputs }, count) {
  const waits = run(inputs[0]) instanceof Promise;
  const start = process.hrtime.bigint();
  if (waits) for (let place = 0; place < count; place += 1) await run(inputs[place % inputs.length]);
  else for (let place = 0; place < count; place += 1) run(inputs[place % inputs.length]);
  return Number(process.hrtime.bigint() - start) / count;
}

/** Our engine without JavaScript, a round at a time. */
function native(submissions) {
  const child = spawn(process.env.NATIVE_BENCH, [], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(submissions)}\n`);
  const round = async () => {
    child.stdin.write("\n");
    return Number((await lines.next()).value);
  };
  return { engine: { name: "shifan, native" }, mode: "explained", round, end: () => child.stdin.end() };
}

/** Rounds in which everything takes its turn, each time in another order. */
async function rounds(all) {
  const times = all.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const place = (turn + round) % all.length;
      const one = all[place];
      const took = one.round ? await one.round() : await time(one, one.count);
      if (round >= WARM_UP) times[place].push(took);
      else one.count = Math.max(5, Math.min(20_000, Math.round((ROUND_MS * 1e6) / took)));
    }
  }
  return times;
}

export async function speed(ruleset) {
  const rules = programme(ruleset);
  const submissions = complete(SUBMISSIONS, ruleset);
  const checked = await check(rules, ruleset, submissions);
  const all = contenders(rules, ruleset, submissions).map((one) => ({ ...one, count: 5 }));
  const [alone] = process.env.NATIVE_BENCH ? [native(submissions)] : [];
  const times = await rounds(alone ? [...all, alone] : all);
  alone?.end();
  const results = (alone ? [...all, alone] : all).map(({ engine, mode }, place) => ({
    engine: engine.name,
    mode,
    // How many times as long as ours takes in the same round.
    ratio: spread(times[place].map((took, round) => took / times[0][round])),
  }));
  return { rounds: ROUNDS, checked, results };
}
