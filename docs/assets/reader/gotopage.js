/** A field in which a reader types the number of a printed page, to go there. */

/** @type {Record<string, { before: string, after: string, go: string, none: string, wrong: string }>} */
const WORDS = {
  "zh-Hant": {
    before: "頁",
    after: "",
    go: "前往",
    none: "本文沒有第 {page} 頁（頁碼為 {range}）。",
    wrong: "請輸入頁碼（{range}）。",
  },
  "zh-Hans": {
    before: "第",
    after: "页",
    go: "前往",
    none: "本文没有第 {page} 页（页码为 {range}）。",
    wrong: "请输入页码（{range}）。",
  },
};

/** Add the field below the title, if the page has printed pages. */
export function offerPages() {
  const line = document.querySelector(".about-link");
  const words = WORDS[document.documentElement.lang];
  const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[role~=doc-pagebreak][id]")]);
  if (!line || !words || marks.length === 0) return;
  const { form, field, said } = formOf(words, marks);
  const [first, last] = [marks[0], marks[marks.length - 1]].map(({ dataset }) => dataset.page ?? "");
  const range = first === last ? first : `${first}–${last}`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = numberOf(field.value);
    const mark = marks.find(({ id }) => number && numberOf(id) === number);
    said.textContent = mark ? "" : (number ? words.none : words.wrong).replace("{page}", number).replace("{range}", range);
    if (mark) goTo(mark);
    else field.select();
  });
  field.addEventListener("input", () => (said.textContent = ""));
  line.after(form);
}

/** @param {typeof WORDS[string]} words @param {HTMLElement[]} marks */
function formOf(words, marks) {
  const form = document.createElement("form");
  form.className = "go-to-page";
  form.noValidate = true;
  form.innerHTML = `<label><span></span> <input name="page" inputmode="numeric" enterkeyhint="go" autocomplete="off"
    list="printed-pages" size="5" required><span></span></label><datalist id="printed-pages"></datalist>
    <button></button><span role="status"></span>`;
  const [before, after, said] = form.querySelectorAll("span");
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLDataListElement} */ (form.querySelector("datalist"));
  Object.assign(before, { textContent: words.before });
  Object.assign(after, { textContent: words.after && ` ${words.after}` });
  /** @type {HTMLElement} */ (form.querySelector("button")).textContent = words.go;
  list.append(...marks.map(({ dataset }) => new Option("", dataset.page)));
  return { form, field, said };
}

/** @param {string} text @returns {string} the number in it, in narrow digits; empty if there is none, or more */
function numberOf(text) {
  const numbers = text.normalize("NFKC").match(/\d+/g) ?? [];
  return numbers.length === 1 ? numbers[0].replace(/^0+(?=\d)/, "") : "";
}

/** @param {HTMLElement} mark */
function goTo(mark) {
  location.hash = mark.id;
  mark.scrollIntoView(); // it may be the address already
}
