/** The issues of a journal, to limit a search to one. The file is made by `duidu.publish.journal.issues_file`. */

import { engine } from "./page.js";

const { lang } = document.documentElement;

/** @param {HTMLSelectElement} select gets an option for each issue, whose value are the slugs of its articles */
export async function offerIssues(select) {
  if (select.length > 1) return;
  /** @type {{ names: Record<string, string>, articles: string[] }[]} */
  const issues = await (await engine.get("issues.json")).json();
  if (select.length > 1) return; // it was opened twice meanwhile
  select.append(...issues.map(({ names, articles }) => new Option(names[lang], articles.join(" "))));
}
