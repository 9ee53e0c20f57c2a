"""Plots are drawn without a screen, and no figure outlives its test."""

from collections.abc import Iterator

import matplotlib
import pytest
from matplotlib import pyplot

matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Every figure of pyplot is closed after the test, and the style is as it was."""
    with pyplot.style.context("default"):
        yield
    pyplot.close("all")
