/*
 * The reader's settings, put on the root before anything is painted: no page shows in one form first and
 * then in another. Modules run too late for that, and the page's policy forbids scripts in the page itself;
 * so this is a classic script, in a file of its own. reader/settings.js has the rest.
 */
(({ dataset }) => {
  if (location.protocol !== "file:") dataset.scripts = ""; // there modules do not run
  try {
    Object.assign(dataset, JSON.parse(localStorage.getItem("duidu.settings")));
    if (!("reading" in document.currentScript.dataset)) delete dataset.writing;
    // On a first visit the theme asks the system for its colours too late.
    if (!__md_get("__palette")) __md_set("__palette", { index: 0, color: { media: "(prefers-color-scheme)" } });
  } catch {
    // Nothing can be kept here: the page is as on a first visit.
  }
})(document.documentElement);
