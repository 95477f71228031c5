import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("activities", "0001_initial"),
        ("evidence", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnswerClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer_classes",
                        to="people.committee",
                    ),
                ),
                ("letter", models.CharField(max_length=4)),
                ("words", models.CharField(max_length=100)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["letter"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("letter"),
                        condition=models.Q(("until", None)),
                        name="a_standing_letter_means_one_class",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("since", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="a_class_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                ["done", "partly", "planned", "not-now", "reference", "not-ours"],
                            )
                        ),
                        name="a_class_maps_to_an_outcome",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="categories",
                        to="people.committee",
                    ),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("reporting", "For reporting"),
                            ("working", "For working"),
                            ("public", "For residents"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("notice", models.CharField(blank=True, max_length=300)),
                ("stop", models.CharField(blank=True, max_length=300)),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("use"),
                        models.F("name"),
                        condition=models.Q(("until", None)),
                        name="a_standing_category_is_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("since", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="a_category_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("use__in", ["reporting", "working", "public"])),
                        name="category_use_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contributor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributors",
                        to="people.committee",
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("committee"),
                        condition=models.Q(("until", None)),
                        name="an_invitation_stands_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="an_invitation_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Counter",
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
                ("kind", models.CharField(max_length=20)),
                ("series", models.CharField(max_length=20)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("kind"),
                        models.F("series"),
                        name="a_series_has_one_counter",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ground",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grounds",
                        to="people.committee",
                    ),
                ),
                ("words", models.CharField(max_length=200)),
                ("place", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("words"),
                        condition=models.Q(("until", None)),
                        name="a_standing_ground_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None),
                            ("since", None),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="a_ground_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
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
                        related_name="issues",
                        to="people.committee",
                    ),
                ),
                ("bulletin", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("issued_on", models.DateField()),
            ],
            options={
                "ordering": ["-year", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("bulletin"),
                        models.F("year"),
                        models.F("number"),
                        name="an_issue_has_its_number_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Limit",
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
                        related_name="limits",
                        to="people.committee",
                    ),
                ),
                (
                    "life",
                    models.CharField(
                        choices=[
                            ("proposal", "Proposal"),
                            ("opinion-report", "Opinion report"),
                            ("problem", "Problem"),
                            ("advice", "Advice"),
                            ("lead", "Assignment with a reply"),
                            ("joint", "Assignment with an opinion"),
                            ("referral", "Opinion report sent up"),
                        ],
                        max_length=20,
                    ),
                ),
                ("state", models.CharField(max_length=20)),
                ("days", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["committee_id", "life", "state"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("life"),
                        models.F("state"),
                        name="a_state_has_one_limit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 1), ("days__lte", 500)),
                        name="a_limit_is_a_day_to_two_years",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Numbering",
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
                        related_name="numberings",
                        to="people.committee",
                    ),
                ),
                (
                    "life",
                    models.CharField(
                        choices=[
                            ("proposal", "Proposal"),
                            ("opinion-report", "Opinion report"),
                            ("problem", "Problem"),
                            ("advice", "Advice"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "by",
                    models.CharField(
                        choices=[
                            ("session", "Anew with each session"),
                            ("year", "Anew with each year"),
                        ],
                        max_length=10,
                    ),
                ),
                ("width", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["committee_id", "life"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("life"), name="a_place_numbers_in_one_way"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("width__lte", 6)),
                        name="a_number_has_at_most_six_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by__in", ["session", "year"])),
                        name="a_series_begins_with_a_session_or_a_year",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
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
                        related_name="sessions",
                        to="people.committee",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="people.term",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("opens_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-opens_at"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("term"), models.F("number"), name="a_term_has_a_session_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="a_session_closes_after_it_opens",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("status", models.CharField(editable=False, max_length=20)),
                ("moved_on", models.DateField(editable=False, null=True)),
                ("due_on", models.DateField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("problem", "Problem"),
                            ("proposal", "Proposal"),
                            ("opinion-report", "Opinion report"),
                            ("speech", "Plenary speech"),
                            ("research", "Research report"),
                            ("suggestion", "Other suggestion"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "life",
                    models.CharField(
                        choices=[
                            ("proposal", "Proposal"),
                            ("opinion-report", "Opinion report"),
                            ("problem", "Problem"),
                            ("advice", "Advice"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="people.committee",
                    ),
                ),
                ("series", models.CharField(blank=True, max_length=20)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                ("width", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="matters.session",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.category",
                    ),
                ),
                (
                    "working",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.category",
                    ),
                ),
                (
                    "came_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_to",
                        to="matters.matter",
                    ),
                ),
                ("ledger_number", models.CharField(blank=True, max_length=40)),
                ("raised_on", models.DateField()),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=120)),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="activities.venue",
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=80)),
                ("source", models.CharField(blank=True, max_length=60)),
                ("area", models.CharField(blank=True, max_length=60)),
                ("unit", models.CharField(blank=True, max_length=120)),
                ("sent_to", models.CharField(blank=True, max_length=120)),
                ("wanted_on", models.DateField(blank=True, null=True)),
                ("opinion", models.CharField(blank=True, max_length=120)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, editable=False)),
                (
                    "tracked",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("published_on", models.DateField(editable=False, null=True)),
                ("likeness", models.BinaryField(max_length=16, null=True)),
                (
                    "suggested",
                    models.ManyToManyField(blank=True, related_name="+", to="people.unit"),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="matters", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "ordering": ["-raised_on", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["kind", "committee", "raised_on", "id"],
                        name="matters_mat_kind_37ba54_idx",
                    ),
                    models.Index(
                        fields=["committee", "status"], name="matters_mat_committ_082513_idx"
                    ),
                    models.Index(fields=["raised_on", "id"], name="matters_mat_raised__49a9a7_idx"),
                    models.Index(
                        fields=["committee", "due_on"], name="matters_mat_committ_6ee171_idx"
                    ),
                    models.Index(fields=["due_on", "id"], name="matters_mat_due_on_7f4894_idx"),
                    models.Index(fields=["unit", "committee"], name="matters_mat_unit_d5ad4d_idx"),
                    models.Index(
                        condition=models.Q(("published_on__isnull", False)),
                        fields=["status", "raised_on", "id"],
                        name="matters_public_by_state",
                    ),
                    models.Index(
                        fields=["status", "raised_on", "id"], name="matters_mat_status_e2cb41_idx"
                    ),
                    models.Index(
                        fields=["committee", "likeness"], name="matters_mat_committ_bc284d_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("life", "proposal"),
                                (
                                    "status__in",
                                    [
                                        "draft",
                                        "cosigning",
                                        "submitted",
                                        "returned",
                                        "offered",
                                        "filed",
                                        "merged",
                                        "handling",
                                        "replied",
                                        "tracked",
                                        "archived",
                                        "not-filed",
                                        "converted",
                                        "withdrawn",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("life", "opinion-report"),
                                (
                                    "status__in",
                                    [
                                        "draft",
                                        "submitted",
                                        "returned",
                                        "editing",
                                        "checking",
                                        "adopted",
                                        "kept",
                                        "handling",
                                        "answered",
                                        "not-adopted",
                                        "withdrawn",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("life", "problem"),
                                (
                                    "status__in",
                                    [
                                        "registered",
                                        "asked-back",
                                        "handling",
                                        "assigned",
                                        "planned",
                                        "deferred",
                                        "closed",
                                        "refused",
                                        "withdrawn",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("life", "advice"),
                                (
                                    "status__in",
                                    ["submitted", "kept", "passed-on", "not-adopted", "adopted"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="matter_status_is_in_its_lifecycle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome__in",
                                [
                                    "",
                                    "done",
                                    "partly",
                                    "planned",
                                    "not-now",
                                    "reference",
                                    "not-ours",
                                ],
                            ),
                            (
                                "tracked__in",
                                [
                                    "",
                                    "done",
                                    "partly",
                                    "planned",
                                    "not-now",
                                    "reference",
                                    "not-ours",
                                ],
                            ),
                        ),
                        name="matter_outcome_is_known",
                    ),
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("kind"),
                        models.F("series"),
                        models.F("number"),
                        condition=models.Q(("number__isnull", False)),
                        name="a_number_is_given_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Adoption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adoptions",
                        to="matters.matter",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="people.committee",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("single", "By itself"),
                            ("combined", "Combined with others"),
                            ("forwarded", "Forwarded to departments"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adoptions",
                        to="matters.issue",
                    ),
                ),
                ("adopted_on", models.DateField()),
                ("share", models.CharField(blank=True, max_length=300)),
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
                "ordering": ["-committee_id"],
                "indexes": [
                    models.Index(
                        fields=["committee", "adopted_on"], name="matters_ado_committ_b15b5c_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"), models.F("committee"), name="a_tier_adopts_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mode__in", ["single", "combined", "forwarded"])),
                        name="adoption_mode_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mode", "forwarded"), ("issue__isnull", False), _connector="OR"
                        ),
                        name="what_is_issued_names_its_issue",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("status", models.CharField(editable=False, max_length=20)),
                ("moved_on", models.DateField(editable=False, null=True)),
                ("due_on", models.DateField(editable=False, null=True)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="matters.matter",
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
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="people.unit",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("single", "Alone"),
                            ("lead", "Lead"),
                            ("joint", "Joint"),
                            ("separate", "Separate"),
                        ],
                        max_length=10,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("given_on", models.DateField()),
                (
                    "came_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="went_to",
                        to="matters.assignment",
                    ),
                ),
                (
                    "wished",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                ("opinion", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["unit", "due_on"], name="matters_ass_unit_id_5ccddb_idx"),
                    models.Index(
                        fields=["committee", "due_on"], name="matters_ass_committ_0bb558_idx"
                    ),
                    models.Index(fields=["due_on", "id"], name="matters_ass_due_on_fa9b96_idx"),
                    models.Index(
                        fields=["status", "committee"], name="matters_ass_status_838810_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("part", "joint"),
                                (
                                    "status__in",
                                    [
                                        "assigned",
                                        "disputed",
                                        "handling",
                                        "opined",
                                        "asked",
                                        "called-off",
                                        "moved",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("part__in", ["single", "lead", "separate"]),
                                (
                                    "status__in",
                                    [
                                        "assigned",
                                        "disputed",
                                        "handling",
                                        "countersigning",
                                        "checking",
                                        "signing",
                                        "replied",
                                        "again",
                                        "called-off",
                                        "moved",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="assignment_status_is_in_its_lifecycle",
                    ),
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("unit"),
                        condition=models.Q(("status__in", ("moved", "called-off")), _negated=True),
                        name="a_unit_has_one_part_in_a_matter",
                    ),
                    models.UniqueConstraint(
                        models.F("matter"),
                        condition=models.Q(
                            ("part__in", ["single", "lead"]),
                            models.Q(("status__in", ("moved", "called-off")), _negated=True),
                        ),
                        name="a_matter_has_one_lead",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("round__gte", 1)),
                        name="an_assignment_counts_rounds_from_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=40)),
                ("came_from", models.CharField(blank=True, max_length=40)),
                ("went_to", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("note", models.TextField(blank=True)),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="matters.assignment",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["went_to", "day"], name="matters_ass_went_to_885932_idx")
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="matters.assignment",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("visit", "Visit"),
                            ("meeting", "Meeting"),
                            ("telephone", "Telephone"),
                            ("mail", "E-mail"),
                            ("letter", "Letter"),
                            ("other", "Otherwise"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("note", models.CharField(max_length=1000)),
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
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "way__in",
                                ["visit", "meeting", "telephone", "mail", "letter", "other"],
                            )
                        ),
                        name="contact_way_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Instruction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "adoption",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="instructions",
                        to="matters.adoption",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "National"),
                            ("region", "Autonomous region"),
                            ("city", "City"),
                            ("county", "County"),
                        ],
                        max_length=10,
                    ),
                ),
                ("post", models.CharField(max_length=60)),
                ("given_on", models.DateField()),
                ("words", models.TextField(blank=True)),
                ("restricted", models.BooleanField(default=True)),
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
                "ordering": ["given_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["national", "region", "city", "county"])),
                        name="instruction_level_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LookBack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="look_backs",
                        to="matters.matter",
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(max_length=1000)),
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "found__in",
                                ["done", "partly", "planned", "not-now", "reference", "not-ours"],
                            )
                        ),
                        name="a_look_back_finds_an_outcome",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Follower",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="followers",
                        to="matters.matter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("since", models.DateTimeField(auto_now_add=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("email", ""), ("person__isnull", False)),
                            models.Q(("person", None), models.Q(("email", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_follower_is_a_person_or_an_address",
                    ),
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("person"),
                        condition=models.Q(("person__isnull", False)),
                        name="a_person_follows_once",
                    ),
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("email"),
                        condition=models.Q(("email", ""), _negated=True),
                        name="an_address_follows_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Distinction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="distinctions",
                        to="matters.matter",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("key", "Key proposal"),
                            ("supervised", "Supervised"),
                            ("excellent", "Excellent"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(max_length=500)),
                ("given_on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("kind"),
                        condition=models.Q(("ended_at", None)),
                        name="a_distinction_is_given_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="a_distinction_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["key", "supervised", "excellent"])),
                        name="distinction_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="matters.matter",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("author", "Proposer"),
                            ("office", "Committee"),
                            ("unit", "Handling unit"),
                        ],
                        max_length=10,
                    ),
                ),
                ("agreed", models.BooleanField()),
                ("note", models.CharField(blank=True, max_length=300)),
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["author", "office", "unit"])),
                        name="a_consent_comes_from_a_known_side",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed", True), models.Q(("note", ""), _negated=True), _connector="OR"
                        ),
                        name="who_does_not_agree_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="matters.matter",
                    ),
                ),
                (
                    "aspect",
                    models.CharField(
                        choices=[
                            ("qualification", "Qualification"),
                            ("content", "Content"),
                            ("form", "Form"),
                        ],
                        max_length=15,
                    ),
                ),
                ("passed", models.BooleanField()),
                ("note", models.CharField(blank=True, max_length=500)),
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("aspect__in", ["qualification", "content", "form"])),
                        name="a_check_has_a_known_aspect",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("passed", True), models.Q(("note", ""), _negated=True), _connector="OR"
                        ),
                        name="what_fails_a_check_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="byline",
                        to="matters.matter",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("member", "Member"),
                            ("organisation", "Party or organisation"),
                            ("special", "Special committee"),
                            ("office", "Office of a committee"),
                            ("invited", "Invited contributor"),
                        ],
                        max_length=15,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "standing__in",
                                ["member", "organisation", "special", "office", "invited"],
                            )
                        ),
                        name="standing_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="matters.matter",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.file",
                    ),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[
                            ("attached", "Attachment"),
                            ("proof", "Proof"),
                            ("reply", "With the reply"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=200)),
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("file"),
                        models.F("use"),
                        name="a_file_is_attached_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("use__in", ["attached", "proof", "reply"])),
                        name="attachment_use_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=40)),
                ("came_from", models.CharField(blank=True, max_length=40)),
                ("went_to", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("note", models.TextField(blank=True)),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="matters.matter",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Solved"),
                            ("partly", "Partly solved"),
                            ("planned", "Planned"),
                            ("not-now", "Not possible now"),
                            ("reference", "For reference"),
                            ("not-ours", "For another body"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["went_to", "day"], name="matters_mat_went_to_0b11b6_idx"),
                    models.Index(fields=["outcome", "day"], name="matters_mat_outcome_539553_idx"),
                    models.Index(fields=["subject", "id"], name="matters_mat_subject_458f4f_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "main",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mergers_led",
                        to="matters.matter",
                    ),
                ),
                (
                    "joined",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mergers",
                        to="matters.matter",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
                ("merged_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("joined"),
                        condition=models.Q(("ended_at", None)),
                        name="a_proposal_is_merged_into_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("main", models.F("joined")), _negated=True),
                        name="nothing_is_merged_into_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergerConsent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "merger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="matters.merger",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("agreed", models.BooleanField(null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("merger"), models.F("person"), name="a_merger_is_answered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed", None), ("at", None)),
                            models.Q(("agreed__isnull", False), ("at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_consent_has_its_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nudge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nudges",
                        to="matters.matter",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nudges",
                        to="matters.assignment",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
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
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="publications",
                        to="matters.matter",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("reply", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        condition=models.Q(("ended_at", None)),
                        name="one_publication_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at", None),
                            models.Q(("ended_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_publication_ends_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "closing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="matters.matterstep",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("asked_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, it is solved"),
                            ("no", "No, it is not solved"),
                            ("unknown", "I do not know"),
                            ("later", "Ask me again in four weeks"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("closing"), models.F("round"), name="a_closing_asks_once_a_round"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                ("answer__in", ["yes", "no", "unknown", "later"]),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_question_is_answered_with_its_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rating_forms",
                        to="matters.matter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("sent_on", models.DateField()),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["sent_on"], name="matters_rat_sent_on_5b6fde_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("person"),
                        models.F("round"),
                        name="a_form_is_sent_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rating",
                        to="matters.ratingform",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="matters.matter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "process",
                    models.CharField(
                        choices=[
                            ("satisfied", "Satisfied"),
                            ("mostly", "Mostly satisfied"),
                            ("not", "Not satisfied"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("satisfied", "Satisfied"),
                            ("mostly", "Mostly satisfied"),
                            ("not", "Not satisfied"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        choices=[
                            ("visited", "They came to see me"),
                            ("called", "They telephoned or wrote"),
                            ("waived", "I did without"),
                            ("none", "Nobody spoke with me"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["round", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("person"),
                        models.F("round"),
                        name="a_round_is_rated_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("contact__in", ["visited", "called", "waived", "none"]),
                            ("process__in", ["satisfied", "mostly", "not"]),
                            ("result__in", ["satisfied", "mostly", "not"]),
                        ),
                        name="a_rating_has_known_marks",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("round__gte", 1)), name="a_round_counts_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="receipt",
                        to="matters.matter",
                    ),
                ),
                ("secret", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(blank=True, max_length=40)),
                ("telephone", models.CharField(blank=True, max_length=30)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("shown", models.BooleanField(default=False)),
                (
                    "typed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asks_on", models.DateField(editable=False, null=True)),
                ("erased_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("asks_on__isnull", False)),
                        fields=["asks_on"],
                        name="receipt_to_ask",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erased_at", None),
                            models.Q(
                                ("asks_on", None),
                                ("email", ""),
                                ("name", ""),
                                ("shown", False),
                                ("telephone", ""),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_erased_names_nobody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("status", models.CharField(editable=False, max_length=20)),
                ("moved_on", models.DateField(editable=False, null=True)),
                ("due_on", models.DateField(editable=False, null=True)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="matters.matter",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="people.committee",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.committee",
                    ),
                ),
                ("sent_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=2000)),
            ],
            options={
                "ordering": ["-committee_id"],
                "indexes": [
                    models.Index(
                        fields=["committee", "due_on"], name="matters_ref_committ_d3dbf3_idx"
                    ),
                    models.Index(fields=["due_on", "id"], name="matters_ref_due_on_2757b1_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("committee"),
                        name="a_report_goes_up_once_to_each",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["sent", "adopted", "kept", "not-adopted"])
                        ),
                        name="referral_status_is_in_its_lifecycle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("committee", models.F("sender")), _negated=True),
                        name="a_report_goes_up_to_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferralStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("verb", models.CharField(max_length=40)),
                ("came_from", models.CharField(blank=True, max_length=40)),
                ("went_to", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("note", models.TextField(blank=True)),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="matters.referral",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="matters.matter",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("author", "Whoever raised it"),
                            ("office", "The office"),
                            ("unit", "The unit"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("public", models.BooleanField(default=False)),
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
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["author", "office", "unit"])),
                        name="a_remark_comes_from_a_known_side",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("side", "author"), _negated=True),
                            ("public", False),
                            _connector="OR",
                        ),
                        name="what_an_author_adds_is_not_public",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="matters.matter",
                    ),
                ),
                (
                    "remark",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="matters.remark",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.file",
                    ),
                ),
                (
                    "thumb",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.file",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("hidden_at", models.DateTimeField(null=True)),
                ("hidden_why", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hidden_at", None),
                            models.Q(("hidden_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_photo_is_hidden_with_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="matters.assignment",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "answer_class",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.answerclass",
                    ),
                ),
                ("number", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("contact_name", models.CharField(max_length=40)),
                ("telephone", models.CharField(max_length=30)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("leader", models.CharField(blank=True, max_length=40)),
                ("signed_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("assignment"),
                        models.F("round"),
                        models.F("version"),
                        name="a_reply_has_its_version_once",
                    ),
                    models.UniqueConstraint(
                        models.F("assignment"),
                        models.F("round"),
                        condition=models.Q(("signed_on__isnull", False)),
                        name="a_round_has_one_signed_reply",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leader", ""), ("signed_on", None)),
                            models.Q(
                                ("signed_on__isnull", False),
                                models.Q(("leader", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_signed_reply_names_its_leader",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="matters.matter",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("closes_on", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("agreed", "Agreed"),
                            ("declined", "Declined"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"), models.F("person"), name="a_person_signs_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "asked"), ("answered_at", None)),
                            models.Q(
                                ("answer__in", ["agreed", "declined", "withdrawn"]),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_signature_is_answered_with_its_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="matters.matter",
                    ),
                ),
                (
                    "edition",
                    models.CharField(
                        choices=[("original", "As written"), ("edited", "As edited")], max_length=10
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("situation", models.TextField(blank=True)),
                ("analysis", models.TextField(blank=True)),
                ("advice", models.TextField(blank=True)),
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
                "ordering": ["edition", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("matter"),
                        models.F("edition"),
                        models.F("number"),
                        name="a_text_is_saved_once_under_a_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("edition__in", ["original", "edited"])),
                        name="text_edition_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wish",
                        to="matters.matter",
                    ),
                ),
                ("publish", models.BooleanField(default=True)),
                ("why_not", models.CharField(blank=True, max_length=300)),
                ("convert", models.BooleanField(default=False)),
                ("contact", models.BooleanField(default=False)),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish", True),
                            models.Q(("why_not", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="who_wants_it_hidden_says_why",
                    )
                ],
            },
        ),
    ]
