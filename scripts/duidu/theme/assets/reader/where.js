/** Where in the article the reader is. Before they have come somewhere, nothing tells it. */

import { slug } from "./article.js";
import { position } from "./flow.js";
import { recall } from "./store.js";

/** Tell it from the first step on; or at once, to those who are somewhere already or were so last time. */
export function tellWhere() {
  const article = slug();
  const stop = `stop.${article}`;
  const tell = async () => {
    const [{ followSections }, { showProgress }, { offerToResume }, { loadStyles }] = await Promise.all([
      import("./contents.js"),
      import("./progress.js"),
      import("./resume.js"),
      import("./styles.js"),
    ]);
    await Promise.all(["where.css", "offer.css"].map(loadStyles));
    followSections();
    showProgress();
    if (article) offerToResume(stop);
  };
  if (position() > 0 || recall("local", stop)) tell();
  else addEventListener("scroll", tell, { once: true, passive: true, capture: true });
}
