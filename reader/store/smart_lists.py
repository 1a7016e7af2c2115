"""Smart lists: queries kept under a name, in an order of their own."""

from __future__ import annotations

from reader.errors import EditError, NotFoundError
from reader.model import SmartList
from reader.store.connection import Database, storable
from reader.words import say

_COLUMNS = "id, name, query, icon"


def listed(database: Database) -> list[SmartList]:
    """All smart lists, in their order."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM smart_lists ORDER BY position, id")
    return [SmartList(*row) for row in rows]


def get(database: Database, list_id: int) -> SmartList:
    """One smart list. Raises NotFoundError."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM smart_lists WHERE id = ?", (list_id,))
    if not rows:
        raise NotFoundError(say("There is no smart list {}.").format(list_id))
    return SmartList(*rows[0])


def save(database: Database, name: str, query: str, icon: str) -> SmartList:
    """Keeps a query under a name, after the others. Raises EditError."""
    name, query = _free(database, name), storable(query).strip()
    if not query:
        raise EditError(say("A smart list needs a query."))
    key = database.insert(
        "INSERT INTO smart_lists (name, query, icon, position) "
        "SELECT ?, ?, ?, 1 + (SELECT ifnull(max(position), 0) FROM smart_lists)",
        (name, query, icon),
    )
    return get(database, key)


def rename(database: Database, list_id: int, name: str, icon: str) -> None:
    """Gives a smart list another name and icon. Raises NotFoundError, EditError."""
    get(database, list_id)
    wanted = _free(database, name, but=list_id)
    database.execute(
        "UPDATE smart_lists SET name = ?, icon = ? WHERE id = ?", (wanted, icon, list_id)
    )


def delete(database: Database, list_id: int) -> None:
    """Deletes a smart list; its papers stay. Raises NotFoundError."""
    get(database, list_id)
    database.execute("DELETE FROM smart_lists WHERE id = ?", (list_id,))


def clean(name: str) -> str:
    """A name as it is kept: one line without stray spaces."""
    return " ".join(storable(name).split())


def _free(database: Database, name: str, but: int | None = None) -> str:
    """The name as it is kept, if no other smart list has it. Raises EditError."""
    wanted = clean(name)
    if not wanted:
        raise EditError(say("A smart list needs a name."))
    if any(known.name == wanted and known.id != but for known in listed(database)):
        raise EditError(
            say("There is a smart list “{}” already.").format(wanted),
            advice=say("Choose another name."),
        )
    return wanted
