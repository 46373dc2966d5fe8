// Sitting an exam: every answer is sent as it is given, one after another, and kept on this device until
// the server has said that it is kept there. A cut line only makes the queue longer. The clock is the
// server's: the page counts down the seconds it was told and never asks its own clock for the time.

const TYPING = 700; // ms of rest after which typed text is sent
const SLOWEST = 15000; // ms between two tries at most
const GRACE = 5000; // ms for which the server still takes what is on its way

/** Unsent answers by number, outliving a reload. Without storage they live as long as the page. */
class Queue {
  constructor(key) {
    this.key = key;
    try {
      this.entries = JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      this.entries = {};
    }
  }

  save() {
    try {
      if (this.empty) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(this.entries));
    } catch {
      // full or forbidden: the page still holds them
    }
  }

  put(entry) {
    this.entries[entry.number] = entry;
    this.save();
  }

  /** Removes what was sent, unless it was answered anew meanwhile. */
  sent(entry) {
    const now = this.entries[entry.number];
    if (now && now.sequence === entry.sequence) delete this.entries[entry.number];
    this.save();
  }

  get empty() {
    return Object.keys(this.entries).length === 0;
  }

  get next() {
    return Object.values(this.entries).sort((one, other) => one.sequence - other.sequence)[0];
  }

  get latest() {
    return Math.max(0, ...Object.values(this.entries).map((entry) => entry.sequence));
  }
}

class Sitting {
  constructor(form) {
    this.form = form;
    this.queue = new Queue(`attempt:${form.getAttribute("action")}`);
    this.restored = !this.queue.empty;
    this.sequence = Math.max(Number(form.dataset.sequence), this.queue.latest);
    this.ends = performance.now() + Number(form.dataset.seconds) * 1000;
    this.wait = 1000;
    this.sending = null;
    this.timers = new Map();
  }

  part(name) {
    return this.form.querySelector(`[data-part="${name}"]`);
  }

  say(word, mark) {
    const text = `${this.form.dataset[word]}${mark || ""}`;
    if (this.part("state").textContent !== text) this.part("state").textContent = text;
  }

  /** What is given to one question now. */
  read(question) {
    const inputs = [...question.querySelectorAll('[name^="answers["]')];
    const texts = inputs.filter((input) => input.type === "text");
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    return {
      number: Number(question.dataset.number),
      values: texts.length ? texts.map((input) => input.value) : chosen,
      flagged: question.querySelector('[name="flagged"]').checked,
      sequence: ++this.sequence,
    };
  }

  changed(question) {
    const entry = this.read(question);
    this.queue.put(entry);
    this.show(entry);
    this.pump();
  }

  show(entry) {
    const cell = this.form.querySelector(`[data-cell="${entry.number}"]`);
    cell.classList.toggle("is-answered", entry.values.some((value) => value.trim()));
    cell.classList.toggle("is-flagged", entry.flagged);
    this.part("answered").textContent = this.form.querySelectorAll("[data-cell].is-answered").length;
  }

  /** Sends what waits, one at a time; gives a promise of the queue being empty or stuck. */
  pump() {
    if (!this.sending) {
      this.sending = this.drain().finally(() => {
        this.sending = null;
      });
    }
    return this.sending;
  }

  async drain() {
    clearTimeout(this.again);
    while (!this.queue.empty) {
      this.say("saving");
      const entry = this.queue.next;
      const kept = await this.send(entry);
      if (!kept) return;
      this.queue.sent(entry);
      this.wait = 1000;
    }
    this.say("saved", " ✓");
    // What an earlier visit left behind may have lost against another device: the server's page is the truth.
    if (this.restored) location.reload();
  }

  async send(entry) {
    let response;
    try {
      response = await fetch(this.form.getAttribute("action"), {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          "X-CSRF-Token": this.form.elements._csrf ? this.form.elements._csrf.value : "",
        },
        body: JSON.stringify({
          answers: { [entry.number]: entry.values },
          flagged: entry.flagged ? [entry.number] : [],
          sequence: entry.sequence,
        }),
      });
    } catch {
      return this.later();
    }
    if (response.ok) return true;
    if (response.status === 409 || response.status === 404) return this.over();
    if (response.status >= 500 || response.status === 429) return this.later();
    // Not understood, or signed out: it stays on this device, and the person is told.
    this.say("refused");
    return false;
  }

  later() {
    this.say("offline");
    this.again = setTimeout(() => this.pump(), this.wait);
    this.wait = Math.min(SLOWEST, this.wait * 2);
    return false;
  }

  /** Handed in elsewhere, or by the clock. */
  over() {
    this.queue.entries = {};
    this.queue.save();
    this.left = true;
    location.assign(this.form.dataset.result);
    return false;
  }

  flushTyped() {
    for (const [question, timer] of this.timers) {
      clearTimeout(timer);
      this.changed(question);
    }
    this.timers.clear();
  }

  async submit(event) {
    event.preventDefault();
    this.flushTyped();
    this.restored = false;
    await this.pump();
    if (this.queue.empty && !this.left) {
      this.left = true;
      location.assign(this.form.dataset.submit);
    }
  }

  tick() {
    const left = Math.max(0, Math.ceil((this.ends - performance.now()) / 1000));
    const hours = Math.floor(left / 3600);
    const minutes = String(Math.floor((left % 3600) / 60)).padStart(2, "0");
    const seconds = String(left % 60).padStart(2, "0");
    this.part("clock").textContent = hours ? `${hours}:${minutes}:${seconds}` : `${minutes}:${seconds}`;
    if (left > 0) return;
    clearInterval(this.clock);
    this.say("timeUp");
    this.flushTyped();
    // The server hands in by itself; the page only waits for it.
    this.pump().finally(() => setTimeout(() => this.over(), GRACE + 1500));
  }

  bind() {
    this.form.addEventListener("change", (event) => {
      const question = event.target.closest("[data-number]");
      if (question) {
        clearTimeout(this.timers.get(question));
        this.timers.delete(question);
        this.changed(question);
      }
    });
    this.form.addEventListener("input", (event) => {
      if (event.target.type !== "text") return;
      const question = event.target.closest("[data-number]");
      clearTimeout(this.timers.get(question));
      this.timers.set(question, setTimeout(() => {
        this.timers.delete(question);
        this.changed(question);
      }, TYPING));
    });
    this.form.addEventListener("submit", (event) => this.submit(event));
    addEventListener("online", () => this.pump());
    addEventListener("pagehide", () => this.flushTyped());
    addEventListener("beforeunload", (event) => {
      if (!this.queue.empty && !this.left) event.preventDefault();
    });
    this.clock = setInterval(() => this.tick(), 500);
    this.tick();
    if (this.restored) this.pump();
  }
}

export default function attempt(form) {
  new Sitting(form).bind();
}
