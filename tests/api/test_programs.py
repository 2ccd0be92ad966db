"""Programs read what their officer sees and record progress as that officer, by a token and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from support.builders import make_dossier
from support.cast import Cast
from thammuu.apps.accounts import tokens
from thammuu.apps.accounts.commands import RevokeToken
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

BASE = "/api/v1"
READERS = ("drafter", "head", "clerk", "leader", "other_unit")
Program = Callable[[str], Client]


@pytest.fixture
def program(cast: Cast) -> Program:
    """A program that holds a token of the named one of the cast."""

    def client(role: str) -> Client:
        return Client(headers={"Authorization": f"Bearer {secret_of(getattr(cast, role))}"})

    return client


def secret_of(actor: Actor, purpose: str = "api") -> str:
    """A new token's secret."""
    secret = tokens.issue(actor, purpose, "Thử nghiệm", key=uuid4()).secret
    assert secret
    return secret


def post(client: Client, path: str, body: dict[str, Any], key: UUID | None = None) -> Any:
    """A POST as programs send it."""
    headers = {"Idempotency-Key": str(key or uuid4())}
    return client.post(f"{BASE}{path}", json.dumps(body), content_type="application/json", headers=headers)


def started(version: int = 1, **fields: Any) -> dict[str, Any]:
    """That a step began."""
    return {"version": version, "done_on": "2021-07-05", **fields}


READS = ("/dossiers/{dossier}", "/steps/{step}", "/files/{file}")


@pytest.mark.parametrize("path", READS)
def test_each_sees_through_a_token_what_he_sees_on_the_pages(
    program: Program, dossier: DossierView, foreign_dossier: DossierView, path: str
) -> None:
    own, foreign = filled(path, dossier), filled(path, foreign_dossier)
    for role in READERS:
        assert program(role).get(own).status_code == 200
        assert program(role).get(foreign).status_code == 404
    assert program("administrator").get(own).status_code == 404
    assert program("outsider").get(own).status_code == 404
    assert program("outsider").get(foreign).status_code == 200


def filled(path: str, dossier: DossierView) -> str:
    """The path with the ids of that dossier."""
    assert dossier.document
    ids = {"dossier": dossier.uuid, "step": dossier.steps[0].uuid, "file": dossier.document.file_uuid}
    return BASE + path.format(**ids)


def test_lists_counts_and_search_hold_nothing_of_others(
    program: Program, dossier: DossierView, foreign_dossier: DossierView
) -> None:
    board = program("clerk").get(f"{BASE}/dossiers").json()
    assert ([row["uuid"] for row in board["rows"]], board["total"]) == ([str(dossier.uuid)], 1)
    found = program("outsider").get(f"{BASE}/search", {"q": "ke hoach", "kind": "dossier"}).json()
    assert [row["uuid"] for row in found["rows"]] == [str(foreign_dossier.uuid)]
    assert program("administrator").get(f"{BASE}/dossiers").json()["total"] == 0
    assert program("administrator").get(f"{BASE}/search", {"q": "ke hoach"}).json()["total"] == 0


def test_a_program_lives_through_a_step(program: Program, cast: Cast, dossier: DossierView) -> None:
    client, step = program("drafter"), dossier.steps[0].uuid
    assert post(client, f"/steps/{step}/start", started()).json() == {"step": str(step)}
    handed = {**started(2), "words": "Văn phòng UBND tỉnh"}
    assert post(client, f"/steps/{step}/hand-over", handed).status_code == 200
    finished = started(3, evidence_note="Dự thảo số 01", done_by="Lê Văn An")
    assert post(client, f"/steps/{step}/finish", finished).status_code == 200
    assert post(client, f"/steps/{step}/reopen", started(4, note="Thiếu phụ lục")).status_code == 200
    shown = client.get(f"{BASE}/steps/{step}").json()["step"]
    assert [fact["act"] for fact in shown["facts"]] == ["start", "hand_over", "finish", "reopen"]
    assert shown["facts"][2]["done_by"] == "Lê Văn An"
    assert shown["facts"][2]["on_behalf"]
    assert shown["facts"][0]["done_by"] == cast.drafter.name


def test_a_request_sent_again_has_one_effect_and_another_under_its_key_is_refused(
    program: Program, cast: Cast, dossier: DossierView
) -> None:
    client, step, key = program("drafter"), dossier.steps[0].uuid, uuid4()
    for _ in range(3):
        assert post(client, f"/steps/{step}/start", started(), key).status_code == 200
    assert post(client, f"/steps/{step}/start", started(note="khác"), key).status_code == 422
    assert len(queries.step_view(cast.drafter, step).step.facts) == 1


def test_a_request_sent_again_after_its_right_went_gets_its_first_answer(
    program: Program, cast: Cast, dossier: DossierView
) -> None:
    step, key = dossier.steps[0].uuid, uuid4()
    post(program("drafter"), f"/steps/{step}/hand-over", {**started(), "officer": str(cast.clerk.uuid)})
    on = {**started(2), "words": "Văn phòng UBND tỉnh"}
    first = post(program("clerk"), f"/steps/{step}/hand-over", on, key)
    again = post(program("clerk"), f"/steps/{step}/hand-over", on, key)
    assert (first.status_code, first.json()) == (200, {"step": str(step)})
    assert (again.status_code, again.json()) == (200, first.json())
    other = post(program("clerk"), f"/steps/{step}/hand-over", {**on, "note": "khác"}, key)
    assert other.status_code == 422
    assert post(program("clerk"), f"/steps/{step}/hand-over", on).status_code == 403


def test_a_stale_act_gets_both_texts(program: Program, dossier: DossierView) -> None:
    step = dossier.steps[0].uuid
    post(program("head"), f"/steps/{step}/start", started(note="Trưởng đơn vị ghi"))
    answer = post(program("drafter"), f"/steps/{step}/start", started(note="Chuyên viên ghi"))
    assert answer.status_code == 409
    told = answer.json()
    assert told["code"] == "organisations.stale_edit"
    assert "Chuyên viên ghi" in told["yours"]
    assert "Trưởng đơn vị ghi" in told["current"]


@pytest.mark.parametrize(
    ("role", "status"), [("clerk", 403), ("leader", 403), ("administrator", 404), ("outsider", 404)]
)
def test_who_may_not_record_on_the_pages_may_not_by_a_program(
    program: Program, dossier: DossierView, role: str, status: int
) -> None:
    assert post(program(role), f"/steps/{dossier.steps[0].uuid}/start", started()).status_code == status


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"version": 1},
        {"version": "một", "done_on": "2021-07-05"},
        {"version": 1, "done_on": "05/07/2021"},
        {"version": 1, "done_on": 1625529600},
        {"version": 1, "done_on": "1625529600"},
        {"version": 1, "done_on": "2021-07-05T23:00:00Z"},
        {"version": 1, "done_on": "2021-07-05T00:00:00"},
        [],
    ],
)
def test_a_request_that_is_not_understood_says_where(
    program: Program, dossier: DossierView, body: Any
) -> None:
    answer = post(program("drafter"), f"/steps/{dossier.steps[0].uuid}/start", body)
    assert answer.status_code == 422
    assert answer.json()["code"] == "api.not_understood"


def test_no_token_a_wrong_one_a_revoked_one_and_one_for_calendars_open_nothing(cast: Cast) -> None:
    issued = tokens.issue(cast.drafter, "api", "Đã thu hồi", key=uuid4())
    tokens.revoke(cast.drafter, RevokeToken(issued.uuid), key=uuid4())
    for secret in ("", "tm_api_sai", issued.secret, secret_of(cast.drafter, "calendar")):
        answer = Client(headers={"Authorization": f"Bearer {secret}"}).get(f"{BASE}/work")
        assert answer.status_code == 401
        assert answer.json()["code"] == "api.not_signed_in"


def test_a_token_does_not_outlive_its_day(cast: Cast) -> None:
    secret = secret_of(cast.drafter)
    with clock.at(clock.today().replace(year=2022, month=12)):
        assert Client(headers={"Authorization": f"Bearer {secret}"}).get(f"{BASE}/work").status_code == 401


def test_the_description_tells_every_address_and_how_to_sign_in(cast: Cast) -> None:
    told = Client().get(f"{BASE}/openapi.json").json()
    assert told["openapi"].startswith("3.")
    assert f"{BASE}/steps/{{step}}/hand-over" in told["paths"]
    assert told["components"]["securitySchemes"]
    assert all("summary" in act for path in told["paths"].values() for act in path.values())


def test_own_work_comes_in_the_sections_of_the_page(program: Program, cast: Cast, unread: None) -> None:
    make_dossier(cast.drafter)
    sections = program("drafter").get(f"{BASE}/work").json()
    assert {row["dossier_title"] for section in sections for row in section["rows"]}
