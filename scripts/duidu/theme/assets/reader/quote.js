/**
 * What is offered for a selection: to copy it as a quotation with its source, to mark it, and to report what is wrong
 * there. It shows below the selection: the menus that systems have for a selection stand above it.
 */

import { words } from "../words.js";
import { hasText } from "./article.js";
import { quotation, sourceOf } from "./citation.js";
import { copy } from "./clipboard.js";
import { placeNear } from "./nearby.js";
import { selectedPassage } from "./passage.js";
import { addressOf, mannerFor, reporting } from "./source.js";

/** @typedef {import("./passage.js").Passage} Passage */
/** @typedef {import("./article.js").Manner} Manner */

const SETTLED = 150; // milliseconds without a change of the selection
const SHOWN = 1600; // milliseconds for which it is said that it was copied
const GAP = 8; // pixels below the selection
const GAP_TOUCH = 36; // there, handles hang from it

/**
 * Have the page offer it. Something may be selected already.
 * @param {PointerEvent | null} pointer what it did last
 */
export function offerQuotation(pointer) {
  const { report = "" } = reporting();
  const { box, copying, marking, linking, status } = offer(report);
  /** @type {typeof import("./report.js").reportAddress | undefined} */
  let prepare;
  /** @type {Passage | null} */
  let passage = null;
  let selecting = pointer?.type === "pointerdown" && pointer.pointerType === "mouse"; // its button is down
  let choosing = false; // the offer is being pressed, for which some browsers give up the selection
  let touched = pointer?.pointerType === "touch";
  let later = 0;
  let offered = ""; // what was selected then

  const hide = () => {
    passage = null;
    box.hidden = true;
  };
  const update = () => {
    choosing = false;
    if (selecting || box.dataset.said || box.contains(document.activeElement)) return;
    passage = selectedPassage();
    offered = String(getSelection());
    if (!passage) return hide();
    linking.hidden = !prepare;
    if (prepare) linking.href = prepare(report, messageAbout, passage);
    show(box, passage.end, touched);
  };
  const updateSoon = () => {
    clearTimeout(later);
    later = setTimeout(update, SETTLED);
  };
  const say = (/** @type {string} */ said) => {
    status.textContent = said;
    box.dataset.said = said;
  };

  document.addEventListener("selectionchange", () => {
    const selected = String(getSelection());
    if (selected === offered || choosing || (!selected && box.dataset.said)) return;
    say("");
    hide();
    updateSoon();
  });
  addEventListener("resize", () => box.hidden || updateSoon());
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    choosing = box.contains(/** @type {Node} */ (target));
    touched = pointerType === "touch";
    selecting = pointerType === "mouse" && !choosing;
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    document.addEventListener(kind, () => {
      selecting = false;
      updateSoon();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (box.hidden) return;
    if (event.key === "Escape") {
      clearTimeout(later);
      hide();
    } else if (event.key === "Tab" && !event.shiftKey && !box.contains(document.activeElement)) {
      event.preventDefault();
      copying.focus({ preventScroll: true });
    }
  });
  box.addEventListener("pointerdown", (event) => event.preventDefault()); // or the selection is gone
  copying.addEventListener("click", async () => {
    if (!passage) return;
    const copied = await copy(quotationOf(passage));
    say(copied ? words.copied : words.copyFailed);
    setTimeout(() => {
      if (!box.dataset.said) return;
      say("");
      hide();
    }, SHOWN);
  });
  marking.addEventListener("click", async () => {
    if (!passage) return;
    const marked = passage;
    getSelection()?.removeAllRanges(); // it would hide the colour
    hide();
    (await import("./marks.js")).markPassage(marked);
  });
  updateSoon();
  if (!report) return;
  import("./report.js").then(({ reportAddress }) => {
    prepare = reportAddress;
    updateSoon();
  });
}

/** @param {string} report where one can; empty if nowhere */
function offer(report) {
  const box = document.createElement("div");
  box.className = "quote";
  box.hidden = true;
  box.innerHTML = `<button type="button"></button><button type="button"></button><a></a><span role="status"></span>`;
  const [copying, marking, linking, status] = /** @type {HTMLCollectionOf<HTMLElement>} */ (box.children);
  copying.textContent = words.copyQuotation;
  marking.textContent = words.mark;
  marking.hidden = !hasText();
  linking.textContent = words.report;
  Object.assign(linking, report.startsWith("https:") ? { target: "_blank", rel: "noopener" } : {});
  return { box, copying, marking, linking: /** @type {HTMLAnchorElement} */ (linking), status };
}

/** @param {Passage} passage @returns {Manner} how it is cited: on a page that does not say it, nothing is selected */
function mannerOf({ lang }) {
  return /** @type {Manner} */ (mannerFor(lang));
}

/** @param {Passage} passage */
function quotationOf(passage) {
  return quotation(passage, mannerOf(passage), addressOf(passage));
}

/** @param {Passage} passage @returns what is prepared to be reported about it */
function messageAbout(passage) {
  const source = sourceOf(passage, mannerOf(passage)).replace(/[。.]$/, "");
  const text = words.reportText.replace("{version}", reporting().version ?? "");
  return {
    title: words.reportTitle.replace("{source}", () => source),
    text: text.replace("{quotation}", () => quotationOf(passage)),
  };
}

/**
 * Show `box` near the selection. It stands in the page after the piece where the selection ends, so that
 * the keyboard goes on from there.
 * @param {HTMLElement} box
 * @param {Element} end
 * @param {boolean} touched
 */
function show(box, end, touched) {
  const rects = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].filter(({ width }) => width > 0);
  if (rects.length === 0) return;
  const whole = end.closest(".table-scroll") ?? end; // it would be cut off in a box that scrolls
  const holder = whole.closest("li, figcaption");
  if (holder) holder.append(box);
  else whole.after(box);
  box.hidden = false;
  const { top, left } = placeNear(box, rects, touched ? GAP_TOUCH : GAP, touched);
  const around = box.offsetParent;
  const origin = around?.getBoundingClientRect() ?? new DOMRect(-scrollX, -scrollY);
  box.style.top = `${top - origin.top + (around?.scrollTop ?? 0)}px`;
  box.style.left = `${left - origin.left + (around?.scrollLeft ?? 0)}px`;
}
