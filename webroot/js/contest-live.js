// The line to a live contest, shared by its screens: one socket that comes back by itself. Every scene is whole, so
// whoever was away has missed nothing. 4000: over, or sent away; 1008: not allowed; anything else: try again, each a
// little later than the time before and never all at the same moment.

const OVER = 4000;
const REFUSED = 1008;
const LONGEST_WAIT = 8000;

export function live(root, part, handlers) {
  const key = new URLSearchParams(location.search).get("key");
  const address =
    location.origin.replace(/^http/, "ws") + root.dataset.socket + "?as=" + part + (key ? "&key=" + encodeURIComponent(key) : "");
  let socket = null;
  let tries = 0;
  let timer = 0;
  let ended = false;

  function open() {
    clearTimeout(timer);
    if (ended || (socket && socket.readyState < WebSocket.CLOSING)) return;
    const mine = new WebSocket(address);
    socket = mine;
    mine.onopen = () => {
      if (handlers.link) handlers.link(true);
    };
    mine.onmessage = (message) => {
      tries = 0;
      const frame = JSON.parse(message.data);
      const handler = handlers[frame.type];
      if (handler) handler(frame);
    };
    mine.onclose = (event) => {
      if (socket !== mine) return;
      if (handlers.link) handlers.link(false);
      if (event.code === OVER || event.code === REFUSED) {
        ended = true;
        if (handlers.ended) handlers.ended(event.code === OVER, event.reason);
      } else {
        tries += 1;
        const longest = Math.min(LONGEST_WAIT, 400 * Math.pow(2, tries));
        timer = setTimeout(open, longest * (0.3 + 0.7 * Math.random()));
      }
    };
  }

  window.addEventListener("online", open);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) open();
  });
  open();

  return {
    /** Whether it could be handed to the network; that says nothing of its arrival. */
    send(frame) {
      if (!socket || socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    /** Gives up a connection on which nothing comes back, for a new one. */
    renew() {
      if (socket) {
        const dead = socket;
        socket = null;
        dead.close();
        if (handlers.link) handlers.link(false);
      }
      open();
    },
  };
}
