"""Figures that others have published, each with its source."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ATTRIBUTION", "SOURCES"]

_CRF = "CRF (Wang et al. 2022)"
_BILSTM = "BiLSTM-CRF (Wang et al. 2022)"
_BERT = "BERT CofeNet (Wang et al. 2022)"

# Exact F1 on the test part of PolNeAR.
ATTRIBUTION: Mapping[tuple[str, str], Mapping[str, float]] = {
    ("source", "exact"): {_CRF: 0.51, _BILSTM: 0.70, _BERT: 0.83},
    ("cue", "exact"): {_CRF: 0.53, _BILSTM: 0.67, _BERT: 0.75},
    ("content", "exact"): {_CRF: 0.29, _BILSTM: 0.59, _BERT: 0.73},
}

SOURCES: Mapping[str, str] = {
    "Wang et al. 2022": (
        "Wang, Li, Sun, Meng, Liao, Guo. CofeNet: Context and Former-Label Enhanced Net for "
        "Complicated Quotation Extraction. COLING 2022, https://aclanthology.org/2022.coling-1.215"
    ),
}
