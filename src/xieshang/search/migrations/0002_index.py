"""The inverted index beside the documents, in the way of the database that is migrated."""

from django.db import migrations

from xieshang.search.index import postgres, sqlite


def create(_apps, schema):
    for statement in way_of(schema).CREATE:
        schema.execute(statement)


def drop(_apps, schema):
    schema.execute(way_of(schema).DROP)


def way_of(schema):
    return postgres if schema.connection.vendor == "postgresql" else sqlite


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
