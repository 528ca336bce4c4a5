/** A passage, quoted with its source. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { quotation } from "../../scripts/duidu/theme/assets/reader/citation.js";

const taipei = {
  source: "某甲，〈題目〉",
  before: "，",
  page: "頁 {pages}",
  pages: "頁 {pages}",
  dash: "-",
  note: "註 {note}",
  comma: "，",
  end: "。",
  alone: "某甲，〈題目〉。",
  quotes: "「」『』",
};

/** @param {object} more */
const passage = (more) =>
  /** @type {import("../../scripts/duidu/theme/assets/reader/passage.js").Passage} */ ({
    paragraphs: ["文字"],
    lang: "zh-Hant",
    anchor: "par-1",
    pages: [],
    notes: [],
    ...more,
  });

test("the source says page and note", () => {
  assert.equal(
    quotation(passage({ pages: ["[77]"], notes: ["3"] }), taipei, "http://example.org/#note-3"),
    "「文字」\n某甲，〈題目〉，頁 [77]，註 3。http://example.org/#note-3",
  );
});

test("several pages are a range", () => {
  assert.match(quotation(passage({ pages: ["77", "78"] }), taipei, ""), /頁 77-78。$/);
});

test("where neither is known, the article alone is named", () => {
  assert.match(quotation(passage({}), taipei, ""), /\n某甲，〈題目〉。$/);
});

test("quotation marks inside are turned, and an apostrophe is none", () => {
  assert.match(quotation(passage({ paragraphs: ["他說「好『嗎』」"] }), taipei, ""), /^「他說『好「嗎」』」/);
  const english = { ...taipei, quotes: "“”‘’" };
  assert.match(quotation(passage({ paragraphs: ["“It’s ‘so’”"] }), english, ""), /^“‘It’s “so”’”/);
});

test("each paragraph opens with a mark, and the last one closes", () => {
  assert.match(quotation(passage({ paragraphs: ["一", "二"] }), taipei, ""), /^「一\n「二」\n/);
});
