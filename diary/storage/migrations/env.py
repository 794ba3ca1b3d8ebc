"""Alembic's way in: it is handed the open connection, and has no settings file."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
