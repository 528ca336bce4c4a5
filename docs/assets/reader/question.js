/** What the address of the page asks the search for: its `?q=`. */

const LONGEST = 1000; // characters; what is longer would not come through on its way to a server

/** @returns {string} */
export function question() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

/** @param {string} query to ask for from now on; nothing, if empty @param {string} [hash] of the address */
export function ask(query, hash = "") {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  if (query && query.length <= LONGEST) address.searchParams.set("q", query);
  address.hash = hash;
  history.replaceState(history.state, "", address);
}
