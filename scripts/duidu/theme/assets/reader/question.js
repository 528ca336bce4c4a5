/** Having the address of the page ask the search for something: its `?q=`, which search.js reads. */

const LONGEST = 1000; // characters; what is longer would not come through on its way to a server
const PAUSE = 300; // milliseconds

let later = 0;

/** @param {URL} address @param {string} query @returns {URL} the address, with this question; with none, if empty */
export function asking(address, query) {
  address.searchParams.delete("q");
  if (query && query.length <= LONGEST) address.searchParams.set("q", query);
  return address;
}

/** Have the page's address ask for `query` from now on. @param {string} query @param {string} [hash] of the address */
export function ask(query, hash = "") {
  clearTimeout(later);
  const address = asking(new URL(location.href), query);
  address.hash = hash;
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/** The same, when typing pauses: browsers take their time for it. @param {string} query of a dialog that is open */
export function askSoon(query) {
  clearTimeout(later);
  later = setTimeout(() => document.querySelector("dialog[open]") && ask(query), PAUSE);
}
