/** The question in an address: its `?q=`, which search.js reads, and `part` and `issue`, its limits. */

const LONGEST = 1000; // characters that a server takes for sure
const LIMITS = ["part", "issue"];
const PAUSE = 300; // milliseconds

let later = 0;

/**
 * Have an address ask for `query`, unless that is empty, within those of its `limits` that are set.
 * @param {URL} address @param {string} query @param {string} [hash] @param {FormData} [limits]
 */
export function asking(address, query, hash = "", limits) {
  address.hash = hash;
  for (const name of ["q", ...LIMITS]) address.searchParams.delete(name);
  if (!query || query.length > LONGEST) return address;
  address.searchParams.set("q", query);
  for (const name of LIMITS) if (limits?.get(name)) address.searchParams.set(name, String(limits.get(name)));
  return address;
}

/**
 * The same for the address of the page, from now on.
 * @param {string} query @param {string} [hash] @param {FormData} [limits]
 */
export function ask(query, hash, limits) {
  clearTimeout(later);
  const address = asking(new URL(location.href), query, hash, limits);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/**
 * The same, when typing pauses.
 * @param {string} query of a dialog that is open @param {FormData} limits
 */
export function askSoon(query, limits) {
  clearTimeout(later);
  later = setTimeout(() => document.querySelector("dialog[open]") && ask(query, "", limits), PAUSE);
}
