"""What a dossier knows, as the facts of a template: names, days, bases, steps, counts, the last meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thammuu.apps.dossiers.models import Dossier, Part, Step, StepState
from thammuu.apps.drafting.issuers import issuer_of
from thammuu.apps.drafting.outcome import told_of_outcome
from thammuu.apps.organisations import clock
from thammuu.apps.records.models import Meeting
from thammuu_core.compositions import Kind, Template, Value, template
from thammuu_core.kinds import expand_body_name
from thammuu_core.text import fold
from thammuu_core.text.first_letter import capital_first, small_first

OUTCOMES = ("ke-hoach-tinh", "quyet-dinh")
"""Templates of the document that the dossier is there to bring about."""
_DAY = re.compile(r"\bngày (\d{1,2})/(\d{1,2})/(\d{4})")
_DONE = {StepState.FINISHED: "hoàn thành", StepState.STARTED: "đang thực hiện"}
template_of = template


def facts_of(dossier: Dossier, step: Step | None, asked: Template) -> dict[str, Value]:
    """The fields of the template that the dossier, or the step whose product it is, can fill."""
    day = clock.today()
    issuer = issuer_of(dossier, day, outcome=asked.code in OUTCOMES)
    steps = list(dossier.steps.exclude(state=StepState.DROPPED).prefetch_related("owners"))
    known = {
        **issuer.facts(dossier),
        **_outcome(dossier),
        **_bases(dossier),
        **_people(dossier, steps),
        **_consultation(dossier, [step] if step else steps, step),
        **_progress(dossier, steps),
        **_meeting(dossier, step, asked),
    }
    if asked.field("bố cục"):
        known |= told_of_outcome(dossier)
    if asked.code not in OUTCOMES:
        known |= _timetable(dossier, steps)
    return {name: value for name, value in known.items() if value not in ("", (), []) and asked.field(name)}


def _outcome(dossier: Dossier) -> dict[str, Value]:
    """The document to be brought about, by the names under which templates ask for it."""
    named = _named(dossier.outcome_kind, dossier.outcome_title) or dossier.title
    subject = named[len(dossier.outcome_kind) :].strip() if dossier.outcome_kind else named
    body = expand_body_name(dossier.outcome_issuer)
    asking = ("văn bản tham mưu", "văn bản trình", "văn bản dự thảo", "văn bản ban hành")
    return {
        **dict.fromkeys(asking, named),
        "tên kế hoạch": capital_first(subject),
        "kế hoạch": dossier.title,
        "vấn đề": f"dự thảo {named}",
        **dict.fromkeys(("nơi ban hành", "nơi trình", "thẩm quyền ban hành", "thẩm quyền"), body),
        "việc": "Ban hành",
        **dict.fromkeys(("hồ sơ", "gửi kèm", "tài liệu"), (f"dự thảo {named}",)),
    }


def _bases(dossier: Dossier) -> dict[str, Value]:
    """What the plan is based on, in its own words; by what the work was assigned."""
    claim = dossier.reading.claim["citations"] if dossier.reading else ()
    bases, mandates = (
        tuple(dict.fromkeys(_spelt(one["quote"]) for one in claim if one["role"] == role and one["symbol"]))
        for role in ("basis", "mandate")
    )
    assigned = mandates[0] if mandates else dossier.mandate
    return {
        "căn cứ": bases or mandates or ((dossier.mandate,) if dossier.mandate else ()),
        "văn bản giao việc": assigned,
        "văn bản yêu cầu": assigned,
    }


def _people(dossier: Dossier, steps: Iterable[Step]) -> dict[str, Value]:
    unit = str(dossier.unit or dossier.agency)
    names = (
        owner.as_written for step in steps for owner in step.owners.all() if owner.part == Part.COORDINATING
    )
    return {
        "đơn vị chủ trì": unit,
        "đơn vị phối hợp": tuple(dict.fromkeys(names)),
        "đầu mối": f"{dossier.drafter.full_name}, {unit}",
        "cơ quan trình": str(dossier.agency),
        "nơi nhận kết quả": unit,
        "chuyên viên": dossier.drafter.full_name,
    }


def _timetable(dossier: Dossier, steps: Iterable[Step]) -> dict[str, Value]:
    """The steps, as the unit's own plan lists them and as a table hands them out."""
    unit = str(dossier.unit or dossier.agency)
    listed, handed = [], []
    for step in steps:
        lead = _owners(step, Part.LEAD)
        doer = "" if not lead or lead == (unit,) else ", ".join(lead)
        duty, when = _duty(step), capital_first(step.when_as_written)
        listed.append({"việc": duty, "thời gian": when, "người làm": doer, "điều kiện": step.condition})
        handed.append(
            {
                "tên": duty,
                "chủ trì": ", ".join(lead) or unit,
                "phối hợp": _owners(step, Part.COORDINATING),
                "thời gian": when or step.condition or "Theo tiến độ chung",
                "sản phẩm": "; ".join(step.products),
            }
        )
    return {"bước": listed, "nhiệm vụ": handed}


def _consultation(dossier: Dossier, steps: Iterable[Step], step: Step | None) -> dict[str, Value]:
    """Whom the plan says to ask, and by when."""
    audience = dict.fromkeys(
        capital_first(body) for one in steps for act in one.activities for body in act.get("audience", ())
    )
    said = {"nơi được lấy ý kiến": tuple(audience)}
    return {**said, "hạn trả lời": step.due_on} if step and step.due_on else said


def _progress(dossier: Dossier, steps: list[Step]) -> dict[str, Value]:
    """How far the work is, in counts and row by row."""
    done = [step for step in steps if step.state == StepState.FINISHED]
    unit = str(dossier.unit or dossier.agency)
    rows = [
        {
            "nhiệm vụ": _duty(step),
            "đơn vị": ", ".join(_owners(step, Part.LEAD)) or unit,
            "tình trạng": _standing(step),
            "ghi rõ": f"xong ngày {step.finished_on:%d/%m/%Y}" if step.finished_on else "",
        }
        for step in steps
    ]
    course = tuple(
        f"Ngày {step.finished_on:%d/%m/%Y}, {unit} hoàn thành bước {step.where}: {small_first(_duty(step))}."
        for step in sorted(
            (one for one in done if one.finished_on), key=lambda one: (one.finished_on, one.pk)
        )
    )
    return {
        "việc báo cáo": _reported(dossier.title),
        "tình hình": (f"Đến nay đã hoàn thành {len(done)}/{len(steps)} bước của kế hoạch.",),
        "kết quả": rows,
        "quá trình": course,
    }


def _reported(title: str) -> str:
    return (
        f"Kết quả thực hiện {title}"
        if fold(title).startswith("ke hoach")
        else f"Kết quả {small_first(title)}"
    )


def _standing(step: Step) -> str:
    late = step.due_on and step.due_on < clock.today() and step.state != StepState.FINISHED
    return "chậm" if late else _DONE.get(StepState(step.state), "chưa thực hiện")


def _meeting(dossier: Dossier, step: Step | None, asked: Template) -> dict[str, Value]:
    """The newest meeting, that of the step where it had one."""
    meetings = Meeting.objects.filter(dossier=dossier).order_by("-held_on", "-pk")
    found = (meetings.filter(step=step).first() if step else None) or meetings.first()
    if found is None:
        return {}
    minutes = found.minutes.order_by("pk").last()
    concluded = [one.text for one in minutes.conclusions.all()] if minutes else []
    invited = tuple(one.name for one in found.invitees.all())
    hour = f"{found.begins_at:%H giờ %M phút}" if found.begins_at else ""
    return {
        "cuộc họp": small_first(found.title),
        "ngày họp": minutes.held_on if minutes else found.held_on,
        **dict.fromkeys(("giờ", "bắt đầu"), hour),
        "địa điểm": found.place,
        "thành phần": invited,
        **dict.fromkeys(
            ("chủ trì", "chủ tọa", "người kết luận"), (minutes.chair if minutes else "") or found.chair
        ),
        **_concluded(concluded, asked),
    }


def _concluded(texts: list[str], asked: Template) -> dict[str, Value]:
    """Conclusions as sentences; a template with a column for their days gets rows.

    Where the name stands for something else, as for what a reply comes to, nothing of a meeting is said.
    """
    sentences = [f"{text.rstrip(' .')}." for text in texts]
    field = asked.field("kết luận")
    if field is not None and field.kind is Kind.ROWS:
        return {"kết luận": [{"nội dung": one} for one in sentences]}
    return {"kết luận": sentences} if field is not None and field.kind is Kind.LIST else {}


def _duty(step: Step) -> str:
    """What is to be done, without the time that the plan puts before it."""
    duty = step.text.removeprefix(step.when_as_written).lstrip(" :,") or step.text
    return capital_first(duty.rstrip(" .;"))


def _owners(step: Step, part: Part) -> tuple[str, ...]:
    return tuple(owner.as_written for owner in step.owners.all() if owner.part == part)


def _named(kind: str, title: str) -> str:
    """The document with its kind before its name, once."""
    if not title or not kind or fold(title).startswith(fold(kind)):
        return title
    return f"{kind} {small_first(title)}"


def _spelt(quote: str) -> str:
    """With its day spelt as bases spell it: "ngày 31 tháng 8 năm 2020" (Phụ lục I, phần I, mục II.6)."""
    return _DAY.sub(r"ngày \1 tháng \2 năm \3", quote.strip(" ;.,"))
