import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("activities", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("metric", models.CharField(db_index=True, max_length=60)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="people.committee",
                    ),
                ),
                ("own", models.BooleanField(verbose_name="Own level")),
                ("start", models.DateField()),
                ("end", models.DateField()),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="activities.programme",
                    ),
                ),
                ("form", models.CharField(blank=True, max_length=60)),
                ("value", models.BigIntegerField()),
                ("base", models.BigIntegerField(null=True)),
                ("rows", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("taken_at", models.DateTimeField(auto_now_add=True)),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="a_figure_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("base", None), ("base__gte", models.F("value")), _connector="OR"
                        ),
                        name="a_share_is_a_part_of_its_base",
                    ),
                ],
            },
        ),
    ]
