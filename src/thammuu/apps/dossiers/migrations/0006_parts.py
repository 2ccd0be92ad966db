from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0005_owners_by_step")]
    operations = [
        migrations.AddIndex(
            model_name="step",
            index=models.Index(
                fields=["parent", "state"],
                name="dossiers_step_parts",
                condition=models.Q(parent__isnull=False),
            ),
        )
    ]
