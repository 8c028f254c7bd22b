// What reads Markdown. Skillreel does all it does before it draws; the others only parse.

import { Bench, init, script } from "./engines.js";

const texts = (json) => JSON.parse(json).map(([, text]) => text);

function each(parse) {
  return (json) => {
    const list = texts(json);
    return (timed) => timed(() => list.map(parse).length)[0];
  };
}

export const readers = {
  async skillreel(json, fetched) {
    await init({ module_or_path: fetched("skillreel_bg.wasm") });
    const bench = new Bench(json);
    // The parts are told apart, reading first; together they are the time.
    return (timed) => [() => bench.parse(), () => bench.gather(), () => bench.place()].map((part) => timed(part)[0]);
  },

  async commonmark(json) {
    await script("npm/commonmark/dist/commonmark.js");
    return each((text) => new commonmark.Parser().parse(text))(json);
  },

  async "markdown-it"(json) {
    await script("npm/markdown-it/dist/browser/markdown-it.umd.min.js");
    const parser = globalThis.markdownit({ html: true });
    return each((text) => parser.parse(text, {}))(json);
  },

  async marked(json) {
    await script("npm/marked/lib/marked.umd.js");
    return each((text) => marked.lexer(text))(json);
  },
};
