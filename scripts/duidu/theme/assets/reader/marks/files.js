/** Files of marks: taken along as Markdown, as an annotated reference or as JSON, and brought back from JSON. */

import { slug } from "../article.js";
import { addressOf, mannerFor } from "../source.js";
import { fromAnnotations, toAnnotations } from "./annotations.js";
import { areKept, changeMarks, shownMarks } from "./kept.js";
import { MOST, merged } from "./mark.js";
import { words } from "./markwords.js";
import { annotated, markdownOf } from "./takealong.js";

/** @typedef {import("./located.js").Located} Located */
/** @typedef {import("../article.js").Manner} Manner */

const LARGEST = 4; // MB of a file that is read
const MB = 1024 ** 2;
const SAVED = 60_000; // milliseconds after which a file is saved for sure

const manner = (/** @type {string} */ lang) => /** @type {Manner} */ (mannerFor(lang)); // pages with marks have one

/** @param {"markdown" | "csl" | "json"} as @param {Located[]} located @throws if the reference cannot be loaded */
export async function takeAlong(as, located) {
  const page = addressOf({ lang: document.documentElement.lang, anchor: "" });
  const name = `${slug()}-marks`;
  if (as === "json") return save(`${name}.json`, json(toAnnotations(located.map(({ mark }) => mark), slug(), page)));
  if (as === "csl") return save(`${name}.csl.json`, json(annotated(await reference(), located, manner)));
  const { lang } = document.documentElement;
  const title = document.querySelector(".md-content h1")?.textContent ?? document.title;
  const saying = { title, manner: manner(lang), mannerFor: manner, addressOf, colours: words.markColours, lost: words.marksLost };
  save(`${name}.md`, markdownOf(located, saying), "text/markdown");
}

/** @returns {Promise<Record<string, any>[]>} the article as its CSL-JSON file has it */
async function reference() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".cite-files a[href$='.json']"));
  const answer = await fetch(link?.href ?? "");
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.json();
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @param {string} name @param {string} text @param {string} [type] */
function save(name, text, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED);
}

/** Add the marks in a file to those that there are. @param {File} file @returns {Promise<string>} what came of it, in words */
export async function bringBack(file) {
  if (file.size > LARGEST * MB) return words.marksRefused.large.replace("{limit}", String(LARGEST));
  const marks = fromAnnotations(await file.text(), slug());
  if (typeof marks === "string") return words.marksRefused[marks].replace("{limit}", String(MOST.marks));
  const mine = shownMarks().map(({ mark }) => mark);
  if (merged(mine, marks).length > MOST.marks) return words.marksRefused.many.replace("{limit}", String(MOST.marks));
  await changeMarks((all) => merged(all, marks));
  return areKept() ? words.marksImported.replace("{count}", String(marks.length)) : words.marksUnkept;
}
