from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [InsertOnly("journal_event")]
