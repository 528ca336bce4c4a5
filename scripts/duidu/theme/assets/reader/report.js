/**
 * A message or an issue about a place in the article, prepared for the reader to send: the page itself sends nothing.
 * To whom, the article's data say (`report` in scripts/duidu/metadata.py).
 *
 * @typedef {import("./passage.js").Passage} Passage
 */

// Characters of an address that all mail programs and servers take.
const MOST_MAIL = 2000;
const MOST_ISSUE = 8000;
const LONGEST = 1000; // characters of a passage that can fit
const CUT = "……";

/**
 * @param {string} report `mailto:` and an address, or where new issues are written: at GitLab, or at GitHub and others
 * @param {(passage: Passage) => { title: string, text: string }} said about a passage
 * @param {Passage} passage
 * @returns {string} the address that opens it; of long passages it has the beginning and the end
 */
export function reportAddress(report, said, passage) {
  const most = report.startsWith("mailto:") ? MOST_MAIL : MOST_ISSUE;
  let address = filled(report, said(passage));
  for (let length = LONGEST; address.length > most && length > 1; length = Math.floor(length * 0.7)) {
    address = filled(report, said(shortened(passage, length)));
  }
  return address;
}

/** @param {string} report @param {{ title: string, text: string }} message */
function filled(report, { title, text }) {
  const isMail = report.startsWith("mailto:");
  const names = isMail ? ["subject", "body"] : report.endsWith("/-/issues/new") ? ["issue[title]", "issue[description]"] : ["title", "body"];
  const values = [title, isMail ? text.replaceAll("\n", "\r\n") : text];
  return `${report}?${names.map((name, at) => `${encodeURIComponent(name)}=${encodeURIComponent(values[at])}`).join("&")}`;
}

/** @param {Passage} passage @param {number} length about how many characters are left of it */
function shortened(passage, length) {
  const text = Array.from(passage.paragraphs.join(" "));
  const half = Math.ceil(length / 2);
  return { ...passage, paragraphs: [`${text.slice(0, half).join("")}${CUT}${text.slice(-half).join("")}`] };
}
