"""What can be kept in a dossier: a row an act, all drawn and carried out by `views.page_of`.

To add one: a form that builds the command of its service, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thammuu.apps.records import queries, services
from thammuu.web.records.forms import contributions, fields, meetings, notes, studies

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to keep; its address is `<path>/<uuid>/<slug>/`, the uuid that of what it is about."""

    key: str
    path: str
    slug: str
    heading: Words
    press: Words
    told: Words
    form: type[fields.RecordForm]
    record: Callable[..., UUID]
    find: Callable[..., queries.Subject]
    """The query that refuses as the service does."""


ACTS: tuple[Act, ...] = (
    Act(
        "ask",
        "buoc",
        "de-nghi-phoi-hop",
        _("Đề nghị phối hợp"),
        _("Gửi đề nghị"),
        _("Đã ghi đề nghị phối hợp."),
        contributions.AskForm,
        services.ask_contribution,
        queries.to_ask,
    ),
    Act(
        "answer",
        "phoi-hop",
        "tra-loi",
        _("Trả lời đề nghị phối hợp"),
        _("Ghi trả lời"),
        _("Đã ghi trả lời."),
        contributions.AnswerForm,
        services.answer_contribution,
        queries.to_answer,
    ),
    Act(
        "study",
        "ho-so",
        "nghien-cuu",
        _("Ghi nội dung nghiên cứu"),
        _("Lưu"),
        _("Đã lưu nội dung nghiên cứu."),
        studies.StudyForm,
        services.keep_study,
        queries.to_keep,
    ),
    Act(
        "receive",
        "so-lieu",
        "da-nhan",
        _("Ghi nhận số liệu đã nhận"),
        _("Ghi nhận"),
        _("Đã ghi nhận số liệu."),
        studies.ReceiveForm,
        services.receive_data,
        queries.to_receive,
    ),
    Act(
        "meeting",
        "ho-so",
        "cuoc-hop",
        _("Ghi cuộc họp"),
        _("Lưu cuộc họp"),
        _("Đã lưu cuộc họp."),
        meetings.MeetingForm,
        services.call_meeting,
        queries.to_keep,
    ),
    Act(
        "minutes",
        "cuoc-hop",
        "ket-luan",
        _("Ghi người dự và kết luận họp"),
        _("Lưu kết luận"),
        _("Đã lưu kết luận họp."),
        meetings.MinutesForm,
        services.keep_minutes,
        queries.to_minute,
    ),
    Act(
        "carry_out",
        "ket-luan",
        "thanh-buoc",
        _("Đưa kết luận thành bước"),
        _("Thêm bước"),
        _("Đã thêm bước từ kết luận họp."),
        meetings.CarryOutForm,
        services.make_step,
        queries.to_carry_out,
    ),
    Act(
        "note",
        "ho-so",
        "ghi-chu",
        _("Ghi chú"),
        _("Lưu ghi chú"),
        _("Đã lưu ghi chú."),
        notes.NoteForm,
        services.write_note,
        queries.to_note,
    ),
    Act(
        "withdraw",
        "ghi-chep",
        "rut",
        _("Rút ghi chép"),
        _("Rút ghi chép"),
        _("Đã rút ghi chép; nội dung vẫn được lưu."),
        notes.WithdrawForm,
        services.withdraw,
        queries.to_withdraw,
    ),
)
