// Binds behaviours: <… data-behaviour="copy"> loads ./copy.js and calls its default export with the
// element, once. Several behaviours on one element are divided by spaces. What htmx brings in later
// is bound the same way. A behaviour that fails leaves the page as it is without script.

const bound = new WeakMap();

async function bind(element, name) {
  const names = bound.get(element) || new Set();
  bound.set(element, names);
  if (names.has(name) || !/^[a-z][a-z-]*$/.test(name)) return;
  names.add(name);
  try {
    const behaviour = await import(`./${name}.js`);
    await behaviour.default(element);
  } catch (problem) {
    console.error(`behaviour ${name}`, problem);
  }
}

function bindAll(root) {
  const elements = [...root.querySelectorAll("[data-behaviour]")];
  if (root.matches && root.matches("[data-behaviour]")) elements.unshift(root);
  for (const element of elements) {
    for (const name of element.dataset.behaviour.split(/\s+/).filter(Boolean)) bind(element, name);
  }
}

bindAll(document.body);
document.body.addEventListener("htmx:load", (event) => bindAll(event.detail.elt));
