import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill_in(apps, schema_editor):
    """An assignment's committee is that of its matter."""
    Assignment, Matter = (apps.get_model("matters", name) for name in ("Assignment", "Matter"))
    place = Matter.objects.filter(pk=OuterRef("matter")).values("committee")[:1]
    Assignment.objects.update(committee=Subquery(place))


class Migration(migrations.Migration):
    atomic = False  # an index cannot be built over rows that the same transaction wrote

    dependencies = [
        ("matters", "0011_dated_rules"),
        ("people", "0004_day_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="committee",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.committee",
            ),
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="assignment",
            name="committee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.committee",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["committee", "due_on"], name="matters_ass_committ_0bb558_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["due_on", "id"], name="matters_ass_due_on_fa9b96_idx"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["status", "committee"], name="matters_ass_status_838810_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["due_on", "id"], name="matters_mat_due_on_7f4894_idx"),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                fields=["status", "raised_on", "id"], name="matters_mat_status_e2cb41_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["due_on", "id"], name="matters_ref_due_on_2757b1_idx"),
        ),
    ]
