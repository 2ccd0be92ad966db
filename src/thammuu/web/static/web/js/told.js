// A request made by htmx that fails must not fail in silence: its answer is told where screen readers listen.
(function () {
  "use strict";
  var said = document.currentScript.dataset; // The words come with the page, in its language.
  function tell(words) {
    var place = document.getElementById("told");
    if (place) { place.textContent = words; place.hidden = false; }
  }
  document.addEventListener("htmx:beforeRequest", function () {
    var place = document.getElementById("told");
    if (place) { place.hidden = true; }
  });
  document.addEventListener("htmx:responseError", function (event) {
    var status = event.detail.xhr.status;
    if (status === 401 || status === 403) {
      tell(said.tmShut);
    } else if (status === 429) {
      tell(said.tmMany);
    } else {
      tell(said.tmFailed.replace("{status}", status));
    }
  });
  document.addEventListener("htmx:sendError", function () {
    tell(said.tmOffline);
  });
})();
