/**
 * What the theme has as inline scripts (its partials/javascripts/), which the policy of the pages forbids:
 * a script of the old kind, run where it stands in the page, under the names by which the theme's own
 * program calls it. And two ways of the theme's and the browser's that must be changed before any click.
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

/** The colours that the reader chose, or those of the system, before anything shows. */
function applyPalette() {
  const { color } = __md_get("__palette") ?? { color: { media: "(prefers-color-scheme)" } };
  if (color.media === "(prefers-color-scheme)") {
    const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
    for (const name of ["media", "scheme", "primary", "accent"]) color[name] = input?.getAttribute(`data-md-color-${name}`);
  }
  for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
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

/**
 * In a folder on disk a browser shows a list of files where a link leads to a folder, and it runs no modules.
 * What then leads through the site are its links; so these must name the file.
 *
 * @param {Event} event
 */
function nameFile({ target }) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

try {
  applyPalette();
} catch {
  // No storage here either.
}
hideAlternates();
if (location.protocol === "file:") {
  for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, nameFile, true);
}
