/**
 * How notes are shown. In a wide window they stand in the margin, beside their calls; elsewhere a call
 * shows its note in a preview, or, where one taps, in a sheet. On paper and without scripts they are the
 * list at the end, and links lead there and back. Terms and works, which have entries on other pages, are
 * previewed in the same way.
 */

import { onFirstUse } from "./lazily.js";
import { standInMargin } from "./notes/margin.js";

const LINKS = ".footnote-ref, .short-reference, .footnote li, a.term, a.work";

/** Set all of this up, as far as the page has notes. */
export function showNotes() {
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[role=doc-endnotes]"));
  if (list && !document.querySelector(".parallel")) standInMargin(list); // side by side there is no margin
  onFirstUse(LINKS, followLinks);
}

async function followLinks() {
  const [{ offerSheet }, { offerPreviews }, { keepPlaceOfLinks }] = await Promise.all([
    import("./notes/sheet.js"),
    import("./notes/preview.js"),
    import("./notes/links.js"),
  ]);
  offerSheet(); // before the others, who leave alone what it has answered
  offerPreviews();
  keepPlaceOfLinks();
}
