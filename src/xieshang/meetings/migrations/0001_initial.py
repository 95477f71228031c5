import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import xieshang.activities.models.activity


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
            name="Form",
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
                        related_name="meeting_forms",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[("study", "Study"), ("consultation", "Consultation")],
                        max_length=20,
                    ),
                ),
                ("notice_days", models.PositiveSmallIntegerField(default=5)),
                ("materials_days", models.PositiveSmallIntegerField(default=3)),
                ("minutes_days", models.PositiveSmallIntegerField(default=7)),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("name"), name="a_form_is_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", xieshang.activities.models.activity.Kind)),
                        name="form_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("title", models.CharField(max_length=200)),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="meetings.form",
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True)),
                ("seats", models.PositiveIntegerField(blank=True, null=True)),
                ("others_came", models.PositiveIntegerField(default=0)),
                (
                    "activity",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="meeting",
                        to="activities.activity",
                    ),
                ),
                ("consensus", models.TextField(blank=True, max_length=5000)),
                ("differences", models.TextField(blank=True, max_length=5000)),
                ("digest", models.CharField(blank=True, editable=False, max_length=64)),
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
                "ordering": ["-starts_at", "-pk"],
                "indexes": [
                    models.Index(fields=["starts_at", "id"], name="meetings_me_starts__a5bbad_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "planned",
                                    "announced",
                                    "held",
                                    "circulated",
                                    "final",
                                    "called-off",
                                ],
                            )
                        ),
                        name="meeting_status_is_in_its_lifecycle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="a_meeting_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "final"), _negated=True),
                            models.Q(("digest", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="final_minutes_have_a_digest",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Convener",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conveners",
                        to="meetings.meeting",
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
                        models.F("meeting"), models.F("committee"), name="a_convener_stands_once"
                    ),
                    models.UniqueConstraint(
                        models.F("meeting"),
                        condition=models.Q(("lead", True)),
                        name="a_meeting_has_one_lead",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="Meeting",
            name="committees",
            field=models.ManyToManyField(
                related_name="meetings", through="meetings.Convener", to="people.committee"
            ),
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="meetings.meeting",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("minutes", models.PositiveSmallIntegerField(default=0)),
                ("notes", models.TextField(blank=True, max_length=20000)),
                ("decision", models.TextField(blank=True, max_length=5000)),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("meeting"), models.F("order"), name="an_item_has_its_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="meetings.item",
                    ),
                ),
                ("what", models.CharField(max_length=200)),
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
                ("due", models.DateField()),
                (
                    "matter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided_in",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="meetings.meeting",
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
                    "access",
                    models.CharField(
                        choices=[
                            ("asked", "Everybody who is asked"),
                            ("came", "Those who came"),
                            ("office", "The offices alone"),
                        ],
                        max_length=8,
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
                "constraints": [
                    models.UniqueConstraint(
                        models.F("meeting"), models.F("file"), name="a_file_is_given_out_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("access__in", ["asked", "came", "office"])),
                        name="who_reads_material_is_known",
                    ),
                ],
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No answer yet"),
                            ("coming", "Comes"),
                            ("waiting", "On the waiting list"),
                            ("leave", "Asks for leave"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "leave",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("work", "Official business"),
                            ("ill", "Illness"),
                            ("own", "Personal reasons"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("came", models.BooleanField(default=False)),
                ("confirmed", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("meeting"),
                        models.F("person"),
                        name="somebody_is_asked_once_to_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "leave"), models.Q(("leave", ""), _negated=True)),
                            models.Q(models.Q(("answer", "leave"), _negated=True), ("leave", "")),
                            _connector="OR",
                        ),
                        name="leave_has_its_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="meetings.item",
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
                ("line", models.CharField(max_length=500)),
                ("should_read", models.CharField(max_length=500)),
                (
                    "settled",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Waits for an answer"),
                            ("taken", "Taken into the minutes"),
                            ("not-taken", "Not taken over"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code",
                        to="meetings.meeting",
                    ),
                ),
                ("code", models.CharField(max_length=6)),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="MeetingStep",
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
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Feed",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.committee",
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("since", models.DateField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("committee"),
                        condition=models.Q(("ended_at", None)),
                        name="one_open_feed_of_a_committee_each",
                    )
                ],
            },
        ),
    ]
