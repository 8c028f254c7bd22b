// Once the program runs: keeps the page at hand for a time without a network, and says when there is a
// new version. Where the browser refuses, the page works as it did.
(() => {
  'use strict';
  // In another page's frame there is nothing to keep, and in a sandbox the question itself throws.
  if (/[?&]embed=(?!0)/.test(location.search) || self.origin === 'null') return;
  const { serviceWorker } = navigator;
  const own = document.querySelector('meta[name=skillreel-version]').content;
  const ASKS = 'skillreel:asks ';

  const versionOf = (worker) => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => done(data);
    worker.postMessage('version', [channel.port2]);
  });

  const button = (text, act) => {
    const made = document.createElement('button');
    Object.assign(made, { type: 'button', className: 'button', textContent: text, onclick: act });
    return made;
  };

  // The view stands in the address, so that loading anew comes back to it. Another tab may have let the
  // new version in already: then there is nothing more to wait for.
  const load = (worker) => {
    const isWaiting = () => worker.state === 'installed' || worker.state === 'activating';
    const go = () => { if (!isWaiting()) location.reload(); };
    worker.addEventListener('statechange', go);
    worker.postMessage('take over');
    go();
  };

  const offer = async (worker) => {
    if (!worker || document.getElementById('new-version')) return;
    // This page came from the network and is of that version already.
    if (await versionOf(worker) === own) return worker.postMessage('take over');
    const notice = document.createElement('section');
    notice.id = 'new-version';
    notice.className = 'import-panel';
    notice.setAttribute('role', 'status');
    const text = document.createElement('p');
    text.textContent = 'There is a new version of this page.';
    notice.append(text, button('Load it', () => load(worker)), button('Later', () => notice.remove()));
    document.body.append(notice);
  };

  // What is still on its way says so by a mark (src/chunks.js). One that failed may have no entry anywhere.
  const loaded = async () => {
    const named = (type) => performance.getEntriesByType(type).map(({ name }) => name);
    const asked = () => named('mark').filter((name) => name.startsWith(ASKS)).map((name) => name.slice(ASKS.length));
    for (let waited = 0; waited < 60; waited += 1) {
      const files = named('resource');
      if (asked().every((name) => files.includes(new URL(name, location).href))) break;
      await new Promise((done) => setTimeout(done, 1000));
    }
    return [...named('resource'), location.href.split('#')[0]];
  };

  // What this page has loaded is not sent again for a time without a network.
  const keep = async () => {
    const { controller } = serviceWorker;
    if (controller && await versionOf(controller) === own) controller.postMessage({ loaded: await loaded() });
  };

  const install = async () => {
    serviceWorker.addEventListener('controllerchange', keep);
    keep();
    const registration = await serviceWorker.register('sw.js', { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
      });
    });
    offer(registration.waiting);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  };

  // Keeping the page at hand would hold up its start. A program that does not get that far is no
  // reason to go without.
  const ready = new Promise((done) => {
    addEventListener('skillreel:running', () => {
      const marks = new PerformanceObserver((list) => list.getEntriesByName('skillreel:ready').length && done());
      marks.observe({ type: 'mark', buffered: true });
      setTimeout(done, 10_000);
    }, { once: true });
  });
  if (serviceWorker) ready.then(install).catch(() => {});
})();
