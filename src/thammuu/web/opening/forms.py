"""The file, and the title of the dossier made from it."""

from __future__ import annotations

from uuid import UUID

from django import forms

from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.files.uploads import Upload
from thammuu.web.components.once import OnceForm


class BringForm(OnceForm):
    """Đưa kế hoạch vào hệ thống."""

    plan = forms.FileField(
        label="Tệp kế hoạch",
        help_text="Tệp .docx, .pdf (kể cả bản quét) hoặc .txt. Không đưa văn bản có độ mật vào hệ thống.",
    )

    def upload(self) -> Upload:
        """What `documents.services.receive_document` takes."""
        file = self.cleaned_data["plan"]
        return Upload(file.name, file.read())


class OpenForm(OnceForm):
    """Lập hồ sơ từ bản đọc."""

    title = forms.CharField(label="Tên hồ sơ", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def command(self, document: UUID) -> OpenDossier:
        """What `dossiers.services.create_dossier_from_reading` takes."""
        return OpenDossier(document, self.cleaned_data["title"])
