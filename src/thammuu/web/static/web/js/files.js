// Browsers label their file button in their own language; here it speaks that of the page. The input itself stays,
// on top and unseen, so that keyboard, screen readers and dropping a file work as ever.
(function () {
  "use strict";
  function part(name, words) {
    var span = document.createElement("span");
    span.className = name;
    span.textContent = words;
    span.setAttribute("aria-hidden", "true");
    return span;
  }
  document.querySelectorAll("input[type=file]").forEach(function (input) {
    var box = document.createElement("div");
    var name = part("pick__name", "Chưa chọn tệp");
    box.className = "pick";
    input.replaceWith(box);
    box.append(input, part("pick__button", "Chọn tệp"), name);
    if (input.autofocus) { input.focus(); } // Moving it took the cursor away.
    input.addEventListener("change", function () {
      name.textContent = input.files.length ? input.files[0].name : "Chưa chọn tệp";
    });
  });
})();
