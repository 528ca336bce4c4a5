/**
 * What a mark is. Nothing that was kept or brought back is trusted to be one: it is checked first.
 *
 * @typedef {import("./anchor.js").Anchor} Anchor
 *
 * @typedef {"yellow" | "green" | "blue" | "pink"} Colour
 *
 * @typedef {object} Mark
 * @property {string} id of its own
 * @property {string} created when, as ISO 8601 has it
 * @property {string} modified when it was changed last
 * @property {Colour} colour
 * @property {string} note what the reader wrote to it; may be empty
 * @property {string} lang the language of the words as they were marked
 * @property {string[]} pages the printed page, or the first and the last
 * @property {string[]} notes the same of the article's notes
 * @property {Anchor[]} anchors where it stands: a passage may go over several pieces
 */

/** @type {Colour[]} */
export const COLOURS = ["yellow", "green", "blue", "pink"];
/** The most of each that a mark, or a list of them, may have. */
export const MOST = { marks: 2000, anchors: 200, words: 20_000, note: 10_000 };

const ID = /^[\w-]{1,64}$/;
const LABELS = 2;

/** @param {Omit<Mark, "id" | "created" | "modified" | "note">} said @returns {Mark} a new one, without a note */
export function newMark(said) {
  const now = new Date().toISOString();
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { id, created: now, modified: now, note: "", ...said };
}

/**
 * @param {any} value
 * @returns {Mark | null} the mark that `value` is, without anything else in it; null if it is none
 */
export function checkedMark(value) {
  const { id, created, modified, colour, note, lang, pages, notes, anchors } = value ?? {};
  const fits =
    isText(id, 64) && ID.test(id) &&
    [created, modified].every((time) => isText(time, 40) && !Number.isNaN(Date.parse(time))) &&
    COLOURS.includes(colour) && isText(note, MOST.note) && isText(lang, 20) &&
    [pages, notes].every((labels) => isList(labels, LABELS) && labels.every((/** @type {unknown} */ label) => isText(label, 40))) &&
    isList(anchors, MOST.anchors) && anchors.length > 0;
  if (!fits) return null;
  const checked = anchors.map(checkedAnchor).filter((/** @type {Anchor | null} */ anchor) => anchor !== null);
  return checked.length < anchors.length ? null : { id, created, modified, colour, note, lang, pages, notes, anchors: checked };
}

/** @param {any} value @returns {Anchor | null} */
function checkedAnchor(value) {
  const { block, start, exact, prefix, suffix, original } = value ?? {};
  const fits =
    isText(block, 100) && Number.isSafeInteger(start) && start >= 0 &&
    isText(exact, MOST.words) && exact && isText(prefix, 100) && isText(suffix, 100);
  if (!fits) return null;
  const whole = prefix.length + exact.length + suffix.length;
  const isTold = isText(original, whole) && original.length === whole;
  return { block, start, exact, prefix, suffix, ...(isTold ? { original } : {}) };
}

/** @param {unknown} value @param {number} most @returns {value is string} */
function isText(value, most) {
  return typeof value === "string" && value.length <= most;
}

/** @param {unknown} value @param {number} most @returns {value is any[]} */
function isList(value, most) {
  return Array.isArray(value) && value.length <= most;
}

/** @param {Mark[]} mine @param {Mark[]} others @returns {Mark[]} both; of what is in both, that which was changed last */
export function merged(mine, others) {
  const all = new Map(mine.map((mark) => [mark.id, mark]));
  for (const mark of others) {
    const known = all.get(mark.id);
    if (!known || Date.parse(known.modified) < Date.parse(mark.modified)) all.set(mark.id, mark);
  }
  return [...all.values()];
}
