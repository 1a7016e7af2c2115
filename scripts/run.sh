#!/bin/sh
# Opens the window; where there is no display it runs the tour and says why.
cd "$(dirname "$0")/.."
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] &&
    [ -z "${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so instead of the"
    echo "window this is the tour: the main job in the terminal, with a picture of the window."
    exec .venv/bin/reader tour
fi
exec .venv/bin/reader "$@"
