from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [InsertOnly("documents_document"), InsertOnly("documents_reading")]
