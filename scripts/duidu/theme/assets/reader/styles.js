/** Style sheets that are loaded when they are wanted. */

/** @param {string} name of a sheet below assets/ @returns {Promise<unknown>} when it has come, or will not come */
export function loadStyles(name) {
  const { href } = new URL(`../${name}`, import.meta.url);
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return Promise.resolve();
  const link = document.createElement("link");
  const come = new Promise((settle) => (link.onload = link.onerror = settle));
  Object.assign(link, { rel: "stylesheet", href });
  document.head.append(link);
  return come;
}
