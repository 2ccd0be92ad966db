"""When a run was given to the engine, instead of whether it was: what an engine lost is found by its age."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]
    operations = [
        migrations.RemoveField(model_name="jobrun", name="queued"),
        migrations.AddField(model_name="jobrun", name="handed_at", field=models.DateTimeField(null=True)),
    ]
