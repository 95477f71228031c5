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
            name="TakeOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="take_overs",
                        to="evidence.file",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="take_overs",
                        to="people.committee",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("taken", "Taken over"),
                            ("undone", "Undone"),
                            ("corrected", "Replaced by a corrected file"),
                        ],
                        default="taken",
                        max_length=10,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(null=True)),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="ledgers.takeover",
                    ),
                ),
                ("columns", models.JSONField(default=dict)),
                ("counts", models.JSONField(default=dict)),
                ("refused", models.JSONField(default=list)),
                ("remarks", models.JSONField(default=list)),
                ("questions", models.JSONField(default=list)),
                ("changes", models.JSONField(default=list)),
                ("made", models.JSONField(default=list)),
                ("ended", models.DateTimeField(null=True)),
                ("joined", models.PositiveIntegerField(default=0)),
                ("root", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("file"),
                        condition=models.Q(("state", "taken")),
                        name="a_file_is_taken_over_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("taken", "undone", "corrected"))),
                        name="take_over_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TakenRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "take_over",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="ledgers.takeover",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.evidence",
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=64)),
                ("fields", models.JSONField()),
                ("live", models.BooleanField(default=True)),
                ("earlier", models.JSONField(default=list)),
                ("was", models.PositiveBigIntegerField(null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="taken_rows",
                        to="activities.activity",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="taken_rows",
                        to="matters.matter",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="taken_rows",
                        to="activities.venue",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="taken_rows",
                        to="activities.programme",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="taken_rows",
                        to="activities.project",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("activity__isnull", False)),
                        fields=["activity"],
                        name="taken_activity",
                    ),
                    models.Index(
                        condition=models.Q(("matter__isnull", False)),
                        fields=["matter"],
                        name="taken_matter",
                    ),
                    models.Index(
                        condition=models.Q(("venue__isnull", False)),
                        fields=["venue"],
                        name="taken_venue",
                    ),
                    models.Index(
                        condition=models.Q(("programme__isnull", False)),
                        fields=["programme"],
                        name="taken_programme",
                    ),
                    models.Index(
                        condition=models.Q(("project__isnull", False)),
                        fields=["project"],
                        name="taken_project",
                    ),
                    models.Index(fields=["key", "take_over"], name="taken_key"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("live", False),
                                ("activity__isnull", True),
                                ("matter__isnull", True),
                                ("programme__isnull", True),
                                ("project__isnull", True),
                                ("venue__isnull", True),
                            ),
                            models.Q(
                                ("live", True),
                                models.Q(
                                    models.Q(
                                        ("activity__isnull", False),
                                        ("matter__isnull", True),
                                        ("programme__isnull", True),
                                        ("project__isnull", True),
                                        ("venue__isnull", True),
                                    ),
                                    models.Q(
                                        ("activity__isnull", True),
                                        ("matter__isnull", False),
                                        ("programme__isnull", True),
                                        ("project__isnull", True),
                                        ("venue__isnull", True),
                                    ),
                                    models.Q(
                                        ("activity__isnull", True),
                                        ("matter__isnull", True),
                                        ("programme__isnull", True),
                                        ("project__isnull", True),
                                        ("venue__isnull", False),
                                    ),
                                    models.Q(
                                        ("activity__isnull", True),
                                        ("matter__isnull", True),
                                        ("programme__isnull", False),
                                        ("project__isnull", True),
                                        ("venue__isnull", True),
                                    ),
                                    models.Q(
                                        ("activity__isnull", True),
                                        ("matter__isnull", True),
                                        ("programme__isnull", True),
                                        ("project__isnull", False),
                                        ("venue__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="a_live_row_cites_one_record",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Habit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="habits",
                        to="people.committee",
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("heading", models.CharField(max_length=120)),
                ("field", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "ordering": ["office_id", "kind", "heading"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("office"),
                        models.F("kind"),
                        models.F("heading"),
                        name="an_office_means_one_thing_by_a_heading",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "row_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ledgers.takenrow",
                    ),
                ),
                (
                    "row_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ledgers.takenrow",
                    ),
                ),
                ("likeness", models.FloatField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "To be decided"),
                            ("joined", "One meeting"),
                            ("kept-apart", "Two meetings"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-likeness", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("row_a"), models.F("row_b"), name="two_rows_are_proposed_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("row_a__lt", models.F("row_b"))),
                        name="a_row_is_not_joined_with_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "joined", "kept-apart"))),
                        name="join_state_is_known",
                    ),
                ],
            },
        ),
    ]
