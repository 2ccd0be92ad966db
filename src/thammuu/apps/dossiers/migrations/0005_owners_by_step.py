from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_derived_and_insert_only")]
    operations = [
        migrations.AddIndex(
            model_name="stepunit",
            index=models.Index(fields=["step", "part", "unit"], name="dossiers_stepunit_who"),
        )
    ]
