"""Reading who signs in, with what every page asks of them."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef

from .models import Person, Seat


class Backend(AuthenticationBackend):
    """Whoever is signed in, and whether they have a seat, in one question."""

    def get_user(self, user_id: int) -> Person | None:
        seats = Seat.objects.current().filter(person=OuterRef("pk"))
        return (
            Person.objects.filter(pk=user_id, is_active=True)
            .annotate(is_seated=Exists(seats))
            .first()
        )
