// The big screen: nothing to press. It shows what the hall may know and nothing before its time.

import { live } from "./contest-live.js";
import { answersOf, betweenOf, boardOf, clockOf, h, headOf, partsOf, podiumOf, sayIn, show, wordsOf } from "./contest-view.js";

export default function stage(root) {
  const words = wordsOf(root);
  const parts = partsOf(root);
  const clock = clockOf(parts.clock, words);
  const say = sayIn(parts.status);
  const count = document.querySelector("[data-stage=count]");
  const link = document.querySelector("[data-stage=link]");
  let asking = false;

  live(root, "stage", {
    link(up) {
      link.textContent = words(up ? "connected" : "lost");
    },
    count(frame) {
      count.textContent = asking
        ? words("answered", frame.answered, frame.connected)
        : words("players", frame.players);
    },
    scene(scene) {
      asking = scene.phase === "ANSWERING" || scene.phase === "LOCKED";
      parts.lobby.hidden = scene.phase !== "LOBBY";
      clock(scene);
      say(draw(scene));
    },
    ended() {
      show(parts.area, betweenOf(words("over")));
    },
  });

  function draw(scene) {
    if (scene.hold) {
      const text = words(scene.hold === "PAUSED" ? "paused" : "recovering");
      show(parts.area, betweenOf(text));
      return text;
    }
    const question = scene.question;
    if (question) {
      const stem = h("h2", { class: "stage-stem" }, question.stem);
      show(parts.area, headOf(question, words), stem, question.voided ? betweenOf(words("voided")) : answersOf(question, words));
      return question.stem;
    }
    switch (scene.phase) {
      case "LOBBY":
        show(parts.area);
        count.textContent = words("players", scene.players);
        return words("players", scene.players);
      case "COUNTDOWN":
        show(parts.area, betweenOf(words("countdown")));
        return words("countdown");
      case "BOARD":
        show(parts.area, boardOf(scene.board, 0, words));
        return words("board");
      case "PODIUM":
      case "CLOSED":
        show(parts.area, podiumOf(scene.board, words), boardOf(scene.board.slice(3), 0, words));
        return words("podium");
      default:
        show(parts.area, betweenOf(words("cancelled")));
        return words("cancelled");
    }
  }
}
