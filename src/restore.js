// Restores what stands by columns in the files of the program, where it packs better (xtask/columns). The build puts this
// before src/boot.js, and fills in what restores it, as base64. A quick page has nothing that stands so.
const skillreelRestored = (() => {
  'use strict';
  const NAME = [15, 22]; // from which byte of a file to which it says so
  const ROOM = 22; // where it says how many bytes there will be
  const PAGE_BYTES = 65536; // of a WebAssembly memory
  let restoring; // once compiled; started anew for each file, so that its memory does not stay
  const compiled = () => WebAssembly.compile(Uint8Array.from(atob('{restoring}'), (char) => char.charCodeAt(0)));
  return async (file) => {
    const bytes = new Uint8Array(file);
    if (String.fromCharCode(...bytes.subarray(...NAME)) !== 'columns') return file;
    const room = new DataView(file).getUint32(ROOM, true);
    restoring ??= compiled();
    restoring.catch(() => { restoring = undefined; }); // the next file tries again
    const { memory, restore, __heap_base } = (await WebAssembly.instantiate(await restoring)).exports;
    const from = __heap_base.value;
    const to = from + bytes.length;
    memory.grow(Math.max(0, Math.ceil((to + room - memory.buffer.byteLength) / PAGE_BYTES)));
    new Uint8Array(memory.buffer).set(bytes, from);
    if (!restore(from, bytes.length, room)) throw Error('a part of the program is damaged');
    return new Uint8Array(memory.buffer, to, room);
  };
})();
