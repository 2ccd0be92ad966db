// Tells in time that the session is about to end, so that nothing typed is sent into the void; and tells the server
// which requests the page makes by itself: nobody is there for those, and they must not keep a session open.
(function () {
  "use strict";
  var AHEAD = 15 * 60;
  var timer;
  function arm() {
    var warning = document.querySelector("[data-tm-session-seconds]");
    window.clearTimeout(timer);
    if (!warning) { return; }
    var left = Number(warning.dataset.tmSessionSeconds);
    timer = window.setTimeout(function () { warning.hidden = false; }, Math.max(0, left - AHEAD) * 1000);
  }
  arm();
  document.addEventListener("htmx:afterSettle", arm);
  document.addEventListener("htmx:configRequest", function (event) {
    if (!event.detail.triggeringEvent) { event.detail.headers["X-Background"] = "1"; }
  });
})();
