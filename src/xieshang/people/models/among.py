"""A lookup for keys out of another query, which both databases can answer from an index.

`committee__among=rows` means what `committee__in=rows` means, for the few keys that concern one
person. PostgreSQL takes no index for `IN (SELECT …)` beside an OR, and expects to ask anew for each
row; an array it reads once, and goes on as if its keys had been written out.
"""

from typing import Any

from django.db import models
from django.db.models.fields.related_lookups import RelatedIn
from django.db.models.lookups import In


class AsArray:
    """An `IN` that PostgreSQL is given as an array."""

    lookup_name = "among"

    def as_postgresql(self: Any, compiler, connection):
        sql, params = super().as_sql(compiler, connection)  # type: ignore[misc]
        if self.rhs_is_direct_value():
            return sql, params
        left, _in, right = sql.partition(" IN (")
        return f"{left} = ANY(ARRAY({right})", params


@models.Field.register_lookup
class Among(AsArray, In):
    pass


@models.ForeignKey.register_lookup
class RelatedAmong(AsArray, RelatedIn):
    pass


@models.ForeignKey.register_lookup
class RelatedBeside(RelatedAmong):
    """`among`, for one term of an OR that is true of most rows for some readers.

    SQLite would fetch each term by its own index and sort all that it found; with one term it
    cannot look up, it walks the list in its order and stops at the end of the page.
    """

    lookup_name = "beside"

    def as_sqlite(self, compiler, connection):
        sql, params = super().as_sql(compiler, connection)
        return f"+{sql}", params
