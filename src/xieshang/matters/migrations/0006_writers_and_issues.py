import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0005_lives_guarded"),
        ("people", "0004_day_off"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["committee_id", "pk"],
            },
        ),
        migrations.AddField(
            model_name="issue",
            name="text",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="adoption",
            index=models.Index(
                fields=["committee", "adopted_on"], name="matters_ado_committ_b15b5c_idx"
            ),
        ),
        migrations.AddField(
            model_name="byline",
            name="matter",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="byline",
                to="matters.matter",
            ),
        ),
        migrations.AddField(
            model_name="contributor",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contributor",
            name="committee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributors",
                to="people.committee",
            ),
        ),
        migrations.AddField(
            model_name="contributor",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("standing__in", ["member", "organisation", "special", "office", "invited"])
                ),
                name="standing_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contributor",
            constraint=models.UniqueConstraint(
                models.F("person"),
                models.F("committee"),
                condition=models.Q(("until", None)),
                name="an_invitation_stands_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="contributor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None), ("until__gte", models.F("since")), _connector="OR"
                ),
                name="an_invitation_ends_after_it_begins",
            ),
        ),
    ]
