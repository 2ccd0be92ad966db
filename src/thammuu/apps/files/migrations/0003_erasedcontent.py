"""What had to be removed by law, so that its absence is known to be no damage."""

from __future__ import annotations

from django.db import migrations, models

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("files", "0002_insert_only")]
    operations = [
        migrations.CreateModel(
            name="ErasedContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("at", models.DateTimeField(verbose_name="lúc xóa")),
            ],
            options={"verbose_name": "nội dung đã xóa"},
        ),
        InsertOnly("files_erasedcontent"),
    ]
