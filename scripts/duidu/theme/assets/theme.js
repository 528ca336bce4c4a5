/**
 * Two ways of the browser's that must be changed before anything is painted or clicked: a script of the old kind,
 * run where it stands in the page.
 */

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
if (location.protocol === "file:") {
  for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, nameFile, true);
}
