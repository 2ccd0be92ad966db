"""Why a file of pages is not read, each reason a type whose message tells the sender what to do."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal, Unavailable


class LockedPdf(Refusal):
    """Needs a password to be opened."""

    code: ClassVar[str] = "pages.locked"

    def __init__(self) -> None:
        super().__init__(
            "Tệp PDF đặt mật khẩu. Hãy mở bằng mật khẩu, lưu thành bản không mật khẩu rồi gửi lại."
        )


class DamagedPages(Malformed):
    """Not a PDF or a picture that can be opened."""

    code: ClassVar[str] = "pages.damaged"

    def __init__(self, what: str = "Tệp PDF") -> None:
        self.what = what
        super().__init__(f"{what} bị hỏng, không mở được. Hãy xuất lại từ bản gốc hoặc quét lại rồi gửi lại.")


class TooManyPages(Refusal):
    """More pages than one document has."""

    code: ClassVar[str] = "pages.too_many"

    def __init__(self, pages: int, most: int) -> None:
        self.pages, self.most = pages, most
        super().__init__(f"Tệp có {pages} trang, quá mức {most} trang. Hãy tách phụ lục thành tệp riêng.")


class NoRecogniser(Unavailable):
    """The file is a scan and nothing here can recognise its words."""

    code: ClassVar[str] = "pages.no_recogniser"

    def __init__(self, pages: tuple[int, ...]) -> None:
        self.pages = pages
        super().__init__(
            f"Tệp có {len(pages)} trang quét (ảnh) cần nhận dạng chữ, nhưng máy chưa cài chương trình nhận dạng. "
            "Hãy cài hai gói tesseract-ocr và tesseract-ocr-vie (sudo apt-get install tesseract-ocr "
            "tesseract-ocr-vie), hoặc gửi bản Word/PDF có chữ."
        )
