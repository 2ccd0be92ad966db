"""Every template, whatever the facts: the prescribed form, read back the same, nothing invented, everything counted."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thammuu_core import formats
from thammuu_core.compositions import (
    BadTemplate,
    Field,
    Kind,
    Signer,
    Template,
    UnknownTemplate,
    compose,
    own_template,
    template,
    templates,
    worked_facts,
)
from thammuu_core.errors import Severity
from thammuu_core.intake import read_paper
from thammuu_core.rendering import Basis, Document, Provision, Table, normalised, read, to_docx, to_pdf
from thammuu_core.rendering.normal import texts

CODES = tuple(one.code for one in templates())


def example(code: str) -> dict[str, Any]:
    return deepcopy(dict(worked_facts(code)))


def found(document: Document) -> list[str]:
    """What is an error in the file as issued."""
    paper = read_paper(to_docx(document), "van-ban.docx", forms=True)
    report = formats.check(paper, state=formats.State.ISSUED)
    return [
        f"{one.rule} {one.where} {one.message}" for one in report.findings if one.severity is Severity.ERROR
    ]


def words(document: Document) -> str:
    """All text of the body, a paragraph a line."""
    shown = []
    for block in texts(document):
        if isinstance(block, Table):
            shown += [cell for row in block.rows for cell in row.cells]
        else:
            shown.append(block.text if hasattr(block, "text") else "".join(run.text for run in block.runs))
    return "\n".join(shown)


@pytest.mark.parametrize("code", CODES)
def test_with_its_worked_facts_it_has_no_error_and_comes_back_the_same(code: str) -> None:
    made = compose(code, example(code))
    assert made.problems == ()
    assert found(made.document) == []
    assert read(to_docx(made.document)) == normalised(made.document)
    assert to_pdf(made.document).startswith(b"%PDF")


@pytest.mark.parametrize("code", CODES)
def test_without_facts_every_blank_is_seen_and_told(code: str) -> None:
    made = compose(code, {})
    needed = {one.name for one in template(code).fields if one.required and "." not in one.name}
    told = {problem.where.partition(".")[0] for problem in made.problems if problem.where}
    assert told <= {one.name for one in template(code).fields}
    assert needed - told == set()
    assert made.document.head.number == ""
    assert not any(
        sign.isdigit() for sign in "".join((*made.document.signature.lines, made.document.signature.name))
    )
    assert "…" in words(made.document) + made.document.subject
    assert made.document.head.day is None
    assert read(to_docx(made.document)) == normalised(made.document)


_SENTENCE = st.text("abcđêưóạặ ,", min_size=1, max_size=30).map(
    lambda text: f"Nội dung {' '.join(text.split(' '))}".strip(" ,")
)


def _value(field: Field, template: Template) -> st.SearchStrategy[Any]:
    match field.kind:
        case Kind.NUMBER | Kind.MONEY:
            return st.decimals(0, 10**9, places=1) | st.integers(0, 10**9)
        case Kind.DAY:
            return st.dates(date(2021, 1, 1), date(2026, 11, 1))
        case Kind.YES:
            return st.booleans()
        case Kind.LIST:
            return st.lists(_SENTENCE, min_size=1, max_size=3)
        case Kind.ROWS:
            inner = [one for one in template.fields if one.name.startswith(f"{field.name}.")]
            row = st.fixed_dictionaries({one.name.rpartition(".")[2]: _value(one, template) for one in inner})
            return st.lists(row, min_size=1, max_size=3)
    return _SENTENCE


@st.composite
def anything(draw: st.DrawFn) -> tuple[str, Mapping[str, Any]]:
    """A template, the formal facts of its example, and any words for the rest."""
    code = draw(st.sampled_from(CODES))
    known = example(code)
    one = template(code)
    made = dict(known)
    for field in one.fields:
        shared = (
            field.key.replace(" ", "_") in _FORMAL
            or field.kind in (Kind.PAPER, Kind.GROUP)
            or "." in field.name
        )
        if not shared and (field.required or draw(st.booleans())):
            made.pop(field.key.replace(" ", "_"), None)
            made[field.name] = draw(_value(field, one))
    return code, made


_FORMAL = frozenset(
    ("co_quan", "co_quan_chu_quan", "chu_tat_co_quan", "chu_tat_don_vi_soan", "dia_danh", "so", "ngay", "ghi_du_ngay",
     "do_khan", "luu", "can_cu", "tham_quyen_ban_hanh", "chu_toa", "thu_ky", "lanh_dao_van_phong", "chuyen_vien")
)  # fmt: skip


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything())
def test_with_any_facts_it_has_no_error_and_comes_back_the_same(made: tuple[str, Mapping[str, Any]]) -> None:
    composed = compose(*made)
    assert found(composed.document) == []
    assert read(to_docx(composed.document)) == normalised(composed.document)


def test_counts_are_those_of_the_rows() -> None:
    facts = example("bao-cao")
    facts["ket_qua"] = [
        {"nhiệm vụ": "x", "đơn vị": "y", "tình trạng": state}
        for state in ("hoàn thành", "Hoàn thành", "chậm")
    ]
    said = words(compose("bao-cao", facts).document)
    assert "Trong 3 nhiệm vụ được giao, đã hoàn thành 2, đang thực hiện 0, chậm 1." in said


def test_sums_are_those_of_the_rows() -> None:
    facts = example("ke-hoach-tinh")
    facts["nhiem_vu"][0]["kinh_phi"] = Decimal("1000.5")
    document = compose("ke-hoach-tinh", facts).document
    assert "Tổng kinh phí của các nhiệm vụ tại Phụ lục là 3.950,5 triệu đồng." in words(document)
    (table,) = (block for block in document.annexes[0].sections[0].blocks if isinstance(block, Table))
    assert (table.rows[-1].bold, table.rows[-1].cells[1], table.rows[-1].cells[-1]) == (
        True,
        "Tổng cộng",
        "3.950,5",
    )
    assert [row.cells[0] for row in table.rows if row.band] == [
        "I. Thông tin, tuyên truyền",
        "II. Hỗ trợ doanh nghiệp",
    ]


def test_an_annex_of_nothing_is_left_out() -> None:
    facts = example("ke-hoach-tinh")
    del facts["nhiem_vu"]
    document = compose("ke-hoach-tinh", facts).document
    assert document.annexes == ()
    assert "Phụ lục" not in words(document)


def test_the_day_is_left_for_the_pen_until_there_is_a_number() -> None:
    facts = example("to-trinh")
    assert not compose("to-trinh", facts).document.head.open_day
    del facts["so"]
    assert compose("to-trinh", facts).document.head.open_day


def test_a_decision_names_its_last_article_and_carries_the_plan_without_signature() -> None:
    facts = example("quyet-dinh")
    facts["dieu_khoan"] = [
        "Giao Sở Khoa học và Công nghệ tổ chức thực hiện.",
        "Kinh phí do ngân sách bảo đảm.",
    ]
    document = compose("quyet-dinh", facts).document
    assert document.recipients[0] == "Như Điều 5"
    assert document.attached is not None
    assert (document.attached.head.day, document.attached.signature.lines, document.attached.recipients) == (
        None,
        (),
        (),
    )


def test_words_of_facts_are_never_placeholders_or_marks() -> None:
    facts = example("to-trinh") | {"quá trình": ["{cơ quan} *đậm* <x> [hết] Căn cứ a;", "1. một"]}
    facts.pop("qua_trinh")
    said = words(compose("to-trinh", facts).document)
    assert "{cơ quan} *đậm* <x> [hết] Căn cứ a;" in said


def test_a_line_of_grounds_is_a_basis_and_a_clause_that_ends_in_a_stop_is_no_title() -> None:
    document = compose("thong-bao", example("thong-bao")).document
    clauses = [block for block in texts(document) if isinstance(block, Provision)]
    assert [clause.title for clause in clauses] == [False, False]
    bases = [
        block
        for block in texts(compose("to-trinh", example("to-trinh")).document)
        if isinstance(block, Basis)
    ]
    assert len(bases) == 2


def test_the_template_of_the_guide_means_what_the_guide_says() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "howto" / "templates.md").read_text(encoding="utf-8")
    made = compose(
        own_template("lich-hop", guide.split("```")[1]),
        {"cuộc họp": "họp giao ban", "thành phần": ["A", "B"]},
    )
    assert made.document.subject == "Về họp giao ban"
    assert words(made.document) == "Thành phần\nGồm 2 đơn vị:\nA;\nB;"


@pytest.mark.parametrize(
    ("body", "facts", "told"),
    [
        ("Giao {a}<, phối hợp với {b}>.", {"a": "X", "b": ["Y", "Z"]}, "Giao X, phối hợp với Y, Z."),
        ("Giao {a}<, phối hợp với {b}>.", {"a": "X"}, "Giao X."),
        ("Có {b;}.", {"b": ["Y, V", "Z"]}, "Có Y, V; Z."),
        ("Có {b}.", {"b": []}, ""),
        ("[chèn: b]", {"b": "1. Một\na) Hai {a}\n*ba*"}, "Một\nHai {a}\n*ba*"),
        ("[nếu có: b]\nCó\n[hết]\n[nếu không có: b]\nKhông\n[hết]", {"a": "X"}, "Không"),
        (
            "Chỉ {đếm c}: {đếm c: d = đã xong}; {cộng c.e}.",
            {"c": [{"d": "Đã xong", "e": 1}, {"e": 2.5}]},
            "Chỉ 2: 1; 3,5.",
        ),
    ],
)
def test_each_sign_of_the_guide_does_as_told(body: str, facts: dict[str, Any], told: str) -> None:
    fields = "a | chữ | bắt buộc | x\nb | danh sách | | x\nc | bảng | | x\nc.d | chữ | | x\nc.e | số | | x"
    one = own_template(
        "thu", f"[mẫu]\ntên: Thử\n[điền vào]\n{fields}\n[thể thức]\ntên loại: Thông báo\n[nội dung]\n{body}"
    )
    assert words(compose(one, facts).document) == told


def test_rows_are_not_counted_by_what_is_not_yet_decided_in_one_of_them() -> None:
    facts = example("tong-hop-y-kien")
    first, *others = facts["y_kien"]
    open_yet = {name: value for name, value in first.items() if name != "ket_qua"}
    made = compose("tong-hop-y-kien", {**facts, "y_kien": [open_yet, *others]})
    assert "2, trong đó tiếp thu …, tiếp thu một phần …, giải trình …" in words(made.document)
    assert [problem.where for problem in made.problems] == ["ý kiến.kết quả"]


def test_names_are_told_apart_without_their_marks() -> None:
    for one in templates():
        keys = [field.key for field in one.fields]
        assert len(keys) == len(set(keys)), one.code


def test_every_form_says_where_it_comes_from() -> None:
    assert all(one.name and one.source for one in templates())
    named = {path.stem for path in (Path(__file__).parents[3] / "docs" / "templates").glob("*.png")}
    assert {name.removesuffix("-2") for name in named} == set(CODES)


def test_facts_of_the_signer_and_the_recipients_may_be_given_to_any_template() -> None:
    facts = example("phieu-trinh") | {"người ký": Signer("A", "Giám đốc").facts, "số": "1", "nơi nhận": ["B"]}
    assert compose("phieu-trinh", facts).problems == ()


@pytest.mark.parametrize("recipients", [[], [""], [" ", ""], "", None])
@pytest.mark.parametrize("code", ["thong-bao", "ke-hoach-tinh", "ke-hoach-don-vi"])
def test_a_document_that_nobody_receives_is_told(code: str, recipients: Any) -> None:
    (problem,) = compose(code, example(code) | {"noi_nhan": recipients}).problems
    assert (problem.code, problem.where) == ("compositions.no_recipients", "nơi nhận")


@pytest.mark.parametrize("code", ["to-trinh", "cong-van-don-doc", "quyet-dinh", "phieu-trinh"])
def test_who_is_addressed_or_bound_by_it_receives_it_and_a_slip_goes_to_nobody_else(code: str) -> None:
    assert compose(code, example(code) | {"noi_nhan": []}).problems == ()


def test_an_archive_among_the_recipients_is_one_of_them() -> None:
    facts = example("thong-bao") | {"noi_nhan": ["Lưu trữ lịch sử tỉnh"]}
    assert compose("thong-bao", facts).problems == ()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Của {cơ quan chủ}", "Dòng 6 của mẫu: “cơ quan chủ” chưa khai"),
        ("Của {cơ quan", "Dòng 6 của mẫu: dấu “{” không đủ cặp"),
        ("*đậm", "thiếu dấu * đóng"),
        ("<thôi", "thiếu dấu “>”"),
        ("[mỗi: nơi nhận]", "chưa có [hết]"),
        ("[hết]", "[hết] thừa"),
        ("[gì đó: a]", "không hiểu “[gì đó: a]”"),
        ("[bảng: nơi nhận]\nMột cột", "Dòng 7 của mẫu: cột của bảng viết theo lối"),
    ],
)
def test_a_bad_text_is_refused_with_its_line(body: str, told: str) -> None:
    text = f"[mẫu]\ntên: Thử\n[thể thức]\ntên loại: Thông báo\n[nội dung]\n{body}"
    with pytest.raises(BadTemplate) as refused:
        own_template("thu", text)
    assert told in refused.value.message


def test_a_template_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownTemplate, match="to-trinh"):
        template("bao")


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (Signer("", "Giám đốc"), ("GIÁM ĐỐC",)),
        (Signer("", "Phó Giám đốc", head="Giám đốc"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Signer("", "Chủ tịch", collective="Ủy ban nhân dân"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            Signer("", "Phó Chánh Văn phòng", by_order="Chủ tịch", head="Chánh Văn phòng"),
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        (Signer("", "Chi cục trưởng", by_delegation="Giám đốc"), ("TUQ. GIÁM ĐỐC", "CHI CỤC TRƯỞNG")),
        (Signer("", "Giám đốc", acting=True), ("Q. GIÁM ĐỐC",)),
    ],
)
def test_who_signs_for_whom_makes_the_lines(signer: Signer, lines: tuple[str, ...]) -> None:
    assert signer.lines == lines
    facts = example("thong-bao")
    facts["nguoi_ky"] = signer.facts
    assert compose("thong-bao", facts).document.signature.lines == lines
