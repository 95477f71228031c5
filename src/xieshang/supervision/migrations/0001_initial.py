import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("evidence", "0001_initial"),
        ("matters", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Supervision",
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
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervisions",
                        to="people.committee",
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("topic", models.TextField(blank=True, max_length=2000)),
                ("plan", models.TextField(blank=True, max_length=8000)),
                ("report", models.TextField(blank=True, max_length=20000)),
                ("sent_to", models.CharField(blank=True, max_length=200)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ManyToManyField(
                        blank=True, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "planned",
                                    "visiting",
                                    "reported",
                                    "rectifying",
                                    "ended",
                                    "called-off",
                                ],
                            )
                        ),
                        name="supervision_status_is_in_its_lifecycle",
                    )
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
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="supervision.supervision",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("supervision"), models.F("number"), name="a_check_has_its_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Advice",
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
                        related_name="advice",
                        to="people.committee",
                    ),
                ),
                (
                    "supervision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice",
                        to="supervision.supervision",
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("report", "Research report"),
                            ("proposed", "Formal recommendation"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("words", models.TextField(blank=True, max_length=20000)),
                ("day", models.DateField()),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("plenary", "Plenary session"),
                            ("standing", "Standing Committee"),
                            ("chairs", "Meeting of the chairpersons"),
                            ("special", "Special committee"),
                        ],
                        max_length=10,
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True)),
                ("sent_to", models.CharField(blank=True, max_length=200)),
                ("sent_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, max_length=4000)),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "authors",
                    models.ManyToManyField(
                        blank=True, related_name="advice", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "advice",
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sort__in", ["report", "proposed"])),
                        name="advice_is_of_a_known_sort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("adopted_on", None), ("level", "")),
                            models.Q(
                                models.Q(("level", ""), _negated=True),
                                models.Q(("adopted_on", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="adoption_has_its_level_and_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_on", None),
                            models.Q(
                                ("adopted_on__isnull", False),
                                ("sent_on__gte", models.F("adopted_on")),
                            ),
                            _connector="OR",
                        ),
                        name="advice_is_sent_after_it_is_adopted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            models.Q(
                                ("answered_on__gte", models.F("sent_on")),
                                ("sent_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="advice_is_answered_after_it_is_sent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisionStep",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="supervision.supervision",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="supervision.supervision",
                    ),
                ),
                ("key", models.UUIDField(unique=True)),
                ("day", models.DateField()),
                ("place", models.CharField(max_length=120)),
                ("note", models.TextField(blank=True, max_length=4000)),
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
                "ordering": ["-day", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Shot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shots",
                        to="supervision.visit",
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
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="supervision.supervision",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="supervision.visit",
                    ),
                ),
                ("words", models.TextField(max_length=2000)),
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
                ("due_on", models.DateField()),
                ("revisit_on", models.DateField()),
                (
                    "matter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finding",
                        to="matters.matter",
                    ),
                ),
                (
                    "came",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Put right"),
                            ("partly", "Put right in part"),
                            ("not", "Not put right"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("came__in", ["", "done", "partly", "not"])),
                        name="how_a_finding_came_out_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("revisit_on__gte", models.F("due_on"))),
                        name="a_finding_is_looked_at_after_it_is_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="supervision.visit",
                    ),
                ),
                (
                    "check_item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="supervision.check",
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("met", "As it should be"),
                            ("partly", "In part"),
                            ("not", "Not as it should be"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["check_item__number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("visit"),
                        models.F("check_item"),
                        name="a_visit_answers_a_check_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("said__in", ["met", "partly", "not"])),
                        name="what_a_visit_says_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks",
                        to="supervision.finding",
                    ),
                ),
                ("day", models.DateField()),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("done", "Put right"),
                            ("partly", "Put right in part"),
                            ("not", "Not put right"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=1000)),
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
                "ordering": ["day", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("came__in", ["done", "partly", "not"])),
                        name="what_a_look_saw_is_known",
                    )
                ],
            },
        ),
    ]
