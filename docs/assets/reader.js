/** What scripts add to the pages. Everything works without them. */

import { showNotes } from "./reader/notes.js";
import { offerCopies } from "./reader/copying.js";
import { offerPages } from "./reader/gotopage.js";
import { offerScript } from "./reader/offer.js";
import { showOriginals } from "./reader/originals.js";
import { offerQuotation } from "./reader/quote.js";
import { offerSearch } from "./reader/search.js";
import { keepPlace } from "./reader/switch.js";

showNotes(); // first, since it moves things
offerPages(); // what takes room comes first
offerCopies();
keepPlace();
offerScript();
showOriginals();
offerSearch();
offerQuotation();

addEventListener("load", () => {
  const soon = window.requestIdleCallback ?? setTimeout; // Safari has no idle time
  soon(() => import("./reader/offline.js").then(({ keepForOffline }) => keepForOffline()));
});
