/** What an address asks for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asking } from "../../scripts/duidu/theme/assets/reader/question.js";

const AT = "https://example.org/a/";

/** @param {Record<string, string>} said */
function limits(said) {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  return form;
}

test("an address has the question, and of its limits those that are set", () => {
  const chosen = limits({ q: "x", part: "notes", issue: "4-6" });
  assert.equal(asking(new URL(AT), "x", "", chosen).href, `${AT}?q=x&part=notes&issue=4-6`);
  assert.equal(asking(new URL(AT), "x", "", limits({ part: "", issue: "" })).href, `${AT}?q=x`);
});

test("what it asked before is gone, and nothing else", () => {
  const before = `${AT}?q=y&part=notes&issue=4-6&z=1`;
  assert.equal(asking(new URL(before), "x", "par-1").href, `${AT}?z=1&q=x#par-1`);
  assert.equal(asking(new URL(before), "", "", limits({ part: "notes" })).href, `${AT}?z=1`);
  assert.equal(asking(new URL(before), "x".repeat(1001), "", limits({ part: "notes" })).href, `${AT}?z=1`);
});
