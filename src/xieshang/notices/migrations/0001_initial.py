import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("held_until", models.DateTimeField(blank=True, null=True)),
                ("fault", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Message",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("digest_of", models.DateField(blank=True, null=True)),
                ("asked_for", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                ("next_try", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("failing_since", models.DateTimeField(blank=True, null=True)),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "The address was refused"),
                            ("unreachable", "The server did not answer"),
                            ("settings", "The server's settings for sending are wrong"),
                            ("broken", "The message could not be written"),
                        ],
                        max_length=20,
                    ),
                ),
                ("heard", models.CharField(blank=True, max_length=200)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("page", "Only to this page"),
                            ("mail", "By e-mail"),
                            ("wecom", "To a WeCom bot"),
                            ("dingtalk", "To a DingTalk bot"),
                            ("feishu", "To a Feishu bot"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=80)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["next_try"],
                        name="message_unsent",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("to", "")),
                            models.Q(("person", None), models.Q(("to", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_message_has_one_receiver",
                    ),
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("digest_of"),
                        name="a_person_gets_one_digest_a_day",
                    ),
                    models.UniqueConstraint(
                        models.F("to"),
                        models.F("digest_of"),
                        condition=models.Q(("to", ""), _negated=True),
                        name="an_address_gets_one_digest_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("to", models.EmailField(blank=True, max_length=254)),
                ("event", models.CharField(max_length=160)),
                ("kind", models.CharField(max_length=60)),
                ("about", models.CharField(max_length=80)),
                ("href", models.CharField(max_length=300)),
                ("words", models.CharField(max_length=300)),
                ("params", models.JSONField(default=dict)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("proposer", "You proposed it"),
                            ("cosigner", "Your signature stands under it, or is asked for"),
                            ("author", "You wrote it"),
                            ("raiser", "You raised it"),
                            ("follower", "You follow it"),
                            ("office", "Your office keeps it"),
                            ("unit", "Your unit answers for it"),
                            ("between", "Your committee passed it on"),
                            ("supervisor", "You watch over it"),
                            ("yourself", "You asked for it"),
                        ],
                        max_length=20,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "went",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Waits to be sent"),
                            ("message", "In a message"),
                            ("page", "Only to this page"),
                            ("withheld", "Not sent: it was no longer yours to see"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="notices.message",
                    ),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("went", "")),
                        fields=["person", "to"],
                        name="notice_waiting",
                    ),
                    models.Index(fields=["person", "-id"], name="notice_of_person"),
                    models.Index(
                        condition=models.Q(("seen_at", None)),
                        fields=["person"],
                        name="notice_unseen",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("to", "")),
                            models.Q(("person", None), models.Q(("to", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_notice_has_one_receiver",
                    ),
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("event"),
                        name="a_person_is_told_of_an_event_once",
                    ),
                    models.UniqueConstraint(
                        models.F("to"),
                        models.F("event"),
                        condition=models.Q(("to", ""), _negated=True),
                        name="an_address_is_told_of_an_event_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("message__isnull", False), ("went", "message")),
                            models.Q(
                                models.Q(("went", "message"), _negated=True), ("message", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_notice_in_a_message_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wishes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_wishes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("page", "Only to this page"),
                            ("mail", "By e-mail"),
                            ("wecom", "To a WeCom bot"),
                            ("dingtalk", "To a DingTalk bot"),
                            ("feishu", "To a Feishu bot"),
                        ],
                        default="page",
                        max_length=10,
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=254)),
                ("openly", models.BooleanField(default=False)),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("daily", "Once a day, when quiet hours end"),
                            ("at-once", "At once, and of each matter once a day"),
                        ],
                        default="daily",
                        max_length=10,
                    ),
                ),
                ("quiet_from", models.TimeField(default=datetime.time(21, 0))),
                ("quiet_until", models.TimeField(default=datetime.time(8, 0))),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "Chinese"), ("en", "English")],
                        default="zh-hans",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "wishes",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("address", ""), ("way", "page")),
                            models.Q(
                                models.Q(("way", "page"), _negated=True),
                                models.Q(("address", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_address_is_kept_where_one_is_needed",
                    )
                ],
            },
        ),
    ]
