"""Reads of an officer's own account."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings

from thammuu.apps.accounts.models import Preference
from thammuu.apps.accounts.policies import needs_second_factor
from thammuu.apps.organisations.actors import Actor


def has_second_factor(actor: Actor) -> bool:
    """Whether signing in asks this officer for a code as well."""
    return Authenticator.objects.filter(user__officer=actor.id, type=Authenticator.Type.TOTP).exists()


def must_enrol(actor: Actor) -> bool:
    """Whether this officer has to set up a second factor before anything else."""
    return needs_second_factor(actor) and not has_second_factor(actor)


def may_do_without(actor: Actor | None) -> bool:
    """Whether the second factor of this officer may be switched off."""
    return actor is None or not needs_second_factor(actor)


def language_of(account_id: int) -> str:
    """The language chosen for this account, or that of the installation."""
    chosen = Preference.objects.filter(officer__user=account_id).values_list("language", flat=True).first()
    return chosen or settings.LANGUAGE_CODE
