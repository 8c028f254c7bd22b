// Keeps a hosted page at hand, so that it opens without a network from the second visit on. The build
// fills in the version and the files with their digests; docs/INSTALLED.md says how it behaves.
'use strict';
const VERSION = '{version}';
const FILES = {files};
const CACHE = `skillreel-${VERSION}`;
const LONGEST_WAIT_MS = 3000;
// What a page with many notes fetches when it is wanted is kept by use, for all versions: each file's name holds its
// digest. About 60 MB, the oldest go; those stay that a reader wanted kept (src/browser/storage/kept_pieces.rs).
const PIECES = 'skillreel-pieces';
const MOST_PIECES = 4000;
const STAYING = './pieces/staying.json';

// What the browser has of the page it has just shown is not sent again, whatever the host says of its age: what is
// not right of it is asked for past all caches.
const once_more = async (fetched) => fetched('force-cache').catch(() => fetched('no-cache'));

// All files or none: a file that is cut off, or a page to sign in at, fails its digest.
const fill = async () => {
  const answers = await Promise.all(FILES.map(([name, integrity]) => once_more(async (cache) => {
    const answer = await fetch(name, { cache, integrity });
    if (!answer.ok) throw Error(`${name}: ${answer.status}`);
    return [name, answer];
  })));
  const page = await once_more(async (cache) => {
    const page = await fetch('./', { cache });
    const text = await page.clone().text();
    if (!page.ok || !text.includes(VERSION)) throw Error('the page is of another version');
    return page;
  });
  const cache = await caches.open(CACHE);
  await Promise.all([['./', page], ...answers].map(([name, answer]) => cache.put(name, answer)));
};

addEventListener('install', (event) => {
  event.waitUntil(fill().catch(async (error) => {
    await caches.delete(CACHE);
    throw error;
  }));
});

// It is here as soon as no tab shows the old version, or a reader asks for it.
addEventListener('activate', (event) => {
  const drop = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('skillreel-') && name !== CACHE && name !== PIECES) await caches.delete(name);
    if (await caches.has(PIECES)) {
      const pieces = await caches.open(PIECES);
      const wanted = await (await pieces.match(STAYING))?.json() ?? [];
      const staying = new Set(wanted.map((name) => new URL(name, registration.scope).href));
      const others = (await pieces.keys()).filter(({ url }) => !staying.has(url));
      for (const old of others.slice(0, -MOST_PIECES)) await pieces.delete(old);
    }
    await clients.claim();
  };
  event.waitUntil(drop());
});

addEventListener('message', ({ data, ports }) => {
  if (data === 'version') ports[0].postMessage(VERSION);
  if (data === 'take over') skipWaiting();
});

const cached = async (name) => (await caches.open(CACHE)).match(name);

// The network first, so that nobody is stuck on an old page; what is kept, when it is slow or gone, or
// answers with something that is no page of ours.
const page = async (request) => {
  const fresh = fetch(request).then(async (answer) => {
    if (!answer.ok || !(await answer.clone().text()).includes('<!--skillreel:app-->'))
      throw Error(`${answer.status}`);
    return answer;
  });
  const late = new Promise((_, fail) => setTimeout(fail, LONGEST_WAIT_MS, Error('too slow')));
  return Promise.race([fresh, late])
    .catch(async () => (await cached('./')) ?? fresh.catch(() => fetch(request)));
};

const piece = async (request) => {
  const kept = request.cache === 'reload' ? null : await caches.match(request.url, { cacheName: PIECES });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    // A full disk is no reason to be without it now.
    caches.open(PIECES).then((pieces) => pieces.put(request.url, copy)).catch(() => {});
  }
  return answer;
};

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const name = url.href.split(/[?#]/)[0].replace(registration.scope, './');
  if (request.method !== 'GET' || !url.href.startsWith(registration.scope)) return;
  if (request.mode === 'navigate') {
    if (name === './' || name === './index.html') event.respondWith(page(request));
  } else if (name.startsWith('./pieces/')) {
    event.respondWith(piece(request));
  } else if (request.cache !== 'reload' && FILES.some(([file]) => file === name)) {
    // Their names hold the digest of what is in them, so that none is ever old.
    event.respondWith(cached(name).then((kept) => kept ?? fetch(request)));
  }
});
