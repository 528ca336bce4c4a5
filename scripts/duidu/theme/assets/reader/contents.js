/** The table of contents: the theme marks the current section for the eye; here it is said, too. */

/** Keep `aria-current` at the entry that the theme marks, in the sidebar and in the drawer. */
export function tellSection() {
  for (const contents of document.querySelectorAll("[data-md-component=toc]")) {
    const tell = () => {
      for (const link of contents.querySelectorAll("a")) {
        const current = link.matches(".md-nav__link--active") ? "location" : null;
        if (link.ariaCurrent !== current) link.ariaCurrent = current;
      }
    };
    new MutationObserver(tell).observe(contents, { subtree: true, attributeFilter: ["class"] });
    tell();
  }
}
