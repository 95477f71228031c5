import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("activities", "0001_initial"),
        ("evidence", "0001_initial"),
        ("matters", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Holder",
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
                        related_name="holders",
                        to="people.committee",
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("special", "Special committee"),
                            ("branch", "Branch"),
                            ("sector", "Sector"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=60)),
            ],
            options={
                "ordering": [
                    "committee_id",
                    models.OrderBy(models.F("sort"), descending=True),
                    "pk",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sort__in", ["special", "branch", "sector"])),
                        name="sort_of_holder_is_known",
                    ),
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("sort"),
                        models.F("name"),
                        name="a_holder_is_named_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "programme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holding",
                        to="activities.programme",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to="brands.holder",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proofs",
                        to="activities.programme",
                    ),
                ),
                (
                    "slot",
                    models.CharField(
                        choices=[
                            ("goal", "goal"),
                            ("rules", "rules"),
                            ("checklist", "checklist"),
                            ("lever", "lever"),
                            ("carrier", "carrier"),
                            ("impact", "impact"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shown_by",
                        to="activities.activity",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shown_by",
                        to="matters.matter",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shown_by",
                        to="activities.venue",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.file",
                    ),
                ),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["slot", "-on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "slot__in",
                                ("goal", "rules", "checklist", "lever", "carrier", "impact"),
                            )
                        ),
                        name="a_slot_is_one_of_six",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("activity__isnull", False),
                                ("file", None),
                                ("matter", None),
                                ("venue", None),
                            ),
                            models.Q(
                                ("activity", None),
                                ("file", None),
                                ("matter__isnull", False),
                                ("venue", None),
                            ),
                            models.Q(
                                ("activity", None),
                                ("file", None),
                                ("matter", None),
                                ("venue__isnull", False),
                            ),
                            models.Q(
                                ("activity", None),
                                ("file__isnull", False),
                                ("matter", None),
                                ("venue", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_proof_is_one_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("slot", "impact"), _negated=True),
                            models.Q(("matter", None), _negated=True),
                            _connector="OR",
                        ),
                        name="impact_is_shown_by_matters",
                    ),
                    models.UniqueConstraint(
                        models.F("programme"),
                        models.F("slot"),
                        models.F("activity"),
                        condition=models.Q(("activity__isnull", False)),
                        name="a_activity_is_shown_once",
                    ),
                    models.UniqueConstraint(
                        models.F("programme"),
                        models.F("slot"),
                        models.F("matter"),
                        condition=models.Q(("matter__isnull", False)),
                        name="a_matter_is_shown_once",
                    ),
                    models.UniqueConstraint(
                        models.F("programme"),
                        models.F("slot"),
                        models.F("venue"),
                        condition=models.Q(("venue__isnull", False)),
                        name="a_venue_is_shown_once",
                    ),
                    models.UniqueConstraint(
                        models.F("programme"),
                        models.F("slot"),
                        models.F("file"),
                        condition=models.Q(("file__isnull", False)),
                        name="a_file_is_shown_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slot_reviews",
                        to="activities.programme",
                    ),
                ),
                (
                    "slot",
                    models.CharField(
                        choices=[
                            ("goal", "goal"),
                            ("rules", "rules"),
                            ("checklist", "checklist"),
                            ("lever", "lever"),
                            ("carrier", "carrier"),
                            ("impact", "impact"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("on", models.DateField()),
            ],
            options={
                "ordering": ["slot", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "slot__in",
                                ("goal", "rules", "checklist", "lever", "carrier", "impact"),
                            )
                        ),
                        name="a_review_is_of_a_slot",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Freshness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="freshness",
                        to="people.committee",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 60)),
                        name="freshness_lasts_one_to_sixty_months",
                    )
                ],
            },
        ),
    ]
