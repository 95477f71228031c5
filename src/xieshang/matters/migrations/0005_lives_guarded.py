from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0004_lives_carried_over"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("life", "proposal"),
                        (
                            "status__in",
                            [
                                "draft",
                                "cosigning",
                                "submitted",
                                "returned",
                                "offered",
                                "filed",
                                "merged",
                                "handling",
                                "replied",
                                "tracked",
                                "archived",
                                "not-filed",
                                "converted",
                                "withdrawn",
                            ],
                        ),
                    ),
                    models.Q(
                        ("life", "opinion-report"),
                        (
                            "status__in",
                            [
                                "draft",
                                "submitted",
                                "returned",
                                "editing",
                                "checking",
                                "adopted",
                                "kept",
                                "handling",
                                "answered",
                                "not-adopted",
                                "withdrawn",
                            ],
                        ),
                    ),
                    models.Q(
                        ("life", "problem"),
                        (
                            "status__in",
                            [
                                "registered",
                                "asked-back",
                                "handling",
                                "assigned",
                                "planned",
                                "deferred",
                                "closed",
                                "refused",
                                "withdrawn",
                            ],
                        ),
                    ),
                    models.Q(
                        ("life", "advice"),
                        (
                            "status__in",
                            ["submitted", "kept", "passed-on", "not-adopted", "adopted"],
                        ),
                    ),
                    _connector="OR",
                ),
                name="matter_status_is_in_its_lifecycle",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        ["", "done", "partly", "planned", "not-now", "reference", "not-ours"],
                    ),
                    (
                        "tracked__in",
                        ["", "done", "partly", "planned", "not-now", "reference", "not-ours"],
                    ),
                ),
                name="matter_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.UniqueConstraint(
                models.F("committee"),
                models.F("kind"),
                models.F("series"),
                models.F("number"),
                condition=models.Q(("number__isnull", False)),
                name="a_number_is_given_once",
            ),
        ),
    ]
