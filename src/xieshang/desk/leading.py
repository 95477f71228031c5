"""Leading a record from one state to the next on its page: the same for each lifecycle."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from xieshang.lifecycle.actions import Hindered, NoSuchMove, moves_open_to, open_move
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Lifecycle, Move


@dataclass(frozen=True, slots=True)
class Leading:
    """How one kind is led: found by `find(request, key)`, asked with the form of a move, written by
    `take(found, verb, by=…)`, shown by `show(request, found, …)` on the page `name`; `first` says
    how it began."""

    life: Lifecycle
    name: str
    first: str
    find: Callable
    take: Callable
    show: Callable[..., HttpResponse]
    forms: Mapping[str, type[forms.Form]]

    @property
    def verbs(self) -> dict[str, str]:
        return {move.verb: move.label for move in self.life.moves}

    def page(self, request: HttpRequest, key: int) -> HttpResponse:
        """The page, with the form of the move that the address asks for."""
        found = self.find(request, key)
        wanted = request.GET.get("move")
        moves: list[Move] = moves_open_to(request.user, found)
        asked = next((move for move in moves if move.verb == wanted), None)
        return self.show(request, found, asked=asked)

    def step(self, request: HttpRequest, key: int) -> HttpResponse:
        """Make the move that was sent; what is in its way is said on the page."""
        found, verb = self.find(request, key), request.POST.get("verb", "")
        if verb not in self.verbs:
            raise Http404(verb)
        try:
            move = open_move(request.user, found, verb)
            form = self.forms[move.asks](request.POST)
            if not form.is_valid():
                return self.show(request, found, asked=move, form=form, status=422)
            self.take(found, verb, by=request.user, **form.cleaned_data)
        except NoSuchMove:
            fresh = self.find(request, key)
            return self.show(request, fresh, gone=self.verbs[verb], status=409)
        except Hindered as reason:
            fresh = self.find(request, key)
            return self.show(request, fresh, hindered=str(reason), status=409)
        return redirect(self.name, key)

    def history(self, found: Subject) -> list[tuple[str, str, Step]]:
        """Each step in words: what was done, where it led, the step itself."""
        told = found.steps.select_related("by")  # type: ignore[attr-defined]
        return [
            (self.verbs.get(step.verb, self.first), self.life.state(step.went_to).label, step)
            for step in told
        ]
