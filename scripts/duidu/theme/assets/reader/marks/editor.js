/** One mark: its colour and its note. What is chosen and written is kept at once. */

import { topOfText } from "../flow.js";
import { keep } from "../store.js";
import { areKept, changeMarks, shownMarks } from "./kept.js";
import { COLOURS, MOST } from "./mark.js";
import { words } from "./markwords.js";

/** @typedef {import("./mark.js").Mark} Mark */
/** @typedef {import("./mark.js").Colour} Colour */

const PAUSE = 400; // milliseconds after the last key

/** @param {string} id of the mark @param {() => void} list what shows all of them */
export function openEditor(id, list) {
  const located = shownMarks().find(({ mark }) => mark.id === id);
  if (!located) return;
  const dialog = editorFor(located);
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const tellKept = () => (status.textContent = areKept() ? "" : words.marksUnkept);
  let later = 0;
  let isDeleted = false;
  const change = async () => {
    clearTimeout(later);
    later = 0;
    const values = new FormData(form);
    const [colour, note] = [/** @type {Colour} */ (values.get("colour")), String(values.get("note"))];
    await changeMarks((marks) => marks.map((mark) => (mark.id === id ? changed(mark, colour, note) : mark)));
    tellKept();
  };
  form.addEventListener("input", ({ target }) => {
    clearTimeout(later);
    if (target instanceof HTMLTextAreaElement) later = setTimeout(change, PAUSE);
    else change();
  });
  form.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && keep("local", "colour", target.value));
  const [remove, all] = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("button[type=button]"));
  remove.addEventListener("click", async () => {
    if (String(new FormData(form).get("note")).trim() && !confirm(words.markDeleteSure)) return;
    isDeleted = true;
    clearTimeout(later);
    await changeMarks((marks) => marks.filter((mark) => mark.id !== id));
    dialog.close();
  });
  all.addEventListener("click", () => {
    dialog.close();
    list();
  });
  dialog.addEventListener("close", () => {
    if (later && !isDeleted) change();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  tellKept();
}

/** @param {Mark} mark @param {Colour} colour @param {string} note @returns {Mark} */
function changed(mark, colour, note) {
  if (mark.colour === colour && mark.note === note) return mark;
  return { ...mark, colour, note, modified: new Date().toISOString() };
}

/** @param {import("./located.js").Located} located */
function editorFor({ mark, paragraphs, lang, ranges }) {
  const dialog = document.createElement("dialog");
  Object.assign(dialog, { className: "mark-editor", ariaLabel: words.mark });
  dialog.setAttribute("closedby", "any");
  dialog.innerHTML = `<form method="dialog"><blockquote></blockquote><fieldset><legend></legend></fieldset>
    <label><span></span><textarea name="note" rows="3"></textarea></label><p role="status"></p>
    <p><button type="button"></button><button type="button"></button><button></button></p></form>`;
  const [quotation, colours, label] = /** @type {HTMLCollectionOf<HTMLElement>} */ (/** @type {Element} */ (dialog.firstChild).children);
  Object.assign(quotation, { textContent: paragraphs.join("\n"), lang });
  /** @type {Element} */ (colours.firstChild).textContent = words.markColour;
  colours.append(...COLOURS.map((colour) => choiceOf(colour, colour === mark.colour)));
  const [name, note] = label.children;
  name.textContent = words.markNote;
  Object.assign(note, { value: mark.note, maxLength: MOST.note });
  const names = [words.markDelete, words.marks, words.markDone];
  dialog.querySelectorAll("button").forEach((button, at) => (button.textContent = names[at]));
  const place = ranges[0]?.getBoundingClientRect();
  dialog.classList.toggle("above", place && place.top > (topOfText() + innerHeight) / 2); // not over the mark
  return dialog;
}

/** @param {Colour} colour @param {boolean} checked */
function choiceOf(colour, checked) {
  const label = document.createElement("label");
  label.innerHTML = `<input type="radio" name="colour"><span></span>`;
  const [input, shown] = label.children;
  Object.assign(input, { value: colour, checked, autofocus: checked });
  Object.assign(shown, { className: `mark-${colour}`, textContent: words.markColours[colour] });
  return label;
}
