// Runs before the first paint (a classic script in <head>): puts the reader's theme and type size on
// <html>, so that a page never flashes in the wrong one. theme.js changes and remembers them.
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("zhiyong.theme");
    var type = localStorage.getItem("zhiyong.type");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (type === "large") root.dataset.type = type;
  } catch (storageRefused) {
    // Private windows may refuse storage: the system's own choice stands.
  }
})();
