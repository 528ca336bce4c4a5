/*
 * What must be on the root before anything is painted, so that no page shows in one form first and then in
 * another: the reader's settings, and that notes will stand in the margin. Modules run too late for that, and
 * the page's policy forbids scripts in the page itself.
 */
((root, { src, dataset: page }) => {
  const { dataset } = root;
  root.className = "js js-focus-visible"; // as the theme has it later, when all would be styled anew for it
  if (location.protocol === "file:") document.write(`<script src="${new URL("folder.js", src)}"></script>`);
  else { // modules run
    dataset.scripts = "";
    if ("reading" in page) dataset.notes = "";
    addEventListener("load", () => "arranged" in dataset || delete dataset.notes); // what arranges them could not be loaded
  }
  try {
    const settings = localStorage.getItem("duidu.settings");
    if (!settings) return;
    Object.assign(dataset, JSON.parse(settings));
    if (!("reading" in page)) delete dataset.writing;
    // All browsers wait for what is written; not for what is appended.
    for (const name of dataset.writing ? ["chosen.css", "vertical.css"] : ["chosen.css"]) {
      document.write(`<link rel="stylesheet" href="${new URL(name, src)}">`);
    }
  } catch {
    // Nothing can be kept here.
  }
})(document.documentElement, /** @type {HTMLScriptElement} */ (document.currentScript));
