/** The clipboard. Browsers give it to pages of secure addresses only; elsewhere there is the old way. */

/** @param {string} text @returns {Promise<boolean>} whether it could be copied */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

/** @param {string} text @returns {boolean} */
function copyOldWay(text) {
  const selection = getSelection();
  const ranges = selection ? Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at)) : [];
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true; // no keyboard comes up for it
  Object.assign(area.style, { position: "fixed", top: 0, opacity: 0 }); // on the page, but not seen
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  selection?.removeAllRanges();
  for (const range of ranges) selection?.addRange(range);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
