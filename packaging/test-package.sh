#!/bin/sh
# Try the installers as a reader would: in a bare Debian root without Python. Needs root (debootstrap,
# chroot) and Debian's archive; slow, hence `make test-package` and not part of `make test`.
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
deb=$(ls "$top"/dist/*.deb) || { echo "Run 'make package' first."; exit 1; }
run=$(ls "$top"/dist/*.run)
root=${TEST_ROOT:-/var/tmp/peru-timeline-root}
say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="${HOME_INSIDE:-/root}" LC_ALL=C.UTF-8 "$@"; }

[ "$(id -u)" = 0 ] || { echo "This test needs root: it makes a Debian root and enters it."; exit 1; }
command -v debootstrap >/dev/null || apt-get install --yes --no-install-recommends debootstrap

say "a bare Debian"
if [ ! -d "$root/usr" ]; then
    mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] *\)*\([^ ]*\) .*/\2/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$top/build/debootstrap.log"
    # The root reaches the archive the way this machine does.
    cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    cp -a /etc/ssl /usr/share/ca-certificates "$root/etc/" 2>/dev/null || true
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
    cp -a /etc/apt/sources.list* "$root/etc/apt/" 2>/dev/null || true
fi
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev" || mount --bind /dev "$root/dev"
trap 'umount "$root/proc" "$root/dev" 2>/dev/null || true' EXIT
inside sh -c '! command -v python3' || { echo "the root has Python"; exit 1; }
listing() { inside find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /var \
    -o -path /run \) -prune -o -print | sort; }

say "install the .deb with apt"
inside apt-get update >/dev/null
inside apt-get install --yes --no-install-recommends xvfb xauth xdg-utils fonts-dejavu-core dbus >/dev/null
listing >"$top/build/before.txt"
cp "$deb" "$root/tmp/peru-timeline.deb"
inside apt-get install --yes --no-install-recommends /tmp/peru-timeline.deb
inside peru-timeline --version
inside peru-timeline validate /usr/lib/peru-timeline/_internal/peru_timeline/_bundled/seeds/peru-1992-2023.chronology

say "without a display, offscreen, and on a virtual screen"
inside peru-timeline && { echo "it should have said that there is no display"; exit 1; } || true
inside env QT_QPA_PLATFORM=offscreen peru-timeline --smoke /tmp/smoke-offscreen
inside xvfb-run -a peru-timeline --smoke /tmp/smoke-xvfb
inside ls -l /tmp/smoke-xvfb

say "the file type: a .chronology opens in the program"
cp "$top/seeds/peru-1992-2023.chronology" "$root/tmp/own.chronology"
inside xdg-mime query filetype /tmp/own.chronology | grep -x 'application/x-chronology+json'
inside xdg-mime query default 'application/x-chronology+json' | grep -x 'peru-timeline.desktop'

say "export a picture"
inside peru-timeline render /tmp/picture.png /tmp/own.chronology
inside test -s /tmp/picture.png

say "purge: nothing of ours stays"
inside apt-get purge --yes peru-timeline >/dev/null
inside apt-get autoremove --purge --yes >/dev/null
listing >"$top/build/after.txt"
if grep -i peru-timeline "$top/build/after.txt"; then
    echo "left behind by the .deb"; exit 1
fi

say "the .run as a plain user"
inside apt-get install --yes --no-install-recommends libegl1 libgl1 libdbus-1-3 libfontconfig1 \
    libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 >/dev/null
inside sh -c 'id reader >/dev/null 2>&1 || useradd --create-home reader'
cp "$run" "$root/tmp/peru-timeline.run"
chmod 755 "$root/tmp/peru-timeline.run"
as_reader() { chroot "$root" su reader -c "cd; export LC_ALL=C.UTF-8; $1"; }
as_reader 'find . | sort' >"$top/build/home-before.txt"
as_reader 'sh /tmp/peru-timeline.run'
as_reader 'QT_QPA_PLATFORM=offscreen .local/bin/peru-timeline --smoke /tmp/smoke-reader'
as_reader 'test -f .local/share/applications/peru-timeline.desktop'
as_reader '.local/lib/peru-timeline/uninstall'
as_reader 'find . | sort' >"$top/build/home-after.txt"
if grep -i peru-timeline "$top/build/home-after.txt" | grep -v -e '/.config/' -e '/.cache/' -e '/.local/state/'; then
    echo "left behind by the .run"; exit 1
fi
say "all of it works"
