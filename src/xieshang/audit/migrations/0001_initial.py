import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("verb", models.CharField(max_length=40)),
                ("subject", models.CharField(db_index=True, max_length=80)),
                ("detail", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("before", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("entries", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_head")
                ],
            },
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("who", models.CharField(max_length=40)),
                ("route", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=64)),
                ("body", models.CharField(max_length=64)),
                ("answer", models.JSONField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
            options={
                "verbose_name_plural": "once",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("who"),
                        models.F("route"),
                        models.F("key"),
                        name="a_key_is_used_once",
                    )
                ],
            },
        ),
    ]
