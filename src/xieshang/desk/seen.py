"""A matter as one person sees it, and what a part of its page is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter
from xieshang.people.models import Person


@dataclass(frozen=True)
class Seen:
    """A matter, a person, and who they are to it, which is asked once for the whole page."""

    matter: Matter
    person: Person
    roles: frozenset[Role]

    @cached_property
    def inside(self) -> bool:
        """Whether they may read more of it than the public."""
        return (
            bool(self.roles)
            or type(self.matter)
            .objects.visible_to(self.person)
            .concerning(self.person)
            .filter(pk=self.matter.pk)
            .exists()
        )

    def may(self, deed: str) -> bool:
        """Whether this person may do that, where the matter stands."""
        found = self.matter.lifecycle.deed(deed, self.matter.status)
        return bool(found and self.roles & {*found.roles})


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its anchor, its template, what the template finds as `own`, on which side.

    A `public` one is shown to everybody who signs in, as far as its matter is public.
    """

    name: str
    template: str
    gather: Callable[[Seen], Mapping[str, object] | None]
    aside: bool = False
    public: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A part with something to show."""

    name: str
    template: str
    own: Mapping[str, object]
