"""Figures of what was held."""

from django.utils.translation import gettext_lazy as _

from ..held import HELD
from ..metric import Metric

STUDY = (("kind", "study"),)
CONSULTATION = (("kind", "consultation"),)
TRAINING = (*STUDY, ("form__in", ("委员讲堂", "委员培训班")))
NUMBERED = (("session__isnull", False),)

METRICS = (
    Metric(
        "study-sessions",
        _("Study sessions"),
        _("Study activities held in the period; a joint one counts once."),
        _("sessions"),
        HELD,
        STUDY,
    ),
    Metric(
        "study-attendances",
        _("Study attendances"),
        _("Attendances at study activities: who came twice counts twice."),
        _("attendances"),
        HELD,
        STUDY,
        "attendances",
    ),
    Metric(
        "study-member-attendances",
        _("Members' study attendances"),
        _("Attendances of members at study activities, as far as the records tell them apart."),
        _("attendances"),
        HELD,
        STUDY,
        "member_attendances",
    ),
    Metric(
        "training-sessions",
        _("Training sessions"),
        _("Study activities that are a members' lecture (委员讲堂) or a members' training class."),
        _("sessions"),
        HELD,
        TRAINING,
    ),
    Metric(
        "training-attendances",
        _("Training attendances"),
        _("Attendances at members' lectures and members' training classes."),
        _("attendances"),
        HELD,
        TRAINING,
        "attendances",
    ),
    Metric(
        "programme-sessions",
        _("Numbered sessions of a programme"),
        _("Activities that carry a number within their brand or series (第几期)."),
        _("issues"),
        HELD,
        NUMBERED,
    ),
    Metric(
        "consultations-held",
        _("Consultations held"),
        _("Consultation activities held in the period; a joint one counts once."),
        _("sessions"),
        HELD,
        CONSULTATION,
    ),
    Metric(
        "consultation-attendances",
        _("Consultation attendances"),
        _("Attendances at consultation activities; those at a joint one count once."),
        _("attendances"),
        HELD,
        CONSULTATION,
        "attendances",
    ),
    Metric(
        "joint-consultations",
        _("Joint consultations"),
        _(
            "Consultations held together with a sister committee or one outside the region;"
            " each counts once, however many committees write it down."
        ),
        _("sessions"),
        HELD,
        (*CONSULTATION, ("together", "across")),
    ),
)
