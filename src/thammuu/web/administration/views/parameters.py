"""Parameters of the own agency, all on one page with their legal source."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import directory
from thammuu.apps.organisations.parameters import set_parameter
from thammuu.web.administration.forms.settings import ParameterForm
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_GET
@for_officers
def parameters(request: OfficerRequest) -> HttpResponse:
    """Every parameter with what holds, the usual value and the source."""
    groups = directory.parameter_groups(request.actor)
    return render(request, "administration/parameters.html", {"groups": groups})


@require_http_methods(["GET", "POST"])
@for_officers
def parameter(request: OfficerRequest, parameter: str) -> HttpResponse:
    """Set one, and see who set it before."""
    row, history = directory.parameter_view(request.actor, parameter)
    initial = {"number": row.number, "value": row.value if row.own else ""}
    form = ParameterForm(request.POST or None, initial=initial, row=row)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            set_parameter(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã ghi tham số."))
            return redirect(f"{reverse('administration:parameters')}#{parameter}")
    page = {"form": form, "row": row, "history": history}
    return render(request, "administration/parameter.html", page, status=422 if form.is_bound else 200)
