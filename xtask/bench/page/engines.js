// The search engines, each as its own documentation says it is to be used for this.

import init, { Bench } from "./skillreel.js";

async function script(path) {
  await new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = path;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${path} cannot be loaded`));
    document.head.append(element);
  });
}

const docs = async (fetched) => (await fetched("docs.json")).json();
const ids = (item) => item.ids;

// Skillreel takes quotes for a phrase; the others take them for nothing, or for a part of a word.
const words = (query) => query.replaceAll('"', "");

export const engines = {
  async skillreel(fetched) {
    const wasm = await init({ module_or_path: fetched("skillreel_bg.wasm") });
    const bench = new Bench(await (await fetched("notes.json")).text());
    bench.parse();
    bench.gather();
    bench.place();
    bench.forget_files();
    return {
      build: () => bench.build(),
      search: (query) => bench.search(query),
      find: (query) => bench.find(query).split("\n"),
      right: (item) => item.keys,
      bytes: () => bench.bytes_in_use(),
      memory: () => wasm.memory.buffer.byteLength,
    };
  },

  async minisearch(fetched) {
    await script("npm/minisearch/dist/umd/index.js");
    const list = await docs(fetched);
    let index;
    return {
      build() {
        index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, fuzzy: 0.2 } });
        index.addAll(list);
      },
      search: (query) => index.search(words(query)).length,
      find: (query) => index.search(words(query)).slice(0, 10).map((hit) => hit.id),
      right: ids,
    };
  },

  async flexsearch(fetched) {
    await script("npm/flexsearch/dist/flexsearch.bundle.min.js");
    const list = await docs(fetched);
    let index;
    return {
      build() {
        index = new FlexSearch.Index({ tokenize: "forward" });
        for (const { id, text } of list) index.add(id, text);
      },
      search: (query) => index.search(words(query), { limit: 100 }).length,
      find: (query) => index.search(words(query), { limit: 10 }),
      right: ids,
    };
  },

  async fuse(fetched) {
    const { default: Fuse } = await import("./npm/fuse.js/dist/fuse.min.mjs");
    const list = await docs(fetched);
    let index;
    return {
      build() {
        // Without these two options it finds only what stands in a text's first sixty letters, and
        // takes several words for one.
        index = new Fuse(list, { keys: ["text"], ignoreLocation: true, useExtendedSearch: true });
      },
      search: (query) => index.search(words(query), { limit: 100 }).length,
      find: (query) => index.search(words(query), { limit: 10 }).map((hit) => hit.item.id),
      right: ids,
    };
  },

  async lunr(fetched) {
    await script("npm/lunr/lunr.js");
    const list = await docs(fetched);
    let index;
    // The way its guide recommends for search as one types: whole words, their starts, and one typo.
    const search = (query) =>
      index.query((q) => {
        for (const token of lunr.tokenizer(words(query))) {
          const term = token.toString();
          q.term(term, { boost: 100 });
          q.term(term, { wildcard: lunr.Query.wildcard.TRAILING, boost: 10, usePipeline: false });
          if (term.length > 3) q.term(term, { editDistance: 1, boost: 1, usePipeline: false });
        }
      });
    return {
      build() {
        index = lunr(function () {
          this.ref("id");
          this.field("text");
          for (const doc of list) this.add(doc);
        });
      },
      search: (query) => search(query).length,
      find: (query) => search(query).slice(0, 10).map((hit) => Number(hit.ref)),
      right: ids,
    };
  },
};

export { init, Bench, script };
