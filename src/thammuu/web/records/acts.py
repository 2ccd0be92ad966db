"""What can be kept in a dossier: a row an act, all drawn and carried out by `views.page_of`.

To add one: a form that builds the command of its service, and a row here.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.records import queries, services
from thammuu.web.components.acts import Act
from thammuu.web.records.forms import contributions, meetings, notes, studies

ACTS: tuple[Act, ...] = (
    Act(
        "ask",
        "buoc/<uuid:uuid>/de-nghi-phoi-hop",
        _("Đề nghị phối hợp"),
        _("Gửi đề nghị"),
        _("Đã ghi đề nghị phối hợp."),
        contributions.AskForm,
        services.ask_contribution,
        queries.to_ask,
    ),
    Act(
        "answer",
        "phoi-hop/<uuid:uuid>/tra-loi",
        _("Trả lời đề nghị phối hợp"),
        _("Ghi trả lời"),
        _("Đã ghi trả lời."),
        contributions.AnswerForm,
        services.answer_contribution,
        queries.to_answer,
    ),
    Act(
        "study",
        "ho-so/<uuid:uuid>/nghien-cuu",
        _("Ghi nội dung nghiên cứu"),
        _("Lưu"),
        _("Đã lưu nội dung nghiên cứu."),
        studies.StudyForm,
        services.keep_study,
        queries.to_keep,
    ),
    Act(
        "receive",
        "so-lieu/<uuid:uuid>/da-nhan",
        _("Ghi nhận số liệu đã nhận"),
        _("Ghi nhận"),
        _("Đã ghi nhận số liệu."),
        studies.ReceiveForm,
        services.receive_data,
        queries.to_receive,
    ),
    Act(
        "meeting",
        "ho-so/<uuid:uuid>/cuoc-hop",
        _("Ghi cuộc họp"),
        _("Lưu cuộc họp"),
        _("Đã lưu cuộc họp."),
        meetings.MeetingForm,
        services.call_meeting,
        queries.to_keep,
    ),
    Act(
        "minutes",
        "cuoc-hop/<uuid:uuid>/ket-luan",
        _("Ghi người dự và kết luận họp"),
        _("Lưu kết luận"),
        _("Đã lưu kết luận họp."),
        meetings.MinutesForm,
        services.keep_minutes,
        queries.to_minute,
    ),
    Act(
        "carry_out",
        "ket-luan/<uuid:uuid>/thanh-buoc",
        _("Đưa kết luận thành bước"),
        _("Thêm bước"),
        _("Đã thêm bước từ kết luận họp."),
        meetings.CarryOutForm,
        services.make_step,
        queries.to_carry_out,
    ),
    Act(
        "note",
        "ho-so/<uuid:uuid>/ghi-chu",
        _("Ghi chú"),
        _("Lưu ghi chú"),
        _("Đã lưu ghi chú."),
        notes.NoteForm,
        services.write_note,
        queries.to_note,
    ),
    Act(
        "withdraw",
        "ghi-chep/<uuid:uuid>/rut",
        _("Rút ghi chép"),
        _("Rút ghi chép"),
        _("Đã rút ghi chép; nội dung vẫn được lưu."),
        notes.WithdrawForm,
        services.withdraw,
        queries.to_withdraw,
    ),
)
