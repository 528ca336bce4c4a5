/**
 * Show the page in the colours that the reader chose (early.js has put them on the root), or in those of the
 * system: run where it stands in the page, before any of it is painted. The theme's own way is a form in the header
 * with a button for each; it has all of the page styled four times more after it was first seen.
 */
((root, dark) => {
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
})(document.documentElement, matchMedia("(prefers-color-scheme: dark)"));
