/** What is wrong in a text, as a prepared message or issue. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { reportAddress } from "../../scripts/duidu/theme/assets/reader/report.js";

/** @param {string[]} paragraphs */
const passage = (paragraphs) =>
  /** @type {import("../../scripts/duidu/theme/assets/reader/passage.js").Passage} */ (/** @type {unknown} */ ({ paragraphs }));
/** @param {{ paragraphs: string[] }} passage */
const said = ({ paragraphs }) => ({ title: "回報：頁 83 & 84", text: `「${paragraphs.join("\n「")}」\n網頁版本：1a2b` });

test("a message has subject and body, with the line ends of mail", () => {
  const { protocol, pathname, searchParams } = new URL(reportAddress("mailto:editor@example.org", said, passage(["甲"])));
  assert.deepEqual([protocol, pathname], ["mailto:", "editor@example.org"]);
  assert.deepEqual([...searchParams], [["subject", "回報：頁 83 & 84"], ["body", "「甲」\r\n網頁版本：1a2b"]]);
});

test("an issue has title and body, by the names that the place has for them", () => {
  for (const [report, title, body] of [
    ["https://example.org/a/b/issues/new", "title", "body"],
    ["https://example.org/a/b/-/issues/new", "issue[title]", "issue[description]"],
  ]) {
    const address = new URL(reportAddress(report, said, passage(["甲", "乙"])));
    assert.equal(`${address.origin}${address.pathname}`, report);
    assert.deepEqual([...address.searchParams], [[title, "回報：頁 83 & 84"], [body, "「甲\n「乙」\n網頁版本：1a2b"]]);
  }
});

test("spaces are no plus signs, which mail programs would show", () => {
  assert.match(reportAddress("mailto:editor@example.org", said, passage(["a b"])), /a%20b/);
});

test("of a long passage the beginning and the end are left, as much as an address can hold", () => {
  const long = passage(["首".repeat(3000), `${"尾".repeat(3000)}𠀀`]);
  for (const [report, most] of /** @type {[string, number][]} */ ([["mailto:e@example.org", 2000], ["https://example.org/a/issues/new", 8000]])) {
    const address = reportAddress(report, said, long);
    assert.ok(address.length <= most && address.length > most / 2, `${address.length}`);
    assert.match(new URL(address).searchParams.get("body") ?? "", /^「首+……尾+𠀀」/u);
  }
});
