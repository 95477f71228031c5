import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0006_writers_and_issues"),
        ("people", "0004_day_off"),
    ]

    operations = [
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("publish", models.BooleanField(default=True)),
                ("why_not", models.CharField(blank=True, max_length=300)),
                ("convert", models.BooleanField(default=False)),
                ("contact", models.BooleanField(default=False)),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wish",
                        to="matters.matter",
                    ),
                ),
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
                            ("publish", True), models.Q(("why_not", ""), _negated=True), _connector="OR"
                        ),
                        name="who_wants_it_hidden_says_why",
                    )
                ],
            },
        ),
    ]
