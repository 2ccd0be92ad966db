from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial")]
    operations = [InsertOnly("dossiers_stepevent"), InsertOnly("dossiers_doubtdecision")]
