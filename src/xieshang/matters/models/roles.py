"""Who somebody is to each of several matters, in the query that finds them."""

from django.db.models import Exists, OuterRef, Q, Value

from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from .waiting import WaitingQuerySet

FLAGS = {
    "is_asked": Role.ASKED,
    "is_cosigner": Role.COSIGNER,
    "is_joined": Role.SIGNER,
    "is_office": Role.OFFICE,
    "is_unit": Role.UNIT,
}


class RolesQuerySet(WaitingQuerySet):
    """Matters, with who a person is to each."""

    def with_roles(self, person):
        """With the flags of this person, and `roles_for`, whose they are."""
        here = {"matter": OuterRef("pk"), "person": person.pk}
        signed = self.related("signatures")
        given = self.related("assignments").live().filter(matter=OuterRef("pk"))
        kept = Committee.objects.kept_by(person).filter(pk=OuterRef("committee"))
        return self.annotate(
            roles_for=Value(person.pk),
            is_asked=Exists(signed.asked().filter(**here)),
            is_cosigner=Exists(signed.agreed().filter(**here)),
            is_joined=Exists(self.joined_by(person)),
            is_office=Exists(kept),
            is_unit=Exists(given.filter(unit__clerks=person.pk)),
        )

    def joined_by(self, person):
        """What this person wrote or signed of all that is merged into a matter."""
        led = self.related("mergers_led").standing().filter(main=OuterRef("pk"))
        agreed = Q(joined__signatures__person=person.pk, joined__signatures__answer="agreed")
        return led.filter(Q(joined__raised_by=person.pk) | agreed)


def roles_told(matter, person) -> set[Role] | None:
    """The roles as the query told them; None where it told nothing, or another's."""
    if getattr(matter, "roles_for", None) != person.pk:
        return None
    roles = {role for flag, role in FLAGS.items() if getattr(matter, flag)}
    if person.pk == matter.raised_by_id:
        roles.add(Role.AUTHOR)
    return roles | ({Role.SIGNER} if roles & {Role.AUTHOR, Role.COSIGNER} else set())
