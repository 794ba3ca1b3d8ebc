"""When an entry's other answers and a good thing were written, what helped, and what is taken as needed.

Projected tables are made anew and empty: after this they are worked out again from the revisions.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make four tables anew, with their new columns."""
    for table in ("entry", "event", "good_thing", "treatment"):
        op.drop_table(table)
    op.create_table(
        "entry",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorder", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("day_ends_at", sa.Integer(), nullable=True),
        sa.Column("from_notes", sa.Boolean(), nullable=True),
        sa.Column("nowhere_else", sa.Boolean(), nullable=True),
        sa.Column("factors_looked_through", sa.Boolean(), nullable=True),
        sa.Column("source_written_at", sa.Integer(), nullable=True),
        sa.Column("source_offset_min", sa.Integer(), nullable=True),
        sa.Column("batch", sa.String(), nullable=True),
        sa.Column("written_at", sa.Integer(), nullable=True),
        sa.Column("written_offset_min", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("entry_by_day", "entry", ["day"], unique=False)
    op.create_table(
        "event",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("on_precision", sa.String(), nullable=True),
        sa.Column("in_story", sa.Boolean(), nullable=True),
        sa.Column("helped", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "good_thing",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorder", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("written_at", sa.Integer(), nullable=True),
        sa.Column("written_offset_min", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "treatment",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("dose", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("first_precision", sa.String(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("last_precision", sa.String(), nullable=True),
        sa.Column("as_needed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
