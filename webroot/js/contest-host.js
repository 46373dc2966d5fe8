// The host's desk: the next step is always one key (space, enter or the right arrow). Each press names the step that was
// seen, so that pressing twice moves once.

import { live } from "./contest-live.js";
import { answersOf, boardOf, clockOf, h, headOf, linkOf, partsOf, sayIn, show, wordsOf } from "./contest-view.js";

export default function host(root) {
  const words = wordsOf(root);
  const parts = partsOf(root);
  const clock = clockOf(parts.clock, words);
  const say = sayIn(parts.status);
  const button = (name) => root.querySelector("[data-do=" + name + "]");
  let scene = null;
  let locked = false;
  let number = 0;

  const line = live(root, "host", {
    link: linkOf(parts.link, words),
    scene(next) {
      scene = next;
      parts.problem.hidden = true;
      draw();
    },
    count(frame) {
      if (scene && scene.players !== frame.players) {
        scene.players = frame.players;
        buttons();
      }
      const asking = scene && (scene.phase === "ANSWERING" || scene.phase === "LOCKED");
      parts.count.textContent =
        words("players", frame.players) + (asking ? " · " + words("answered", frame.answered, frame.connected) : "");
    },
    players(frame) {
      locked = frame.locked;
      button("lock").textContent = words(locked ? "unlock" : "lock");
      show(parts.players, ...frame.players.map(player));
    },
    refused(frame) {
      parts.problem.textContent = frame.message;
      parts.problem.hidden = false;
    },
    ended() {
      location.assign(root.dataset.results);
    },
  });

  function give(what, more) {
    number += 1;
    line.send(Object.assign({ do: what, id: String(number) }, more));
  }

  const commands = {
    advance: () => give("advance", { step: scene.step }),
    pause: () => give("pause"),
    resume: () => give("resume"),
    finish: () => give("finish"),
    lock: () => give("lock", { locked: !locked }),
  };

  root.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed || !scene) return;
    if (pressed.dataset.do) commands[pressed.dataset.do]();
    const seat = Number(pressed.dataset.seat);
    if (pressed.dataset.ask === "void") {
      ask("void", "reason", (reason) => give("void", { question: scene.question.number - 1, reason }));
    } else if (pressed.dataset.ask === "cancel") {
      ask("cancel", "reason", (reason) => give("cancel", { reason }));
    } else if (pressed.dataset.ask === "kick") {
      ask("kick", "reason", (reason) => give("kick", { seat, reason }));
    } else if (pressed.dataset.ask === "rename") {
      ask("rename", "name", (name) => give("rename", { seat, name }));
    }
  });

  document.addEventListener("keydown", (event) => {
    const key = event.key === " " || event.key === "Enter" || event.key === "ArrowRight";
    // A link that was followed keeps the focus, and only Enter would follow it again.
    const busy = "input, textarea, select, button, summary, dialog" + (event.key === "Enter" ? ", a" : "");
    const typing = event.target.closest(busy);
    if (key && !typing && !event.repeat && scene && !button("advance").disabled) {
      event.preventDefault();
      commands.advance();
    }
  });

  function ask(title, label, then) {
    const input = parts.ask.querySelector("input");
    parts.ask.querySelector("h2").textContent = words(title);
    parts["ask-label"].textContent = words(label);
    input.value = "";
    parts.ask.onclose = () => {
      if (parts.ask.returnValue === "yes" && input.value.trim()) then(input.value.trim());
    };
    parts.ask.returnValue = "";
    parts.ask.showModal();
  }

  function player(each) {
    const out = each.status !== "ACTIVE";
    const state = h("span", { class: "badge " + (each.connected ? "is-ok" : "is-warn") }, words(each.connected ? "online" : "offline"));
    return h(
      "li",
      { class: "row" },
      h("div", { class: "row-main" }, h("span", {}, each.seat + ". " + each.name), h("ul", { class: "meta" }, h("li", {}, each.unit))),
      h(
        "div",
        { class: "row-side" },
        out ? h("span", { class: "badge" }, words(each.status === "KICKED" ? "kicked" : "left")) : state,
        out ? null : h("button", { class: "button is-small", type: "button", "data-ask": "rename", "data-seat": each.seat }, words("rename")),
        out ? null : h("button", { class: "button is-small is-danger", type: "button", "data-ask": "kick", "data-seat": each.seat }, words("kick"))
      )
    );
  }

  function isOver() {
    return scene.phase === "CLOSED" || scene.phase === "CANCELLED";
  }

  /** What can be pressed now. */
  function buttons() {
    const held = Boolean(scene.hold);
    const unmarked = scene.phase === "LOCKED" && !scene.marked;
    const empty = scene.phase === "LOBBY" && scene.players === 0;
    button("advance").disabled = isOver() || held || unmarked || empty;
    button("pause").hidden = held || isOver();
    button("resume").hidden = !held;
    root.querySelector("[data-ask=void]").disabled = !scene.question || Boolean(scene.question.voided);
    button("finish").disabled = held || (scene.phase !== "REVEAL" && scene.phase !== "BOARD");
  }

  function draw() {
    const over = isOver();
    const held = Boolean(scene.hold);
    const phase = held ? words(scene.hold === "PAUSED" ? "paused" : "recovering") : words("phase." + scene.phase);
    parts.phase.textContent = phase;
    button("advance").textContent = over ? phase : words("next." + scene.phase);
    buttons();
    clock(scene);
    say(phase);
    const question = scene.question;
    if (question) {
      const voided = question.voided ? h("p", {}, h("span", { class: "badge is-bad" }, words("voided"))) : null;
      show(parts.area, headOf(question, words), h("h3", {}, question.stem), voided, answersOf(question, words));
    } else {
      show(parts.area, scene.board.length ? boardOf(scene.board, 0, words) : null);
    }
    if (over) setTimeout(() => location.assign(root.dataset.results), 1500);
  }
}
