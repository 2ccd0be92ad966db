from django.db import migrations

from thammuu.apps.insert_only import InsertOnly

TABLES = ("draft", "draftversion", "versioncheck", "initial")


class Migration(migrations.Migration):
    dependencies = [("drafting", "0001_initial")]
    operations = [InsertOnly(f"drafting_{table}") for table in TABLES]
