from django.db import migrations
from django.db.models import Count, Min, Q

from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.insert_only import InsertOnly

OVER = ("finished", "skipped", "dropped")


def derive(apps, schema_editor):
    """Fill the derived columns of rows that were there before them."""
    Dossier, Step = apps.get_model("dossiers", "Dossier"), apps.get_model("dossiers", "Step")
    for step in Step.objects.prefetch_related("events").iterator(chunk_size=500):
        days = {event.act: event.done_on for event in sorted(step.events.all(), key=lambda event: event.pk)}
        step.started_on, step.finished_on = days.get("start"), days.get("finish")
        step.due_on = last_day(step.starts_on, step.ends_on, strict=step.strict)
        step.save(update_fields=["started_on", "finished_on", "due_on"])
    waiting = ~Q(steps__state__in=OVER)
    counted = Dossier.objects.annotate(
        total=Count("steps"),
        unfinished=Count("steps", filter=waiting),
        due=Min("steps__due_on", filter=waiting),
        begins=Min("steps__starts_on", filter=Q(steps__state="not_started", steps__due_on__isnull=False)),
    )
    for dossier in counted.iterator(chunk_size=500):
        Dossier.objects.filter(pk=dossier.pk).update(
            steps_total=dossier.total,
            steps_open=dossier.unfinished,
            next_due_on=dossier.due,
            waits_since=dossier.begins,
        )


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0003_desk")]
    operations = [
        migrations.RunPython(derive, migrations.RunPython.noop),
        InsertOnly("dossiers_stepevent"),
        InsertOnly("dossiers_doubtdecision"),
        InsertOnly("dossiers_dossierevent"),
        InsertOnly("dossiers_stepchange"),
        InsertOnly("dossiers_extensionrequest"),
        InsertOnly("dossiers_extensiondecision"),
    ]
