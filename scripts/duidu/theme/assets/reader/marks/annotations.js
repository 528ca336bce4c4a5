/**
 * Marks ↔ the JSON file in which readers take them along, after the Web Annotation Data Model (W3C, 2017). Which
 * pages a passage stands on, and of which article it is, has no name there; ours are `pages`, `notes`, `article`, and `original` for the words as their author wrote them.
 *
 * @typedef {import("./mark.js").Mark} Mark
 * @typedef {"unreadable" | "other" | "many"} Refusal why a file is not taken
 */

import { MOST, checkedMark } from "./mark.js";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const ID = "urn:duidu:mark:";

/**
 * @param {Mark[]} marks
 * @param {string} article its slug
 * @param {string} source the address of the page
 */
export function toAnnotations(marks, article, source) {
  const items = marks.map((mark) => annotationOf(mark, source));
  const first = { type: "AnnotationPage", items };
  return { "@context": CONTEXT, type: "AnnotationCollection", article, total: items.length, first };
}

/** @param {Mark} mark @param {string} source */
function annotationOf({ id, created, modified, colour, note, lang, pages, notes, anchors }, source) {
  const body = [
    { type: "TextualBody", purpose: "highlighting", value: colour },
    ...(note ? [{ type: "TextualBody", purpose: "commenting", format: "text/plain", value: note }] : []),
  ];
  const target = anchors.map(({ block, start, ...quote }) => ({
    source,
    language: lang,
    selector: {
      type: "FragmentSelector",
      value: block,
      refinedBy: [
        { type: "TextQuoteSelector", ...quote },
        { type: "TextPositionSelector", start, end: start + quote.exact.length },
      ],
    },
  }));
  return { type: "Annotation", id: `${ID}${id}`, created, modified, pages, notes, body, target };
}

/**
 * @param {string} file what it says
 * @param {string} article the slug of the one whose marks are wanted
 * @returns {Mark[] | Refusal}
 */
export function fromAnnotations(file, article) {
  const said = parsed(file);
  const items = said?.first?.items;
  if (said?.type !== "AnnotationCollection" || !Array.isArray(items)) return "unreadable";
  if (said.article !== article) return "other";
  if (items.length > MOST.marks) return "many";
  const marks = items.map((item) => checkedMark(markOf(item))).filter((mark) => mark !== null);
  return marks.length === items.length ? marks : "unreadable";
}

/** @param {string} text @returns {any} what it says as JSON; null if it is none */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {any} annotation @returns what may be a mark */
function markOf(annotation) {
  const { id, created, modified, pages, notes, body, target } = annotation ?? {};
  const [bodies, targets] = [body, target].map((list) => (Array.isArray(list) ? list : []));
  const valueFor = (/** @type {string} */ purpose) => bodies.find((one) => one?.purpose === purpose)?.value;
  return {
    id: String(id).replace(ID, ""),
    created,
    modified,
    colour: valueFor("highlighting"),
    note: valueFor("commenting") ?? "",
    lang: targets[0]?.language,
    pages,
    notes,
    anchors: targets.map(anchorIn),
  };
}

/** @param {any} target */
function anchorIn(target) {
  const { value, refinedBy } = target?.selector ?? {};
  const selectors = Array.isArray(refinedBy) ? refinedBy : [];
  const selectorOf = (/** @type {string} */ type) => selectors.find((one) => one?.type === type);
  return { block: value, ...selectorOf("TextQuoteSelector"), start: selectorOf("TextPositionSelector")?.start };
}
