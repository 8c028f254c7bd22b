// One measurement of one engine: the page's address says which, and the result goes back to the
// server. Every measurement has a browser of its own, so that none pays for another one's garbage.

import { engines } from "./engines.js";
import { readers } from "./readers.js";

// A query that answers at once is repeated for so long, in milliseconds: clocks in browsers are
// coarse on purpose.
const ENOUGH_MS = 2;
// Queries are asked until so much time has passed, in milliseconds; slow engines answer fewer.
const BUDGET_MS = 20_000;

const options = Object.fromEntries(new URLSearchParams(location.search));

async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

// Bytes in use in JavaScript, after what is not needed any more is gone.
async function heap() {
  for (let i = 0; i < 3; i += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.memory?.usedJSHeapSize ?? 0;
}

// The time that a query takes, in milliseconds: the first answer warms up, if it is a quick one.
function queryTime(ask) {
  let [ms] = timed(ask);
  if (ms > 50) return ms;
  let asked = 0;
  const start = performance.now();
  do {
    ask();
    asked += 1;
    ms = performance.now() - start;
  } while (ms < ENOUGH_MS);
  return ms / asked;
}

// The mean of 1 / place of the first right result among ten; 0 where none is right.
function reciprocalRank(found, right) {
  const place = found.slice(0, 10).findIndex((id) => right.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

async function search(name) {
  const queries = await (await fetched("queries.json")).json();
  const engine = await engines[name](fetched);
  const before = await heap();
  const inUse = engine.bytes?.() ?? 0;
  const [build] = timed(() => engine.build());
  const after = await heap();
  const result = { build, heap: after - before + ((engine.bytes?.() ?? 0) - inUse), times: [] };
  const start = performance.now();
  for (const { class: kind, text } of interleaved(queries.timed)) {
    if (performance.now() - start > BUDGET_MS) break;
    result.times.push([kind, queryTime(() => engine.search(text))]);
  }
  for (const [set, way] of [["known", "clean"], ["known", "typo"], ["any", "clean"], ["any", "typo"]]) {
    const ranks = [];
    const start = performance.now();
    for (const item of queries[set]) {
      if (performance.now() - start > BUDGET_MS) break;
      ranks.push(reciprocalRank(engine.find(item[way]), engine.right(item)));
    }
    result[set] = { ...result[set], [way]: mean(ranks), [`${way} items`]: ranks.length };
  }
  result.memory = engine.memory?.() ?? 0;
  return result;
}

// One of each class in turn, so that a budget that runs out cuts all classes alike.
function interleaved(queries) {
  const classes = Map.groupBy(queries, (query) => query.class);
  const longest = Math.max(...[...classes.values()].map((list) => list.length));
  const all = [];
  for (let i = 0; i < longest; i += 1) {
    for (const list of classes.values()) if (list[i]) all.push(list[i]);
  }
  return all;
}

async function read(name) {
  const json = await (await fetched("notes.json")).text();
  const read = await readers[name](json, fetched);
  const times = [];
  for (let i = 0; i < 5; i += 1) times.push(read(timed));
  return { times };
}

let result;
try {
  const work = options.task === "reading" ? read : search;
  result = await work(options.engine);
} catch (error) {
  result = { error: String(error?.stack ?? error) };
}
await fetch("result", { method: "POST", body: JSON.stringify(result) });
