// A form sent after the session ended comes back filled after signing in again. What was typed waits in this tab
// (sessionStorage) only while a page says that it was not taken; it is given back to the same officer, on the page
// where it was typed, and never sent by itself. Passwords and files are not kept.
(function () {
  "use strict";
  var NAME = "thammuu.draft";
  var page = window.location.pathname + window.location.search;

  function read() {
    try { return JSON.parse(window.sessionStorage.getItem(NAME)); } catch (broken) { return null; }
  }
  function write(draft) {
    try { window.sessionStorage.setItem(NAME, JSON.stringify(draft)); } catch (full) { /* Then it is as without us. */ }
  }
  function drop() { window.sessionStorage.removeItem(NAME); }
  function account() { return document.body.dataset.tmAccount || ""; }
  function ours(form) {
    return form.method === "post" && form.closest("main") && !form.querySelector("input[type=password]");
  }
  function forms() { return Array.prototype.filter.call(document.forms, ours); }
  function kept(field) {
    return field.name && field.name !== "csrfmiddlewaretoken" && !/^(file|password|submit|button)$/.test(field.type);
  }
  function save(form) {
    var fields = Array.prototype.filter.call(form.elements, kept).map(function (field) {
      var chosen = field.multiple ? Array.prototype.map.call(field.selectedOptions, function (one) { return one.value; }) : null;
      return { name: field.name, type: field.type, value: field.value, checked: field.checked, chosen: chosen };
    });
    write({ page: page, place: forms().indexOf(form), account: account(), fields: fields, held: false });
  }
  function same(field, wanted) {
    var box = field.type === "checkbox" || field.type === "radio";
    return field.name === wanted.name && field.type === wanted.type && (!box || field.value === wanted.value);
  }
  function put(field, wanted) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = wanted.checked;
    } else if (wanted.chosen) {
      Array.prototype.forEach.call(field.options, function (one) { one.selected = wanted.chosen.indexOf(one.value) >= 0; });
    } else {
      field.value = wanted.value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function fill(form, draft) {
    var left = Array.prototype.filter.call(form.elements, kept);
    draft.fields.forEach(function (wanted) {
      var at = left.findIndex(function (field) { return same(field, wanted); });
      if (at >= 0) { put(left.splice(at, 1)[0], wanted); }
    });
    document.getElementById("refilled").hidden = false;
  }

  document.addEventListener("submit", function (event) {
    if (ours(event.target)) { save(event.target); }
    if (event.target.matches("[data-tm-sign-out]")) { drop(); }
  }, true);
  // A request of htmx that finds the session ended takes the whole page to the door.
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    if (event.detail.xhr.getResponseHeader("HX-Redirect") && forms()[0]) { save(forms()[0]); }
  });

  var draft = read();
  if (!draft) { return; }
  if (document.querySelector("[data-tm-not-taken]")) {
    draft.held = true;
    write(draft);
    document.querySelectorAll("input[name=next]").forEach(function (next) { next.value = draft.page; });
    document.querySelectorAll("a[data-tm-next]").forEach(function (way) {
      way.href = way.pathname + "?next=" + encodeURIComponent(draft.page);
    });
  } else if (document.body.dataset.tmAccount !== undefined) {
    if (!draft.held || draft.account !== account()) { drop(); return; }
    if (draft.page === page && forms()[draft.place]) { drop(); fill(forms()[draft.place], draft); }
  }
})();
