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
            name="Objection",
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
                        related_name="objections",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("about", models.CharField(max_length=40)),
                ("words", models.CharField(max_length=500)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("answer", models.CharField(blank=True, max_length=500)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answered_by", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_has_somebody_who_gave_it",
                    )
                ],
            },
        ),
    ]
