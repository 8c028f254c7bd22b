// Loads the chunks of the program when it asks for them (src/ui/widgets/late/in_chunk.rs). The build puts this before the script
// that binds the program, and fills in what there is. A chunk is one or several modules; a file holds modules as
// custom sections of a module of its own, so that hosts know what it is and pack it.
const skillreelChunks = (exportsOf) => {
  'use strict';
  const NEEDS = {needs}; // by chunk: file and name of every module, in the order in which they start
  const FILES = {files}; // by file: its address and digest; null where the files stand in the page
  const files = new Map();
  const modules = new Map();
  const started = new Map();
  // What did not come is asked for again the next time; all else is asked for once.
  const once = (kept, key, make) => {
    if (!kept.has(key)) {
      const made = make();
      made.catch(() => kept.delete(key));
      kept.set(key, made);
    }
    return kept.get(key);
  };

  const download = async (name, cache) => {
    const [address, integrity] = FILES[name];
    performance.mark(`skillreel:asks ${address}`); // for src/installed/install.js
    // Against the page's address, not this script's: classic scripts know no other.
    const answer = await fetch(address, { cache, integrity });
    if (!answer.ok) throw Error(`${answer.url} answered ${answer.status}`);
    return answer.arrayBuffer();
  };
  const unpack = async (name) => {
    const lines = document.getElementById('skillreel-chunks').textContent.split('\n');
    const packed = lines.find((line) => line.startsWith(`${name} `)).slice(name.length + 1);
    const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
  };
  // A cache may hold a broken copy: ask past it, once.
  const bytes = (name) => (FILES
    ? download(name, 'default').catch(() => download(name, 'reload'))
    : unpack(name));
  const file = (name) => once(files, name, async () =>
    WebAssembly.compile(await skillreelRestored(await bytes(name)))); // src/restore.js
  const compiled = (name, module) => once(modules, module, async () => {
    const [code] = WebAssembly.Module.customSections(await file(name), module);
    return WebAssembly.compile(code);
  });
  const start = (name, module) => once(started, module, async () =>
    WebAssembly.instantiate(await compiled(name, module), { __wasm_split: exportsOf() }));

  const load = async (chunk) => {
    // Compiling takes a turn of the browser's, which others may take first: all modules do it in one.
    await Promise.all(NEEDS[chunk].map(([name, module]) => compiled(name, module)));
    for (const [name, module] of NEEDS[chunk]) await start(name, module);
  };
  const loader = (chunk) => async (callback, data) => {
    const is_there = await load(chunk).then(() => true, () => false);
    exportsOf().__indirect_function_table.get(callback)(data, is_there);
  };
  return Object.fromEntries(
    Object.keys(NEEDS).map((chunk) => [`__wasm_split_load_${chunk}`, loader(chunk)]));
};
