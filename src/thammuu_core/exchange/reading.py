"""A reading as plain values for JSON, under the contract `thammuu/reading/1`: stable keys, dates as YYYY-MM-DD."""

from __future__ import annotations

from typing import Any

from thammuu_core.citations.model import Citation
from thammuu_core.errors import Problem
from thammuu_core.outline import caption, said_label, where
from thammuu_core.plans.model import (
    Activity,
    Header,
    Number,
    Outcome,
    PartialDate,
    PlacedCitation,
    Reading,
    Signer,
    Step,
    When,
)
from thammuu_core.provisions import Attachment, Place, Provision

SCHEMA = "thammuu/reading/1"

Json = dict[str, Any]


def reading_to_dict(reading: Reading) -> Json:
    """The whole reading, ready for `json.dumps`."""
    header, places = reading.header, where(reading.outline)
    return {
        "schema": SCHEMA,
        "kind": {"code": header.kind_code, "name": header.kind_name},
        "issuer": {
            "name": header.issuer.name,
            "parent": header.issuer.parent,
            "stated": header.issuer.stated,
        },
        "number": _number(header.number),
        "date": _date(header.date),
        "title": header.title,
        "addressees": list(header.addressees),
        "outline": _contents(reading.outline.body),
        "attachments": [_attachment(attachment) for attachment in reading.outline.attachments],
        "citations": [_placed(placed) for placed in reading.citations],
        "outcome": _outcome(reading.outcome),
        "steps": [_step(step) for step in reading.steps],
        "recipients": list(header.recipients),
        "signer": _signer(header),
        "problems": [
            {**problem_to_dict(problem), "place": places.get(problem.where or "")}
            for problem in reading.problems
        ],
    }


def _number(number: Number | None) -> Json | None:
    if number is None:
        return None
    return {"as_written": number.as_written, "value": number.value, "symbol": number.symbol}


def _date(day: PartialDate | None) -> Json | None:
    if day is None:
        return None
    iso = day.iso.isoformat() if day.iso else None
    return {
        "as_written": day.as_written,
        "place": day.place,
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "iso": iso,
    }


def _nodes(provisions: tuple[Provision, ...]) -> list[Json]:
    """Labelled nodes only; what hangs under an unlabelled one moves up."""
    nodes: list[Json] = []
    for node in provisions:
        children = _nodes(node.children)
        if node.label and not node.cells:
            nodes.append(
                {"id": node.id, "label": said_label(node), "heading": node.heading, "children": children}
            )
        else:
            nodes.extend(children)
    return nodes


def _contents(provisions: tuple[Provision, ...]) -> list[Json]:
    """The nodes as a table of contents: one at the top that has no title is known by its first sentence."""
    captions = {node.id: caption(node) for top in provisions for node in top.walk()}
    return [{**node, "heading": node["heading"] or captions.get(node["id"])} for node in _nodes(provisions)]


def _attachment(attachment: Attachment) -> Json:
    return {
        "id": attachment.id,
        "label": attachment.label,
        "title": attachment.title,
        "outline": _contents(attachment.provisions),
    }


def citation_to_dict(citation: Citation) -> Json:
    """What one citation says, without its place."""
    return {
        "kind": citation.kind,
        "symbol": citation.symbol,
        "name": citation.name,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
        "subject": citation.subject,
        "pinpoint": citation.pinpoint,
    }


def _placed(placed: PlacedCitation) -> Json:
    return {
        **citation_to_dict(placed.citation),
        "role": placed.role,
        "where": placed.where,
        "quote": placed.quote,
        "source": _place(placed.place),
    }


def _outcome(outcome: Outcome | None) -> Json | None:
    if outcome is None:
        return None
    return {
        "kind": outcome.kind_code,
        "title": outcome.title,
        "issuer": outcome.issuer,
        "verified_by": outcome.verified_by,
    }


def _step(step: Step) -> Json:
    return {
        "id": step.id,
        "after": list(step.after),
        "where": step.where,
        "text": step.text,
        "when": _when(step.when),
        "also": [_when(when) for when in step.also],
        "lead": list(step.lead),
        "coordinating": list(step.coordinating),
        "inherited": list(step.inherited),
        "condition": step.condition,
        "products": list(step.products),
        "report_to": step.report_to,
        "restates": step.restates,
        "activities": [_activity(activity) for activity in step.activities],
        "sources": {name: _place(place) for name, place in step.sources},
    }


def _when(when: When) -> Json:
    said: Json = {
        "as_written": when.as_written,
        "kind": when.kind.value,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "strict": when.strict,
    }
    if when.open_end:
        said["open_end"] = True
    if when.recurrence:
        said["recurrence"] = when.recurrence
    return said


def _activity(activity: Activity) -> Json:
    said: Json = {"kind": activity.kind.value}
    if activity.audience:
        said["audience"] = list(activity.audience)
    if activity.round is not None:
        said["round"] = activity.round
    return said


def _signer(header: Header) -> Json | None:
    signer: Signer | None = header.signer
    if signer is None:
        return None
    return {"authority": list(signer.authority), "title": signer.title, "name": signer.name}


def _place(place: Place) -> Json:
    return {"provision": place.provision, "start": place.start, "end": place.end}


def problem_to_dict(problem: Problem) -> Json:
    """One problem for programs."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "where": problem.where,
        "message": problem.message,
        "basis": problem.basis,
    }
