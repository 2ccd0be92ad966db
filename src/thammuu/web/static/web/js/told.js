// A request made by htmx that fails must not fail in silence: its answer is told where screen readers listen.
(function () {
  "use strict";
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
      tell("Phiên làm việc đã hết hoặc bạn không có quyền xem phần này. Hãy tải lại trang để đăng nhập lại.");
    } else if (status === 429) {
      tell("Có quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một phút rồi thử lại.");
    } else {
      tell("Chưa tải được danh sách (mã " + status + "). Hãy tải lại trang; nếu vẫn lỗi, báo quản trị hệ thống.");
    }
  });
  document.addEventListener("htmx:sendError", function () {
    tell("Mất kết nối tới máy chủ. Kiểm tra mạng rồi thử lại.");
  });
})();
