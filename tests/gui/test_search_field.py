"""The search field helps to write a query."""

from __future__ import annotations

from tests.gui.conftest import Person


def search(person: Person, text: str) -> None:
    person.until(lambda: person.window.library.index_waiting() == 0)
    if person.focused is not person.window.list.search:
        person.press("/")
    person.press("Ctrl+A")
    person.type(text)
    person.until(lambda: person.window.navigation.query == text)
    person.settle()


def reddish(person: Person) -> int:
    """How many points of the field are of a reddish colour, as only the line is."""
    image = person.window.list.search.grab().toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(point.red() - max(point.green(), point.blue()) > 40 for point in points)


# --- What was not understood --------------------------------------------------------------------


def test_what_is_not_understood_is_underlined_and_named(person: Person) -> None:
    field = person.window.list.search
    search(person, "attention")
    assert reddish(person) == 0
    search(person, "attention is:lost year:x ")
    assert field.underlined == ("is:lost", "year:x")
    assert field.toolTip() == "Not understood: is:lost, year:x"
    assert field.accessibleDescription() == field.toolTip()
    assert reddish(person) > 10
    assert not person.window.toast.isVisible()


def test_the_line_goes_when_it_is_mended(person: Person) -> None:
    field = person.window.list.search
    search(person, "is:los")
    person.type("\b\b\b")
    assert field.underlined == ()
    person.type("read")
    person.until(lambda: person.window.navigation.query == "is:read")
    person.settle()
    assert (field.underlined, field.toolTip()) == ((), "")
    assert reddish(person) == 0


def test_underlining_leaves_text_selection_and_undo_alone(person: Person) -> None:
    field = person.window.list.search
    search(person, " is:lost end")
    person.press("Home")
    field.insert("𝛼")  # QTest types nothing beyond U+FFFF
    person.until(lambda: person.window.navigation.query == "𝛼 is:lost end")
    person.settle()
    assert field.underlined == ("is:lost",)
    assert field.text() == "𝛼 is:lost end"
    person.press("Ctrl+A")
    person.theme.set_mode("dark")
    assert field.selectedText() == "𝛼 is:lost end"
    person.type("x")
    assert field.text() == "x"
    person.press("Ctrl+Z")
    assert field.text() == "𝛼 is:lost end"
