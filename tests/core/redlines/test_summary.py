"""What a comparison comes to, provision by provision."""

from __future__ import annotations

from support.stories import story
from thammuu_core.outline import outline
from thammuu_core.papers import Paper, Story
from thammuu_core.redlines import Summary, compare, summary

BODY = (
    "Điều 1. Phạm vi điều chỉnh",
    "Quy chế này quy định nguyên tắc, nội dung và trách nhiệm phối hợp giữa các cơ quan.",
    "Điều 2. Nguyên tắc phối hợp",
    "1. Bảo đảm sự thống nhất trong công tác quản lý nhà nước trên địa bàn tỉnh.",
    "2. Thực hiện đúng chức năng, nhiệm vụ, quyền hạn của từng cơ quan, đơn vị.",
    "3. Trao đổi thông tin kịp thời, chính xác giữa các cơ quan.",
    "Điều 3. Tổ chức thực hiện",
    "Giao Sở Nội vụ chủ trì, theo dõi, đôn đốc việc thực hiện Quy chế này.",
)


def told(old: Story, new: Story) -> tuple[Summary, dict[str, str], dict[str, str]]:
    """The summary, and the text of every provision of either story by its id."""
    outlines = [outline(Paper("docx", (of,))) for of in (old, new)]
    texts = [{node.id: node.text for node in made.walk()} for made in outlines]
    return summary(compare(old, new), *outlines), *texts


def test_nothing_changed_says_so() -> None:
    found, _, _ = told(story(*BODY), story(*BODY))
    assert (found.added, found.removed, found.moved, found.renumbered, found.changed) == ((), (), (), (), ())
    assert len(found.pairs) == len(BODY)


def test_a_new_provision_and_those_it_renumbers() -> None:
    new = (*BODY[:4], "2. Chủ động tham mưu, đề xuất.", "3" + BODY[4][1:], "4" + BODY[5][1:], *BODY[6:])
    found, old_texts, new_texts = told(story(*BODY), story(*new))
    assert [new_texts[id_] for id_ in found.added] == ["2. Chủ động tham mưu, đề xuất."]
    assert [(old_texts[a][0], new_texts[b][0]) for a, b in found.renumbered] == [("2", "3"), ("3", "4")]
    assert (found.removed, found.moved, found.changed) == ((), (), ())


def test_removed_changed_and_moved_provisions() -> None:
    changed = BODY[1].replace("nguyên tắc, nội dung", "mục đích")
    new = (
        BODY[0],
        changed,
        BODY[2],
        BODY[4].replace("2.", "1."),
        BODY[6],
        BODY[7],
        BODY[3].replace("1.", "a)"),
    )
    found, old_texts, new_texts = told(story(*BODY), story(*new))
    assert [old_texts[id_] for id_ in found.removed] == [BODY[5]]
    assert [(old_texts[a], new_texts[b]) for a, b in found.changed] == [(BODY[1], changed)]
    assert [old_texts[a] for a, _ in found.moved] == [BODY[3]]


def test_numbers_counted_by_word_are_told_too() -> None:
    old = story(BODY[2], ("1.", BODY[3][3:]), ("2.", BODY[4][3:]), ("3.", BODY[5][3:]))
    new = story(BODY[2], ("1.", BODY[4][3:]), ("2.", BODY[5][3:]))
    found, old_texts, _ = told(old, new)
    assert [old_texts[id_] for id_ in found.removed] == [BODY[3][3:]]
    assert [old_texts[a] for a, _ in found.renumbered] == [BODY[4][3:], BODY[5][3:]]
    assert found.changed == ()
