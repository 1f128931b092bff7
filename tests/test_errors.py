"""Every error is one of this library's, and of the kind a caller expects."""

import importlib
import inspect
import sys

import pytest

import credscore
from credscore import errors
from credscore.errors import CredscoreError, MissingDependencyError


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_public_and_has_one_base(name):
    error = getattr(errors, name)
    assert issubclass(error, CredscoreError)
    assert inspect.getdoc(error)
    assert getattr(credscore, name) is error


@pytest.mark.parametrize(
    ("name", "kind"),
    [("ArticleError", ValueError), ("ReadError", ValueError), ("LabelsError", ValueError),
     ("MissingDependencyError", ImportError), ("MissingReaderError", ImportError),
     ("MissingReaderError", ValueError)],
)  # fmt: skip
def test_errors_are_also_of_the_built_in_kind(name, kind):
    assert issubclass(getattr(errors, name), kind)


def test_a_missing_library_comes_with_the_command_that_installs_it():
    message = str(MissingDependencyError("pyarrow", "parquet", "reading Parquet"))
    assert message == (
        "reading Parquet needs pyarrow, which is not installed: pip install 'credscore[parquet]'"
    )


@pytest.mark.parametrize(
    ("module", "library", "extra"),
    [
        ("spark", "pyspark.sql.types", "spark"),
        ("spark", "pyarrow", "spark"),
        ("dask", "dask.dataframe", "dask"),
    ],
)
def test_an_engine_without_its_extra_says_how_to_install_it(module, library, extra, monkeypatch):
    monkeypatch.delitem(sys.modules, f"credscore.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingDependencyError, match=rf"pip install 'credscore\[{extra}\]'"):
        importlib.import_module(f"credscore.{module}")
