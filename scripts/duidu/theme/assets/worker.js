/**
 * The service worker: pages that were read can be read again without a network.
 *
 * As long as there is a network, every answer comes from it, as if there were no worker; so nothing stale
 * is ever shown. Answers are kept as they come, and are given when the network gives none.
 *
 * `sw.js`, which `duidu build` writes, starts it with the version of the shell: what every page needs. Each
 * version has a cache of its own: all that the last one held is fetched anew before that is deleted.
 *
 * What belongs to an article, or to the site itself, is listed in `offline/NAME.json`, with what tells whether
 * each file has changed. A page asks to keep what lists have: the addresses to which it has links, and those of
 * the search. What is held and has changed is fetched again, and nothing else.
 */

/** @typedef {{ parts: string[], lists: string[], links: string[] }} Wanted the page and its parts; names of lists */
/** @typedef {Record<string, string>} Listed addresses from the site's root, and the version of each */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ROOT = worker.registration.scope;
const CACHES = `duidu ${ROOT} `; // what the names of our caches begin with; there may be other sites

/**
 * @param {string} version
 * @param {string[]} files that any page may need, as paths from the site's root
 */
function startWorker(version, files) {
  const name = CACHES + version;

  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(activate()));
  worker.addEventListener("message", (event) => event.waitUntil(keepAll(event.data).catch(() => {})));
  worker.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && isOurs(url)) event.respondWith(answer(event));
  });

  /** Without a network this fails, and the version before stays. */
  async function install() {
    const held = await Promise.all((await otherCaches()).map(async (other) => (await caches.open(other)).keys()));
    await keep([...files.map((path) => ROOT + path), ...held.flat().map(({ url }) => url)]);
    await worker.skipWaiting();
  }

  async function activate() {
    await Promise.all((await otherCaches()).map((other) => caches.delete(other)));
    await worker.clients.claim();
  }

  async function otherCaches() {
    return (await caches.keys()).filter((other) => other.startsWith(CACHES) && other !== name);
  }

  /** @param {Wanted} wanted */
  async function keepAll({ parts, lists, links }) {
    const wanted = new Set([...parts, ...links].map(keyOf));
    for (const list of lists) await keepListed(`${ROOT}offline/${list}.json`, wanted);
    await keep(parts);
  }

  /** @param {string} list @param {Set<string>} wanted */
  async function keepListed(list, wanted) {
    const cache = await caches.open(name);
    const answer = await fetch(list, { cache: "no-cache" });
    if (!answer.ok) return;
    /** @type {Listed} */ const listed = await answer.clone().json();
    /** @type {Listed} */ const before = (await (await cache.match(list))?.json()) ?? {};
    const there = await held(cache);
    const changed = Object.keys(listed).filter((path) => {
      const key = ROOT + path;
      if (there.has(key)) return listed[path] !== before[path];
      return wanted.has(key) || path.startsWith("search/");
    });
    const fetched = changed.map(async (path) => /** @type {const} */ ([ROOT + path, await fetch(ROOT + path, { cache: "no-cache" })]));
    // Kept when all have come, and the list last: so that what is kept is of one version.
    for (const [key, response] of await Promise.all(fetched)) await store(key, response);
    await store(list, answer);
  }

  /** Fetch what is not kept yet. @param {string[]} addresses */
  async function keep(addresses) {
    const there = await held(await caches.open(name));
    const missing = [...new Set(addresses.filter(isOurs).map(keyOf))].filter((key) => !there.has(key));
    await Promise.all(missing.map(async (key) => store(key, await fetch(key, { cache: "no-cache" }))));
  }

  /** @param {Cache} cache @returns {Promise<Set<string>>} */
  async function held(cache) {
    return new Set((await cache.keys()).map(({ url }) => url));
  }

  /** @param {string} key @param {Response} response */
  async function store(key, response) {
    const cache = await caches.open(name);
    if (response.ok && !response.redirected) await cache.put(key, response);
    else if ([404, 410].includes(response.status)) await cache.delete(key);
  }

  /** @param {FetchEvent} event @returns {Promise<Response>} */
  async function answer(event) {
    const { request } = event;
    const key = keyOf(request.url);
    try {
      // Asked anew, since what the browser remembers may be stale, and not of one version with the rest.
      const response = await fetch(request, { cache: "no-cache" });
      event.waitUntil(store(key, response.clone()).catch(() => {})); // there may be no room
      return response;
    } catch (gone) {
      const kept = await caches.match(key, { cacheName: name, ignoreVary: true });
      if (kept) return kept;
      throw gone;
    }
  }
}

/** @param {string} url @returns {boolean} whether we answer it: not a PDF, which is large, and read elsewhere */
function isOurs(url) {
  return url.startsWith(ROOT) && !new URL(url).pathname.endsWith(".pdf");
}

/** @param {string} url @returns {string} the one under which an answer is kept: questions are for scripts */
function keyOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
}
