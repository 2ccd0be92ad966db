// On a narrow screen the chart is scrolled; begin where today is, not months ago.
(function () {
  "use strict";
  document.querySelectorAll("[data-tm-days]").forEach(function (days) {
    var today = days.querySelector("[data-tm-today]");
    if (!today || days.scrollWidth <= days.clientWidth) { return; }
    var x = today.getBoundingClientRect().left - days.getBoundingClientRect().left;
    days.scrollLeft = Math.max(0, x - days.clientWidth * 0.6);
  });
})();
