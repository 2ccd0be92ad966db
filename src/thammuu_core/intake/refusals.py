"""Why a file is not taken in, each reason a type whose message tells the sender what to do."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal


class EmptyFile(Malformed):
    """No bytes, or nothing but blanks."""

    code: ClassVar[str] = "intake.empty"

    def __init__(self) -> None:
        super().__init__("Tệp rỗng. Hãy kiểm tra lại tệp gốc rồi gửi lại.")


class NoWords(Malformed):
    """Opens, and there is nothing to read in it: blank pages, or pictures only."""

    code: ClassVar[str] = "intake.no_words"

    def __init__(self) -> None:
        super().__init__(
            "Tệp mở được nhưng không có chữ nào đọc được. Nếu nội dung là ảnh chụp, hãy gửi chính ảnh đó hoặc bản "
            "quét PDF; nếu không, hãy kiểm tra lại tệp gốc."
        )


class FileTooLarge(Refusal):
    """More bytes than one document needs."""

    code: ClassVar[str] = "intake.too_large"

    def __init__(self, size: int, most: int) -> None:
        self.size, self.most = size, most
        super().__init__(
            f"Tệp nặng {size / 1_000_000:.0f} MB, quá mức {most / 1_000_000:.0f} MB. "
            "Hãy giảm độ phân giải ảnh hoặc tách phụ lục thành tệp riêng."
        )


class UnknownFormat(Malformed):
    """Not a kind of file that is read here; `what` names it in Vietnamese when it is known."""

    code: ClassVar[str] = "intake.not_a_document"

    def __init__(self, what: str = "không phải văn bản") -> None:
        self.what = what
        super().__init__(f"Tệp {what}. Hãy gửi tệp Word (.docx), PDF hoặc văn bản thuần (.txt).")


class OldFormat(Malformed):
    """A document of another form that Word can open and save anew; often named .docx all the same."""

    code: ClassVar[str] = "intake.old_format"

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"Tệp {what}. Mở tệp bằng Word, chọn Lưu thành (Save As) .docx rồi gửi lại.")


class PasswordNeeded(Malformed):
    """Encrypted: nobody here can open it."""

    code: ClassVar[str] = "intake.encrypted"

    def __init__(self) -> None:
        super().__init__(
            "Tệp đặt mật khẩu. Hãy mở bằng mật khẩu, bỏ mã hóa (Encrypt with Password), lưu và gửi lại."
        )


class HasMacros(Refusal):
    """Carries programs; whatever its name says."""

    code: ClassVar[str] = "intake.macros"

    def __init__(self) -> None:
        super().__init__(
            "Tệp chứa macro. Mở tệp bằng Word, chọn Lưu thành (Save As) .docx (không macro) rồi gửi lại."
        )


class TooMuchInside(Refusal):
    """Small outside, huge inside: a bomb, or a document no program should be asked to open. `what` says of which."""

    code: ClassVar[str] = "intake.bomb"

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(
            f"Tệp có {what} bất thường, mở ra có thể làm treo máy. Hãy lưu lại bằng Word rồi gửi lại."
        )


class TooSpread(Refusal):
    """A workbook that would fill more places than any list that people keep. `what` says of which."""

    code: ClassVar[str] = "intake.too_spread"

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Bảng tính có {what} quá lớn nên không đọc được trong giới hạn an toàn. Hãy xóa các dòng, cột trống và "
            "ô gộp thừa, hoặc tách thành nhiều tệp, rồi gửi lại."
        )


class UnsafeMarkup(Refusal):
    """XML that declares a document type, entities or an unusual encoding; no word processor writes that."""

    code: ClassVar[str] = "intake.unsafe_markup"

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(
            f"Phần {part} của tệp có khai báo không an toàn. Hãy mở bằng Word và lưu lại thành .docx mới."
        )


class UnsafeNames(Refusal):
    """Members with names that lead out of the package, or twice the same."""

    code: ClassVar[str] = "intake.unsafe_names"

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            "Tệp nén có tên phần không an toàn hoặc trùng nhau. Hãy mở bằng Word và lưu lại thành .docx mới."
        )


class DamagedFile(Malformed):
    """Begins like a document but cannot be opened."""

    code: ClassVar[str] = "intake.damaged"

    def __init__(self) -> None:
        super().__init__("Tệp bị hỏng, không mở được. Hãy mở bản gốc, lưu lại và gửi lại.")


class StateSecret(Refusal):
    """Marked MẬT, TỐI MẬT or TUYỆT MẬT: it must not be in this system at all."""

    code: ClassVar[str] = "intake.state_secret"

    def __init__(self, stamp: str) -> None:
        self.stamp = stamp
        super().__init__(
            f"Văn bản đóng dấu {stamp}: không được đưa vào hệ thống này. Hãy xóa tệp khỏi máy nối mạng và xử lý "
            "theo Luật Bảo vệ bí mật nhà nước; nếu dấu mật đã được giải, hãy gửi bản đã bỏ dấu."
        )
