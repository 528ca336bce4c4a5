/** The panel of the reader's settings: groups of radio buttons that show what they do at once, and a way to the marks. */

import { hasText } from "../reader/article.js";
import { loadStyles } from "../reader/styles.js";
import { words } from "../words.js";
import { DEFAULTS, canBeVertical, choose, chosen } from "./choices.js";

/** Make the panel and show it. @param {HTMLButtonElement} button that opens it from now on */
export async function openPanel(button) {
  // That of vertical writing too, or the place would be lost while it comes.
  await Promise.all(["settings.css", "chosen.css", ...(canBeVertical() ? ["vertical.css"] : [])].map(loadStyles));
  if (button.popoverTargetElement) return; // it was pressed twice
  const panel = panelFor();
  button.after(panel);
  button.popoverTargetElement = panel;
  panel.showPopover();
}

function panelFor() {
  const panel = document.createElement("form");
  Object.assign(panel, { className: "settings", popover: "auto", ariaLabel: words.readingSettings });
  Object.assign(panel, { tabIndex: -1, autofocus: true }); // the focus comes here first
  const now = chosen();
  for (const [name, setting] of Object.entries(words.settings)) panel.append(groupOf(name, setting, now[name]));
  panel.append(buttonsOf(panel));
  panel.addEventListener("change", () => choose(choicesIn(panel)));
  panel.addEventListener("reset", () => setTimeout(() => choose(choicesIn(panel))));
  return panel;
}

/**
 * @param {string} name
 * @param {{ name: string, choices: Record<string, string> }} setting
 * @param {string} now
 */
function groupOf(name, setting, now) {
  const group = document.createElement("fieldset");
  group.className = `settings-${name}`;
  group.innerHTML = `<legend></legend>`;
  /** @type {Element} */ (group.firstChild).textContent = setting.name;
  group.hidden = !applies(name);
  for (const [value, choice] of Object.entries(setting.choices)) {
    const label = document.createElement("label");
    label.innerHTML = `<input type="radio"><span></span>`;
    const [input, shown] = /** @type {[HTMLInputElement, HTMLElement]} */ (/** @type {unknown} */ (label.children));
    Object.assign(input, { name, value, defaultChecked: value === DEFAULTS[name], checked: value === now });
    if (name === "size") Object.assign(input, { ariaLabel: choice });
    label.title = name === "size" ? choice : "";
    shown.textContent = name === "size" ? words.sample : choice;
    group.append(label);
  }
  return group;
}

/** @param {string} name @returns {boolean} whether this setting means something on this page */
function applies(name) {
  if (name === "pages") return document.querySelector(".page-break") !== null;
  return name !== "writing" || canBeVertical();
}

/** @param {HTMLFormElement} panel */
function buttonsOf(panel) {
  const line = document.createElement("p");
  line.innerHTML = `<button type="reset"></button><button type="button"></button><button type="button"></button>`;
  const [reset, marks, close] = /** @type {HTMLCollectionOf<HTMLButtonElement>} */ (line.children);
  reset.textContent = words.reset;
  marks.textContent = words.marks;
  marks.hidden = !hasText();
  marks.addEventListener("click", () => {
    panel.hidePopover();
    import("../reader/marks.js").then(({ openMarks }) => openMarks());
  });
  close.textContent = words.close;
  close.addEventListener("click", () => panel.hidePopover());
  return line;
}

/** @param {HTMLFormElement} panel */
function choicesIn(panel) {
  return /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(panel)));
}
