// A contestant's phone. One tap sends; what is not acknowledged is kept in the browser and sent again under the same id,
// after a reload or a lost network too.

import { live } from "./contest-live.js";
import { answerOf, betweenOf, boardOf, clockOf, h, headOf, linkOf, partsOf, sayIn, show, textOf, wordsOf } from "./contest-view.js";

const ACK_WAIT = 3000;

export default function play(root) {
  const words = wordsOf(root);
  const parts = partsOf(root);
  const clock = clockOf(parts.clock, words);
  const say = sayIn(parts.status);
  const memory = memoryOf("zhiyong.contest." + root.dataset.contest);
  let scene = null;
  let picked = [];
  let drawn = { question: "", at: 0 };
  let waiting = 0;

  const line = live(root, "player", {
    link: linkOf(parts.link, words),
    scene(next) {
      const other = !scene || idOf(scene) !== idOf(next);
      if (other) picked = [];
      scene = next;
      if (scene.you.choice.length) memory.forget(idOf(scene));
      draw();
      resend();
    },
    ack(frame) {
      memory.forget(frame.question);
      if (scene && idOf(scene) === frame.question) scene.you.choice = frame.choice;
      clearTimeout(waiting);
      draw();
    },
    retry() {
      setTimeout(resend, 300 + 700 * Math.random());
    },
    refused(frame) {
      const kept = memory.get();
      const held = frame.key === "contest.refusal.held";
      if (kept && kept.id === frame.id && !held) {
        memory.forget(kept.question);
        parts.problem.textContent = frame.message;
        parts.problem.hidden = false;
        draw();
      }
    },
    ended(over) {
      parts.clock.hidden = true;
      const kicked = over && scene && scene.you.status === "KICKED";
      const gone = over && scene && scene.you.status === "LEFT";
      show(parts.area, betweenOf(words(kicked ? "kicked" : gone ? "left" : "over")), resultsLink());
    },
  });

  function idOf(of) {
    return of.question ? of.question.id : "";
  }

  function resend() {
    const kept = memory.get();
    if (!kept) return;
    line.send({ do: "answer", id: kept.id, question: kept.question, choice: kept.choice, claim: kept.claim });
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (memory.get()) line.renew();
    }, ACK_WAIT);
  }

  function submit(choice, pressedAt) {
    const kept = memory.get();
    if (kept && kept.question === idOf(scene)) return;
    const claim = drawn.question === idOf(scene) && drawn.at ? Math.max(0, Math.round(pressedAt - drawn.at)) : -1;
    memory.keep({ id: String(Date.now()) + Math.random().toString(36).slice(2, 8), question: idOf(scene), choice, claim });
    if (navigator.vibrate) navigator.vibrate(30);
    resend();
    draw();
  }

  function tapped(event) {
    const button = event.target.closest("[data-option]");
    if (!button || button.disabled) return;
    const option = button.dataset.option;
    if (scene.question.kind === "MULTIPLE") {
      picked = picked.indexOf(option) >= 0 ? picked.filter((each) => each !== option) : picked.concat(option);
      draw();
      const again = parts.area.querySelector('[data-option="' + option + '"]');
      if (again) again.focus();
    } else {
      submit([option], event.timeStamp);
    }
  }
  parts.area.addEventListener("click", tapped);

  function draw() {
    parts.you.textContent =
      words("seat", scene.you.seat) + " · " + scene.you.name + " · " + words("points", scene.you.points);
    parts.title.hidden = Boolean(scene.question);
    clock(scene);
    if (scene.phase !== "LOCKED") parts.problem.hidden = parts.problem.hidden || !scene.question;
    say(view());
    // Where the page says it large already, the sentence is for those who listen.
    parts.status.classList.toggle("sr-only", !scene.question || scene.phase === "REVEAL");
  }

  /** Draws the phase; gives the sentence that says it. */
  function view() {
    if (scene.hold) {
      const text = words(scene.hold === "PAUSED" ? "paused" : "recovering");
      show(parts.area, betweenOf(text));
      return text;
    }
    if (scene.question && scene.question.voided) {
      show(parts.area, betweenOf(words("voided")));
      return words("voided");
    }
    switch (scene.phase) {
      case "LOBBY":
        show(parts.area, betweenOf(words("lobby"), words("seat", scene.you.seat)));
        return words("lobby");
      case "COUNTDOWN":
        show(parts.area, betweenOf(words("countdown")));
        return words("countdown");
      case "SHOWN":
        parts.problem.hidden = true;
        show(parts.area, headOf(scene.question, words), stem());
        return words("read");
      case "ANSWERING":
        return answering();
      case "LOCKED":
        show(parts.area, headOf(scene.question, words), stem(), options(true));
        return words("locked");
      case "REVEAL":
        return revealed();
      case "BOARD":
      case "PODIUM":
        show(
          parts.area,
          scene.you.rank ? betweenOf(words("points", scene.you.points), words("rank", scene.you.rank)) : null,
          boardOf(scene.board, scene.you.seat, words)
        );
        return words(scene.phase === "BOARD" ? "board" : "podium");
      default:
        show(parts.area, betweenOf(words(scene.phase === "CANCELLED" ? "cancelled" : "over")), resultsLink());
        return words(scene.phase === "CANCELLED" ? "cancelled" : "over");
    }
  }

  function stem() {
    return h("h2", {}, scene.question.stem);
  }

  function answering() {
    const done = scene.you.choice.length > 0;
    const kept = memory.get();
    const sending = !done && kept && kept.question === idOf(scene);
    const multiple = scene.question.kind === "MULTIPLE" && !done && !sending;
    const submitButton = multiple
      ? h("button", { class: "button is-main is-large is-block", type: "button", disabled: picked.length === 0 }, words("submit"))
      : null;
    if (submitButton) submitButton.addEventListener("click", (event) => submit(picked, event.timeStamp));
    show(parts.area, headOf(scene.question, words), stem(), options(done || sending), submitButton);
    if (drawn.question !== idOf(scene)) {
      drawn = { question: idOf(scene), at: 0 };
      requestAnimationFrame((at) => {
        drawn.at = at;
      });
    }
    return words(done ? "stored" : sending ? "sending" : "choose");
  }

  function options(closed) {
    const kept = memory.get();
    const sending = kept && kept.question === idOf(scene) ? kept.choice : [];
    const list = h("ul", { class: "answers" });
    (scene.question.options || []).forEach((option, index) => {
      const stored = scene.you.choice.indexOf(option.id) >= 0;
      const sent = sending.indexOf(option.id) >= 0;
      const pressed = stored || sent || picked.indexOf(option.id) >= 0;
      const state = stored ? words("stored") : sent ? words("sending") : "";
      list.append(h("li", {}, answerOf(option, textOf(scene.question, option, words), index, { pressed, disabled: closed, state })));
    });
    return list;
  }

  function revealed() {
    const answered = scene.you.right !== undefined;
    const right = scene.you.right === true;
    const list = h("ul", { class: "answers" });
    scene.question.options.forEach((option, index) => {
      const key = scene.question.key.indexOf(option.id) >= 0;
      const mine = scene.you.choice.indexOf(option.id) >= 0;
      const state = key ? words("key") : mine ? words("yours") : "";
      list.append(h("li", {}, answerOf(option, textOf(scene.question, option, words), index, { pressed: mine, disabled: true, right: key, wrong: mine && !key, state })));
    });
    const verdict = words(answered ? (right ? "right" : "wrong") : "unanswered");
    show(
      parts.area,
      headOf(scene.question, words),
      h(
        "p",
        { class: "verdict " + (answered ? (right ? "is-right" : "is-wrong") : "is-none") },
        verdict,
        h("span", { class: "verdict-score" }, words("earned", scene.you.earned || 0))
      ),
      stem(),
      list
    );
    return verdict;
  }

  function resultsLink() {
    return h("p", {}, h("a", { class: "button is-main is-block", href: root.dataset.results }, words("results")));
  }
}

/** One answer that is on its way; outlives the page where the browser lets it. */
function memoryOf(name) {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(name));
  } catch (problem) {
    kept = null;
  }
  function write() {
    try {
      if (kept) localStorage.setItem(name, JSON.stringify(kept));
      else localStorage.removeItem(name);
    } catch (problem) {
      // No storage in this browser: it is kept for as long as the page is open.
    }
  }
  return {
    get: () => kept,
    keep(answer) {
      kept = answer;
      write();
    },
    forget(question) {
      if (kept && kept.question === question) {
        kept = null;
        write();
      }
    },
  };
}
