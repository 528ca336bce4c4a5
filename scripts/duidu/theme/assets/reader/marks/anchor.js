/**
 * Marked words ↔ where they stand in a text, also when that has changed or is in the other script. As the Web
 * Annotation Data Model has it (W3C, 2017), words are told by themselves, by those around them, and by their place.
 *
 * @typedef {object} Anchor
 * @property {string} block the id of the model's block, cell or note; `ID-p2` for the second paragraph in it
 * @property {number} start the number of the first character in the block
 * @property {string} exact the words
 * @property {string} prefix those before them in the block, up to `AROUND` characters
 * @property {string} suffix those after them
 * @property {string} [original] all three in a row as the author wrote them, where this script has other characters for
 * them that no table tells, as 部份 is 部分
 *
 * @typedef {{ block: string, shown: string, text: string }} Piece a block as it is shown, and as the author wrote it, as
 * far as the page tells
 * @typedef {{ piece: Piece, start: number, end: number }} Place
 * @typedef {Place & { agreement: number }} Candidate
 * @typedef {(text: string) => import("../../search/types.js").Folded} Fold
 */

export const AROUND = 32; // characters
const EVIDENCE = 16; // characters, folded, of the words and around them, by which they are known in another block
const HOME = 8; // characters around them, for which it counts that they are in their own block
const EDGE = "\uffff"; // what stands before and after all words of a block

/** @param {Piece} piece @param {number} start @param {number} end @returns {Anchor} */
export function anchorOf({ block, shown, text }, start, end) {
  const [from, to] = [Math.max(start - AROUND, 0), end + AROUND];
  const original = text.slice(from, to);
  return {
    block,
    start,
    exact: shown.slice(start, end),
    prefix: shown.slice(from, start),
    suffix: shown.slice(end, to),
    ...(original === shown.slice(from, to) ? {} : { original }),
  };
}

/** @param {Anchor} anchor @returns {string[]} what stands before, the words, and what stands after, as the author wrote them */
function written({ exact, prefix, suffix, original = `${prefix}${exact}${suffix}` }) {
  const [start, end] = [prefix.length, prefix.length + exact.length];
  return [original.slice(0, start), original.slice(start, end), original.slice(end)];
}

/**
 * @param {Anchor} anchor
 * @param {Piece[]} pieces of the page
 * @returns {Place[] | null} where the words stand unchanged: in each piece with the anchor's id; null if not in all
 */
export function placesUnchanged(anchor, pieces) {
  const { block, start, exact } = anchor;
  const same = pieces.filter((piece) => piece.block === block);
  const whole = written(anchor).join("");
  const stand = (/** @type {Piece} */ { text }) =>
    text.slice(Math.max(start - AROUND, 0), start + exact.length + AROUND) === whole;
  return same.length > 0 && same.every(stand)
    ? same.map((piece) => ({ piece, start, end: start + exact.length }))
    : null;
}

/**
 * @param {Anchor} anchor
 * @param {Piece[]} pieces of the page
 * @param {Fold} fold what makes both scripts alike
 * @returns {Place[]} where the words stand: in the piece where most around them agrees, and in its twin in the other
 * script; none if they are nowhere, or it is doubtful where
 */
export function findPlaces(anchor, pieces, fold) {
  const [prefix, words, suffix] = written(anchor).map((text) => fold(text).text);
  const before = `${anchor.start < AROUND ? EDGE : ""}${prefix}`;
  const after = `${suffix}${anchor.suffix.length < AROUND ? EDGE : ""}`;
  if (!words) return [];
  const found = pieces.flatMap((piece) => candidates(piece, words, before, after, fold));
  const all = before.length + after.length;
  const first = best(found, anchor);
  const place = first && isCertain(first, found, words.length, all) ? first : best(found.filter(isIn(anchor.block)), anchor);
  if (!place) return [];
  const twins = pieces.filter((piece) => piece.block === place.piece.block && piece !== place.piece);
  const others = twins.map((twin) => best(found.filter(({ piece }) => piece === twin), anchor));
  return [place, ...others.filter((other) => other !== null)];
}

/** @param {string} id @returns {(candidate: Candidate) => boolean} */
function isIn(id) {
  return ({ piece: { block } }) => block === id;
}

/**
 * @param {Candidate[]} found
 * @param {Anchor} anchor
 * @returns {Candidate | null} around which most agrees, in the anchor's block and near its place rather than elsewhere
 */
function best(found, { block, start }) {
  const rank = (/** @type {Candidate} */ one) => one.agreement + (isIn(block)(one) ? HOME : 0);
  const away = (/** @type {Candidate} */ one) => Math.abs(one.start - start);
  const ranked = [...found].sort((one, other) => rank(other) - rank(one) || away(one) - away(other));
  return ranked[0] ?? null;
}

/**
 * @param {Candidate} one
 * @param {Candidate[]} found
 * @param {number} length of the words
 * @param {number} all that could agree
 * @returns {boolean} whether enough agrees for the words to be the same in whatever block, and nowhere else as much
 */
function isCertain({ piece, agreement }, found, length, all) {
  const rivals = found.filter((one) => one.agreement === agreement && one.piece.block !== piece.block);
  return rivals.length === 0 && (agreement === all || length + agreement >= EVIDENCE);
}

/** @param {Piece} piece @param {string} words @param {string} before @param {string} after @param {Fold} fold @returns {Candidate[]} */
function candidates(piece, words, before, after, fold) {
  const { text, from, to } = fold(piece.text);
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    // Folding leaves a space between words in Latin letters only, and so none at the ends of what is around.
    const [left, right] = [text.slice(0, at).trimEnd(), text.slice(end).trimStart()];
    const agreement = sameEnd(`${EDGE}${left}`, before) + sameStart(`${right}${EDGE}`, after);
    found.push({ piece, start: from[at], end: to[end - 1], agreement });
  }
  return found;
}

/** @param {string} text @param {string} wanted @returns {number} how many characters at their beginnings are the same */
function sameStart(text, wanted) {
  let count = 0;
  while (count < wanted.length && text[count] === wanted[count]) count++;
  return count;
}

/** @param {string} text @param {string} wanted @returns {number} how many at their ends */
function sameEnd(text, wanted) {
  let count = 0;
  while (count < wanted.length && text.at(-1 - count) === wanted.at(-1 - count)) count++;
  return count;
}
