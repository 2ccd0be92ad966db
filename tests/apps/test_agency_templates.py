"""An agency's own Word file stands in the place of a template: set, checked, used, taken back."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4
from zipfile import ZipFile

import docx
import pytest
from django.db import DatabaseError, transaction

from support.cast import Cast
from support.drafts import word_file
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import ComposeDraft, SetTemplate, TakeBackTemplate
from thammuu.apps.drafting.models import AgencyTemplate
from thammuu.apps.drafting.queries import draft_view, paper_to_show
from thammuu.apps.drafting.refusals import (
    NoOwnTemplate,
    NoPlaceholders,
    ReasonMissing,
    SameTemplate,
    TemplateNotWord,
)
from thammuu.apps.drafting.template_queries import (
    agency_template,
    agency_templates,
    own_example,
    supplied_example,
    template_file,
)
from thammuu.apps.files import store
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.compositions import BrokenPlaceholder, LinksOut, UnknownPlaceholder
from thammuu_core.intake import read_paper
from thammuu_core.intake.refusals import DamagedFile, HasMacros

CODE = "to-trinh"
OWN = ("TỜ TRÌNH CỦA RIÊNG SỞ", "{{cơ quan}} trình {{nơi trình}} {{văn bản trình}}.")


def put(actor: Actor, *lines: str, edition: int = 0, note: str = "Thêm tiêu đề riêng") -> UUID:
    command = SetTemplate(CODE, edition, word_file(*(lines or OWN), name="to-trinh-rieng.docx"), note)
    return services.set_template(actor, command, key=uuid4())


def composed(cast: Cast, dossier: DossierView, code: str = CODE) -> UUID:
    return services.compose_draft(cast.drafter, ComposeDraft(dossier.uuid, code), key=uuid4())


def words(cast: Cast, draft: UUID) -> str:
    return paper_to_show(cast.drafter, draft_view(cast.drafter, draft).shown.uuid).body.text


def with_member(upload: Upload, name: str, text: str) -> Upload:
    """The Word file with one part more, or another one in its place."""
    made = BytesIO()
    with ZipFile(BytesIO(upload.data)) as old, ZipFile(made, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, text)
    return Upload(upload.name, made.getvalue())


def linked() -> Upload:
    """A Word file that loads a picture from elsewhere when it is opened."""
    file = docx.Document()
    file.add_paragraph("{{cơ quan}}")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    file.part.relate_to("https://noi-khac.vn/anh.png", kind, is_external=True)
    data = BytesIO()
    file.save(data)
    return Upload("mau.docx", data.getvalue())


def test_drafts_are_made_from_the_agency_s_own_file_once_it_has_one(cast: Cast, dossier: DossierView) -> None:
    before = composed(cast, dossier)
    put(cast.clerk)
    after = composed(cast, dossier)
    assert OWN[0] not in words(cast, before)
    assert words(cast, after).startswith(f"{OWN[0]}\nSở Khoa học và Công nghệ trình ")
    shown = draft_view(cast.drafter, after).shown
    assert (shown.source, shown.reason) == ("composed", "Theo mẫu của cơ quan, lần 1.")
    assert draft_view(cast.drafter, after).draft.title == draft_view(cast.drafter, before).draft.title


def test_what_the_dossier_does_not_know_is_told_of_an_own_file_too(cast: Cast, dossier: DossierView) -> None:
    put(cast.clerk, "Bố cục: {{bố cục}}")
    draft = composed(cast, dossier)
    assert words(cast, draft) == "Bố cục: …"
    told = [
        one.message for one in draft_view(cast.drafter, draft).check.found if one.code.startswith("compos")
    ]
    assert len(told) == 1
    assert "bố cục" in told[0]


def test_other_templates_and_other_agencies_go_on_as_before(cast: Cast, dossier: DossierView) -> None:
    put(cast.clerk)
    assert OWN[0] not in words(cast, composed(cast, dossier, "bao-cao"))
    assert [row.code for row in agency_templates(cast.drafter).rows if row.own] == [CODE]
    assert [row for row in agency_templates(cast.outsider).rows if row.own] == []
    assert agency_template(cast.outsider, CODE).history == ()


def test_the_newest_edition_holds_and_the_earlier_ones_stay(cast: Cast, dossier: DossierView) -> None:
    put(cast.clerk)
    put(cast.head, "Bản hai {{cơ quan}}", edition=1, note="Gọn hơn")
    assert words(cast, composed(cast, dossier)) == "Bản hai Sở Khoa học và Công nghệ"
    history = agency_template(cast.drafter, CODE).history
    assert [(one.number, one.note, one.set_by) for one in history] == [
        (2, "Gọn hơn", cast.head.name),
        (1, "Thêm tiêu đề riêng", cast.clerk.name),
    ]
    first = template_file(cast.drafter, history[1].file_uuid)
    assert OWN[0] in read_paper(store.get(first.sha256), first.name).body.text


def test_what_is_taken_back_gives_way_to_what_the_program_brings(cast: Cast, dossier: DossierView) -> None:
    put(cast.clerk)
    services.take_back_template(cast.clerk, TakeBackTemplate(CODE, 1, "Dùng mẫu chung"), key=uuid4())
    assert OWN[0] not in words(cast, composed(cast, dossier))
    view = agency_template(cast.drafter, CODE)
    assert (view.row.own, view.edition, len(view.history)) == (None, 2, 2)
    with pytest.raises(NoOwnTemplate):
        services.take_back_template(cast.clerk, TakeBackTemplate(CODE, 2, "Lần nữa"), key=uuid4())
    put(cast.clerk, edition=2)
    assert agency_template(cast.drafter, CODE).row.own is not None


def test_a_placeholder_that_does_not_exist_is_told_with_its_place(cast: Cast) -> None:
    with pytest.raises(UnknownPlaceholder) as told:
        put(cast.clerk, "{{cơ quan}}", "Ông {{giám đốc sở}}", "{{số điện thoại}}")
    assert told.value.found == (
        ("giám đốc sở", "thân văn bản, đoạn 2"),
        ("số điện thoại", "thân văn bản, đoạn 3"),
    )
    assert "{{giám đốc sở}} (thân văn bản, đoạn 2)" in str(told.value.message)
    assert not AgencyTemplate.objects.exists()


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (Upload("mau.docx", b"PK\x03\x04 hong"), DamagedFile),
        (with_member(word_file("{{cơ quan}}"), "word/vbaProject.bin", "Sub"), HasMacros),
        (linked(), LinksOut),
        (word_file("{{cơ quan"), BrokenPlaceholder),
        (word_file("Không có chỗ nào."), NoPlaceholders),
        (Upload("mau.txt", "{{cơ quan}}".encode()), TemplateNotWord),
    ],
    ids=["broken zip", "macro", "external link", "open brace", "nothing to fill", "text"],
)
def test_a_file_that_cannot_be_a_template_is_refused_by_its_kind(
    cast: Cast, file: Upload, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.set_template(cast.clerk, SetTemplate(CODE, 0, file, "Mẫu mới"), key=uuid4())
    assert not AgencyTemplate.objects.exists()


@pytest.mark.parametrize("role", ["drafter", "leader", "other_unit", "outsider"])
def test_who_may_not_set_templates_is_told(cast: Cast, role: str) -> None:
    with pytest.raises(NotAllowed):
        put(getattr(cast, role))
    with pytest.raises(NotAllowed):
        services.take_back_template(getattr(cast, role), TakeBackTemplate(CODE, 0, "Bỏ"), key=uuid4())


@pytest.mark.parametrize("role", ["administrator", "head", "clerk"])
def test_administrators_heads_and_clerks_set_templates(cast: Cast, role: str) -> None:
    put(getattr(cast, role))
    assert agency_templates(cast.drafter).may_set is False
    assert agency_templates(getattr(cast, role)).may_set is True


def test_the_second_of_two_is_told_who_was_first(cast: Cast) -> None:
    put(cast.clerk)
    with pytest.raises(StaleEdit) as told:
        put(cast.head, "Khác {{cơ quan}}")
    assert cast.clerk.name in told.value.current
    with pytest.raises(StaleEdit):
        services.take_back_template(cast.head, TakeBackTemplate(CODE, 0, "Bỏ"), key=uuid4())


def test_a_new_edition_says_what_changed_and_is_another_file(cast: Cast) -> None:
    with pytest.raises(ReasonMissing):
        put(cast.clerk, note=" ")
    file = word_file(*OWN)
    services.set_template(cast.clerk, SetTemplate(CODE, 0, file, "Mẫu"), key=uuid4())
    with pytest.raises(SameTemplate):
        services.set_template(cast.clerk, SetTemplate(CODE, 1, file, "Mẫu"), key=uuid4())


def test_a_code_that_no_template_has_is_not_there(cast: Cast) -> None:
    for ask in (agency_template, supplied_example, own_example):
        with pytest.raises(NotVisible):
            ask(cast.drafter, "khong-co")
    with pytest.raises(NotVisible):
        services.set_template(cast.clerk, SetTemplate("khong-co", 0, word_file(*OWN), "x"), key=uuid4())


def test_files_of_another_agency_are_not_there(cast: Cast) -> None:
    put(cast.clerk)
    file = agency_template(cast.drafter, CODE).history[0].file_uuid
    with pytest.raises(NotVisible):
        template_file(cast.outsider, file)
    with pytest.raises(NotVisible):
        own_example(cast.outsider, CODE)


def test_an_own_file_is_shown_filled_with_the_same_example_as_the_supplied_one(cast: Cast) -> None:
    put(cast.clerk)
    own = read_paper(own_example(cast.drafter, CODE).data, "a.docx").body.text
    supplied = read_paper(supplied_example(cast.drafter, CODE).data, "a.docx").body.text
    assert own.startswith(OWN[0])
    assert "Ủy ban nhân dân tỉnh Bắc Giang" in own
    assert "TỜ TRÌNH" in supplied


def test_each_change_stands_in_the_journal_and_no_row_changes(cast: Cast) -> None:
    made = put(cast.clerk)
    services.take_back_template(cast.clerk, TakeBackTemplate(CODE, 1, "Dùng mẫu chung"), key=uuid4())
    acts = list(Event.objects.order_by("seq").values_list("act", flat=True))[-2:]
    assert acts == ["template.set", "template.taken_back"]
    assert verdict().broken_at is None
    with pytest.raises(DatabaseError), transaction.atomic():
        AgencyTemplate.objects.filter(uuid=made).update(note="khác")
