// Tells in time that the session is about to end, so that nothing typed is sent into the void.
(function () {
  "use strict";
  var AHEAD = 15 * 60;
  document.querySelectorAll("[data-tm-session-seconds]").forEach(function (warning) {
    var left = Number(warning.dataset.tmSessionSeconds);
    window.setTimeout(function () { warning.hidden = false; }, Math.max(0, left - AHEAD) * 1000);
  });
})();
