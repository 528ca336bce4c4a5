/*
 * The reader's settings, put on the root before anything is painted: no page shows in one form first and
 * then in another. Modules run too late for that, and the page's policy forbids scripts in the page itself.
 */
(({ dataset }, { src, dataset: page }) => {
  if (location.protocol !== "file:") dataset.scripts = ""; // there modules do not run
  try {
    Object.assign(dataset, JSON.parse(localStorage.getItem("duidu.settings")));
    if (!("reading" in page)) delete dataset.writing;
    // All browsers wait for what is written; not for what is appended.
    if (dataset.writing) document.write(`<link rel="stylesheet" href="${new URL("vertical.css", src)}">`);
  } catch {
    // Nothing can be kept here.
  }
})(document.documentElement, document.currentScript);
