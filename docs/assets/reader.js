/** What scripts add to the pages. Everything works without them. */

import { showNotes } from "./reader/notes.js";
import { offerScript } from "./reader/offer.js";
import { showOriginals } from "./reader/originals.js";
import { offerSearch } from "./reader/search.js";
import { keepPlace } from "./reader/switch.js";

showNotes(); // first, since it moves things
keepPlace();
offerScript();
showOriginals();
offerSearch();
