/** Where in the article the reader is. Nothing tells it before they have come somewhere, or if they never had. */

import { slug } from "./article.js";
import { position } from "./flow.js";
import { recall } from "./store.js";

/** Tell it from the first step on; or at once, to those who are somewhere already or were so last time. */
export function tellWhere() {
  const stop = `stop.${slug()}`;
  const tell = async () => {
    const [{ tellSection }, { showProgress }, { offerToResume }, { loadStyles }] = await Promise.all([
      import("./contents.js"),
      import("./progress.js"),
      import("./resume.js"),
      import("./styles.js"),
    ]);
    await loadStyles("where.css");
    tellSection();
    showProgress();
    if (slug()) offerToResume(stop);
  };
  if (position() > 0 || recall("local", stop)) tell();
  else addEventListener("scroll", tell, { once: true, passive: true, capture: true });
}
