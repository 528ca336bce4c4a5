/** Folding makes text and query alike, as `duidu.enrich.fold` does. @import { Folded } from "./types.js" */

const UNSEEN =
  /[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]|\p{Surrogate}/gu;
const SEVERAL = new Map([["æ", "ae"], ["œ", "oe"], ["ß", "ss"], ["þ", "th"], ["⋯", "..."]]);
const SPACE = /[^\S\ufeff]/;
const WORD = /[\p{L}\p{N}]/u;
const IDEOGRAPH = /\p{Unified_Ideograph}/u;
const QUOTES = new Map([["「", "“"], ["」", "”"], ["『", "‘"], ["』", "’"]]);

/** Whether a folded character is a letter or a digit. @param {string} [sign] */
export const isWord = (sign = "") => sign < "⺀" && WORD.test(sign);

export class Folding {
  /** @type {Map<string, string>} */ #first = new Map();
  /** @type {Map<string, string>} */ #folded = new Map();

  /** @param {string} table of each group how far on its first character is, and the others */
  constructor(table) {
    let code = 0;
    for (const [, step, others] of table.matchAll(/(\d+)(\D+)/g)) {
      code += Number(step);
      for (const other of others) this.#first.set(other, String.fromCodePoint(code));
    }
  }

  /** @param {string} text @returns {Folded} */
  fold(text) {
    /** @type {Folded} */ const folded = { text: "", from: [], to: [] };
    let [from, to, last, spaced] = [0, 0, "", false];
    for (const character of text) {
      to += character.length;
      for (const sign of this.#character(character)) {
        if (sign !== " ") {
          const added = spaced && isWord(last) && isWord(sign) ? ` ${sign}` : sign;
          folded.text += added;
          for (let unit = 0; unit < added.length; unit++) folded.from.push(from), folded.to.push(to);
          last = sign;
        }
        spaced = sign === " ";
      }
      from = to;
    }
    return folded;
  }

  /** @param {string} character */
  #character(character) {
    let folded = this.#folded.get(character);
    if (folded === undefined) {
      const parts = character.normalize("NFKD").toLowerCase().replace(UNSEEN, "");
      const whole = SPACE.test(character) ? " " : this.#first.get(character);
      folded = whole ?? Array.from(parts, (part) => this.#first.get(part) ?? SEVERAL.get(part) ?? part).join("");
      this.#folded.set(character, folded);
    }
    return folded;
  }

  /** @param {string} text in Traditional @param {string} told of it @returns {string} in Simplified */
  simplify(text, told) {
    const signs = Array.from(text, (sign) => (IDEOGRAPH.test(sign) ? this.#first : QUOTES).get(sign) ?? sign);
    let place = -1;
    for (const [, passed, sign] of told.matchAll(/(\d+)(\D)/gu)) signs[(place += Number(passed) + 1)] = sign;
    return signs.join("");
  }
}
