// Browsers label their file button in their own language; here it speaks that of the page. The input itself stays,
// on top and unseen, so that keyboard, screen readers and dropping a file work as ever.
(function () {
  "use strict";
  var said = document.currentScript.dataset; // The words come with the page, in its language.
  function part(name, words) {
    var span = document.createElement("span");
    span.className = name;
    span.textContent = words;
    span.setAttribute("aria-hidden", "true");
    return span;
  }
  document.querySelectorAll("input[type=file]").forEach(function (input) {
    var box = document.createElement("div");
    var name = part("pick__name", said.tmNone);
    box.className = "pick";
    input.replaceWith(box);
    box.append(input, part("pick__button", said.tmPick), name);
    if (input.autofocus) { input.focus(); } // Moving it took the cursor away.
    input.addEventListener("change", function () {
      name.textContent = input.files.length ? input.files[0].name : said.tmNone;
    });
  });
})();
