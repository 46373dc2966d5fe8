// What the screens of a contest have in common: words, elements, the clock, a question, a board.

/** The words that the page brought along, by name; {0} and {1} stand for what is put in. */
export function wordsOf(root) {
  const words = {};
  for (const element of root.querySelectorAll("[data-word]")) words[element.dataset.word] = element.textContent;
  return (name, ...values) => (words[name] || name).replace(/\{(\d)\}/g, (all, index) => values[index]);
}

export function partsOf(root) {
  const parts = {};
  for (const element of root.querySelectorAll("[data-part]")) parts[element.dataset.part] = element;
  return parts;
}

/** An element; attributes that are false or null are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes || {})) {
    const value = attributes[name];
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== "") element.append(child);
  }
  return element;
}

export function show(parent, ...children) {
  parent.textContent = "";
  for (const child of children) if (child) parent.append(child);
}

/** Draws the time left from what the server said when; while time stands still the figure does. */
export function clockOf(box, words) {
  const figure = box.querySelector("[data-part=seconds]");
  const bar = box.querySelector("progress");
  let state = null;

  function draw() {
    if (!state) return;
    const used = state.held ? 0 : Math.max(0, performance.now() - state.runs);
    const left = Math.max(0, state.left - used);
    const text = words("seconds", Math.ceil(left / 1000));
    if (figure.textContent !== text) figure.textContent = text;
    bar.value = (1000 * left) / state.length;
    box.classList.toggle("is-short", left <= 5000);
  }
  setInterval(draw, 200);

  return (scene) => {
    const timed = scene.left !== undefined;
    box.hidden = !timed;
    state = timed
      ? {
          left: scene.left,
          length: Math.max(1, scene.length),
          held: Boolean(scene.hold),
          runs: performance.now() + Math.max(0, scene.runsAt - scene.now),
        }
      : null;
    draw();
  };
}

const KIND = { SINGLE: "single", MULTIPLE: "multiple", TRUE_FALSE: "trueFalse" };

export function headOf(question, words) {
  return h("p", { class: "soft" }, words("of", question.number, question.of) + " · " + words(KIND[question.kind]));
}

/** What an option says: those of a true-or-false question are the reader's own words. */
export function textOf(question, option, words) {
  return question.kind === "TRUE_FALSE" ? words(option.id) : option.text;
}

/** One option as a button; what became of it stands in words beside it. */
export function answerOf(option, text, index, look) {
  const name = "answer" + (look.right ? " is-right" : look.wrong ? " is-wrong" : "");
  const pressed = look.pressed === undefined ? null : String(look.pressed);
  return h(
    "button",
    { class: name, type: "button", "data-option": option.id, "aria-pressed": pressed, disabled: look.disabled },
    h("span", { class: "answer-key" }, String.fromCharCode(65 + index)),
    h("span", {}, text),
    look.state ? h("span", { class: "answer-state" }, look.state) : null
  );
}

/** The options as the hall sees them: with the key and how many chose each, once that is out. */
export function answersOf(question, words) {
  const key = question.key || [];
  const counts = question.counts || [];
  const most = Math.max(1, ...counts);
  const list = h("ul", { class: "answers" });
  (question.options || []).forEach((option, index) => {
    const right = key.indexOf(option.id) >= 0;
    const count = counts.length ? words("players", counts[index]) : "";
    const state = right ? words("key") + (count ? " · " + count : "") : count;
    const text = textOf(question, option, words);
    const item = h("li", {}, answerOf(option, text, index, { disabled: true, right, state }));
    if (counts.length) {
      item.append(h("progress", { class: "bar", max: most, value: counts[index], "aria-label": text + " " + count }));
    }
    list.append(item);
  });
  return list;
}

export function boardOf(board, seat, words) {
  const list = h("ol", { class: "board" });
  for (const place of board) {
    list.append(
      h(
        "li",
        { class: "board-row" + (place.seat === seat ? " is-mine" : "") },
        h("span", { class: "board-rank" }, String(place.rank)),
        h("span", { class: "board-name" }, place.name),
        h("span", { class: "board-score" }, words("points", place.points))
      )
    );
  }
  return list;
}

export function podiumOf(board, words) {
  const list = h("ol", { class: "podium" });
  for (const place of board.slice(0, 3)) {
    list.append(
      h(
        "li",
        { class: "podium-place" },
        h("span", { class: "podium-rank" }, String(place.rank)),
        h("span", { class: "podium-name" }, place.name),
        h("span", { class: "podium-score" }, words("points", place.points))
      )
    );
  }
  return list;
}

export function linkOf(element, words) {
  return (up) => {
    element.textContent = words(up ? "connected" : "lost");
    element.classList.toggle("is-lost", !up);
  };
}

/** Says something to those who listen to the page, once. */
export function sayIn(element) {
  return (text) => {
    if (element.textContent !== text) element.textContent = text;
  };
}

export function betweenOf(text, large) {
  return h("p", { class: "between" }, large ? h("b", {}, large) : null, text);
}
