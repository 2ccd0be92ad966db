"""Drafts to act on, made through the services that people use."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import docx

from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import AddVersion, BeginDraft, PutInitial
from thammuu.apps.drafting.queries import draft_view
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.actors import Actor

_LINES = (
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số:      /KH-SKHCN",
    "Bắc Giang, ngày     tháng 7 năm 2021",
    "KẾ HOẠCH",
    "Nâng cao năng suất và chất lượng",
    "I. MỤC TIÊU",
    "1. Mục tiêu chung.",
)


def word_file(*lines: str, name: str = "du-thao.docx") -> Upload:
    """A Word file of these paragraphs."""
    file = docx.Document()
    for line in lines or _LINES:
        file.add_paragraph(line)
    data = BytesIO()
    file.save(data)
    return Upload(name, data.getvalue())


def begin(actor: Actor, dossier: UUID, *lines: str) -> UUID:
    """A draft with its first version."""
    command = BeginDraft(dossier, "Kế hoạch", "Nâng cao năng suất và chất lượng", word_file(*lines))
    return services.begin_draft(actor, command, key=uuid4())


def add(actor: Actor, draft: UUID, *lines: str, after: int = 1) -> UUID:
    """The version after number `after`."""
    file = word_file(*(lines or ("KẾ HOẠCH", "Đã sửa mục tiêu.")))
    return services.add_version(actor, AddVersion(draft, after, file, "Sửa mục tiêu"), key=uuid4())


def initial(actor: Actor, draft: UUID, post: str, act: str = "initialled", remark: str = "") -> UUID:
    """An initial of the actor on the newest version."""
    view = draft_view(actor, draft)
    command = PutInitial(view.shown.uuid, view.chain_length, post, act, remark)
    return services.put_initial(actor, command, key=uuid4())
