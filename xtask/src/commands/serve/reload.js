// Offers the page that was built from the last change. It is in pages that `cargo xtask serve` serves, and in
// no other. The view stands in the address, so that loading anew comes back to it.
(() => {
  'use strict';
  const own = document.querySelector('meta[name=skillreel-version]').content;
  const EVERY_MS = 1000;

  const load = document.createElement('button');
  Object.assign(load, { type: 'button', className: 'button', textContent: 'Load it', onclick: () => location.reload() });
  const notice = document.createElement('section');
  notice.className = 'import-panel new-version';
  notice.setAttribute('role', 'status');
  let said = '';
  const say = (text, ...buttons) => {
    // The page's own offer of a new version is as good.
    if (text === said || (text && document.querySelector('.new-version') && !notice.isConnected)) return;
    said = text;
    const line = document.createElement('p');
    line.textContent = text;
    notice.replaceChildren(line, ...buttons);
    if (text) document.body.append(notice);
    else notice.remove();
  };

  const look = async () => {
    try {
      const { version, failed } = await (await fetch('./xtask-state.json', { cache: 'no-store' })).json();
      if (version && version !== own) say('The change is built.', load);
      else say(failed ? 'The last change could not be built; the terminal says why.' : '');
    } catch {
      // The host has ended, or is on its way back.
    }
    setTimeout(look, EVERY_MS);
  };
  look();
})();
