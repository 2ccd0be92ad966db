// A link into a folded part unfolds it; an open menu closes when one goes elsewhere.
(function () {
  "use strict";
  function unfold() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var place = id && document.getElementById(id);
    if (!place) { return; }
    for (var fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
    place.scrollIntoView();
  }
  // On a phone what is sought comes before the ways to seek, unless something is asked.
  if (window.matchMedia("(max-width: 53.99rem)").matches) {
    document.querySelectorAll("[data-tm-fold-on-phone]").forEach(function (fold) {
      fold.open = Array.from(fold.querySelectorAll("select, input")).some(function (field) { return field.value; });
    });
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.activeElement.closest("details.menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
})();
