"""The measures of the prescribed form, by name, from `measures.tsv`: points for letters, millimetres for paper."""

from __future__ import annotations

from functools import cache

from thammuu_core.text.tables import rows

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@cache
def measures() -> dict[str, float]:
    """Every measure by its name."""
    return {row["name"]: float(row["value"]) for row in rows("thammuu_core.rendering", "measures.tsv")}


def sizes(*, small: bool) -> dict[str, float]:
    """The measures for a document set in the larger or the smaller of the sizes left open."""
    known = measures()
    if not small:
        return known
    return known | {
        "body": known["body_small"],
        "table": known["table_small"],
        "cell_gap": known["cell_gap_small"],
        "kind": known["body_small"],
        "subject": known["body_small"],
        "signer": known["body_small"],
        "title_gap": known["title_gap_small"],
        "annex_title": known["body_small"],
        "guidance": known["body_small"],
    }


def text_width(measures: dict[str, float], *, landscape: bool) -> float:
    """How many millimetres a line may take between the margins."""
    paper = measures["page_height" if landscape else "page_width"]
    return paper - measures["margin_left"] - measures["margin_right"]
