/**
 * Where notes stand in the margin. Nothing here knows of the page.
 *
 * @typedef {{ line: number, height: number }} Box of a note: how far down its call is, and its height
 */

/**
 * Where each note begins: in order, none over another, and the squares of their distances from their calls
 * the least in all. (That is isotonic regression, and this pools adjacent violators:) Notes that would overlap
 * make a stack, which stands where its notes want it on the average, and takes in the stack above it while
 * it would reach into that.
 * @param {Box[]} boxes
 * @returns {number[]}
 */
export function topsOf(boxes) {
  /** How many notes, and how far down they begin, the heights of all notes before not counted. @type {[number, number][]} */
  const stacks = [];
  let before = 0;
  for (const { line, height } of boxes) {
    let [count, start] = [1, line - before];
    for (let last = stacks.at(-1); last && last[1] > start; last = stacks.at(-1)) {
      stacks.pop();
      start = (start * count + last[1] * last[0]) / (count + last[0]);
      count += last[0];
    }
    stacks.push([count, start]);
    before += height;
  }
  before = 0;
  const starts = stacks.flatMap(([count, start]) => Array(count).fill(Math.max(start, 0)));
  return boxes.map(({ height }, index) => starts[index] + (before += height) - height);
}
