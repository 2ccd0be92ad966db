"""Quản trị in a browser: a first password that must be changed, a workbook let in, and lists that stay quick."""

from __future__ import annotations

import io
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from support.cast import Cast
from support.workbooks import workbook
from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Position, Unit

PASSWORD = "lua-chin-ngoai-dong-7"
OWN = "mot-cau-cua-rieng-toi-9"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def administrator(as_client: Callable[[str], Client]) -> Client:
    """The one whose pages these are."""
    return as_client("administrator")


def page(client: Client, name: str, *arguments: object, **asked: str) -> BeautifulSoup:
    response = client.get(reverse(f"administration:{name}", args=arguments), asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def send(client: Client, act: str, *arguments: object, **typed: object) -> object:
    address = reverse(f"administration:{act}", args=arguments)
    return client.post(address, {"key": uuid4(), **typed})


HIRED = {
    "full_name": "Hà Thị Cúc",
    "username": "cuc.ht",
    "email": "",
    "role": "drafter",
    "unit": "",
    "title": "",
    "from_day": "01/07/2021",
}


def test_the_first_password_is_offered_in_plain_words(administrator: Client, cast: Cast) -> None:
    shown = page(administrator, "add_officer")
    box = shown.select_one("input[name=password]")
    assert box
    assert box["type"] == "password"
    assert str(box["value"]) in shown.get_text()


def test_a_new_officer_changes_the_first_password_before_anything_else(
    administrator: Client, cast: Cast
) -> None:
    assert send(administrator, "add_officer", **HIRED, password=PASSWORD).status_code == 302
    newcomer = Client()
    newcomer.force_login(User.objects.get(username="cuc.ht"), backend=BACKEND)
    change = reverse("account_change_password")
    assert newcomer.get(reverse("administration:absences"))["Location"] == change
    assert newcomer.get(change).status_code == 200
    words = {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN}
    assert newcomer.post(change, words).status_code == 302
    assert newcomer.get(reverse("administration:absences")).status_code == 200


def test_a_refused_officer_comes_back_with_what_was_typed(administrator: Client, cast: Cast) -> None:
    response = send(administrator, "add_officer", **(HIRED | {"username": "lan"}), password=PASSWORD)
    assert response.status_code == 422
    words = response.content.decode()
    assert "đã có người dùng" in words
    assert "Hà Thị Cúc" in words


def test_an_account_switched_off_is_out_at_the_next_click(administrator: Client, cast: Cast) -> None:
    other = Client()
    other.force_login(User.objects.get(username="lan"), backend=BACKEND)
    assert other.get("/vang-mat/").status_code == 200
    send(administrator, "switch_off", cast.drafter.uuid, version=1, reason="Nghỉ việc")
    assert other.get("/vang-mat/").status_code == 302


def test_an_old_page_is_answered_with_both_texts(administrator: Client, cast: Cast) -> None:
    unit = Unit.objects.get(name="Thanh tra Sở")
    change = {"what": "renamed", "from_day": "01/07/2021", "by": "Quyết định", "version": 1}
    assert send(administrator, "change_unit", unit.uuid, **change, name="Phòng Thanh tra").status_code == 302
    response = send(administrator, "change_unit", unit.uuid, **change, name="Ban Thanh tra")
    assert response.status_code == 409
    assert "Ban Thanh tra" in response.content.decode()
    assert "nay là Phòng Thanh tra" in response.content.decode()


def bring(client: Client, sheets: dict[str, list[list[str]]]) -> str:
    file = SimpleUploadedFile("danh-ba.xlsx", workbook(sheets).data)
    return send(client, "bring_workbook", workbook=file)["Location"]


def test_a_workbook_is_checked_told_and_let_in(administrator: Client, cast: Cast) -> None:
    rows = [["Tên đơn vị", "Từ ngày"], ["Phòng Bưu chính", ""], ["Phòng Sai", "31/02/2021"]]
    address = bring(administrator, {"Đơn vị": rows})
    told = BeautifulSoup(administrator.get(address).content, "html.parser").get_text(" ", strip=True)
    assert "1 ô bị từ chối" in told
    assert "31/02/2021" in told
    assert not Unit.objects.filter(name="Phòng Bưu chính").exists()
    assert administrator.post(address, {"key": uuid4(), "rows": "all"}).status_code == 422
    assert administrator.post(address, {"key": uuid4(), "rows": "good"}).status_code == 302
    assert Unit.objects.filter(name="Phòng Bưu chính").exists()
    assert "Đã ghi vào danh bạ" in administrator.get(address).content.decode()
    refused = administrator.get(f"{address}bi-tu-choi/")
    sheet = load_workbook(io.BytesIO(refused.content)).active
    assert [cell.value for cell in sheet[2]][:3] == ["Đơn vị", "B3", "31/02/2021"]


def test_a_file_that_is_no_workbook_is_refused_on_the_form(administrator: Client, cast: Cast) -> None:
    file = SimpleUploadedFile("danh-ba.xlsx", b"khong phai bang tinh")
    assert send(administrator, "bring_workbook", workbook=file).status_code == 422


def test_each_parameter_stands_with_its_value_and_its_source(administrator: Client, cast: Cast) -> None:
    send(administrator, "parameter", "request.answer_days", number=0, value="8", reason="Quy chế của Sở")
    row = page(administrator, "parameters").find(id="request.answer_days")
    assert row
    words = row.get_text(" ", strip=True)
    assert "8 ngày làm việc" in words
    assert "thường dùng: 3 ngày làm việc" in words
    assert "Quy chế của Sở" in words
    assert cast.administrator.name in words


def test_a_parameter_out_of_bounds_comes_back_with_what_it_takes(administrator: Client, cast: Cast) -> None:
    response = send(administrator, "parameter", "request.answer_days", number=0, value="0", reason="x")
    assert response.status_code == 422
    assert "số nguyên từ 1 đến 60" in response.content.decode()


def more_rows(cast: Cast, count: int) -> None:
    """That many more officers, units and agencies."""
    agency = Agency.objects.get(pk=cast.drafter.agency_id)
    users = User.objects.bulk_create([User(username=f"cb-{number}") for number in range(count)])
    officers = Officer.objects.bulk_create(
        [Officer(user=user, full_name=f"Cán Bộ {user.pk}", folded=f"can bo {user.pk}") for user in users]
    )
    units = Unit.objects.bulk_create([Unit(agency=agency, name=f"Phòng {n}") for n in range(count)])
    Position.objects.bulk_create(
        [
            Position(officer=officer, agency=agency, unit=unit, role="drafter")
            for officer, unit in zip(officers, units, strict=True)
        ]
    )
    agencies = Agency.objects.bulk_create([Agency(parent=agency) for _ in range(count)])
    AgencyName.objects.bulk_create(
        [AgencyName(agency=one, name=f"Xã {one.pk}", folded=f"xa {one.pk}") for one in agencies]
    )


@pytest.mark.parametrize("name", ["home", "agencies", "units", "officers", "absences", "plan_absence"])
def test_fifty_more_rows_take_as_many_queries(administrator: Client, cast: Cast, name: str) -> None:
    page(administrator, name)
    with CaptureQueriesContext(connection) as few:
        page(administrator, name)
    more_rows(cast, 50)
    with CaptureQueriesContext(connection) as many:
        page(administrator, name)
    assert len(many) == len(few)


def test_a_filter_not_understood_filters_nothing(administrator: Client, cast: Cast) -> None:
    for asked in ({"kind": "tím"}, {"trang": "x"}, {"khác": "1"}):
        assert "Sở Tài chính" in page(administrator, "agencies", **asked).get_text()
    assert cast.drafter.name in page(administrator, "officers", unit="không").get_text()


def test_the_navigation_offers_administration_to_administrators_only(
    administrator: Client, drafter: Client, cast: Cast
) -> None:
    door = reverse("administration:home")
    assert page(administrator, "absences").select(f'nav a[href="{door}"]')
    assert not page(drafter, "absences").select(f'nav a[href="{door}"]')


def test_who_may_not_edit_the_shared_register_is_offered_no_way_to(
    administrator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency: UUID = Agency.objects.get(names__name="Sở Tài chính").uuid
    rename = reverse("administration:rename_agency", args=[agency])
    assert page(administrator, "agency", agency).select(f'a[href="{rename}"]')
    Position.objects.create(
        officer_id=cast.outsider.id, agency_id=cast.outsider.agency_id, role="administrator"
    )
    assert not page(administrator, "agency", agency).select(f'a[href="{rename}"]')
    assert administrator.get(rename).status_code == 403
