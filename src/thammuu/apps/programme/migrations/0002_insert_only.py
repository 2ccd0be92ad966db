from django.db import migrations

from thammuu.apps.insert_only import InsertOnly


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [
        InsertOnly("programme_programmesheet"),
        InsertOnly("programme_workprogramme"),
        InsertOnly("programme_letter"),
        InsertOnly("programme_assignmentchange"),
        InsertOnly("programme_instruction"),
        InsertOnly("programme_templateversion"),
        InsertOnly("programme_laidtimetable"),
    ]
