#!/bin/sh
# Sets up .venv from the lock, and the system libraries that Qt needs. Safe to run again: it does
# nothing when the lock, pyproject.toml and this file have not changed since.
set -eu
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-python3}
LIBRARIES="libGL.so.1 libEGL.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6 \
libxkbcommon.so.0 libglib-2.0.so.0 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 \
libxkbcommon-x11.so.0 libX11-xcb.so.1 libxcb-shape.so.0"
PACKAGES="libgl1 libegl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libglib2.0-0 \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libx11-xcb1 libxcb-shape0"

libraries_missing() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 1
    for library in $LIBRARIES; do
        case "$known" in *"$library "*) ;; *) return 0 ;; esac
    done
    return 1
}

if [ "$(uname -s)" = Linux ] && libraries_missing; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES
    else
        echo "reader needs some libraries of the system. On Debian or Ubuntu:" >&2
        echo "    sudo apt-get install $PACKAGES" >&2
        command -v apt-get >/dev/null && exit 1
        echo "Going on without them: the terminal commands work, the window may not." >&2
    fi
fi

stamp=.venv/set-up
fingerprint=$(cat requirements.lock pyproject.toml scripts/setup.sh | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$fingerprint" ]; then
    exit 0
fi
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "reader needs Python 3.11 or newer; set PYTHON to one." >&2
    exit 1
}
[ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
echo "$fingerprint" > "$stamp"
