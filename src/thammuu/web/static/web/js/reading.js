// Each value of a reading leads to its words: they light up, and come into view beside it. Without this script the
// same links jump to the paragraph.
(function () {
  "use strict";
  function light(paper, of, paragraph) {
    paper.querySelectorAll(".is-lit").forEach(function (one) { one.classList.remove("is-lit"); });
    var pieces = of ? paper.querySelectorAll('[data-tm-of~="' + of + '"]') : [];
    pieces.forEach(function (piece) { piece.classList.add("is-lit"); });
    if (!pieces.length) { paragraph.classList.add("is-lit"); }
  }
  function bring(paper, target) {
    // Beside the values the paper scrolls in itself; on a phone it stands below them and the page goes there.
    if (paper.scrollHeight > paper.clientHeight + 1) {
      var away = target.getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTop += away - paper.clientHeight / 3;
      return false;
    }
    return true;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-tm-words]");
    if (!link) { return; }
    var target = document.getElementById(link.hash.slice(1));
    var paper = document.getElementById("van-ban");
    if (!target || !paper) { return; }
    light(paper, link.dataset.tmWords, target.closest("p"));
    var back = document.querySelector(".opening__switch a");
    var block = link.closest(".read");
    if (back && block) { back.hash = block.id; } // From the words the way leads back to the value.
    if (!bring(paper, target)) { event.preventDefault(); }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    var block = document.getElementById(event.detail.target.id);
    if (block && block.classList.contains("read")) {
      var first = block.querySelector("[autofocus]") || block;
      first.focus({ preventScroll: true });
    }
  });
})();
