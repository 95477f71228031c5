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
            name="Campaign",
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
                        related_name="campaigns",
                        to="people.committee",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("goal", models.TextField(blank=True, max_length=2000)),
                ("since", models.DateField()),
                (
                    "projects",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="activities.project"
                    ),
                ),
            ],
            options={
                "ordering": ["committee_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("committee"), models.F("name"), name="a_campaign_is_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Introducer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="introducers",
                        to="activities.project",
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
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("direct", "Brought it in"),
                            ("joint", "Together with others"),
                            ("contact", "Made the contact"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("project"),
                        models.F("person"),
                        name="somebody_brings_a_project_in_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["direct", "joint", "contact"])),
                        name="way_of_bringing_in_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="services",
                        to="projects.campaign",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("day", models.DateField()),
                ("place", models.CharField(blank=True, max_length=120)),
                ("beneficiaries", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "members",
                    models.ManyToManyField(
                        blank=True, related_name="services", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="StageStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stage_steps",
                        to="activities.project",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("talks", "In talks"),
                            ("signed", "Contract signed"),
                            ("begun", "Begun"),
                            ("running", "In operation"),
                            ("ended", "Did not come about"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
                ("note", models.CharField(blank=True, max_length=300)),
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
                        condition=models.Q(
                            ("stage__in", ["talks", "signed", "begun", "running", "ended"])
                        ),
                        name="stage_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sums",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sums",
                        to="activities.project",
                    ),
                ),
                (
                    "contract",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                ),
                (
                    "paid_in",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("contract", None), ("contract__gte", 0), _connector="OR"),
                            models.Q(("paid_in", None), ("paid_in__gte", 0), _connector="OR"),
                        ),
                        name="sums_are_not_negative",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Twin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="activities.project",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="activities.project",
                    ),
                ),
                ("same", models.BooleanField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        models.F("one"), models.F("other"), name="two_projects_are_looked_at_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))),
                        name="a_project_is_no_twin_of_itself",
                    ),
                ],
            },
        ),
    ]
