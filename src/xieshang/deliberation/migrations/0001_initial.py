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
            name="Beat",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_beat")
                ],
            },
        ),
        migrations.CreateModel(
            name="Deliberation",
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
                ("title", models.CharField(max_length=120)),
                ("question", models.CharField(max_length=300)),
                ("about", models.TextField(blank=True, max_length=4000)),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliberations",
                        to="matters.matter",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliberations",
                        to="activities.activity",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("anyone", "Anybody"),
                            ("account", "Whoever has an account"),
                            ("sector", "Members of one sector"),
                            ("invited", "Those who are invited"),
                        ],
                        default="anyone",
                        max_length=10,
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.sector",
                    ),
                ),
                ("chosen", models.CharField(blank=True, max_length=300)),
                ("first_looked_at", models.BooleanField(default=True)),
                ("weigh_at", models.DateTimeField(blank=True, null=True)),
                ("closes_at", models.DateTimeField()),
                ("sample", models.BooleanField(default=False)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-closes_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["status", "closes_at"], name="deliberatio_status_e35082_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "collecting",
                                    "weighing",
                                    "discussing",
                                    "resulted",
                                    "following",
                                    "ended",
                                    "called-off",
                                ],
                            )
                        ),
                        name="deliberation_status_is_in_its_lifecycle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("who__in", ["anyone", "account", "sector", "invited"])),
                        name="who_takes_part_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sector__isnull", False), ("who", "sector")),
                            models.Q(models.Q(("who", "sector"), _negated=True), ("sector", None)),
                            _connector="OR",
                        ),
                        name="a_sector_is_named_where_it_is_asked_for",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weigh_at", None),
                            ("closes_at__gt", models.F("weigh_at")),
                            _connector="OR",
                        ),
                        name="weighing_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliberationStep",
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
                        to="deliberation.deliberation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeptMap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept_map",
                        to="deliberation.deliberation",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("votes", models.PositiveBigIntegerField()),
                ("participants", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("told", models.JSONField()),
                ("state", models.BinaryField()),
                ("seconds", models.FloatField()),
                ("final", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="MapFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="map_fault",
                        to="deliberation.deliberation",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("name", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="Owner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="owners",
                        to="deliberation.deliberation",
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
            ],
            options={
                "ordering": [models.OrderBy(models.F("lead"), descending=True), "committee_id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("deliberation"), models.F("committee"), name="an_owner_holds_once"
                    ),
                    models.UniqueConstraint(
                        models.F("deliberation"),
                        condition=models.Q(("lead", True)),
                        name="a_deliberation_has_one_lead",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="deliberation",
            name="committees",
            field=models.ManyToManyField(
                related_name="deliberations", through="deliberation.Owner", to="people.committee"
            ),
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="deliberation.deliberation",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("account", "With an account"),
                            ("device", "Without an account"),
                            ("tablet", "At a tablet of the office"),
                            ("paper", "By a paper card"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=64, null=True)),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.sector",
                    ),
                ),
                ("area", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "age",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("-29", "Under 30"),
                            ("30-44", "30 to 44"),
                            ("45-59", "45 to 59"),
                            ("60-", "60 and older"),
                        ],
                        max_length=6,
                    ),
                ),
                ("wants_news", models.BooleanField(default=False)),
                ("since", models.DateField(auto_now_add=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("deliberation"), models.F("person"), name="one_person_one_voice"
                    ),
                    models.UniqueConstraint(
                        models.F("deliberation"), models.F("key"), name="one_device_one_voice"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["account", "device", "tablet", "paper"])),
                        name="way_of_taking_part_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Card",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card",
                        to="deliberation.participant",
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
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Statement",
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
                    "deliberation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="deliberation.deliberation",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.CharField(max_length=1000)),
                ("seed", models.BooleanField(default=False)),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="statements",
                        to="deliberation.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["waiting", "shown", "declined", "withdrawn"])
                        ),
                        name="statement_status_is_in_its_lifecycle",
                    ),
                    models.UniqueConstraint(
                        models.F("deliberation"),
                        models.F("number"),
                        name="a_statement_has_a_number_of_its_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seed", False), ("participant", None), _connector="OR"),
                        name="a_seed_is_nobody_s",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="deliberation.deliberation",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="deliberation.statement",
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="weighed_in",
                        to="matters.matter",
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
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="StatementStep",
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
                        to="deliberation.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="deliberation.statement",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="deliberation.participant",
                    ),
                ),
                ("value", models.SmallIntegerField()),
                ("important", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["statement", "at"], name="deliberatio_stateme_e41304_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("participant"),
                        models.F("statement"),
                        name="one_vote_on_a_statement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__in", [-1, 0, 1])), name="a_vote_is_one_of_three"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings",
                        to="deliberation.statement",
                    ),
                ),
                ("text", models.CharField(max_length=1000)),
                ("why", models.CharField(max_length=200)),
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
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deliberation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="deliberation.deliberation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("deliberation"),
                        models.F("person"),
                        name="somebody_is_invited_once",
                    )
                ],
            },
        ),
    ]
