/*
 * On the page for addresses that lead nowhere (theme/404.html): the language in which its reader was
 * reading is the first folder of the address. The header in that stands in a template; lists.css hides what
 * the page says in the others. Where the address says no language, all three stay.
 */
((root, script) => {
  const base = new URL("../", script.src).pathname;
  const [folder] = location.pathname.slice(base.length).split("/");
  const language = { "zh-hant": "zh-Hant", "zh-hans": "zh-Hans", en: "en" }[folder];
  if (!language || !location.pathname.startsWith(base)) return;
  root.lang = root.dataset.lost = language;
  /** @type {HTMLTemplateElement | null} */ const template = document.querySelector(`template[data-language="${language}"]`);
  if (!template) return; // it is the one that is there
  document.title = template.dataset.title ?? "";
  template.content.querySelector("script[src]")?.remove(); // it has run
  document.querySelectorAll(".md-header, .search, .hits").forEach((part) => part.remove());
  script.before(template.content);
})(document.documentElement, /** @type {HTMLScriptElement} */ (document.currentScript));
