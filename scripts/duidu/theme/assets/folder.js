/**
 * In a folder on disk a browser shows a list of files where a link leads to a folder, and it runs no modules.
 * What then leads through the site are its links; so these must name the file. Loaded there only (early.js).
 *
 * @param {Event} event
 */
function nameFile({ target }) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}

for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, nameFile, true);
