// Problems stand in the margin beside their place in the paper, below one another where they would overlap.
// Without the script, or on a narrow window, they are a list in the order of the paper.
(function () {
  "use strict";
  var GAP = 8;
  var wide = window.matchMedia("(min-width: 64rem)");
  function top(place, margin) {
    return place.getBoundingClientRect().top - margin.getBoundingClientRect().top;
  }
  function lay(margin) {
    var notes = Array.from(margin.querySelectorAll(".problem[data-tm-place]"));
    margin.classList.toggle("is-placed", wide.matches);
    var free = 0;
    notes.forEach(function (note) {
      note.style.top = "";
      if (!wide.matches) { return; }
      var place = document.getElementById(note.dataset.tmPlace);
      var at = Math.max(free, place ? top(place, margin) : 0);
      note.style.top = at + "px";
      free = at + note.offsetHeight + GAP;
    });
    margin.style.minHeight = wide.matches ? free + "px" : "";
    var day = margin.querySelector(".margin__day");
    if (day) { day.style.marginTop = wide.matches && notes.length ? free + "px" : ""; }
  }
  function layAll() { document.querySelectorAll("[data-tm-margin]").forEach(lay); }
  layAll();
  window.addEventListener("load", layAll);
  window.addEventListener("resize", layAll);
  // htmx carries attributes of old elements over to new ones of the same id, and our policy refuses a style among them.
  document.addEventListener("htmx:beforeSwap", function () {
    document.querySelectorAll("[data-tm-margin] [style]").forEach(function (note) { note.removeAttribute("style"); });
  });
  document.addEventListener("htmx:afterSettle", layAll);
})();
