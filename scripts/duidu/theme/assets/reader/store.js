/** What the browser remembers for us. It may refuse to, and then nothing is remembered. */

/**
 * @param {"local" | "session"} kind for good, or for this tab
 * @param {string} name
 * @returns {any} what was kept under `name`, or null
 */
export function recall(kind, name) {
  try {
    return JSON.parse(storage(kind).getItem(`duidu.${name}`) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {"local" | "session"} kind
 * @param {string} name
 * @param {unknown} value null to forget
 * @returns {boolean} whether it is kept
 */
export function keep(kind, name, value) {
  try {
    if (value === null) storage(kind).removeItem(`duidu.${name}`);
    else storage(kind).setItem(`duidu.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false; // no storage, or no room: the page works as on a first visit
  }
}

/** @param {"local" | "session"} kind */
function storage(kind) {
  return kind === "local" ? localStorage : sessionStorage;
}
