/**
 * Where the theme's own program runs, on an editor's own pages: what it has as inline scripts, which the policy of
 * the pages forbids, under the names by which it calls them; and a way of its own that must be changed before.
 */

var __md_scope = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

/** @param {string} text */
function __md_hash(text) {
  return [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
}

/** @param {string} key @param {Storage} [storage] @param {URL} [scope] @returns {any} */
function __md_get(key, storage = localStorage, scope = __md_scope) {
  return JSON.parse(storage.getItem(`${scope.pathname}.${key}`) ?? "null");
}

/** @param {string} key @param {unknown} value @param {Storage} [storage] @param {URL} [scope] */
function __md_set(key, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // No storage: it is as on a first visit.
  }
}

/**
 * The theme has a way of its own with links to what the head names as alternates: it loses their
 * fragments, and asks for site maps first. It does not know the name among others.
 */
function hideAlternates() {
  for (const link of document.querySelectorAll("link[rel=alternate][hreflang]")) {
    /** @type {HTMLLinkElement} */ (link).relList.add("translation");
  }
}

hideAlternates();
