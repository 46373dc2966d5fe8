// Keeps where one is in a lesson, on whatever device one goes on: <… data-behaviour="lesson" data-position="0.4"
// data-save="/…/position"> around a film (seconds) or a text (share of its height). It is for going on there, nothing else:
// no time is measured.

const PAUSE = 2000;

function shareOf(text) {
  const box = text.getBoundingClientRect();
  if (box.height <= window.innerHeight) return 0;
  const share = -box.top / (box.height - window.innerHeight);
  return Math.min(1, Math.max(0, share));
}

function scrollTo(text, share) {
  const box = text.getBoundingClientRect();
  const top = window.scrollY + box.top + share * (box.height - window.innerHeight);
  window.scrollTo({ top, behavior: "instant" });
}

function keeper(element) {
  const token = element.querySelector("input[name=_csrf]");
  let kept = Number(element.dataset.position) || 0;
  return (at, last) => {
    if (Math.abs(at - kept) < 0.005) return;
    kept = at;
    const body = new URLSearchParams({ at: at.toFixed(4) });
    if (token) body.set("_csrf", token.value);
    // keepalive lets the request outlive the page; when the page stays, a failure is made good by the next one.
    fetch(element.dataset.save, { method: "POST", body, keepalive: last, headers: { Accept: "application/json" } }).catch(() => {});
  };
}

function follow(where, save, element, moved) {
  let timer = 0;
  moved(() => {
    clearTimeout(timer);
    timer = setTimeout(() => save(where(), false), PAUSE);
  });
  const leave = () => save(where(), true);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  window.addEventListener("pagehide", leave);
}

function film(element, video, position, save) {
  const resume = () => {
    if (position > 0 && position < video.duration - 1) video.currentTime = position;
  };
  if (video.readyState > 0) resume();
  else video.addEventListener("loadedmetadata", resume, { once: true });
  follow(() => video.currentTime, save, element, (moved) => {
    video.addEventListener("pause", moved);
    video.addEventListener("seeked", moved);
  });
}

function text(element, article, position, save) {
  // Who follows a link into the page wants to be there and not where he was.
  if (position > 0 && !window.location.hash) requestAnimationFrame(() => scrollTo(article, position));
  follow(() => shareOf(article), save, element, (moved) => window.addEventListener("scroll", moved, { passive: true }));
}

export default function lesson(element) {
  const position = Number(element.dataset.position) || 0;
  const save = keeper(element);
  const video = element.querySelector("[data-lesson-film]");
  const article = element.querySelector("[data-lesson-text]");
  if (video) film(element, video, position, save);
  else if (article) text(element, article, position, save);
}
