from django.db import migrations

from thammuu.apps.insert_only import InsertOnly

TABLES = (
    "contributionrequest",
    "contributionanswer",
    "studyrecord",
    "studyreceipt",
    "meeting",
    "invitee",
    "minutes",
    "attendance",
    "conclusion",
    "conclusionstep",
    "note",
    "withdrawal",
)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [InsertOnly(f"records_{table}") for table in TABLES]
