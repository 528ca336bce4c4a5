/** What the dialog offers besides results: the way to a page or note, and where nothing is found, other queries. */

import { asking } from "../reader/question.js";
import { words } from "./insteadwords.js";
import { otherQueries, quoted } from "./otherwise.js";
import { KINDS, addressOf, articleHere, dialog, engine, fill, scriptOf } from "./page.js";
import { referenceIn, targetsOf } from "./references.js";

/** @import { Item } from "./article.js" */
/** @import { Target } from "./references.js" */
/** @import { Found, Other } from "./types.js" */

const BEGINNING = 24; // characters of a paragraph, to tell which it is
const REASONS = { name: words.otherName, spelling: words.otherSpelling, shorter: words.shorter };

/**
 * @param {string} query
 * @param {boolean} found whether it found something
 * @param {() => boolean} isCurrent whether the reader has not gone on to another question
 */
export async function offerInstead(query, found, isCurrent) {
  const [input, status, list] = ["[name=q]", "[role=status]", ".search-results"].map(
    (selector) => /** @type {HTMLInputElement} */ (dialog.querySelector(selector)),
  );
  const reference = referenceIn(query);
  const targets = reference ? await targetsOf(engine, reference, articleHere) : [];
  /** @type {Other[]} */ const others = [];
  if (!found && targets.length === 0) for await (const other of otherQueries(engine, query)) others.push(other);
  if (!isCurrent() || targets.length + others.length === 0) return;
  const links = [...targets.map(wayTo), ...others.map((other) => wayOn(other, input))];
  const box = Object.assign(document.createElement("nav"), { className: "search-instead" });
  box.append(...links);
  list.prepend(box);
  if (!found) status.textContent = fill(targets.length > 0 ? words.insteadGo : words.insteadAsk, { query: query.trim() });
  box.ariaLabel = found ? words.go : status.textContent;
}

/** @param {Target} target */
function wayTo({ item, id, page }) {
  const { article, kind, label, items } = item.place;
  const number = page ? fill(words.page, { page }) : kind === "n" && fill(KINDS.n, { number: label });
  const name = number || `${inScript(item).slice(0, BEGINNING)}…`;
  const link = linkOf(name, `${words.go} · ${inScript(items[0])}`, scriptOf(article));
  link.href = asking(addressOf(article), "", id).href;
  return link;
}

/** @param {Other} other @param {HTMLInputElement} input */
function wayOn({ reason, texts, results, first }, input) {
  const shown = texts.map((text, term) => shownAs(first, term) ?? text);
  const query = shown.map(quoted).join(" ");
  const { body, notes, scattered } = results.counts;
  const count = fill(results.certain ? words.insteadCount : words.insteadAtMost, { count: body + notes + scattered });
  const link = linkOf(shown.join(" "), `${REASONS[reason]} · ${count}`, scriptOf(first.item.place.article));
  link.href = asking(new URL(location.href), query, "", new FormData(input.form ?? undefined)).href;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation(); // it leads to no place
    input.value = query;
    input.focus();
    input.dispatchEvent(new InputEvent("input"));
  });
  return link;
}

/** @param {Found} found @param {number} term @returns {string | undefined} a term as the text has it, in the reader's script */
const shownAs = ({ item, hits }, term) => hits[term]?.[0] && inScript(item).slice(...hits[term][0]).replace(/\s+/g, " ");

/** @param {Item} item */
const inScript = (item) => (scriptOf(item.place.article) === "zh-Hans" ? item.simplified : item.traditional);

/** @param {string} name @param {string} where @param {string} script of the name */
function linkOf(name, where, script) {
  const link = document.createElement("a");
  const [above, shown] = [document.createElement("span"), document.createElement("span")];
  Object.assign(above, { className: "search-where", textContent: where });
  Object.assign(shown, { className: "search-excerpt", textContent: name, lang: script });
  link.append(shown, above);
  return link;
}
