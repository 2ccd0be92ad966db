from django.db import migrations

from thammuu.apps.insert_only import InsertOnly

TABLES = ("answer", "mandateadded")


class Migration(migrations.Migration):
    dependencies = [("coverage", "0001_initial")]
    operations = [InsertOnly(f"coverage_{table}") for table in TABLES]
