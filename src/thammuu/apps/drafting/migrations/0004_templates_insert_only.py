from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("drafting", "0003_agency_templates")]
    operations = [InsertOnly("drafting_agencytemplate")]
