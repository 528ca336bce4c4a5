/**
 * Which section the reader is in: marked in the table of contents, in the sidebar and in the drawer, for the eye by
 * the theme's own names, and said. And the title of the page in the header, once it is out of sight itself.
 */

import { isVertical, span } from "./flow.js";

const EDGE = 1.25; // rem below the header, a little more than what links to sections leave there

/** Follow the reader from here on. */
export function followSections() {
  const title = document.querySelector("h1");
  const header = document.querySelector("[data-md-component=header-title]");
  const lists = [...document.querySelectorAll("[data-md-component=toc]")].map((list) => [...list.querySelectorAll("a")]);
  const sections = lists[0]?.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1)))) ?? [];
  const begins = (/** @type {Element} */ section) => span(section.getBoundingClientRect()).start;
  let current = -2; // none yet
  const follow = () => {
    if (title) header?.classList.toggle("md-header__title--active", span(title.getBoundingClientRect()).end <= 0);
    const edge = EDGE * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const found = isAtEnd() ? sections.length - 1 : sections.findLastIndex((section) => section && begins(section) <= edge);
    if (found === current) return;
    current = found;
    for (const links of lists) mark(links, current);
  };
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      follow();
    });
  };
  for (const kind of ["scroll", "resize"]) addEventListener(kind, ask, { passive: true, capture: true });
  follow();
}

/** @returns {boolean} whether the page can be scrolled no further, and has been */
function isAtEnd() {
  const { scrollHeight } = document.documentElement;
  return !isVertical() && scrollY > 0 && scrollY + innerHeight >= scrollHeight - 1;
}

/** @param {HTMLAnchorElement[]} links @param {number} current */
function mark(links, current) {
  for (const [index, link] of links.entries()) {
    link.classList.toggle("md-nav__link--passed", index < current);
    link.classList.toggle("md-nav__link--active", index === current);
    link.ariaCurrent = index === current ? "location" : null;
  }
  if (links[current]) show(links[current]);
}

/** Have an entry in sight in a list that is too long. @param {Element} link */
function show(link) {
  const box = link.closest(".md-sidebar__scrollwrap");
  if (!box) return;
  const [entry, list] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  if (entry.top < list.top || entry.bottom > list.bottom) box.scrollTop += entry.top - list.top - list.height / 2;
}
