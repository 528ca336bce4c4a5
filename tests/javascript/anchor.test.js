/** Marked words are found again: in the other script, in a text that has changed, or not at all. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { anchorOf, findPlaces, placesUnchanged } from "../../scripts/duidu/theme/assets/reader/marks/anchor.js";
import { Folding } from "../../scripts/duidu/theme/assets/search/fold.js";

// A table as site.json has it: 关 (U+5173) stands for 關 too, 国 (U+56FD) for 國, 系 (U+7CFB) for 係, and quotation marks.
const folding = new Folding(`${0x201c}「${0x5173 - 0x201c}關${0x56fd - 0x5173}國${0x7cfb - 0x56fd}係`);
const fold = (/** @type {string} */ text) => folding.fold(text);

/** @param {Record<string, string>} texts by the ids of their blocks */
const page = (texts) => Object.entries(texts).map(([block, text]) => ({ block, shown: text, text }));

/** @param {string} block @param {string} text @param {string} exact @param {number} [from] */
function mark(block, text, exact, from = 0) {
  const start = text.indexOf(exact, from);
  return anchorOf({ block, shown: text, text }, start, start + exact.length);
}

/** @param {ReturnType<typeof findPlaces>} places */
const said = (places) => places.map(({ piece, start, end }) => [piece.block, start, piece.shown.slice(start, end)]);

const FIRST = "英國與美國之間的特殊關係，始於第二次世界大戰。";
const SECOND = "戰後英國國力衰退，美國則成為世界強權。";

test("an anchor has the words, those around them, and their place", () => {
  assert.deepEqual(mark("par-1", FIRST, "特殊關係"), {
    block: "par-1",
    start: 8,
    exact: "特殊關係",
    prefix: "英國與美國之間的",
    suffix: "，始於第二次世界大戰。",
  });
  const long = anchorOf({ block: "par-1", shown: "一".repeat(100), text: "一".repeat(100) }, 50, 60);
  assert.deepEqual([long.prefix.length, long.suffix.length], [32, 32]);
});

test("unchanged words are found without folding, in every piece with their id, or not so at all", () => {
  const anchor = mark("par-1", FIRST, "特殊關係");
  assert.deepEqual(said(placesUnchanged(anchor, page({ "par-1": FIRST, "par-2": SECOND })) ?? []), [["par-1", 8, "特殊關係"]]);
  const twins = [...page({ "par-1": FIRST }), ...page({ "par-1": FIRST.replace("關係", "关系") })];
  assert.equal(placesUnchanged(anchor, twins), null);
  assert.equal(placesUnchanged(anchor, page({ "par-2": FIRST })), null);
  assert.equal(placesUnchanged(anchor, page({ "par-1": `按：${FIRST}` })), null);
});

test("the same words are found in the other script", () => {
  const anchor = mark("par-1", "所謂「特殊關係」", "「特殊關係");
  assert.deepEqual(said(findPlaces(anchor, page({ "par-1": "所谓“特殊关系”" }), fold)), [["par-1", 2, "“特殊关系"]]);
});

test("so are words that conversion writes otherwise, as the page tells, in either direction", () => {
  const traditional = page({ "par-1": "大部份國家" });
  const simplified = [{ block: "par-1", shown: "大部分国家", text: "大部份国家" }];
  const anchor = anchorOf(simplified[0], 1, 5);
  assert.deepEqual([anchor.exact, anchor.original], ["部分国家", "大部份国家"]);
  assert.deepEqual(said(findPlaces(anchor, traditional, fold)), [["par-1", 1, "部份國家"]]);
  assert.deepEqual(said(placesUnchanged(anchor, simplified) ?? []), [["par-1", 1, "部分国家"]]);
  const back = mark("par-1", "大部份國家", "部份國家");
  assert.equal(back.original, undefined);
  assert.deepEqual(said(findPlaces(back, simplified, fold)), [["par-1", 1, "部分国家"]]);
});

test("side by side they are found in both", () => {
  const twins = [...page({ "par-1": FIRST }), ...page({ "par-1": FIRST.replace("關係", "关系") }), ...page({ "par-2": SECOND })];
  const places = findPlaces(mark("par-1", FIRST, "特殊關係"), twins, fold);
  assert.deepEqual(said(places), [["par-1", 8, "特殊關係"], ["par-1", 8, "特殊关系"]]);
});

test("words that occur twice are told by what is around them, also when their place has moved", () => {
  const text = "英國先提出，美國後同意；英國遂不再堅持。";
  const changed = `按，${text.replace("提出", "正式提出")}`;
  const places = findPlaces(mark("par-1", text, "英國", 3), page({ "par-1": changed }), fold);
  assert.deepEqual(said(places), [["par-1", changed.lastIndexOf("英國"), "英國"]]);
});

test("in their own block they are found even if all around them has changed", () => {
  const places = findPlaces(mark("par-1", FIRST, "特殊關係"), page({ "par-1": "論特殊關係之維繫", "par-2": SECOND }), fold);
  assert.deepEqual(said(places), [["par-1", 1, "特殊關係"]]);
});

test("when paragraphs are numbered anew they are found by what is around them", () => {
  const places = findPlaces(mark("par-1", FIRST, "英國"), page({ "par-1": SECOND, "par-2": FIRST }), fold);
  assert.deepEqual(said(places), [["par-2", 0, "英國"]]);
});

test("a heading is found in another block, though its words occur elsewhere", () => {
  const anchor = mark("sec-5", "結論", "結論");
  assert.deepEqual(said(findPlaces(anchor, page({ "par-9": "其結論如下。", "sec-6": "結論" }), fold)), [["sec-6", 0, "結論"]]);
});

test("a paragraph that was divided keeps its marks", () => {
  const anchor = mark("par-1", `${FIRST}${SECOND}`, "美國則成為世界強權");
  assert.deepEqual(said(findPlaces(anchor, page({ "par-1": FIRST, "par-2": SECOND }), fold)), [
    ["par-2", 9, "美國則成為世界強權"],
  ]);
});

test("words that are gone are not taken for the same words elsewhere", () => {
  const pieces = page({ "par-1": "本段已改寫。", "par-2": SECOND, "par-3": "美國與英國" });
  assert.deepEqual(findPlaces(mark("par-1", FIRST, "英國"), pieces, fold), []);
  assert.deepEqual(findPlaces(mark("par-1", FIRST, "第二次世界大戰"), pieces, fold), []);
});

test("where two other blocks agree as much, neither is taken", () => {
  const note = "Ibid., p. 3, and what is said there of the treaty.";
  const anchor = mark("note-9", note, "what is said there of the treaty");
  assert.deepEqual(findPlaces(anchor, page({ "note-1": note, "note-2": note }), fold), []);
  assert.equal(findPlaces(anchor, page({ "note-1": note }), fold).length, 1);
});

test("words in Latin letters keep what is around them, spaces or not", () => {
  const text = "a special  relationship of a special kind";
  const anchor = mark("par-1", text, "special", 20);
  const places = findPlaces(anchor, page({ "par-2": `It is ${text.replace("  ", " ")}` }), fold);
  assert.deepEqual(said(places), [["par-2", 34, "special"]]);
});

test("what is all marks that folding leaves out is nowhere", () => {
  assert.deepEqual(findPlaces(mark("par-1", "a b", " "), page({ "par-1": "a b" }), fold), []);
});
