"""What every operation may be refused for, whatever it is about."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, TypeVar

from thammuu_core.errors import Refusal


class NotVisible(Refusal):
    """There is no such thing for this person; the same answer whether it does not exist or belongs to others."""

    code: ClassVar[str] = "organisations.not_visible"

    def __init__(self) -> None:
        super().__init__(
            "Không tìm thấy nội dung này, hoặc bạn không được xem. Hãy mở lại từ danh sách hồ sơ."
        )


Found = TypeVar("Found")


def visible(found: Found | None) -> Found:
    """What was found for a person; where nothing was, raises NotVisible."""
    if found is None:
        raise NotVisible
    return found


class NotAllowed(Refusal):
    """The person sees the thing but may not do this to it."""

    code: ClassVar[str] = "organisations.not_allowed"

    def __init__(self, act: str, who: str) -> None:
        super().__init__(f"Bạn không được {act}. Việc này do {who} thực hiện.")


class StaleEdit(Refusal):
    """Someone else changed the thing after the page was opened; both texts are kept so that nothing typed is lost."""

    code: ClassVar[str] = "organisations.stale_edit"

    def __init__(self, *, yours: str, current: str) -> None:
        self.yours = yours
        self.current = current
        super().__init__(
            "Nội dung đã được người khác cập nhật sau khi bạn mở trang. Hãy xem lại bản hiện tại rồi ghi lại nếu vẫn cần."
        )


class NameTaken(Refusal):
    """Two bodies of one name at one time cannot be told apart."""

    code: ClassVar[str] = "organisations.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Đã có “{name}” trong danh bạ vào thời gian đó. Hãy dùng dòng đã có, hoặc ghi tên khác."
        )


class UsernameTaken(Refusal):
    """One account, one name."""

    code: ClassVar[str] = "organisations.username_taken"

    def __init__(self, username: str) -> None:
        super().__init__(f"Tên đăng nhập “{username}” đã có người dùng. Hãy chọn tên khác.")


class WeakPassword(Refusal):
    """Others could guess it."""

    code: ClassVar[str] = "organisations.weak_password"

    def __init__(self, why: str) -> None:
        super().__init__(f"Mật khẩu đầu tiên chưa dùng được: {why}")


class DayOutOfOrder(Refusal):
    """A day that lies before what it must follow."""

    code: ClassVar[str] = "organisations.day_out_of_order"

    def __init__(self, what: str, day: date, earliest: date) -> None:
        super().__init__(f"{what} {day:%d/%m/%Y} phải từ ngày {earliest:%d/%m/%Y} trở đi. Hãy sửa lại ngày.")


class UnknownBody(Refusal):
    """No agency of the register bears the name on that day."""

    code: ClassVar[str] = "organisations.unknown_body"

    def __init__(self, name: str, day: date, alike: tuple[str, ...]) -> None:
        hint = f" Có thể là: {'; '.join(alike)}." if alike else ""
        super().__init__(
            f"Ngày {day:%d/%m/%Y} danh bạ không có cơ quan “{name}”.{hint} Hãy ghi đúng tên, hoặc thêm cơ quan trước."
        )


class NotItsOwnSuccessor(Refusal):
    """What follows a body is another body."""

    code: ClassVar[str] = "organisations.own_successor"

    def __init__(self) -> None:
        super().__init__("Một cơ quan, đơn vị không thể kế tục chính mình. Hãy chọn nơi khác.")


class StillStaffed(Refusal):
    """A unit ends after its people have gone elsewhere."""

    code: ClassVar[str] = "organisations.still_staffed"

    def __init__(self, people: int) -> None:
        super().__init__(
            f"Đơn vị còn {people} vị trí công tác sau ngày này. Hãy kết thúc hoặc chuyển các vị trí đó trước, "
            "hoặc chọn sáp nhập vào đơn vị khác."
        )


class AbsencesOverlap(Refusal):
    """One cannot be away twice at once."""

    code: ClassVar[str] = "organisations.absences_overlap"

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            f"Đã ghi vắng mặt từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}, trùng thời gian này. "
            "Hãy sửa lần ghi trước hoặc chọn ngày khác."
        )


class SubstituteAway(Refusal):
    """Who is away stands in for nobody."""

    code: ClassVar[str] = "organisations.substitute_away"

    def __init__(self, name: str, first: date, last: date) -> None:
        super().__init__(
            f"{name} vắng mặt từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}. Hãy chọn người thay khác."
        )


class NoSubstitute(Refusal):
    """The person named cannot stand in."""

    code: ClassVar[str] = "organisations.no_substitute"

    def __init__(self) -> None:
        super().__init__(
            "Người thay phải là cán bộ khác đang công tác trong cơ quan suốt thời gian đó. Hãy chọn người khác."
        )


class LastAdministrator(Refusal):
    """An agency must not lock itself out."""

    code: ClassVar[str] = "organisations.last_administrator"

    def __init__(self) -> None:
        super().__init__(
            "Đây là quản trị hệ thống cuối cùng của cơ quan. Hãy bổ nhiệm người khác làm quản trị trước."
        )


class OwnAccount(Refusal):
    """One does not switch oneself off, nor take one's own second factor away."""

    code: ClassVar[str] = "organisations.own_account"

    def __init__(self) -> None:
        super().__init__(
            "Bạn không tự làm việc này với tài khoản của chính mình. Hãy nhờ một quản trị khác, "
            "hoặc dùng các trang Đổi mật khẩu, Xác thực hai lớp."
        )


class NotAValue(Refusal):
    """The parameter does not take that."""

    code: ClassVar[str] = "organisations.not_a_value"

    def __init__(self, title: str, may_be: str) -> None:
        super().__init__(f"“{title}” chỉ nhận {may_be}. Hãy sửa lại giá trị.")
