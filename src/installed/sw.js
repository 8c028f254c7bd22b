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
// The page itself, until all of its files are here, too: what is kept as './' is whole.
const COMING = './?coming';
// Files whose names say what is in them.
const BY_DIGEST = /^\.\/[^/]*-[0-9a-f]{16}[._]/;

const nameOf = (address) => {
  const name = address.split(/[?#]/)[0].replace(registration.scope, './');
  return name === './index.html' ? './' : name;
};

const cached = async (name) => await caches.has(CACHE) && (await caches.open(CACHE)).match(name);

const others = async () => (await caches.keys())
  .filter((name) => name.startsWith('skillreel-') && name !== CACHE && name !== PIECES);

// Other versions go when all of this one is here.
const dropOthers = async () => {
  if (await cached('./')) await Promise.all((await others()).map((name) => caches.delete(name)));
};

// What no visit has brought whole counts for nothing: the page becomes './' with the last of its files.
const keep = async (name, answer) => {
  if (!answer.ok || await cached('./')) return;
  const cache = await caches.open(CACHE);
  await cache.put(name === './' ? COMING : name, answer);
  const page = await cache.match(COMING);
  if (!page || (await cache.keys()).length <= FILES.length) return;
  await cache.put('./', page);
  await cache.delete(COMING);
  await dropOthers();
};

// What is on its way until it is kept: whoever asks for it meanwhile shares it.
const coming = new Map();
const once = (name, ask) => {
  if (!coming.has(name)) {
    const answer = ask();
    // A full disk is no reason to be without it now.
    const kept = answer.then((whole) => keep(name, whole.clone())).catch(() => {}).then(() => coming.delete(name));
    coming.set(name, { answer, kept });
  }
  return coming.get(name);
};

// A file that is cut off, or a page to sign in at, fails its digest.
const asked = async (name, address, cache, integrity) => {
  const answer = await fetch(address, { cache, integrity, mode: 'same-origin' });
  if (!answer.ok) throw Error(`${name}: ${answer.status}`);
  if (name === './' && !(await answer.clone().text()).includes(VERSION)) throw Error('the page is of another version');
  return answer;
};

// Nothing is sent twice. What another version kept is here, and what a page has loaded the browser has, whatever the
// host says of its age. Where the host forbids browsers to have it (no-store), it is kept as it comes by on the next
// visit.
const take = async (name, integrity, address) => {
  if (await cached(name)) return;
  const same = BY_DIGEST.test(name) && await caches.match(name);
  const ask = async () => {
    if (same) return same;
    if (address) return asked(name, address, 'only-if-cached', integrity);
    return asked(name, name, 'force-cache', integrity).catch(() => asked(name, name, 'no-cache', integrity));
  };
  await once(name, ask).kept;
};

// What does not come is tried on the next visit.
const keepAll = async (addresses) => {
  const loaded = new Map(addresses.map((address) => [nameOf(address), address]));
  const all = [['./'], ...FILES];
  if (!(await cached('./')))
    await Promise.allSettled(all.map(([name, integrity]) => take(name, integrity, loaded.get(name))));
};

// It is here as soon as no tab shows the old version, or a reader asks for it.
addEventListener('activate', (event) => {
  const drop = async () => {
    await dropOthers();
    if (await caches.has(PIECES)) {
      const pieces = await caches.open(PIECES);
      const wanted = await (await pieces.match(STAYING))?.json() ?? [];
      const staying = new Set(wanted.map((name) => new URL(name, registration.scope).href));
      const rest = (await pieces.keys()).filter(({ url }) => !staying.has(url));
      for (const old of rest.slice(0, -MOST_PIECES)) await pieces.delete(old);
    }
    await clients.claim();
  };
  event.waitUntil(drop());
});

addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'version') ports[0].postMessage(VERSION);
  if (data === 'take over') skipWaiting();
  if (data.loaded) event.waitUntil(keepAll(data.loaded));
});

// What is shown without a network: this version if all of it is here, else the one before.
const last = async () => {
  for (const name of [CACHE, ...(await others()).reverse()]) {
    const page = await caches.match('./', { cacheName: name });
    if (page) return page;
  }
};

// The network first, so that nobody is stuck on an old page; what is kept, when it is slow or gone, or
// answers with something that is no page of ours.
const page = async (request) => {
  const fresh = fetch(request).then(async (answer) => {
    const text = await answer.clone().text();
    if (!answer.ok || !text.includes('<!--skillreel:app-->')) throw Error(`${answer.status}`);
    if (text.includes(VERSION)) keep('./', answer.clone()).catch(() => {});
    return answer;
  });
  const late = new Promise((_, fail) => setTimeout(fail, LONGEST_WAIT_MS, Error('too slow')));
  return Promise.race([fresh, late])
    .catch(async () => (await last()) ?? fresh.catch(() => fetch(request)));
};

// What has its digest in its name is never old, of whatever version it is.
const file = async (event, name) => {
  const { request } = event;
  const kept = await (BY_DIGEST.test(name) ? caches.match(name) : cached(name));
  if (kept) return kept;
  const [own, integrity] = FILES.find(([own]) => own === name) ?? [];
  if (!own) return fetch(request);
  const { answer, kept: done } = once(name, () => fetch(request.url, { cache: request.cache, integrity }));
  event.waitUntil(done);
  return (await answer).clone();
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
  const name = nameOf(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  if (request.mode === 'navigate') {
    if (name === './') event.respondWith(page(request));
  } else if (name.startsWith('./pieces/')) {
    event.respondWith(piece(request));
  } else if (request.cache !== 'reload' && (BY_DIGEST.test(name) || FILES.some(([own]) => own === name))) {
    event.respondWith(file(event, name));
  }
});
