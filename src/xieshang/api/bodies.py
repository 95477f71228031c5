"""What programs send, made from the forms that people fill in: the same fields, the same checks."""

from typing import Annotated, Any

from django import forms
from django.utils.translation import override
from pydantic import BaseModel, ConfigDict, Field, create_model

Whole = Annotated[int, Field(ge=0, le=2**63 - 1)]
TRUTH = {True: "yes", False: "no"}


class Body(BaseModel):
    """A body names what its form asks, and nothing else."""

    model_config = ConfigDict(extra="forbid", strict=True)


def body_of(form: type[forms.Form], name: str, **more: Any) -> type[Body]:
    """The body for a form. A text is required where the form requires it; a key is a number."""
    fields: dict[str, Any] = {}
    for field_name, field in form.base_fields.items():
        kind, about = kind_of(field), told(field)
        if field.required:
            fields[field_name] = (kind, Field(description=about))
        else:
            fields[field_name] = (kind | None, Field(default=None, description=about))
    return create_model(name, __base__=Body, **fields, **more)


def told(field: forms.Field) -> str:
    """What a field asks, in English, as every word of the interface description."""
    with override("en"):
        return str(field.label or "")


def kind_of(field: forms.Field) -> Any:
    """The type of what a field takes."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return list[Whole]
    if isinstance(field, forms.ModelChoiceField | forms.IntegerField):
        return Whole
    if isinstance(field, forms.DateField):
        return Annotated[str, Field(json_schema_extra={"format": "date"})]  # the form reads it
    if isinstance(field, forms.BooleanField) or is_yes_or_no(field):
        return bool
    return str


def is_yes_or_no(field: forms.Field) -> bool:
    return isinstance(field, forms.TypedChoiceField) and {
        value for value, _label in field.choices
    } == {"yes", "no"}


def as_filled_in(form: type[forms.Form], said: BaseModel) -> dict[str, Any]:
    """A body as a form takes it; what was left out is left out."""
    values = said.model_dump(exclude_none=True)
    for name, field in form.base_fields.items():
        if name in values and is_yes_or_no(field):
            values[name] = TRUTH[values[name]]
    return values
