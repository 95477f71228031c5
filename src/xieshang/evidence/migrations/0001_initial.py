import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="people.committee",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="evidence.file",
                    ),
                ),
                ("sheet", models.CharField(max_length=120)),
                ("row", models.PositiveIntegerField()),
                ("header", models.PositiveIntegerField(null=True)),
                ("cells", models.JSONField()),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("file"),
                        models.F("sheet"),
                        models.F("row"),
                        name="a_row_is_kept_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("row__gte", 1)), name="rows_count_from_one"
                    ),
                ],
            },
        ),
    ]
