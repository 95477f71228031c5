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
            name="Booking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bookings",
                        to="activities.venue",
                    ),
                ),
                ("begins", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("what", models.CharField(max_length=120)),
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
                "ordering": ["begins"],
                "indexes": [
                    models.Index(fields=["venue", "begins"], name="venues_book_venue_i_bcc98f_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("begins"))),
                        name="a_booking_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HalfHour",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "booking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="half_hours",
                        to="venues.booking",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="activities.venue",
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("venue"), models.F("at"), name="a_half_hour_is_booked_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Host",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hosts",
                        to="activities.venue",
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
                        models.F("venue"), models.F("person"), name="a_host_is_listed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reception",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="receptions",
                        to="activities.venue",
                    ),
                ),
                ("named_on", models.DateField()),
                ("day", models.DateField()),
                ("begins", models.TimeField()),
                ("ends", models.TimeField()),
                (
                    "first",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-day"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("venue"), models.F("named_on"), name="a_named_day_is_held_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first", None),
                            ("second", None),
                            models.Q(("first", models.F("second")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_different_people_are_on_duty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day__gte", models.F("named_on"))),
                        name="a_reception_is_never_moved_back",
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
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="activities.venue",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("keep", "Keep as it is"),
                            ("improve", "Improve"),
                            ("close", "Close down"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(max_length=500)),
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
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("venue"), models.F("year"), name="a_venue_is_reviewed_once_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["keep", "improve", "close"])),
                        name="verdict_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "venue",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rule",
                        to="activities.venue",
                    ),
                ),
                ("month_day", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("nth", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("weekday", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("begins", models.TimeField()),
                ("ends", models.TimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("month_day__range", (1, 31)), ("nth", None), ("weekday", None)
                            ),
                            models.Q(
                                ("month_day", None),
                                ("nth__range", (1, 5)),
                                ("weekday__range", (0, 6)),
                            ),
                            _connector="OR",
                        ),
                        name="a_rule_names_a_day_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("begins"))),
                        name="a_reception_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Township",
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
                        related_name="townships",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=40)),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("name"), name="a_township_is_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Placing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "venue",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placing",
                        to="activities.venue",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placings",
                        to="venues.township",
                    ),
                ),
            ],
        ),
    ]
