"""Changes to officers of the own agency, their accounts and positions, by its administrators."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out, swap
from thammuu.apps.organisations.agencies import may_edit_register
from thammuu.apps.organisations.commands import (
    Appoint,
    ChangeAccount,
    EndPosition,
    HireOfficer,
    Post,
)
from thammuu.apps.organisations.employment import works_in
from thammuu.apps.organisations.models import Officer, Position, Role, Unit
from thammuu.apps.organisations.refusals import (
    DayOutOfOrder,
    LastAdministrator,
    NotAllowed,
    NotVisible,
    OwnAccount,
    UsernameTaken,
    WeakPassword,
)
from thammuu.apps.organisations.units import check_may_administer
from thammuu_core.text import fold


def officer_to_edit(actor: Actor, uuid: UUID) -> Officer:
    """An officer who holds or held a position in the own agency. Raises NotVisible."""
    check_may_administer(actor)
    own = Officer.objects.filter(positions__agency_id=actor.agency_id, uuid=uuid)
    if (officer := own.select_related("user").first()) is None:
        raise NotVisible
    return officer


def officer_to_appoint(actor: Actor, uuid: UUID) -> Officer:
    """An officer for a position in the own agency; one who works elsewhere, for the steward. Raises NotVisible, NotAllowed."""
    officer = officer_to_edit(actor, uuid)
    if not (works_in(officer.pk, actor.agency_id) or may_edit_register(actor)):
        raise NotAllowed("bổ nhiệm người đang công tác ở cơ quan khác", "quản trị của cơ quan cấp trên cùng")
    return officer


def account_to_change(actor: Actor, uuid: UUID) -> Officer:
    """An officer who works in the own agency, with an account. Raises NotVisible, NotAllowed, OwnAccount."""
    officer = officer_to_edit(actor, uuid)
    if officer.user is None:
        raise NotVisible
    if officer.pk == actor.id:
        raise OwnAccount
    if not works_in(officer.pk, actor.agency_id):
        raise NotAllowed("thay đổi tài khoản này", "quản trị của cơ quan nơi người này đang công tác")
    return officer


def position_to_end(actor: Actor, uuid: UUID) -> Position:
    """A position of the own agency. Raises NotVisible."""
    check_may_administer(actor)
    own = Position.objects.filter(agency_id=actor.agency_id, uuid=uuid)
    if (position := own.select_related("officer", "unit").first()) is None:
        raise NotVisible
    return position


def hire_officer(actor: Actor, command: HireOfficer, *, key: UUID, password: str) -> UUID:
    """A new officer whose first password must be changed at the first sign-in. The officer's uuid."""
    check_may_administer(actor)
    unit = _unit(actor, command.post)

    def act() -> UUID:
        users = get_user_model().objects
        if users.filter(username__iexact=command.username).exists():
            raise UsernameTaken(command.username)
        user = get_user_model()(username=command.username, email=command.email)
        _check_password(password, user)
        user.set_password(password)
        user.save(force_insert=True)
        officer = Officer.objects.create(
            user=user, full_name=command.full_name, folded=fold(command.full_name), first_password=True
        )
        _appoint(actor, officer, command.post, unit)
        return officer.uuid

    told = {"name": command.full_name, "username": command.username, "post": command.post}
    return carry_out(actor, "register.officer", command, key, act, told=told)


def appoint(actor: Actor, command: Appoint, *, key: UUID) -> UUID:
    """One more position in the own agency. The officer's uuid."""
    officer = officer_to_appoint(actor, command.officer)
    unit = _unit(actor, command.post)

    def act() -> UUID:
        _appoint(actor, officer, command.post, unit)
        return officer.uuid

    return carry_out(actor, "register.appointed", command, key, act)


def end_position(actor: Actor, command: EndPosition, *, key: UUID) -> UUID:
    """The position holds until the end of a day. The officer's uuid."""
    position = position_to_end(actor, command.position)

    def act() -> UUID:
        if position.valid_from and command.last_day < position.valid_from:
            raise DayOutOfOrder("Ngày cuối", command.last_day, position.valid_from)
        if position.role == Role.ADMINISTRATOR:
            _check_other_administrator(actor, position)
        swap(
            position,
            command.version,
            yours=f"Đến hết ngày {command.last_day:%d/%m/%Y}",
            shown=lambda: _until(position),
            valid_to=command.last_day,
        )
        return position.officer.uuid

    return carry_out(actor, "register.position_ended", command, key, act)


def switch_account_off(actor: Actor, command: ChangeAccount, *, key: UUID) -> UUID:
    """Nobody signs in with this account any more; whoever is signed in is out at the next click."""
    return _switch(actor, command, key, active=False)


def switch_account_on(actor: Actor, command: ChangeAccount, *, key: UUID) -> UUID:
    """The account works again, under its old password."""
    return _switch(actor, command, key, active=True)


def give_first_password(actor: Actor, command: ChangeAccount, *, key: UUID, password: str) -> UUID:
    """Another first password, for one who has forgotten theirs; it must be changed at the next sign-in."""
    officer = account_to_change(actor, command.officer)

    def act() -> UUID:
        _check_password(password, officer.user)
        _swap_account(officer, command, "Mật khẩu đầu tiên mới", first_password=True)
        officer.user.set_password(password)
        officer.user.save(update_fields=["password"])
        return officer.uuid

    return carry_out(actor, "account.first_password", command, key, act)


def reset_second_factor(actor: Actor, command: ChangeAccount, *, key: UUID) -> UUID:
    """The second factor is lost with its telephone: the next sign-in asks for the password only."""
    officer = account_to_change(actor, command.officer)

    def act() -> UUID:
        _swap_account(officer, command, "Đặt lại xác thực hai lớp")
        Authenticator.objects.filter(user=officer.user).delete()
        return officer.uuid

    return carry_out(actor, "account.second_factor_reset", command, key, act)


def _switch(actor: Actor, command: ChangeAccount, key: UUID, *, active: bool) -> UUID:
    officer = account_to_change(actor, command.officer)

    def act() -> UUID:
        _swap_account(officer, command, "Mở tài khoản" if active else "Khóa tài khoản")
        officer.user.is_active = active
        officer.user.save(update_fields=["is_active"])
        return officer.uuid

    return carry_out(actor, "account.switched_on" if active else "account.switched_off", command, key, act)


def _swap_account(officer: Officer, command: ChangeAccount, yours: str, **changes: bool) -> None:
    swap(officer, command.version, yours=yours, shown=lambda: _account(officer), **changes)


def _account(officer: Officer) -> str:
    officer.user.refresh_from_db()
    return "Tài khoản đang dùng" if officer.user.is_active else "Tài khoản đã khóa"


def _appoint(actor: Actor, officer: Officer, post: Post, unit: Unit | None) -> None:
    Position.objects.create(
        officer=officer,
        agency_id=actor.agency_id,
        unit=unit,
        role=Role(post.role),
        title=post.title,
        valid_from=post.from_day,
    )


def _unit(actor: Actor, post: Post) -> Unit | None:
    """The unit of the own agency, in force when the position begins. Raises NotVisible."""
    if post.unit is None:
        return None
    there = Unit.objects.on(post.from_day or clock.today())
    if (unit := there.filter(agency_id=actor.agency_id, uuid=post.unit).first()) is None:
        raise NotVisible
    return unit


def _check_password(password: str, user: object) -> None:
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise WeakPassword(" ".join(weak.messages)) from weak


def _check_other_administrator(actor: Actor, ended: Position) -> None:
    others = Position.objects.between(clock.today(), date.max).filter(
        agency_id=actor.agency_id, role=Role.ADMINISTRATOR, valid_to=None, officer__user__is_active=True
    )
    if not others.exclude(pk=ended.pk).exists():
        raise LastAdministrator


def _until(position: Position) -> str:
    return f"Đến hết ngày {position.valid_to:%d/%m/%Y}" if position.valid_to else "Chưa kết thúc"
