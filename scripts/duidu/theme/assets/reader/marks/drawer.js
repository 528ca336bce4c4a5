/** The list of all marks in the article: each leads to its place; they are taken along and brought back here. */

import { placeOf } from "../citation.js";
import { advance, room, span } from "../flow.js";
import { addressOf, mannerFor } from "../source.js";
import { areKept, changeMarks, onMarks, shownMarks } from "./kept.js";
import { words } from "./markwords.js";
import { bringBack, takeAlong } from "./files.js";

/** @typedef {import("./located.js").Located} Located */

/** @param {(id: string) => void} edit what opens a mark */
export function openDrawer(edit) {
  const dialog = drawer();
  const list = /** @type {HTMLElement} */ (dialog.querySelector(".marks-list"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const show = () => {
    list.replaceChildren(...listed(shownMarks()));
    for (const button of dialog.querySelectorAll("button")) button.disabled = button.matches(".marks-take *, .marks-none") && shownMarks().length === 0;
    if (!areKept()) status.textContent = words.marksUnkept;
  };
  const tell = (/** @type {string} */ text) => (status.textContent = text);
  dialog.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { dataset: { id = "", as } } = target;
    if (target.matches(".mark-edit")) {
      dialog.close();
      edit(id);
    } else if (target.matches(".mark-delete")) {
      remove(shownMarks().filter(({ mark }) => mark.id === id), words.markDeleteSure);
    } else if (target.matches(".marks-none")) {
      remove(shownMarks(), words.marksDeleteSure.replace("{count}", String(shownMarks().length)), true);
    } else if (as) {
      takeAlong(/** @type {any} */ (as), shownMarks()).catch(() => tell(words.marksExportFailed));
    }
  });
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const located = shownMarks().find(({ mark }) => mark.id === link?.dataset.id);
    if (!located || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.close();
    goTo(located);
  });
  const file = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) tell(await bringBack(chosen));
    file.value = "";
  });
  dialog.addEventListener("close", () => {
    onMarks(() => {});
    dialog.remove();
  });
  onMarks(show);
  show();
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {Located[]} marks @param {string} question @param {boolean} [ask] also where nothing was written */
async function remove(marks, question, ask = marks.some(({ mark }) => mark.note.trim())) {
  const gone = new Set(marks.map(({ mark }) => mark.id));
  if (!ask || confirm(question)) await changeMarks((all) => all.filter(({ id }) => !gone.has(id)));
}

function drawer() {
  const dialog = document.createElement("dialog");
  Object.assign(dialog, { className: "marks", ariaLabel: words.marks });
  dialog.setAttribute("closedby", "any");
  dialog.innerHTML = `<form method="dialog"><h2></h2><button></button></form><p class="marks-where"></p>
    <div class="marks-list"></div><p role="status"></p>
    <p class="marks-take"><span></span><button data-as="markdown">Markdown</button><button data-as="csl">CSL-JSON</button>
    <button data-as="json">JSON</button></p>
    <p><label><span></span><input type="file" accept=".json,application/json"></label><button class="marks-none"></button></p>`;
  const texts = {
    h2: words.marks,
    "form button": words.close,
    ".marks-where": words.marksWhere,
    ".marks-take > span": words.marksExport,
    "label > span": words.marksImport,
    ".marks-none": words.marksDeleteAll,
  };
  for (const [selector, text] of Object.entries(texts)) /** @type {Element} */ (dialog.querySelector(selector)).textContent = text;
  for (const button of dialog.querySelectorAll("p button")) button.setAttribute("type", "button");
  if (!document.querySelector(".cite-files")) dialog.querySelector("[data-as=csl]")?.remove();
  return dialog;
}

/** @param {Located[]} located @returns {Element[]} */
function listed(located) {
  const [standing, lost] = [true, false].map((stands) => located.filter((one) => one.stands === stands));
  const found = standing.length > 0 ? [listOf(standing)] : [];
  if (located.length === 0) return [Object.assign(document.createElement("p"), { textContent: words.marksNone })];
  if (lost.length === 0) return found;
  const [title, text] = [document.createElement("h3"), document.createElement("p")];
  title.textContent = words.marksLost;
  text.textContent = words.marksLostText;
  return [...found, title, text, listOf(lost)];
}

/** @param {Located[]} located */
function listOf(located) {
  const list = document.createElement("ol");
  list.append(...located.map(entryOf));
  return list;
}

/** @param {Located} located */
function entryOf(located) {
  const { mark, stands, paragraphs, lang } = located;
  const item = document.createElement("li");
  item.innerHTML = `<p class="mark-place"><span></span> <span></span></p><${stands ? "a" : "span"} class="mark-words"></${stands ? "a" : "span"}>
    <p class="mark-note"></p><p><button type="button" class="mark-edit"></button><button type="button" class="mark-delete"></button></p>`;
  const [place, quotation, note, buttons] = /** @type {HTMLCollectionOf<HTMLElement>} */ (item.children);
  const manner = mannerFor(lang);
  const [swatch, page] = /** @type {HTMLCollectionOf<HTMLElement>} */ (place.children);
  Object.assign(swatch, { className: `mark-${mark.colour}`, textContent: words.markColours[mark.colour] });
  page.textContent = manner && placeOf(located, manner);
  page.lang = lang;
  Object.assign(quotation, { textContent: paragraphs.join("\n"), lang });
  if (quotation instanceof HTMLAnchorElement) quotation.href = addressOf(located);
  quotation.dataset.id = mark.id;
  note.textContent = mark.note;
  note.hidden = !mark.note;
  const [edit, remove] = /** @type {HTMLCollectionOf<HTMLElement>} */ (buttons.children);
  const about = paragraphs.join(" ").slice(0, 20);
  Object.assign(edit, { textContent: words.markEdit, ariaLabel: `${words.markEdit}${words.colon}${about}` });
  Object.assign(remove, { textContent: words.markDelete, ariaLabel: `${words.markDelete}${words.colon}${about}` });
  edit.dataset.id = remove.dataset.id = mark.id;
  return item;
}

/** @param {Located} located */
function goTo({ anchor, ranges: [range] }) {
  if (document.getElementById(anchor)) location.hash = anchor;
  const wide = range.startContainer.parentElement?.closest(".table-scroll"); // it may stand out of sight in a table
  const box = wide?.getBoundingClientRect();
  const place = range.getBoundingClientRect();
  if (wide && box && (place.left < box.left || place.right > box.right)) wide.scrollLeft += place.left - box.left - box.width / 3;
  advance(span(range.getBoundingClientRect()).start - room() / 3);
}
