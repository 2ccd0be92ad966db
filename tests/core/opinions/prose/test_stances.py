"""Where an agency stands on the whole draft, by the words of its letter."""

from __future__ import annotations

import pytest

from thammuu_core.opinions.model import Stance
from thammuu_core.opinions.prose.cutting import sentences
from thammuu_core.opinions.prose.phrases import asks
from thammuu_core.opinions.prose.stances import only_stance, said, stance


def stance_of(text: str) -> Stance:
    spoken = [text[start:end] for start, end in sentences(text)]
    asked = any(asks(sentence) and not only_stance(sentence) for sentence in spoken)
    return stance([one for sentence in spoken if (one := said(sentence))], asked)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tài chính nhất trí với dự thảo Kế hoạch.",
        "Sở Nội vụ thống nhất về nội dung dự thảo; đề nghị Sở Y tế tổng hợp, trình UBND tỉnh ban hành.",
        "UBND xã Tả Van nhất trí cao với dự thảo.",
        "Thống nhất.",
        "Nhất trí với nội dung dự thảo, không có ý kiến gì thêm.",
        "Sở Y tế đồng ý với các nội dung trong dự thảo và không có ý kiến tham gia, bổ sung gì thêm.",
        "Đơn vị không có góp ý bổ sung, thống nhất để cơ quan chủ trì hoàn thiện, trình ban hành.",
        "Bộ Quốc phòng đồng thuận với sự cần thiết, phạm vi điều chỉnh và nội dung dự thảo Nghị định.",
        "Sở Tài chính thống nhất với đề xuất của Sở Y tế.",
        "Thanh tra tỉnh nhất trí dự thảo Kế hoạch, không có ý kiến sửa đổi, bổ sung.",
        "Công an tỉnh hoàn toàn nhất trí và không đề nghị chỉnh sửa, bổ sung nội dung gì.",
        "Bộ Công an không phản đối việc ban hành Thông tư.",
        "Đề nghị giữ nguyên như dự thảo.",
        "Hội Nông dân nhất trí với toàn bộ dự thảo và đề nghị sớm ban hành để triển khai thực hiện.",
    ],
)
def test_agreement_with_the_whole(text: str) -> None:
    assert stance_of(text) is Stance.AGREE


@pytest.mark.parametrize(
    "text",
    [
        "Sở Xây dựng cơ bản nhất trí với dự thảo.",
        "Về cơ bản, Sở Xây dựng thống nhất với nội dung dự thảo. Tuy nhiên, đề nghị xem xét một số nội dung sau:",
        "Sở Xây dựng nhất trí với dự thảo và có một số ý kiến như sau:",
        "Sở Xây dựng nhất trí với dự thảo, đồng thời đề nghị bổ sung căn cứ pháp lý.",
        "Nhất trí với dự thảo. Đề nghị sửa khoản 2 Điều 5.",
        "Sở Nội vụ nhất trí với dự thảo, trừ quy định tại khoản 3 Điều 5 đề nghị bỏ.",
        "Sở Tài chính không có ý kiến gì khác ngoài việc đề nghị cân nhắc tính khả thi của khoản 1 Điều 4.",
        "Bộ Tư pháp cơ bản không có ý kiến đối với dự thảo, ngoài một số nội dung dưới đây:",
        "Đề nghị bỏ khoản 2 Điều 5. Các nội dung khác, Sở nhất trí như dự thảo.",
    ],
)
def test_agreement_that_goes_on_to_ask_is_agreement_with_opinions(text: str) -> None:
    assert stance_of(text) is Stance.AGREE_WITH_OPINIONS


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế không có ý kiến.",
        "Ban Dân tộc không tham gia ý kiến đối với dự thảo.",
        "Sau khi nghiên cứu dự thảo, Công an tỉnh không có ý kiến góp ý.",
        "Ý kiến của Sở: Không.",
        "Do không thuộc chức năng, nhiệm vụ nên Ban Dân tộc xin phép không tham gia ý kiến.",
    ],
)
def test_having_no_opinion_is_no_agreement(text: str) -> None:
    assert stance_of(text) is Stance.NO_OPINION


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tư pháp không nhất trí với việc ban hành Quyết định vì trái thẩm quyền.",
        "Sở Tư pháp chưa thống nhất với nội dung dự thảo.",
        "Đề nghị chưa ban hành Quyết định này.",
        "Không nhất trí.",
        "Sở Tư pháp đề nghị chưa xem xét, ban hành Nghị quyết này.",
        "Việc ban hành Nghị quyết là chưa cần thiết, Sở Tư pháp không nhất trí.",
        "Bộ Tài chính chưa có cơ sở để thống nhất với dự thảo Nghị định.",
    ],
)
def test_refusal_of_the_whole(text: str) -> None:
    assert stance_of(text) is Stance.DISAGREE


@pytest.mark.parametrize(
    "text",
    [
        "Sở Tư pháp không nhất trí với khoản 2 Điều 5.",
        "Không thống nhất với nội dung dự thảo tại khoản 2 Điều 5.",
        "Nhất trí với nội dung tại Điều 5.",
        "Đối với khoản 2 Điều 5, Sở không có ý kiến.",
        "Đơn vị thống nhất với phương án 2.",
        "Sở Tài chính chưa thống nhất mức chi 500.000 đồng tại Phụ lục II.",
    ],
)
def test_words_about_a_part_say_nothing_of_the_whole(text: str) -> None:
    assert stance_of(text) is Stance.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Sở có một số ý kiến như sau:",
        "Đề nghị rà soát để bảo đảm thống nhất với Luật Đất đai.",
        "Đề nghị sử dụng thống nhất cụm từ trong dự thảo.",
        "Dự thảo chưa thống nhất giữa Điều 5 và Điều 7.",
        "Đề nghị thống nhất cách gọi trong toàn bộ dự thảo.",
        "Để bảo đảm tính khả thi, thống nhất với các văn bản quy phạm pháp luật, đề nghị sửa khoản 1.",
    ],
)
def test_thong_nhat_in_other_senses_is_no_stance(text: str) -> None:
    assert stance_of(text) is Stance.UNKNOWN


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Sở Y tế không có ý kiến khác ngoài các nội dung sau:", Stance.AGREE_WITH_OPINIONS),
        ("Sở Tư pháp chưa nhất trí việc ban hành Quyết định tại thời điểm này.", Stance.DISAGREE),
        ("Sở Tài chính không nhất trí trình Hội đồng nhân dân tỉnh tại kỳ họp này.", Stance.DISAGREE),
        ("Sở Nội vụ nhận thấy chưa thật sự cần thiết phải ban hành một Kế hoạch riêng.", Stance.DISAGREE),
        ("Sở Nội vụ thấy rằng việc ban hành một Nghị quyết riêng là chưa cần thiết.", Stance.DISAGREE),
    ],
)
def test_second_thoughts_on_the_whole_are_heard(text: str, stands: Stance) -> None:
    assert stance_of(text) is stands
    assert only_stance(text)
