// Uses the page as a reader does, in a frame of this one, and measures what the reader waits for.
// The browser is new, so that nothing of the page is compiled or kept yet.

const options = new URLSearchParams(location.search);
const query = options.get("query");
// What no host sends for so long has come to rest, in milliseconds.
const REST_MS = 1500;
const frame = () => document.querySelector("iframe");
const inside = () => frame().contentDocument;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

// After the next frame has been painted, and before the page goes on with what waits for that, too.
async function painted() {
  await nextFrame();
  await scheduler.postTask(() => {}, { priority: "user-blocking" });
}

async function until(isThere) {
  for (;;) {
    const found = isThere();
    if (found) return found;
    await nextFrame();
  }
}

// Milliseconds from asking for the page until it shows its matrix, can be searched, and shows what
// a search in its address has found.
async function start() {
  document.body.append(Object.assign(document.createElement("iframe"), {
    src: `${options.get("at") ?? "app/"}index.html#q=${encodeURIComponent(query)}`,
  }));
  const own = () => inside()?.querySelector("[role=searchbox]");
  await until(own);
  const clock = frame().contentWindow.performance;
  await until(() => inside().querySelector("a.hit:not([data-so-far] *)"));
  const hit = clock.now();
  const isWhole = () => !inside().querySelector("[data-so-far]") && mark("skillreel:ready") > 0;
  const mark = (name) => clock.getEntriesByName(name)[0]?.startTime ?? 0;
  await until(isWhole);
  await painted();
  const words = query.toLowerCase().split(" ");
  const first = inside().querySelector("a.hit").textContent.toLowerCase();
  if (!words.every((word) => first.includes(word))) throw new Error(`found ${first}`);
  return { hit, matrix: mark("skillreel:matrix"), ready: mark("skillreel:ready") };
}

// How many bytes a host has sent once it sends nothing more.
async function sentAtRest() {
  const sent = async () => (await fetch("sent", { cache: "no-store" })).json();
  for (let last = -1, now = await sent(); ; now = await sent()) {
    if (last === now) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

// Milliseconds from each key until what it changed is painted, and how much of that is work.
async function typing(text) {
  const box = inside().querySelector("[role=searchbox]");
  const times = [];
  const press = async (value) => {
    // Readers press keys at any time between two frames.
    await new Promise((resolve) => setTimeout(resolve, 150 + (times.length * 7) % 16));
    const start = performance.now();
    box.value = value;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // What follows from a key is worked off right after it.
    await Promise.resolve();
    const work = performance.now() - start;
    await painted();
    times.push([performance.now() - start, work]);
  };
  for (let length = 1; length <= text.length; length += 1) await press(text.slice(0, length));
  for (let length = text.length - 1; length >= 0; length -= 1) await press(text.slice(0, length));
  return times;
}

// Milliseconds from pressing a level until its matrix is painted, three times from all levels to each and back.
async function levels() {
  const choices = () => [...inside().querySelectorAll("[role=radiogroup][aria-label=Seniority] input")];
  const times = [];
  const press = async (at) => {
    await new Promise((resolve) => setTimeout(resolve, 200 + (times.length * 7) % 16));
    const start = performance.now();
    choices()[at].click();
    await painted();
    times.push(performance.now() - start);
    await until(() => choices()[at].checked);
  };
  // The first one is all levels.
  const number = choices().length;
  for (let round = 0; round < 3; round += 1) {
    for (let at = 1; at < number; at += 1) {
      await press(at);
      await press(0);
    }
  }
  if (number < 2) throw new Error("no levels to choose from");
  return times;
}

// How many frames come late while the matrix is scrolled, of how many.
async function scrolling() {
  const view = frame().contentWindow;
  // The rest of the matrix is drawn first: what is measured is scrolling it.
  await until(() => {
    const more = [...inside().querySelectorAll(".more-rows button")][0];
    more?.click();
    return !more;
  });
  await painted();
  const panes = [inside().querySelector(".board"), inside().scrollingElement];
  const pane = panes.find((pane) => pane.scrollHeight > pane.clientHeight + 100);
  const rows = inside().querySelectorAll("tr.skill").length;
  // What fits the window is not scrolled.
  if (!pane) return { rows, frames: 0, late: 0 };
  let last = await nextFrame();
  const gaps = [];
  for (let frames = 0; frames < 240; frames += 1) {
    pane.scrollTop += 40;
    const now = await nextFrame();
    gaps.push(now - last);
    last = now;
  }
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length / 2];
  const late = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0);
  return { rows, frames: gaps.length, late, usual, longest: Math.max(...gaps), at: view.scrollY + pane.scrollTop };
}

let result;
try {
  const before = await sentAtRest();
  const began = await start();
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask", buffered: true });
  await painted();
  const startTasks = longTasks.splice(0);
  const bytes = await sentAtRest() - before;
  result = { bytes, start: began, startTasks, typing: await typing("working backwards"), levels: await levels(), scrolling: await scrolling() };
  result.laterTasks = longTasks;
} catch (error) {
  result = { error: String(error?.stack ?? error) };
}
await fetch("result", { method: "POST", body: JSON.stringify(result) });
