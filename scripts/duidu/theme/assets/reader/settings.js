/**
 * The way into the reader's settings: the button in the header. What was chosen stands on the root, as
 * `data-size` and so on, where early.js puts it before anything is painted; chosen.css does the rest.
 * The panel, and what vertical writing needs, are loaded when they are wanted.
 */

import { isVertical } from "./flow.js";

/** Set up the button. */
export function offerSettings() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".settings-open"));
  button?.addEventListener("click", () => {
    if (button.popoverTargetElement) return; // from the second time on the button opens the panel by itself
    import("../settings/panel.js").then(({ openPanel }) => openPanel(button));
  });
  if (isVertical()) import("./vertical.js").then(({ moveByColumns }) => moveByColumns());
}
