import django.db.models.deletion
from django.db import migrations, models

import xieshang.activities.models.activity


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("evidence", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("brand", "Brand"), ("series", "Series")], max_length=10
                    ),
                ),
                ("goal", models.TextField(blank=True, verbose_name="Goal")),
                ("rules", models.TextField(blank=True, verbose_name="Rules")),
                ("checklist", models.TextField(blank=True, verbose_name="Checklist")),
                ("lever", models.TextField(blank=True, verbose_name="Lever")),
                ("carrier", models.TextField(blank=True, verbose_name="Carrier")),
                ("impact", models.TextField(blank=True, verbose_name="Impact")),
                ("since", models.DateField()),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="programmes", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("name"), name="a_programme_is_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[("study", "Study"), ("consultation", "Consultation")],
                        max_length=20,
                    ),
                ),
                ("form", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField()),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="activities.programme",
                    ),
                ),
                ("session", models.PositiveIntegerField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("area", models.CharField(blank=True, max_length=60)),
                ("host", models.CharField(blank=True, max_length=200)),
                (
                    "together",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "By one committee"),
                            ("line", "With a committee above or below"),
                            ("across", "With a sister committee or one outside the region"),
                        ],
                        max_length=10,
                    ),
                ),
                ("attendances", models.PositiveIntegerField(blank=True, null=True)),
                ("member_attendances", models.PositiveIntegerField(blank=True, null=True)),
                ("public_attendances", models.PositiveIntegerField(blank=True, null=True)),
                ("approximate", models.JSONField(blank=True, default=list)),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="activities", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "activities",
                "ordering": ["-day", "-pk"],
                "indexes": [models.Index(fields=["day", "id"], name="activities__day_bd5daf_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", xieshang.activities.models.activity.Kind)),
                        name="activity_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("together__in", xieshang.activities.models.activity.Together)
                        ),
                        name="activity_together_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organiser",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="organisers",
                        to="activities.activity",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.committee",
                    ),
                ),
                ("lead", models.BooleanField()),
                ("joint", models.BooleanField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("study", "Study"), ("consultation", "Consultation")],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField()),
            ],
            options={
                "ordering": [models.OrderBy(models.F("lead"), descending=True), "committee_id"],
                "indexes": [
                    models.Index(
                        fields=["kind", "committee", "day", "id"],
                        name="activities__kind_7945b0_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("activity"), models.F("committee"), name="a_committee_holds_once"
                    ),
                    models.UniqueConstraint(
                        models.F("activity"),
                        condition=models.Q(("lead", True)),
                        name="an_activity_has_one_lead",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="committees",
            field=models.ManyToManyField(
                related_name="activities", through="activities.Organiser", to="people.committee"
            ),
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("day", models.DateField()),
                (
                    "amount",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                ),
                ("way", models.CharField(blank=True, max_length=40)),
                ("stage", models.CharField(blank=True, max_length=40)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("jobs", models.PositiveIntegerField(blank=True, null=True)),
                ("jobs_for_poor", models.PositiveIntegerField(blank=True, null=True)),
                ("approximate", models.JSONField(blank=True, default=list)),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="projects", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ["committee_id", "day", "pk"],
                "indexes": [
                    models.Index(fields=["committee", "day"], name="activities__committ_08e997_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gte", 0), _connector="OR"),
                        name="an_amount_is_not_negative",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.committee",
                    ),
                ),
                ("own", models.BooleanField()),
                ("month", models.DateField()),
                ("kind", models.CharField(max_length=20)),
                ("form", models.CharField(blank=True, max_length=60)),
                ("programme", models.PositiveBigIntegerField(default=0)),
                ("together", models.CharField(blank=True, max_length=10)),
                ("numbered", models.BooleanField()),
                ("sessions", models.BigIntegerField(default=0)),
                ("attendances", models.BigIntegerField(default=0)),
                ("member_attendances", models.BigIntegerField(default=0)),
                ("public_attendances", models.BigIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "tallies",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("own"),
                        models.F("month"),
                        models.F("kind"),
                        models.F("form"),
                        models.F("programme"),
                        models.F("together"),
                        models.F("numbered"),
                        name="a_tally_stands_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)), name="a_month_begins_on_its_first"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Venue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="venues",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("form", models.CharField(max_length=60)),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="venues",
                        to="people.sector",
                    ),
                ),
                ("owner", models.CharField(blank=True, max_length=120)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("opened_on", models.DateField(blank=True, null=True)),
                ("since", models.DateField()),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="venues", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "indexes": [
                    models.Index(
                        fields=["committee", "form", "since"], name="activities__committ_500a8e_idx"
                    )
                ],
            },
        ),
    ]
