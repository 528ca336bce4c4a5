/** The question in an address: its `?q=`, which search.js reads. */

const LONGEST = 1000; // characters that a server takes for sure
const PAUSE = 300; // milliseconds

let later = 0;

/** Have an address ask for `query`, unless that is empty. @param {URL} address @param {string} query @param {string} [hash] */
export function asking(address, query, hash = "") {
  address.hash = hash;
  address.searchParams.delete("q");
  if (query && query.length <= LONGEST) address.searchParams.set("q", query);
  return address;
}

/** The same for the address of the page, from now on. @param {string} query @param {string} [hash] */
export function ask(query, hash) {
  clearTimeout(later);
  const address = asking(new URL(location.href), query, hash);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/** The same, when typing pauses. @param {string} query of a dialog that is open */
export function askSoon(query) {
  clearTimeout(later);
  later = setTimeout(() => document.querySelector("dialog[open]") && ask(query), PAUSE);
}
