/** What scripts add to the pages. Everything works without them. */

import { tellSection } from "./reader/contents.js";
import { showNotes } from "./reader/notes.js";
import { offerCopies } from "./reader/copying.js";
import { offerPages } from "./reader/gotopage.js";
import { offerScript } from "./reader/offer.js";
import { showOriginals } from "./reader/originals.js";
import { offerQuotation } from "./reader/quote.js";
import { offerRunningHead } from "./reader/running.js";
import { offerSearch } from "./reader/search.js";
import { offerSettings } from "./reader/settings.js";
import { keepPlace } from "./reader/switch.js";

showNotes(); // first, since it moves things
offerPages(); // what takes room comes first
offerCopies();
keepPlace();
offerScript();
showOriginals();
offerSearch();
offerSettings();
offerQuotation();
offerRunningHead();
tellSection();
addEventListener("load", () => import("./reader/resume.js").then(({ offerToResume }) => offerToResume()));
// Nothing is copied before it is selected.
document.addEventListener("selectionchange", async () => (await import("./reader/plain.js")).copyPlainly(), { once: true });
