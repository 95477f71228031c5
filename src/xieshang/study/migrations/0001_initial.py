import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import xieshang.study.models.reading


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("activities", "0001_initial"),
        ("matters", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadingGroup",
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
                        related_name="reading_groups",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("theme", models.CharField(max_length=120, verbose_name="Theme")),
                ("book", models.CharField(max_length=120, verbose_name="Book")),
                ("guide", models.TextField(blank=True, verbose_name="Reading guide")),
                ("since", models.DateField()),
            ],
            options={
                "ordering": ["-since", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("name"), name="a_group_is_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Chapter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chapters",
                        to="study.readinggroup",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("group"), models.F("number"), name="a_chapter_is_numbered_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="study.readinggroup",
                    ),
                ),
                (
                    "chapter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="study.chapter",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("note", "Note"), ("share", "Share")],
                        default="note",
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                ("day", models.DateField()),
            ],
            options={
                "ordering": [models.OrderBy(models.F("pk"), descending=True)],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", xieshang.study.models.reading.Kind)),
                        name="note_kind_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Onward",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onward",
                        to="study.note",
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="study.readinggroup",
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("group"), models.F("person"), name="a_reader_is_listed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activity",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sitting",
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
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("lecture", "Lecture of a series"),
                            ("centre", "Theoretical study group"),
                            ("first", "First agenda item"),
                            ("outing", "Lecture team goes out"),
                            ("share", "Readers meet"),
                            ("episode", "Episode on the air"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="activities.programme",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="study.readinggroup",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "document",
                    models.CharField(blank=True, max_length=200, verbose_name="Document studied"),
                ),
                ("speaker", models.CharField(blank=True, max_length=80, verbose_name="Speaker")),
                ("team", models.CharField(blank=True, max_length=80, verbose_name="Lecture team")),
                ("audience", models.CharField(blank=True, max_length=120, verbose_name="Audience")),
                ("recording", models.URLField(blank=True, verbose_name="Recording")),
                ("follow_up", models.TextField(blank=True, verbose_name="Follow-up")),
            ],
            options={
                "ordering": ["-activity__day", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("programme"), models.F("number"), name="a_session_is_numbered_once"
                    ),
                    models.UniqueConstraint(
                        models.F("committee"),
                        models.F("sort"),
                        models.F("year"),
                        models.F("number"),
                        name="a_number_of_a_year_is_taken_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sort__in",
                                ["lecture", "centre", "first", "outing", "share", "episode"],
                            )
                        ),
                        name="sort_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", None),
                            models.Q(("programme", None), _negated=True),
                            models.Q(("year", None), _negated=True),
                            _connector="OR",
                        ),
                        name="a_number_has_its_series_or_year",
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
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="study.sitting",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("sitting"), models.F("matter"), name="a_question_is_taken_up_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Guest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guests",
                        to="study.sitting",
                    ),
                ),
                ("part", models.CharField(max_length=40, verbose_name="Part")),
                ("office", models.CharField(blank=True, max_length=120, verbose_name="Office")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                        condition=models.Q(
                            models.Q(("person", None), models.Q(("office", ""), _negated=True)),
                            models.Q(models.Q(("person", None), _negated=True), ("office", "")),
                            _connector="OR",
                        ),
                        name="a_guest_is_an_office_or_a_person",
                    )
                ],
            },
        ),
    ]
