/** The words of the running head on paper: print.css writes them, where the browser can. */

import { manners } from "./article.js";

/** Say how the article is cited, or what another page is called, just before it is printed. */
export function offerRunningHead() {
  addEventListener("beforeprint", () => {
    const { lang, dataset } = document.documentElement;
    dataset.runningHead = manners()?.[lang]?.source || document.title;
  });
}
