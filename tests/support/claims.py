"""A claim of `thammuu/reading/1` written by hand, so that tests of the application do not hang on the reader."""

from __future__ import annotations

from typing import Any

Claim = dict[str, Any]
BRANCH = "Chi cục Tiêu chuẩn Đo lường Chất lượng"


def step(mark: str, text: str, **fields: Any) -> Claim:
    """One step of a claim; `end` and `start` are ISO dates, the rest as in the contract."""
    start, end = fields.pop("start", None), fields.pop("end", None)
    kind = fields.pop("kind", "period" if start else "deadline" if end else "undated")
    when = {
        "as_written": fields.pop("words", end or ""),
        "kind": kind,
        "start": start,
        "end": end,
        "strict": fields.pop("strict", False),
    }
    return {
        "id": mark,
        "where": f"II.{mark[1:]}",
        "text": text,
        "when": when,
        "also": [],
        "after": [],
        "lead": [BRANCH],
        "coordinating": ["các phòng, đơn vị thuộc Sở"],
        "inherited": ["lead", "coordinating"],
        "condition": None,
        "products": [],
        "report_to": None,
        "restates": None,
        "activities": [],
        "sources": {"text": {"provision": f"p{mark[1:]}", "start": 0, "end": len(text)}},
        **fields,
    }


def plan_claim() -> tuple[Claim, dict[str, str]]:
    """A plan of five steps in the summer of 2021, with two problems; and the words of its provisions."""
    steps = [
        step(
            "s1",
            "Nghiên cứu văn bản có liên quan",
            start="2021-04-01",
            end="2021-05-31",
            words="Tháng 4-5/2021",
        ),
        step("s2", "Xây dựng dự thảo", end="2021-06-15", words="Trước 15/6/2021", after=["s1"]),
        step(
            "s3",
            "Lấy ý kiến lần 1",
            end="2021-06-30",
            strict=True,
            words="Trước ngày 30/6/2021",
            after=["s2"],
        ),
        step(
            "s4",
            "Lấy ý kiến lần 2",
            end="2021-07-15",
            strict=True,
            after=["s3"],
            lead=["Phòng Quản lý Khoa học"],
        ),
        step("s5", "Hoàn thiện khi có yêu cầu", kind="conditional", condition="khi có yêu cầu", after=["s4"]),
    ]
    problems = [
        problem("citations.date_implausible", "Ngày 24/12/2010 không hợp với chương trình năm 2021.", "p0"),
        problem("plans.no_date", "Bước này không có thời hạn.", "s5"),
    ]
    claim = {
        "schema": "thammuu/reading/1",
        "kind": {"code": "KH", "name": "Kế hoạch"},
        "issuer": {"name": "Sở Khoa học và Công nghệ", "parent": "UBND tỉnh Bắc Giang", "stated": True},
        "number": {"as_written": "Số: /KH-KHCN", "value": None, "symbol": "KH-KHCN"},
        "date": {"as_written": "", "place": "Bắc Giang", "year": 2021, "month": 4, "day": None, "iso": None},
        "title": "Xây dựng Kế hoạch nâng cao năng suất và chất lượng",
        "outline": [],
        "attachments": [],
        "citations": [],
        "outcome": {"kind": "KH", "title": "Kế hoạch nâng cao năng suất", "issuer": "UBND tỉnh Bắc Giang"},
        "steps": steps,
        "recipients": [],
        "signer": None,
        "problems": problems,
    }
    return claim, {step["sources"]["text"]["provision"]: step["text"] for step in steps}


def problem(code: str, message: str, where: str) -> Claim:
    """One problem of a claim."""
    return {"code": code, "severity": "warning", "where": where, "message": message, "basis": None}
