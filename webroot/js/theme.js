// The display settings: buttons with data-theme-choice ("auto", "light", "dark") and data-type-choice
// ("normal", "large"). Remembered in this browser only; hidden in pages without script.

const root = document.documentElement;

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch (storageRefused) {
    // The choice still holds for this page.
  }
}

function apply(name, value, usual) {
  if (value === usual) delete root.dataset[name];
  else root.dataset[name] = value;
  remember(`zhiyong.${name}`, value === usual ? null : value);
  document.dispatchEvent(new CustomEvent("zhiyong:display"));
}

function press(buttons, name, usual) {
  for (const button of buttons) {
    const chosen = (root.dataset[name] || usual) === button.dataset[`${name}Choice`];
    button.setAttribute("aria-pressed", String(chosen));
  }
}

function choose(element, name, usual) {
  const buttons = [...element.querySelectorAll(`[data-${name}-choice]`)];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      apply(name, button.dataset[`${name}Choice`], usual);
      press(buttons, name, usual);
    });
  }
  press(buttons, name, usual);
}

export default function theme(element) {
  choose(element, "theme", "auto");
  choose(element, "type", "normal");
  element.hidden = false;
}
