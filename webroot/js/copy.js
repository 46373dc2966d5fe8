// Copies a text: <button data-behaviour="copy" data-from="#join-code" data-done="已复制">复制</button>
// (or data-text="…"). Says so in the button itself, for eyes and for screen readers.

function textOf(button) {
  if (button.dataset.text) return button.dataset.text;
  const source = document.querySelector(button.dataset.from);
  return (source.value || source.textContent).trim();
}

/** Pages on plain http (a local network) have no clipboard API. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}

async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  return copyBySelection(text);
}

export default function copy(button) {
  const words = button.innerHTML;
  button.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copyText(textOf(button));
    button.textContent = button.dataset.done || document.body.dataset.copied;
    setTimeout(() => {
      button.innerHTML = words;
    }, 2000);
  });
}
