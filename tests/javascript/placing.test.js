/** Notes in the margin: in order, none over another, and as near to their calls as that lets them. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { topsOf } from "../../scripts/duidu/theme/assets/reader/notes/placing.js";

test("notes with room stand at the lines of their calls", () => {
  assert.deepEqual(topsOf([{ line: 10, height: 20 }, { line: 100, height: 20 }]), [10, 100]);
});

test("notes that would overlap share the way to their calls", () => {
  assert.deepEqual(topsOf([{ line: 50, height: 40 }, { line: 50, height: 40 }]), [30, 70]);
});

test("a stack takes in the one above it, if it would reach into that", () => {
  const boxes = [40, 45, 50].map((line) => ({ line, height: 30 }));
  assert.deepEqual(topsOf(boxes), [15, 45, 75]);
});

test("none stands above the text", () => {
  assert.deepEqual(topsOf([{ line: 0, height: 100 }, { line: 0, height: 100 }]), [0, 100]);
});

test("no note has no place", () => {
  assert.deepEqual(topsOf([]), []);
});

test("whatever their heights, they keep their order and never overlap", () => {
  let seed = 7;
  const random = (/** @type {number} */ most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 200; round++) {
    const boxes = Array.from({ length: random(12) }, () => ({ line: random(900), height: 10 + random(200) }));
    boxes.sort((a, b) => a.line - b.line);
    const tops = topsOf(boxes);
    boxes.slice(1).forEach((_, index) => assert.ok(tops[index + 1] >= tops[index] + boxes[index].height - 1e-9));
    assert.ok(tops.every((top) => top >= 0));
  }
});
