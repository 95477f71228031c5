"""Campaigns of members' action, and the services done in them."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from xieshang.projects.actions import note_service, open_campaign
from xieshang.projects.forms import CampaignForm, ServiceForm
from xieshang.projects.models import Campaign

from ..door import desk
from ..pages import show


@desk("GET", "POST")
def campaigns(request: HttpRequest) -> HttpResponse:
    """All of them; sent, a new one."""
    form = CampaignForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = open_campaign(**form.cleaned_data, by=request.user)
        return redirect("desk:campaign", made.pk)
    rows = Campaign.objects.visible_to(request.user).select_related("committee")
    told = rows.annotate(many=Count("services"), people=Sum("services__beneficiaries"))
    context = {"form": form, "campaigns": told.order_by("committee", "pk")}
    status = 422 if form.is_bound else 200
    return show(request, "desk/projects/campaigns.html", context, here="projects", status=status)


@desk("GET", "POST")
def campaign(request: HttpRequest, key: int) -> HttpResponse:
    """One, with its services; sent, one more service."""
    rows = Campaign.objects.visible_to(request.user).select_related("committee")
    found = get_object_or_404(rows, pk=key)
    keeps = request.user.may_keep(found.committee)
    if request.method == "POST" and not keeps:
        raise PermissionDenied("a service is noted by its office")
    form = ServiceForm(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        note_service(found, **form.cleaned_data, by=request.user)
        return redirect("desk:campaign", key)
    context = {
        "campaign": found,
        "services": found.services.prefetch_related("members"),
        "people": found.services.aggregate(all=Sum("beneficiaries"))["all"],
        "keeps": keeps,
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return show(request, "desk/projects/campaign.html", context, here="projects", status=status)
