"""What people fill in about drafts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.drafting.commands import (
    AddVersion,
    BeginDraft,
    CheckAgain,
    ComposeDraft,
    PutInitial,
    RepairVersion,
)
from thammuu.web.components.acts import AboutForm, LaidForm, free
from thammuu.web.components.fields import ReasonField, RowField, WordsField, upload_of
from thammuu.web.components.once import VersionedForm
from thammuu_core.compositions import templates
from thammuu_core.kinds import kind_names

_WORD = _("Tệp Word (.docx).")
_WHOLE = _("Cả hồ sơ")
STATES = (
    ("draft", _("Dự thảo: số, ngày còn để trống")),
    ("submitted", _("Hồ sơ trình ký")),
    ("issued", _("Văn bản ban hành: không còn chỗ trống")),
)


class BeginForm(AboutForm, LaidForm):
    """Đưa tệp Word có sẵn vào hồ sơ làm dự thảo lần 1; `subject` is a `rows.Beginning`."""

    kind = forms.CharField(
        label=_("Loại văn bản"), max_length=100, widget=forms.TextInput(attrs={"list": "loai-van-ban"})
    )
    title = WordsField(label=_("Trích yếu nội dung"), rows=3)
    step = RowField(label=_("Sản phẩm của bước"), nothing=_WHOLE, required=False)
    file = forms.FileField(label=_("Tệp"), help_text=_WORD)
    layout = (free("kind", "title", "step", "file"),)

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.steps)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of document to take one from."""
        return tuple(sorted(kind_names()))

    def command(self) -> BeginDraft:
        """What `services.begin_draft` takes."""
        file = upload_of(self.cleaned_data["file"])
        assert file
        return BeginDraft(self.uuid, **self.told("kind", "title", "step"), file=file)


class ComposeForm(AboutForm, LaidForm):
    """Soạn từ mẫu, điền bằng những gì hồ sơ đã có; `subject` is a `rows.Beginning`."""

    template = forms.ChoiceField(label=_("Mẫu văn bản"))
    step = RowField(label=_("Sản phẩm của bước"), nothing=_WHOLE, required=False)
    layout = (free("template", "step"),)

    def offer(self) -> None:
        """The templates by name, the steps of the dossier."""
        self.fields["template"].choices = sorted(
            ((one.code, one.name) for one in templates()), key=lambda one: one[1]
        )
        self.fields["step"].offer(self.subject.steps)

    def command(self) -> ComposeDraft:
        """What `services.compose_draft` takes."""
        return ComposeDraft(self.uuid, **self.told("template", "step"))


class VersionForm(AboutForm, LaidForm, VersionedForm):
    """Đưa bản sửa trong Word lên làm lần dự thảo tiếp theo; `subject` is a `rows.DraftView`."""

    file = forms.FileField(label=_("Tệp"), help_text=_WORD)
    reason = ReasonField(label=_("Nội dung thay đổi so với lần trước"))
    layout = (free("file", "reason"),)

    def proposed(self) -> dict[str, object]:
        """What was the newest version when the page was opened."""
        return {"version": self.subject.draft.newest.number}

    def command(self) -> AddVersion:
        """What `services.add_version` takes."""
        file = upload_of(self.cleaned_data["file"])
        assert file
        return AddVersion(self.uuid, self.cleaned_data["version"], file, self.cleaned_data["reason"])


class RepairForm(AboutForm, LaidForm, VersionedForm):
    """Sửa những lỗi thể thức sửa được mà không đổi lời văn, thành lần dự thảo mới."""

    layout = ()

    def proposed(self) -> dict[str, object]:
        """What was the newest version when the page was opened."""
        return {"version": self.subject.draft.newest.number}

    def command(self) -> RepairVersion:
        """What `services.repair_version` takes."""
        return RepairVersion(self.uuid, self.cleaned_data["version"])


class CheckForm(AboutForm, LaidForm):
    """Kiểm tra lại bản mới nhất như một văn bản ở trạng thái khác."""

    state = forms.ChoiceField(label=_("Kiểm tra như"), widget=forms.RadioSelect, choices=STATES)
    layout = (free("state"),)

    def proposed(self) -> dict[str, object]:
        """The state that comes next."""
        return {"state": self.subject.check.state}

    def command(self) -> CheckAgain:
        """What `services.check_again` takes."""
        return CheckAgain(self.subject.draft.newest.uuid, self.cleaned_data["state"])


class _ChainForm(AboutForm, LaidForm):
    """Binds to the version, the post and the length of the chain that the page showed."""

    of = forms.UUIDField(widget=forms.HiddenInput)
    post = forms.CharField(widget=forms.HiddenInput)
    length = forms.IntegerField(widget=forms.HiddenInput)
    act: str

    def proposed(self) -> dict[str, object]:
        """The newest version as it stands."""
        shown = self.subject
        return {"of": shown.shown.uuid, "post": shown.my_post, "length": shown.chain_length}

    def clean_post(self) -> str:
        """A post of the chain."""
        post = self.cleaned_data["post"]
        if post not in {row.post for row in self.subject.chain}:
            raise forms.ValidationError(_("Hãy tải lại trang rồi ký nháy."))
        return post

    def command(self) -> PutInitial:
        """What `services.put_initial` takes."""
        given = self.cleaned_data
        return PutInitial(given["of"], given["length"], given["post"], self.act, given["remark"])


class InitialForm(_ChainForm):
    """Ký nháy, có thể kèm ý kiến."""

    act = "initialled"
    remark = WordsField(label=_("Ý kiến"), rows=3, required=False)
    layout = (free("remark"),)


class ReturnForm(_ChainForm):
    """Trả lại để sửa, có lý do."""

    act = "returned"
    remark = ReasonField(label=_("Lý do trả lại"))
    layout = (free("remark"),)
