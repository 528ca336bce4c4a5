/**
 * What a preview or a sheet shows: a copy of a note, and of the full references that its short ones
 * (op. cit., 前引文) stand for; or the entry of a term or a work (entries.js).
 *
 * @typedef {{ label: string, href: string, content: Node[] }} Shown
 */

import { words } from "../../words.js";
import { paintCopy } from "../marks/painting.js";
import { loadStyles } from "../styles.js";

await loadStyles("previews.css");

const ENTRIES = "a:is(.term, .work)[href*='#']";
const LINKS = `:is(.footnote-ref, .short-reference)[href^='#'], ${ENTRIES}`;
const COPIES = ".note-preview, .note-sheet";

/**
 * @param {EventTarget | null} target of an event
 * @returns {HTMLAnchorElement | null} what has something to show there; those in copies show nothing more
 */
export function linkAt(target) {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  return link instanceof HTMLAnchorElement && !link.closest(COPIES) ? link : null;
}

/** @param {HTMLAnchorElement} link @returns {boolean} whether it leads to an entry, on another page */
export function leadsToEntry(link) {
  return link.matches(ENTRIES);
}

/** @param {HTMLAnchorElement} link @returns {HTMLElement | null} what it leads to on this page */
export function targetOf(link) {
  const here = link.pathname === location.pathname && link.hash;
  return here ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
}

/** @param {HTMLAnchorElement} link a call, or a short reference @returns {Shown | null} what it stands for */
export function shownFor(link) {
  const target = targetOf(link);
  const note = target?.closest("li");
  if (!target || !note) return null;
  /** @type {Node[]} */
  const content = target === note ? [...copy(note).childNodes] : [reference(target)];
  if (target === note) content.push(...fullReferences(note));
  return { label: labelOf(note), href: `#${note.id}`, content };
}

/** @param {HTMLLIElement} note */
function labelOf(note) {
  return words.note.replace("{number}", note.dataset.label ?? String(note.value));
}

/** @param {HTMLLIElement} note @returns {Node[]} what it refers to in short, and other notes have in full */
function fullReferences(note) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (note.querySelectorAll(".short-reference"));
  const targets = new Set([...links].map(targetOf));
  return [...targets].flatMap((target) => (target && !note.contains(target) ? [reference(target)] : []));
}

/** @param {HTMLElement} citation @returns {HTMLElement} a line that says where it stands, and what it is */
function reference(citation) {
  const line = document.createElement("div");
  line.className = "note-reference";
  const note = citation.closest("li");
  if (note) {
    const label = document.createElement("span");
    label.innerHTML = `<a></a>`;
    label.append(words.colon);
    Object.assign(/** @type {Element} */ (label.firstChild), { href: `#${note.id}`, textContent: labelOf(note) });
    line.append(label);
  }
  line.append(copy(citation));
  return line;
}

/** @param {Node} node @returns {Node} a copy without ids and ways back, that can stand inside a paragraph */
export function copy(node) {
  const whole = document.createElement("div");
  const made = node.cloneNode(true);
  paintCopy(node, made);
  whole.append(made);
  for (const gone of whole.querySelectorAll(".footnote-backref, .note-preview, .quote")) gone.remove();
  for (const named of whole.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const paragraph of whole.querySelectorAll("p")) {
    const block = document.createElement("div");
    if (paragraph.lang) block.lang = paragraph.lang;
    block.append(...paragraph.childNodes);
    paragraph.replaceWith(block);
  }
  return /** @type {Node} */ (whole.firstChild);
}
