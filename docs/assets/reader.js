/** What scripts add to the pages. Everything works without them. */

import { offerScript } from "./reader/offer.js";
import { showOriginals } from "./reader/originals.js";
import { offerSearch } from "./reader/search.js";
import { keepPlace } from "./reader/switch.js";

keepPlace();
offerScript();
showOriginals();
offerSearch();
