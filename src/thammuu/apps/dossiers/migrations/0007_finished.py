from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0006_parts")]
    operations = [
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["state", "finished_on"], name="dossiers_step_finished"),
        )
    ]
