// Starts the program, or says in plain words why it cannot start; the skills and links that stand
// in the page without the program stay in place then. Says so, too, when the program has stopped,
// for a program that is gone cannot. A classic script, for files refuse modules.
(() => {
  'use strict';
  const state = document.documentElement.dataset;
  const byId = (id) => document.getElementById(id);
  let before; // what stands in the page without the program
  // The program is compiled while the rest of the page is still on its way. Between “loading” and
  // “complete” nobody can tell whether the deferred scripts, the glue among them, have run.
  const whole = new Promise((done) => {
    if (document.readyState === 'complete') return done();
    for (const event of ['DOMContentLoaded', 'load']) addEventListener(event, done);
  });
  const glue = byId('skillreel-glue'); // in the hosted page: names the files beside it
  const packed = byId('skillreel-wasm'); // in the single file: the program as gzip and base64

  // A fault we can explain: `why` and `advice` are for the reader, `error` is for a report.
  const fault = (why, advice, error) => ({ why, advice, error });
  const update = 'Open it in a current Chrome, Edge, Firefox or Safari.';
  // A sandbox without allow-same-origin makes the page a stranger to the files beside it.
  const isStranger = self.origin === 'null' && location.protocol !== 'file:';
  const lost = (error) => (isStranger
    ? fault('The page around this one keeps it from its own files: its frame has a sandbox without '
      + 'allow-same-origin.', 'Open this page in a tab of its own. Whoever made the page around it can '
      + 'add allow-same-origin to the frame, or show skillreel.html?embed=1 in it.', error)
    : fault('A part of this page did not arrive whole.',
      'Check the connection and load the page again.', error));

  const compiled = async (answer) =>
    WebAssembly.compile(await skillreelRestored(await answer.arrayBuffer())); // src/restore.js
  // `integrity` refuses a body that is not the one that was built; bytes need no MIME type.
  const download = async (cache) => {
    const { wasm, integrity } = glue.dataset;
    const early = cache === 'default' && window.skillreelProgram; // src/early.js
    const answer = await (early || fetch(wasm, { cache, integrity }));
    if (!answer.ok) throw Error(`${answer.url} answered ${answer.status}`);
    return compiled(answer);
  };
  const unpack = async () => {
    const bytes = Uint8Array.from(atob(packed.textContent), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return compiled(new Response(stream));
  };
  const compile = () => (packed ? unpack() : download('default')).catch((error) => {
    if (/disallowed|Content.Security|CSP/i.test(error))
      throw fault('The rules of this site or browser forbid WebAssembly.',
        "The site's owner can allow it: script-src 'wasm-unsafe-eval'.", error);
    if (packed) throw fault('This file is damaged.', 'Get a fresh copy of it.', error);
    // A cache may hold a broken copy: ask past it, once.
    return download('reload').catch((again) => { throw lost(`${glue.dataset.wasm}: ${again}`); });
  });

  // The glue stands before this script. When it did not run, ask for it by a name no cache holds.
  const bind = () => new Promise((done, fail) => {
    if (typeof wasm_bindgen === 'function') return done();
    const script = document.createElement('script');
    script.integrity = glue.integrity;
    script.src = `${glue.src}?again`;
    script.onload = done;
    script.onerror = () => fail(lost(script.src));
    document.head.append(script);
  });

  const start = async () => {
    if (!window.WebAssembly || (packed && !window.DecompressionStream))
      throw fault('This browser is too old for it, or WebAssembly is off.', update, navigator.userAgent);
    if (glue && location.protocol === 'file:')
      throw fault('It needs a web server.', 'Open skillreel.html beside it instead.', location.href);
    const [module] = await Promise.all([compile(), whole]);
    before = [...byId('app').childNodes];
    if (glue) await bind();
    await wasm_bindgen({ module_or_path: module });
  };

  const node = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };
  const report = async ({ why, advice, error }) => {
    await whole;
    const notice = node('div',
      node('p', node('strong', 'Search and the player could not start.'), ` ${why}`),
      node('p', `The skills and links below still work. ${advice}`),
      node('details', node('summary', 'Details for a report'), node('pre', String(error))));
    notice.className = 'boot-notice';
    notice.setAttribute('role', 'alert');
    const app = byId('app');
    if (before) app.replaceChildren(...before);
    app.before(notice);
  };

  // A program that panics tells it itself. What takes its stack or memory, or breaks it off, passes
  // by that, and leaves it dead behind a page that looks alive.
  const isTrap = (error) => Boolean(window.WebAssembly && error instanceof WebAssembly.RuntimeError
    || error instanceof Error && /^(Range|Internal)Error$/.test(error.name) && /wasm/.test(error.stack));
  let last = ''; // what was pressed last
  addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element && target.closest('a, button, summary, label, option');
    if (pressed) last = pressed.getAttribute('aria-label') || pressed.innerText.replace(/\s+/g, ' ');
  }, { capture: true });
  const stopped = (error) => {
    if (byId('skillreel-stopped')) return;
    const path = state.reading; // set by src/browser/page/panic.rs
    if (path) {
      try { // That note is left out the next time, as long as the tab is open.
        const kept = sessionStorage.getItem('skillreel.skipped') ?? '';
        sessionStorage.setItem('skillreel.skipped', `${kept}${path}\n`);
      } catch { /* Without storage it is read again, and this comes again. */ }
    }
    const doing = path ? ` while reading ${path}` : last ? ` after “${last.trim().slice(0, 80)}”` : '';
    const next = path ? 'to see the other notes' : 'to go on';
    const text = node('p', `The program stopped${doing}. Reload the page ${next}; `
      + 'what you were looking at is kept in the address.');
    text.className = 'stopped-text';
    const button = node('button', 'Reload');
    button.type = 'button';
    button.className = 'button';
    button.onclick = () => location.reload();
    const bar = node('div', text, button);
    if (error)
      bar.append(node('details', node('summary', 'Details for a report'),
        node('pre', error.stack || String(error))));
    bar.id = 'skillreel-stopped';
    bar.className = 'stopped';
    bar.setAttribute('role', 'alert');
    document.body.prepend(bar);
  };
  addEventListener('skillreel:lost', () => { state.boot = 'failed'; report(lost('')); });
  addEventListener('skillreel:stopped', () => stopped());
  // WebKit tells a page from a file nothing of its errors but that there was one; all scripts there are the page's own.
  const isUntold = ({ error, message }) =>
    !error && location.protocol === 'file:' && self === top && /^Script error/.test(message);
  addEventListener('error', (event) => {
    if (isTrap(event.error) || isUntold(event)) stopped(event.error);
  });
  addEventListener('unhandledrejection', ({ reason }) => { if (isTrap(reason)) stopped(reason); });

  state.boot = 'starting';
  start().then(() => {
    state.boot = 'running';
    dispatchEvent(new Event('skillreel:running'));
  }, (error) => {
    state.boot = 'failed';
    report(error.why ? error : fault('The program stopped.', 'Load the page again.', error));
  });
})();
