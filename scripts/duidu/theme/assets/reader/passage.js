/**
 * What of an article is selected: its words, and where they stand in print.
 *
 * @typedef {object} Passage
 * @property {string[]} paragraphs the words of each piece of the article that is selected, as far as it is
 * @property {string} lang their language
 * @property {string} anchor the id of the first piece; of the note, inside one
 * @property {string[]} pages the number of the printed page, or of the first and the last
 * @property {string[]} notes the number of the note it stands in, or of the first and the last; none in the text
 * @property {Element} end the piece in which it ends
 * @property {Part[]} parts what is selected of each piece
 *
 * @typedef {object} Part
 * @property {Element} block
 * @property {number} start the number of its first character among those of the block, as `texts` gives them
 * @property {number} end the number after that of its last
 */

import { callOf, texts } from "./place.js";

// On an article's pages what is of the article has such ids, and nothing else.
const NAMES = /^(title|english|keywords(-en)?|.+\d)$/;
const NAMED = ".md-content__inner :is([id], [data-twin])";
const BLOCKS = ".md-content__inner :is(h1, h2, h3, h4, h5, h6, p, th, td, figcaption, [id^=keywords], [data-twin^=keywords])";
const NOTES = ".footnote > ol > li";

/** @returns {Passage | null} the passage that is selected; null if nothing of the article is */
export function selectedPassage() {
  const all = piecesIn(selectedRange());
  if (all.length === 0) return null;
  const pieces = all.filter(({ block }) => halfOf(block) === halfOf(all[0].block));
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  return {
    paragraphs: pieces.map(({ words }) => words),
    lang: langOf(first.block),
    anchor: nameOf(first.block),
    ...placeInPrint([first.block, first.from], [last.block, last.to]),
    end: last.block,
    parts: pieces,
  };
}

/**
 * @param {[Element, Node]} first the piece in which a passage begins, and its text there
 * @param {[Element, Node]} last the same for its end
 * @returns {{ pages: string[], notes: string[] }} see `Passage`
 */
export function placeInPrint(first, last) {
  const both = [first, last];
  return {
    pages: oneOrTwo(both.map(([block, text]) => pageOf(block, text))),
    notes: oneOrTwo(both.map(([block]) => labelOf(block.closest(NOTES)))),
  };
}

/** @returns {Element[]} the pieces of the article on this page, in both scripts side by side */
export function pieces() {
  const all = [...document.querySelectorAll(BLOCKS)];
  return all.filter((block) => nameOf(block) && !block.querySelector(BLOCKS));
}

/** @param {Element} block a piece @returns {string} its id in the model, the same in both scripts; `ID-p2` in the second paragraph */
export function idOf(block) {
  const named = /** @type {HTMLElement} */ (block.closest(NAMED));
  return named.id || (named.dataset.twin ?? "");
}

/**
 * @returns {{ words: string, lang: string }[]} the words of each piece that is selected; side by side of those in
 * the script in which the selection begins. None if it begins or ends outside of the article's text.
 */
export function selectedWords() {
  const range = selectedRange();
  const pieces = piecesIn(range);
  if (!range || pieces.length === 0) return [];
  const [before, after] = [range.cloneRange(), range.cloneRange()];
  before.setEndBefore(pieces[0].block);
  after.setStartAfter(pieces[pieces.length - 1].block);
  if (`${before}${after}`.trim()) return [];
  const script = langOf(pieces[0].block);
  const kept = pieces.filter(({ block }) => !block.closest(".parallel") || langOf(block) === script);
  return kept.map(({ block, words }) => ({ words, lang: langOf(block) }));
}

/** @returns {Range | null} */
function selectedRange() {
  const selection = getSelection();
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** @param {Range | null} range @returns the blocks of the article that it touches, in both scripts */
function piecesIn(range) {
  if (!range || !document.querySelector("script.citing")) return [];
  const touched = pieces().filter((block) => range.intersectsNode(block));
  return touched.map((block) => pieceOf(block, range)).filter(({ words }) => words);
}

/** @param {Element} block @param {Range} range @returns what of the block is in it; no `words` if that is nothing */
function pieceOf(block, range) {
  const nodes = texts(block);
  const parts = nodes.flatMap((node) => clipped(node, range));
  const whole = parts.map(({ text }) => text).join("");
  const words = whole && `${labelIn(block, range)}${whole}`.replace(/\s+/g, " ").trim();
  const before = nodes.slice(0, nodes.indexOf(parts[0]?.node)).reduce((sum, { length }) => sum + length, parts[0]?.start ?? 0);
  return { block, words, from: parts[0]?.node, to: parts[parts.length - 1]?.node, start: before, end: before + whole.length };
}

/** @param {Element} block @param {Range} range @returns {string} the label of a list's item, if all of it is selected */
function labelIn(block, range) {
  const label = block.querySelector(":scope > .item-label");
  if (!label?.firstChild || range.comparePoint(label.firstChild, 0) !== 0) return "";
  return label.textContent ?? "";
}

/** @param {Text} node @param {Range} range @returns {{ node: Text, start: number, text: string }[]} what of `node` is in `range` */
function clipped(node, range) {
  if (!range.intersectsNode(node)) return [];
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  const text = node.data.slice(start, end);
  return text ? [{ node, start, text }] : [];
}

/** @param {Element} block @returns {string} the name by which an address calls it; empty if it is not the article's */
export function nameOf(block) {
  const named = /** @type {HTMLElement | null} */ (block.closest(NOTES) ?? block.closest(NAMED));
  const name = named?.id || named?.dataset.twin || "";
  return NAMES.test(name) ? name : "";
}

/** @param {Element} block @returns {string} its language */
export function langOf(block) {
  return /** @type {HTMLElement} */ (block.closest("[lang]")).lang;
}

/** @param {Element | null} note @returns {string} what is printed as its number; empty if there is no note */
function labelOf(note) {
  return note instanceof HTMLLIElement ? (note.dataset.label ?? String(note.value)) : "";
}

/** @param {Element} block what must be the same for two blocks to be quoted as one */
function halfOf(block) {
  return `${langOf(block)} ${Boolean(block.closest("[data-twin]"))} ${Boolean(block.closest(NOTES))}`;
}

/**
 * The printed page on which a text stands: by the last mark before it, in its note or, before that, in the
 * text that calls the note. Notes stand on the page where they are called.
 * @param {Element} block
 * @param {Node} node
 * @returns {string} empty if it is not known
 */
function pageOf(block, node) {
  const note = block.closest(NOTES);
  const inNote = note ? marksBefore(node, [...block.querySelectorAll("[data-page]")]) : [];
  const call = note && callOf(note);
  const marks = [...document.querySelectorAll(".md-content__inner [data-page]")].filter(
    (mark) => !mark.closest(NOTES) && isTwin(mark) === (isTwin(block) && !note),
  );
  const before = note && !call ? [] : marksBefore(call || node, marks);
  const mark = inNote.at(-1) ?? before.at(-1);
  return /** @type {HTMLElement | undefined} */ (mark)?.dataset.page ?? "";
}

/** @param {Element} element */
function isTwin(element) {
  return Boolean(element.closest("[data-twin]"));
}

/** @param {Node} node @param {Element[]} marks */
function marksBefore(node, marks) {
  return marks.filter((mark) => mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** @param {string[]} values @returns {string[]} those that are not empty, each once */
function oneOrTwo(values) {
  return [...new Set(values.filter(Boolean))];
}
