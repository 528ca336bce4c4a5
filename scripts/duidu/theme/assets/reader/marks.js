/**
 * The reader's own marks: passages highlighted in a colour, perhaps with a note. They are kept in the reader's
 * browser, and nowhere else. Loaded when there are some, or when a reader makes the first.
 */

import { changeMarks, readMarks, shownMarks } from "./marks/kept.js";
import { anchorsOf } from "./marks/located.js";
import { COLOURS, newMark } from "./marks/mark.js";
import { markAt } from "./marks/painting.js";
import { recall } from "./store.js";
import { loadStyles } from "./styles.js";

/** @typedef {import("./passage.js").Passage} Passage */

const NOT_TEXT = "a, button, input, label, summary, dialog, .quote";

let isListening = false;

/** Show them on the page, and open one when it is clicked. */
export async function showMarks() {
  await loadStyles("marks.css");
  if (!isListening) {
    document.addEventListener("click", followClick);
    addEventListener("pageshow", ({ persisted }) => persisted && readMarks()); // on coming back, another page may have changed them
    isListening = true;
  }
  await readMarks();
}

/** Mark a passage in the colour that was chosen last, and open it for another, or a note. @param {Passage} passage */
export async function markPassage({ lang, pages, notes, parts }) {
  const last = recall("local", "colour");
  const colour = COLOURS.includes(last) ? last : COLOURS[0];
  const mark = newMark({ colour, lang, pages, notes, anchors: anchorsOf(parts) });
  await showMarks();
  await changeMarks((marks) => [...marks, mark]);
  await openMark(mark.id);
}

/** Show the list of them. */
export async function openMarks() {
  const [{ openDrawer }] = await Promise.all([import("./marks/drawer.js"), showMarks()]);
  openDrawer(openMark);
}

/** @param {string} id */
async function openMark(id) {
  const { openEditor } = await import("./marks/editor.js");
  openEditor(id, openMarks);
}

/** @param {MouseEvent} event */
function followClick({ target, clientX, clientY, defaultPrevented, detail }) {
  if (defaultPrevented || detail === 0 || getSelection()?.isCollapsed === false) return;
  if (!(target instanceof Element) || target.closest(NOT_TEXT)) return;
  const marked = markAt(shownMarks(), clientX, clientY);
  if (marked) openMark(marked.mark.id);
}
