// A form that destroys something asks first:
//   <form data-behaviour="confirm" data-title="…" data-message="…" data-yes="…">
// The button's own words and "cancel" come from the form, or from <body data-confirm-yes data-confirm-no>.

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function button(className, text, value) {
  const element = make("button", className, text);
  element.value = value;
  return element;
}

function build(form) {
  const words = document.body.dataset;
  const dialog = make("dialog", "dialog");
  const title = make("h2", "dialog-title", form.dataset.title);
  const text = make("p", "dialog-text", form.dataset.message);
  const answers = make("form", "dialog-actions");
  title.id = `confirm-${Math.random().toString(36).slice(2)}`;
  dialog.setAttribute("aria-labelledby", title.id);
  answers.method = "dialog";
  answers.append(
    button("button", form.dataset.no || words.confirmNo, "no"),
    button("button is-danger", form.dataset.yes || words.confirmYes, "yes"),
  );
  dialog.append(title, text, answers);
  return dialog;
}

function ask(form) {
  return new Promise((answer) => {
    const dialog = build(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export default function confirm(form) {
  let agreed = false;
  form.addEventListener(
    "submit",
    async (event) => {
      if (agreed) return;
      const submitter = event.submitter;
      event.preventDefault();
      event.stopImmediatePropagation(); // htmx must not send it either
      if (!(await ask(form))) return;
      agreed = true;
      if (form.requestSubmit) form.requestSubmit(submitter || undefined);
      else form.submit();
      agreed = false; // an htmx form stays in the page and asks again the next time
    },
    true,
  );
}
