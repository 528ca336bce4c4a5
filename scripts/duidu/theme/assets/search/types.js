/**
 * The types of the search, for editors and type checkers. No page loads this file.
 *
 * @typedef {import("./article.js").Item} Item
 * @typedef {import("./fold.js").Folding} Folding
 *
 * @typedef {object} Article as the site lists it
 * @property {string} slug
 * @property {string} kinds a letter for each item: t title, h heading, a author, s abstract, k keywords,
 *   p paragraph, n note. A title or heading begins a section.
 * @property {boolean} simplified whether it is there in Simplified
 *
 * @typedef {object} Place where an item stands
 * @property {Article} article
 * @property {Item[]} items all those of the article, in the order of the text
 * @property {number} heading which of them begins its section
 * @property {string} kind
 * @property {string} id on the page
 * @property {string} label what is printed as the number of a note
 *
 * @typedef {object} ItemData
 * @property {Place} place
 * @property {Folding} folding
 * @property {string} text in Traditional, with a sign where a page begins
 * @property {string} told what cannot be known of the Simplified text: characters, each after how many
 *   others
 * @property {string[]} pages the one on which it begins, and those that begin in it
 *
 * @typedef {object} Site
 * @property {Folding} folding
 * @property {Article[]} articles
 * @property {number[]} groups how many articles each group of posting lists has; only where there are any
 * @property {number} shards into how many files the posting lists are divided; 0 if there are none
 *
 * @typedef {object} Folded
 * @property {string} text the folded text, and of each of its UTF-16 units
 * @property {number[]} from where it begins in the original, and
 * @property {number[]} to where it ends
 *
 * @typedef {object} Term
 * @property {string} text what is to be found, folded
 * @property {boolean} word whether it must stand at the start of a word
 *
 * @typedef {[start: number, end: number]} Hit a stretch of the text of an item
 *
 * @typedef {object} Found
 * @property {Item} item
 * @property {Hit[][]} hits in it, of each term
 * @property {number} missing how many terms are not in it, but in its section
 * @property {Hit} closest the shortest stretch that has each term that is there
 *
 * @typedef {{ reason: "name" | "spelling" | "shorter", texts: string[], results: Results, first: Found }} Other
 *   a query by its terms, folded, and why it is offered
 *
 * @typedef {"" | "body" | "notes" | "scattered"} Part of the results; all, if empty
 *
 * @typedef {object} Results
 * @property {{ body: number, notes: number, scattered: number }} counts of items that have all terms, and
 *   of sections in which they are scattered
 * @property {boolean} certain whether the counts are true; if not, they are the most there can be
 * @property {boolean} ofMany whether the site has more than one article
 * @property {(part: Part) => AsyncIterator<Found[], void>} read those of a part, best first, some at a time
 */

export {};
