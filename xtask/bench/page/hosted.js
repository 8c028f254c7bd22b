// Searches hosted notes as a reader does, and counts what the host sends for it. The browser is new, so that nothing
// is kept yet.

const options = Object.fromEntries(new URLSearchParams(location.search));

// As many results are shown at once by Pagefind's own interface: the texts of more are not fetched.
const SHOWN_RESULTS = 5;
// What no host sends for so long has come to rest, in milliseconds.
const REST_MS = 1500;
// So many searches a visitor may make; after more of them nearly all of an index is there.
const SEARCHES = 20;
// Claims that others may be taken for are many; so many of them are looked for.
const MOST_ITEMS = 200;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const json = async (path) => (await fetch(path, { cache: "no-store" })).json();
const sent = () => json("sent");

async function until(isThere) {
  for (const start = performance.now(); performance.now() - start < 20_000;) {
    const found = isThere();
    if (found) return found;
    await nextFrame();
  }
  throw new Error(`waited in vain: ${isThere}`);
}

async function rest() {
  for (let last = -1, now = await sent(); last !== now; now = await sent()) {
    last = now;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

// Each opens its page and gives a function that searches and gives the notes found, in order.
const engines = {
  async skillreel() {
    const frame = Object.assign(document.createElement("iframe"), { src: "site/index.html" });
    document.body.append(frame);
    const all = (selector) => [...(frame.contentDocument?.querySelectorAll(selector) ?? [])];
    const [box] = await until(() => all("[role=searchbox]").length && all("[role=searchbox]"));
    await until(() => frame.contentWindow.performance.getEntriesByName("skillreel:matrix").length);
    const isSearched = () => all("[data-anchor=results][data-searching]").length > 0;
    const type = (text) => {
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    return {
      async search(query) {
        type(query);
        await until(() => isSearched() && !all("[data-so-far]").length
          && (all("a.hit").length || all("[data-anchor=results]")[0].textContent.includes("Nothing here is like")));
        const hits = all("a.hit").map(({ hash }) => new URLSearchParams(hash.slice(1)).get("note"));
        return hits.filter(Boolean);
      },
      async forget() {
        type("");
        await until(() => !isSearched());
      },
    };
  },

  async pagefind() {
    const pages = await json("pages.json");
    const pagefind = await import("./site/pagefind.js");
    await pagefind.init();
    return {
      async search(query) {
        const { results } = await pagefind.search(query);
        const shown = await Promise.all(results.slice(0, SHOWN_RESULTS).map((result) => result.data()));
        return shown.map(({ url }) => pages[url.split("/").pop()]);
      },
      async forget() {},
    };
  },
};

const noteOf = (key) => key.split(" ").slice(1, -1).join(" ");
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

async function first(queries) {
  const before = await sent();
  const start = performance.now();
  const engine = await engines[options.engine]();
  const found = await engine.search(queries.known[0].clean);
  return { ms: performance.now() - start, bytes: (await sent()) - before, found: found.length };
}

async function many(queries) {
  const before = await sent();
  const engine = await engines[options.engine]();
  await rest();
  const result = { opened: (await sent()) - before, times: [] };
  // The first search brings what every search needs, and is measured by itself.
  await engine.search(queries.known[0].clean);
  const step = Math.floor(queries.timed.length / SEARCHES);
  for (const { text } of queries.timed.filter((_, at) => at % step === 0).slice(0, SEARCHES)) {
    await engine.forget();
    const before = await sent();
    const start = performance.now();
    await engine.search(text);
    const ms = performance.now() - start;
    result.times.push([ms, (await sent()) - before]);
  }
  for (const [set, way] of [["known", "clean"], ["known", "typo"], ["any", "clean"], ["any", "typo"]]) {
    const places = [];
    for (const item of queries[set].slice(0, MOST_ITEMS)) {
      await engine.forget();
      const [note] = await engine.search(item[way]);
      places.push(Number(item.keys.some((key) => noteOf(key) === note)));
    }
    result[set] = { ...result[set], [way]: mean(places) };
  }
  return result;
}

let result;
try {
  result = await { first, many }[options.task](await json("queries.json"));
} catch (error) {
  result = { error: String(error?.stack ?? error) };
}
await fetch("result", { method: "POST", body: JSON.stringify(result) });
