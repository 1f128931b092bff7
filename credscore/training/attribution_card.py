"""The model card of the attribution tagger."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from credscore.artefacts import Manifest
from credscore.training.other_genres import GenreScore
from credscore.training.polnear import ROLES, AnnotatedArticle, RoleScore
from credscore.training.schedule import (
    ARTICLES_A_STEP,
    GOLD_WEIGHT,
    PASSES,
    TEACHER_COOLING_STEPS,
    TEACHER_PASSES,
)

__all__ = ["attribution_card"]


def attribution_card(
    manifest: Manifest,
    rows: Sequence[AnnotatedArticle],
    held_out: int,
    scores: Sequence[RoleScore],
    silver: int,
    genres: Sequence[GenreScore],
) -> str:
    """Write the card, in Markdown; ends in a line break.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    rows : sequence of AnnotatedArticle
        What it was trained on.
    held_out : int
        How many articles it was judged on.
    scores : sequence of RoleScore
        How well it did.
    silver : int
        How many articles without labels a teacher labelled; 0 for no teacher.
    genres : sequence of GenreScore
        How well it did on other news.
    """
    libraries = ", ".join(f"{name} {number}" for name, number in manifest.libraries.items())
    count = sum(len(row["attributions"]) for row in rows)
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Marks who says what in English news: the source, the cue and the content of each",
            "attribution. A small recurrent network over words, their ending, shape and class in",
            "a lexicon of reporting words, and over their place: quotations, the sentence, and",
            "whether that reports. The best sequence of labels is found by a linear chain.",
            "",
            "## Data",
            "",
            "PolNeAR (Newell, Margolin, Ruths, LREC 2018), its training part:",
            f"{len(rows):,} articles with {count:,} attributions, from seven US outlets on the",
            "campaign of 2016. The annotators marked speech, belief and intention; each token is",
            "in one attribution at most, so attributions inside others are not marked. A source",
            "may be a bare pronoun; what kind of source it is, and who is the same, is not said.",
            "",
            "| spans | annotated | attributions without | characters, median |",
            "|---|---|---|---|",
            *(_role_line(rows, role) for role in ROLES),
            "",
            f"Hash of the training data: `{manifest.training_data}`. Trained with {libraries}.",
            "",
            "Licence: PolNeAR's repository states none; its texts and the others remain their",
            "publishers' and are not shipped. Nothing here lets them be read back: single words",
            "and weights are all that is kept.",
            "",
            "## Training",
            "",
            "The vectors of words were learnt from news without labels, of the US, Bangladesh,",
            "partisan sites and health desks.",
            *_teacher_lines(silver),
            f"The tagger's weights are the average over the last steps of {PASSES} passes,",
            f"{ARTICLES_A_STEP} articles a step; in a pass each annotated article comes "
            f"{GOLD_WEIGHT} times.",
            "`credscore train attribution` does all of this.",
            "",
            f"## Figures on PolNeAR's validation part, {held_out} articles",
            "",
            "| spans | exact F1 | overlap F1 | annotated | found |",
            "|---|---|---|---|---|",
            *(
                f"| {score.role} | {score.exact:.3f} | {score.overlap:.3f} | {score.gold:,} "
                f"| {score.found:,} |"
                for score in scores
            ),
            "",
            "Exact: both ends right in characters. Overlap: paired one to one, intersection at",
            "least half of the union. Distinct spans of an article. No article of this part was",
            "trained on, but choices between designs were made on it.",
            "",
            *_genre_lines(genres),
            "## Where it fails",
            "",
            '- Nested attributions ("he said that she had called it wrong"): only the outer one.',
            "- Belief and intention without a reporting verb, and cues that are no verb: the",
            "  annotators themselves agree least there.",
            "- Other genres and Englishes than US political news: it has seen them through its",
            "  teacher alone, which was tuned on US political news too.",
            "- Texts whose quotation marks are lost, verse, transcripts and lists.",
            "",
        )
    )


def _role_line(rows: Sequence[AnnotatedArticle], role: str) -> str:
    parts = [item[role] or [] for row in rows for item in row["attributions"]]
    lengths = [end - start for spans in parts for start, end in spans]
    without = sum(not spans for spans in parts)
    return f"| {role} | {len(lengths):,} | {without:,} | {median(lengths or [0]):.0f} |"


def _teacher_lines(silver: int) -> tuple[str, ...]:
    if not silver:
        return ()
    return (
        "A pretrained encoder (all-MiniLM-L6-v2, Apache 2.0, not shipped) was tuned on PolNeAR for",
        f"{TEACHER_PASSES} passes and {TEACHER_COOLING_STEPS} cooling steps, and labelled "
        f"{silver:,} articles of that news; the",
        "tagger learnt its probabilities beside the annotations.",
    )


def _genre_lines(genres: Sequence[GenreScore]) -> tuple[str, ...]:
    if not genres:
        return ()
    return (
        "## On other news",
        "",
        "| found | of | share |",
        "|---|---|---|",
        *(f"| {genre.name} | {genre.count:,} | {genre.recall:.3f} |" for genre in genres),
        "",
    )
