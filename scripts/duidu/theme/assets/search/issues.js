/** The issues of a journal, to limit a search to one. The file is made by `duidu.publish.journal.issues_file`. */

import { engine } from "./page.js";

/** @typedef {{ slug: string, names: Record<string, string>, articles: string[] }} Issue */

const { lang } = document.documentElement;

/**
 * @param {HTMLSelectElement} select gets an option for each issue, whose value is its slug
 * @throws if the file is missing or broken
 */
export async function offerIssues(select) {
  if (select.length > 1) return;
  /** @type {Issue[]} */ const issues = await (await engine.get("issues.json")).json();
  if (select.length === 1) select.append(...issues.map(optionOf)); // it may have been opened twice meanwhile
}

/** @param {Issue} issue */
function optionOf({ slug, names, articles }) {
  const option = new Option(names[lang], slug);
  option.dataset.articles = articles.join(" ");
  return option;
}

/** Limit the search to the issue that is chosen. @param {HTMLSelectElement} select */
export function limitToChosen(select) {
  const { articles } = select.selectedOptions[0].dataset;
  engine.only = articles ? new Set(articles.split(" ")) : null;
}
