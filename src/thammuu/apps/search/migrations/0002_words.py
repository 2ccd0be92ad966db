from django.db import migrations

from thammuu.apps.search.words import MakeWords


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [MakeWords()]
