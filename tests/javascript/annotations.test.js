/** Marks as JSON: taken along and brought back, and what is not taken. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fromAnnotations, toAnnotations } from "../../scripts/duidu/theme/assets/reader/marks/annotations.js";
import { MOST, checkedMark, merged } from "../../scripts/duidu/theme/assets/reader/marks/mark.js";

const MARK = {
  id: "a1",
  created: "2026-11-01T08:00:00.000Z",
  modified: "2026-11-02T08:00:00.000Z",
  colour: "green",
  note: "比較 <b>第二節</b>",
  lang: "zh-Hant",
  pages: ["[77]", "[78]"],
  notes: [],
  anchors: [
    { block: "par-1", start: 3, exact: "特殊關係", prefix: "所謂「", suffix: "」" },
    { block: "par-2", start: 0, exact: "戰後", prefix: "", suffix: "英國國力衰退", original: "戰后英國國力衰退" },
  ],
};
const file = (/** @type {unknown[]} */ marks, article = "my-article") =>
  JSON.stringify(toAnnotations(/** @type {any} */ (marks), article, "https://example.org/zh-hant/my-article/"));

test("what is taken along comes back the same", () => {
  const bare = { ...MARK, id: "b2", note: "", notes: ["12"] };
  assert.deepEqual(fromAnnotations(file([MARK, bare]), "my-article"), [MARK, bare]);
  assert.deepEqual(fromAnnotations(file([]), "my-article"), []);
});

test("it is a collection of annotations, with the selectors of the standard", () => {
  const { first, ...collection } = JSON.parse(file([MARK]));
  assert.deepEqual(collection, {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    article: "my-article",
    total: 1,
  });
  const [{ id, body, target }] = first.items;
  assert.equal(id, "urn:duidu:mark:a1");
  assert.deepEqual(body.map((/** @type {any} */ { purpose, value }) => [purpose, value]), [
    ["highlighting", "green"],
    ["commenting", "比較 <b>第二節</b>"],
  ]);
  assert.deepEqual(target[0].selector, {
    type: "FragmentSelector",
    value: "par-1",
    refinedBy: [
      { type: "TextQuoteSelector", exact: "特殊關係", prefix: "所謂「", suffix: "」" },
      { type: "TextPositionSelector", start: 3, end: 7 },
    ],
  });
});

test("what is no such file is refused", () => {
  for (const text of ["", "{", "null", "[]", '"text"', "{}", '{"type": "AnnotationCollection"}', "<html></html>"]) {
    assert.equal(fromAnnotations(text, "my-article"), "unreadable", text);
  }
});

test("marks of another article are refused", () => {
  assert.equal(fromAnnotations(file([MARK], "another"), "my-article"), "other");
});

test("too many are refused", () => {
  assert.equal(fromAnnotations(file(Array(MOST.marks + 1).fill(MARK)), "my-article"), "many");
});

/** Each damages one value of the mark, or of its first anchor. @type {[string, object][]} */
const DAMAGED = [
  ["colour", { colour: "red; background: url(x)" }],
  ["id", { id: "<img src=x>" }],
  ["time", { modified: "yesterday" }],
  ["note", { note: "長".repeat(MOST.note + 1) }],
  ["pages", { pages: ["1", "2", "3"] }],
  ["label", { notes: [{}] }],
  ["language", { lang: undefined }],
  ["no anchors", { anchors: [] }],
  ["many anchors", { anchors: Array(MOST.anchors + 1).fill(MARK.anchors[0]) }],
  ["anchor", { anchors: [{ ...MARK.anchors[0], exact: "" }] }],
  ["words", { anchors: [{ ...MARK.anchors[0], exact: "長".repeat(MOST.words + 1) }] }],
  ["start", { anchors: [{ ...MARK.anchors[0], start: -1 }] }],
  ["start as text", { anchors: [{ ...MARK.anchors[0], start: "0" }] }],
];
for (const [name, change] of DAMAGED) {
  test(`one damaged mark, and the whole file is refused: ${name}`, () => {
    assert.equal(fromAnnotations(file([MARK, { ...MARK, ...change }]), "my-article"), "unreadable");
  });
}

test("of what else a file says, nothing is kept", () => {
  assert.deepEqual(checkedMark({ ...MARK, html: "<script>" }), MARK);
  for (const value of [null, 1, "mark", [], {}]) assert.equal(checkedMark(value), null);
});

test("what is told of the original is taken only if it is as long as the words and those around them", () => {
  for (const original of ["短", 1, undefined]) {
    const [anchor] = checkedMark({ ...MARK, anchors: [{ ...MARK.anchors[0], original }] })?.anchors ?? [];
    assert.equal(anchor && "original" in anchor, false);
  }
});

test("of a mark that both have, the one that was changed last stays", () => {
  const later = { ...MARK, note: "後", modified: "2026-11-03T00:00:00+08:00" };
  const other = { ...MARK, id: "b2" };
  assert.deepEqual(merged([MARK], [later, other]), [later, other]);
  assert.deepEqual(merged([later], [MARK]), [later]);
});
