/**
 * Where the reader stopped in an article, kept on this device until the article has been read to its end. On
 * coming back to the beginning there is a link to it; nobody is led away. The place holds in both scripts.
 *
 * @typedef {import("./sight.js").Place} Place
 * @typedef {{ places: Place[], section: string, page: string }} Stop the section's id; the printed page, if known
 */

import { words } from "../words.js";
import { manners } from "./article.js";
import { turned } from "./citation.js";
import { position } from "./flow.js";
import { texts } from "./place.js";
import { goTo, placesInSight } from "./sight.js";
import { keep, recall } from "./store.js";

/**
 * Make the offer if there is one to make, and remember where the reader is when they leave.
 *
 * @param {string} name under which it is remembered
 */
export function offerToResume(name) {
  const sections = [...document.querySelectorAll(".md-content__inner [id^=sec-]")];
  const end = [...document.querySelectorAll(".md-content__inner [id^=par-]")].at(-1);
  if (!end) return;
  offer(name, sections);
  const leave = () => {
    const stop = document.visibilityState === "hidden" && !isLookedUp() && stopHere(sections, end);
    if (stop) keep("local", name, stop === "finished" ? null : stop);
  };
  addEventListener("visibilitychange", leave);
}

/** Whether the reader has come by a link to what is in sight, and has not read on. */
function isLookedUp() {
  const target = document.querySelector(":target");
  return target !== null && isInWindow(target);
}

/** @param {Element} element */
function isInWindow(element) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
}

/** @param {Node} first @param {Node} second */
function isBefore(first, second) {
  return Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/**
 * @param {Element[]} sections
 * @param {Element} end the last paragraph
 * @returns {Stop | "finished" | null} null before the first section
 */
function stopHere(sections, end) {
  const places = placesInSight();
  const place = places.find(({ key }) => document.getElementById(key));
  const block = place && document.getElementById(place.key);
  if (!block) return null;
  if (isInWindow(end) || isBefore(end, block)) return "finished";
  const here = nodeAt(block, place.offset);
  const section = sections.filter((heading) => isBefore(heading, here)).at(-1);
  const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".md-content__inner [data-page]")]);
  const page = marks.filter((mark) => isBefore(mark, here)).at(-1)?.dataset.page ?? "";
  return section ? { places, section: section.id, page } : null;
}

/** @param {Element} block @param {number} offset @returns {Node} the piece of its text that has that character */
function nodeAt(block, offset) {
  let rest = offset;
  return texts(block).find((node) => (rest -= node.length) < 0) ?? block;
}

/** @param {string} name @param {Element[]} sections */
function offer(name, sections) {
  const stop = /** @type {Stop | null} */ (recall("local", name));
  const section = sections.find(({ id }) => id === stop?.section);
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // Where the browser or the switch has put the reader somewhere, that is where they want to be.
  if (!stop || !section || navigation?.type !== "navigate" || location.hash || location.search) return;
  if (position() > 0) return;
  const bar = barOf(stop, section);
  const [link, button] = bar.querySelectorAll("a, button");
  link.addEventListener("click", (event) => {
    bar.remove();
    if (/** @type {MouseEvent} */ (event).ctrlKey || /** @type {MouseEvent} */ (event).metaKey) return;
    addEventListener("hashchange", () => goTo(stop.places), { once: true });
  });
  button.addEventListener("click", () => {
    keep("local", name, null);
    bar.remove();
  });
  document.querySelector(".md-header")?.after(bar);
  leaveTo(bar, sections[0]);
}

/** @param {Stop} stop @param {Element} section */
function barOf({ places, page }, section) {
  const bar = document.createElement("aside");
  bar.className = "offer resume";
  bar.ariaLabel = words.resume;
  bar.innerHTML = `<a></a> <button type="button"></button>`;
  const [link, button] = bar.children;
  const title = turned(texts(section).map(({ data }) => data).join(""), manners()?.[document.documentElement.lang]?.quotes ?? "");
  link.textContent =
    words.resumeSection.replace("{section}", () => title) + (page && words.resumePage.replace("{page}", () => page));
  link.setAttribute("href", `#${places.find(({ key }) => key)?.key}`);
  button.textContent = words.dismiss;
  return bar;
}

/** Take the bar away from those who begin again without it. @param {Element} bar @param {Element} section the first */
function leaveTo(bar, section) {
  const observer = new IntersectionObserver(
    ([{ isIntersecting }]) => {
      if (isIntersecting) return;
      bar.remove();
      observer.disconnect();
    },
    { rootMargin: "0px 0px 1000000px 1000000px" }, // what is yet to come, below or at the left, counts as in sight
  );
  observer.observe(section);
}
