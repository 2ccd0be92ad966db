"""The draft with what all agencies ask for in it: changes as changes, words as comments, nothing left out."""

from __future__ import annotations

from support.merges import REPLIES, TEXT, VERSION, base, change, merged
from thammuu_core.compositions.consolidated import redline
from thammuu_core.opinions import Operation, Origin, Reply
from thammuu_core.wordml import read_revised


def test_rejecting_all_changes_gives_the_draft_that_was_sent() -> None:
    made = redline(base(), merged(), VERSION)
    assert read_revised(made.data).body.original.text == TEXT


def test_changes_bear_the_names_of_agencies() -> None:
    revised = read_revised(redline(base(), merged(), VERSION).data)
    hands = {token.inserted.author for token in revised.body.tokens if token.inserted}
    assert hands == {"Sở Tài chính", "Sở Công Thương"}
    accepted = revised.body.accepted.text
    assert "hoàn thành trước ngày 30/9/2026." in accepted
    assert "2a. Sở Công Thương phối hợp hỗ trợ doanh nghiệp." in accepted


def test_what_most_agencies_ask_for_is_the_change_and_the_others_are_comments() -> None:
    made = redline(base(), merged(), VERSION)
    assert "31/12/2026" not in read_revised(made.data).body.accepted.text
    told = {REPLIES[reply].opinions[index].new for reply, index in made.instead}
    assert "31/12/2026" in told
    assert made.changes > len(made.instead) > 0


def test_every_word_of_an_opinion_stands_in_the_file() -> None:
    revised = read_revised(redline(base(), merged(), VERSION).data)
    held = "\n".join([*(token.text for token in revised.body.tokens), *(one.text for one in revised.remarks)])
    for reply in REPLIES:
        for opinion in reply.opinions:
            if opinion.operation is not Operation.AGREE:
                for words in filter(
                    None, (opinion.text, opinion.new.strip("\n"), *(a.text for a in opinion.thread))
                ):
                    assert words in held, words
        for loose in reply.unplaced:
            assert loose.words in held


def test_comments_stay_on_their_words_in_their_threads() -> None:
    revised = read_revised(redline(base(), merged(), VERSION).data)
    (asked,) = [one for one in revised.remarks if one.text.startswith("Nêu căn cứ")]
    assert asked.original is not None
    assert TEXT[slice(*asked.original)] == "20 doanh nghiệp"
    assert asked.resolved
    (answer,) = [one for one in revised.remarks if one.parent == asked.id]
    assert answer.text == "Lấy theo giai đoạn trước."


def test_opinions_on_another_version_are_told_and_change_nothing() -> None:
    other = Reply("a.docx", agency="Sở A", opinions=(change("Sở Tài chính", "Sở B"),), base_version="f" * 64)
    made = redline(base(), merged([other]), VERSION)
    revised = read_revised(made.data)
    assert revised.body.accepted.text == TEXT
    assert made.changes == 0
    (note,) = revised.remarks
    assert note.text == "[Mục III.2 (góp ý trên một bản khác)] Đề nghị sửa “Sở Tài chính” thành “Sở B”."


def test_a_silent_change_is_a_change_like_any_other() -> None:
    reply = Reply("a.docx", agency="Sở A", opinions=(change("đo lường", "đo đạc", origin=Origin.SILENT),))
    revised = read_revised(redline(base(), merged([reply]), VERSION).data)
    assert "đo đạc" in revised.body.accepted.text
