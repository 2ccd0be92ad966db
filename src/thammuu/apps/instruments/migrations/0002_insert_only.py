from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("instruments", "0001_initial")]
    operations = [InsertOnly("instruments_instrumentedition"), InsertOnly("instruments_mandateitem")]
