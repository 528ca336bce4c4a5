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

/**
 * Show the page in the colours that the reader chose (early.js has put them on the root), or in those of the
 * system. The theme's own way is a form in the header with a button for each; it has all of the page styled
 * four times more after it was first seen.
 */
function followColours() {
  const [root, dark] = [document.documentElement, matchMedia("(prefers-color-scheme: dark)")];
  const [scheme, bar] = ["color-scheme", "theme-color"].map((name) => Object.assign(document.createElement("meta"), { name }));
  document.head.append(scheme, bar);
  const apply = () => {
    const colours = root.dataset.palette ?? (dark.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = colours;
    scheme.content = colours === "slate" ? "dark" : "light";
  };
  const tell = () => (bar.content = getComputedStyle(document.body).backgroundColor);
  const change = () => {
    document.body.dataset.mdColorSwitching = ""; // links and buttons do not fade over, while text cannot
    apply();
    tell();
    delete document.body.dataset.mdColorSwitching;
  };
  apply();
  addEventListener("load", tell);
  dark.addEventListener("change", change);
  new MutationObserver(change).observe(root, { attributeFilter: ["data-palette"] });
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

followColours();
hideAlternates();
if (location.protocol === "file:") {
  for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, nameFile, true);
}
