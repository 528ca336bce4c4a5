/**
 * Where marks stand on this page: in the script that it shows, or in both.
 *
 * @typedef {import("./mark.js").Mark} Mark
 * @typedef {import("./anchor.js").Piece & { element: Element, nodes: Text[] }} PagePiece
 * @typedef {{ piece: PagePiece, start: number, end: number }} PagePlace
 *
 * @typedef {object} Located
 * @property {Mark} mark
 * @property {boolean} stands whether all its words stand on this page
 * @property {string[]} paragraphs the words as they stand here; those that were marked, where they do not
 * @property {string} lang their language
 * @property {string} anchor the id to which an address of them leads
 * @property {string[]} pages the printed page, or the first and the last
 * @property {string[]} notes the same of the article's notes
 * @property {Range[]} ranges each in one node, in all scripts; those of the words shown come first
 */

import { idOf, langOf, nameOf, pieces, placeInPrint } from "../passage.js";
import { texts } from "../place.js";
import { anchorOf, findPlaces, placesUnchanged } from "./anchor.js";

/** @typedef {import("./anchor.js").Fold} Fold */

/** @param {import("../passage.js").Part[]} parts @returns {import("./anchor.js").Anchor[]} where they stand */
export function anchorsOf(parts) {
  const all = piecesHere();
  return parts.map(({ block, start, end }) => {
    const piece = /** @type {PagePiece} */ (all.find(({ element }) => element === block));
    return anchorOf(piece, start, end);
  });
}

/** @param {Mark[]} marks @returns {Promise<Located[]>} in the order of the page; last those that do not stand on it */
export async function locate(marks) {
  const all = piecesHere();
  /** @type {Fold | undefined} */
  let fold;
  const found = [];
  for (const mark of marks) {
    const places = [];
    for (const anchor of mark.anchors) {
      const unchanged = placesUnchanged(anchor, all);
      places.push(/** @type {PagePlace[]} */ (unchanged ?? findPlaces(anchor, all, (fold ??= await folding()))));
    }
    found.push(locatedAt(mark, places));
  }
  return found.sort(inOrder);
}

/** @returns {PagePiece[]} those of the page; side by side a piece in the other script reads as the one of which it is made */
function piecesHere() {
  /** @type {Map<string, PagePiece>} */
  const first = new Map();
  return pieces().map((element) => {
    const piece = pieceOf(element);
    const twin = first.get(piece.block) ?? piece;
    first.set(piece.block, twin);
    const [length, other] = [piece, twin].map(({ text }) => text.trimEnd().length); // a space stands before a note's way back
    const isMade = langOf(twin.element) !== langOf(element) && length === other;
    return isMade ? { ...piece, text: twin.text } : piece;
  });
}

/** @param {Element} element @returns {PagePiece} */
function pieceOf(element) {
  const nodes = texts(element);
  const shown = nodes.map(({ data }) => data).join("");
  return { block: idOf(element), shown, text: nodes.map(writtenIn).join(""), element, nodes };
}

/** @param {Text} node @returns {string} what its author wrote, where conversion chose another word as long */
function writtenIn({ data, parentElement }) {
  const word = /** @type {HTMLElement | null | undefined} */ (parentElement?.closest("[data-original]"));
  const original = word?.dataset.original ?? "";
  return word?.textContent === data && original.length === data.length ? original : data;
}

/** What makes the scripts alike, as for the search; if it cannot be had, what makes other variants alike. @returns {Promise<Fold>} */
async function folding() {
  const [{ Engine }, { Folding }] = await Promise.all([import("../../search/engine.js"), import("../../search/fold.js")]);
  const { root = "" } = /** @type {HTMLElement} */ (document.querySelector("dialog.search")).dataset;
  const site = new Engine(new URL(`${root}search/`, location.href)).site();
  const folder = await site.then(({ folding }) => folding, () => new Folding(""));
  const known = new Map();
  return (text) => {
    const folded = known.get(text) ?? folder.fold(text);
    known.set(text, folded);
    return folded;
  };
}

/** @param {Mark} mark @param {PagePlace[][]} places of each of its anchors @returns {Located} */
function locatedAt(mark, places) {
  const stands = places.every(({ length }) => length > 0);
  const shown = places.flatMap((all) => all.find(({ piece }) => langOf(piece.element) === mark.lang) ?? all.slice(0, 1));
  const others = places.flat().filter((place) => !shown.includes(place));
  const ranges = [...shown, ...others].flatMap(rangesAt);
  const [first, last] = [shown[0]?.piece.element, shown.at(-1)?.piece.element];
  if (!stands || !first || !last) {
    const { anchors, lang, pages, notes } = mark;
    const paragraphs = anchors.map(({ exact }) => plain(exact));
    return { mark, stands: false, paragraphs, lang, anchor: anchors[0].block, pages, notes, ranges };
  }
  return {
    mark,
    stands,
    paragraphs: shown.map(({ piece, start, end }) => plain(piece.shown.slice(start, end))),
    lang: langOf(first),
    anchor: nameOf(first),
    ...placeInPrint([first, rangesAt(shown[0])[0].startContainer], [last, /** @type {Range} */ (rangesAt(shown[shown.length - 1]).at(-1)).endContainer]),
    ranges,
  };
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** @param {PagePlace} place @returns {Range[]} of its characters, none of a note's number or whatever else stands between */
function rangesAt({ piece, start, end }) {
  let at = 0;
  return piece.nodes.flatMap((node) => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.length)];
    at += node.length;
    if (from >= to) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}

/** @param {Located} one @param {Located} other */
function inOrder(one, other) {
  if (one.stands !== other.stands) return one.stands ? -1 : 1;
  return one.stands ? one.ranges[0].compareBoundaryPoints(Range.START_TO_START, other.ranges[0]) : 0;
}
