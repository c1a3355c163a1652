"""Fixtures for pytest: one server for all tests, and a panel of its own for each."""

import os
import shlex

import pytest
from alarmpanel_client import Server


@pytest.fixture(scope="session")
def alarmpanel():
    with Server.start(shlex.split(os.environ.get("ALARMPANEL", "npx alarmpanel"))) as server:
        yield server


@pytest.fixture
def panel(alarmpanel):
    made = alarmpanel.panel()
    yield made
    made.delete()
