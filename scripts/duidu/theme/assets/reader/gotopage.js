/** The field in which a reader types the number of a printed page (`scripts/duidu/publish/page_field.py`). */

/** Go to the page that the form asks for, or say that there is none. @param {HTMLFormElement} form */
export function goToPage(form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const number = numberOf(field.value);
  const marks = [...document.querySelectorAll(".page-break[id]")];
  const mark = marks.find(({ id }) => number && numberOf(id) === number);
  const { none = "", wrong = "" } = form.dataset;
  said.textContent = mark ? "" : (number ? none : wrong).replace("{page}", number);
  if (mark) goTo(mark);
  else field.select();
  field.addEventListener("input", () => (said.textContent = ""), { once: true });
}

/** @param {string} text @returns {string} the number in it, in narrow digits; empty if there is none, or more */
function numberOf(text) {
  const numbers = text.normalize("NFKC").match(/\d+/g) ?? [];
  return numbers.length === 1 ? numbers[0].replace(/^0+(?=\d)/, "") : "";
}

/** @param {Element} mark */
function goTo(mark) {
  location.hash = mark.id;
  mark.scrollIntoView(); // it may be the address already
}
