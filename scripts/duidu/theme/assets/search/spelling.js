/** Words of a text that are a slip away from one that is not in it. All are folded. */

const MOST = 3; // proposals
const LONGEST = 16; // ideographs of a stretch that is looked for with a slip in it
const SHORTEST = 3; // with any character in the place of another; shorter ones, only with one that sounds alike
const ALIKE = 4; // characters of the text that may stand between two that sound alike, by pinyin
const SURE = 1000; // as often as this counts what sounds alike, or changed places
export const WORDS = /(?:(?=[\0-\u2e7f])[\p{L}\p{N}])+/gu;
const ANY = "(?![\\0-\\u2e7f])[\\p{L}]";
const SIGN = /[\\^$.*+?()[\]{}|]/; // means something in a pattern
const PINYIN = new Intl.Collator("zh-Hans-u-co-pinyin");

/** @typedef {Map<string, number>} Counts how often words stand in a text */

/** @param {Iterable<string>} texts @returns {Counts} their words in letters */
export function wordsOf(texts) {
  /** @type {Counts} */ const counts = new Map();
  for (const text of texts) {
    for (const [word] of text.matchAll(WORDS)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** @param {string} word in letters @param {Counts} counts @returns {string[]} those that may be meant, the likeliest first */
export function nearWords(word, counts) {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  const near = [...counts].flatMap(([other, count]) => {
    const far = slips(word, other, most);
    return far <= most ? [{ other, count, far: far + (other[0] === word[0] ? 0 : 0.5) }] : [];
  });
  near.sort((a, b) => a.far - b.far || b.count - a.count);
  return near.slice(0, MOST).map(({ other }) => other);
}

/**
 * Letters left out, added, changed, or two that changed places.
 *
 * @param {string} one @param {string} other @param {number} most that count; if there are more, the answer is too
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */ let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const changed = row[to - 1] + Number(one[at - 1] !== other[to - 1]);
      next[to] = Math.min(changed, row[to] + 1, next[to - 1] + 1);
      const turned = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (turned) next[to] = Math.min(next[to], before[to - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/**
 * @param {string} run of ideographs
 * @param {string} text
 * @param {number} least characters of what is proposed
 * @returns {string[]} stretches of the text that the run, or the most of it, may mean; the likeliest first
 */
export function nearRuns(run, text, least) {
  const signs = Array.from(run).slice(0, LONGEST);
  for (let length = signs.length; length >= Math.max(Math.min(SHORTEST, signs.length), least); length--) {
    /** @type {Map<string, number>} */ const found = new Map();
    for (let start = 0; start + length <= signs.length; start++) {
      for (const [other, worth] of withSlip(signs.slice(start, start + length), text)) {
        found.set(other, Math.max(worth, found.get(other) ?? 0));
      }
    }
    if (found.size > 0) return [...found].sort(([, a], [, b]) => b - a).slice(0, MOST).map(([other]) => other);
  }
  return [];
}

/** @param {string[]} signs @param {string} text @returns {Map<string, number>} what the text has with one slip, and its worth */
function withSlip(signs, text) {
  /** @type {Map<string, number>} */ const found = new Map();
  const written = signs.map((sign) => (SIGN.test(sign) ? `\\${sign}` : sign));
  const look = (/** @type {string[]} */ pattern, /** @type {(other: string[]) => boolean} */ isSure, isInside = true) => {
    for (const [other] of text.matchAll(new RegExp(pattern.join(""), "gu"))) {
      const worth = isSure(Array.from(other)) ? SURE : 0;
      if (worth || (isInside && signs.length >= SHORTEST)) found.set(other, (found.get(other) ?? worth) + 1);
    }
  };
  for (let at = 0; at < signs.length; at++) {
    const [head, tail] = [written.slice(0, at), written.slice(at + 1)];
    if (!text.includes(signs.slice(0, at).join(""))) break;
    if (!text.includes(signs.slice(at + 2).join(""))) continue; // so that few patterns are tried
    const isInside = head.length > 0 && tail.length > 0; // at an end it may as well be another word
    look([...head, ANY, ...tail], (other) => soundAlike(signs[at], other[at], text), isInside);
    if (head.length > 0) look([...head, ANY, written[at], ...tail], () => false);
    if (isInside) look([...head, ...tail], () => false);
    if (tail.length > 0) look([...head, tail[0], written[at], ...tail.slice(1)], () => true);
  }
  found.delete(signs.join(""));
  return found;
}

/** @type {{ text: string, signs: string[] }} of a text its characters, by pinyin */ let known = { text: "", signs: [] };

/** Whether few characters of the text stand between two by pinyin. @param {string} one @param {string} other @param {string} text */
function soundAlike(one, other, text) {
  if (text !== known.text) {
    const signs = [...new Set(text)].filter((sign) => sign >= "\u4e00");
    known = { text, signs: signs.sort(PINYIN.compare) };
  }
  const place = (/** @type {string} */ sign) => {
    let [low, high] = [0, known.signs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (PINYIN.compare(known.signs[middle], sign) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return Math.abs(place(one) - place(other)) <= ALIKE;
}
