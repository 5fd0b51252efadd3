#!/bin/sh
# Try the installers as a reader would, in a bare Debian without Python: `make test-package`,
# or in another one: `make test-package ARGS=trixie`.
# Needs root (debootstrap, chroot) and Debian's archive, hence no part of `make test`.
# What it makes stands in build/test-package/; the bare Debian itself is kept in build/ for the next time.
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
suite=${1:-bookworm}
kept=$top/build/debian-$suite.tar
root=$top/build/debian
home="/home/R&D"  # names like this one must not break anything
seen=$top/build/test-package
bundled=/usr/lib/peru-timeline/_internal/peru_timeline/_bundled
type=application/x-chronology+json
# What a desktop brings along; the program's own needs must come from its package alone.
desktop="procps xvfb jwm xdotool scrot libglib2.0-bin fonts-dejavu-core dbus"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
reader() { chroot --userspec=reader:reader "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME="$home" \
    LC_ALL=C.UTF-8 sh -c "cd && $1"; }
install() { inside apt-get install --yes -qq --no-install-recommends "$@" >"$seen/apt.log" 2>&1 \
    || { cat "$seen/apt.log"; fail "apt-get install $*"; }; }
# The files of the system; not those that apt and dpkg keep their own books in.
files() { inside find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /run -o -path /var/cache/apt \
    -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort; }

# On a virtual screen: the words after it as the reader types them, then what a reader of the
# screen sees. $1 names the picture that is kept, $2 is what the window's title must come to hold.
on_screen() {
    picture=$1 title=$2 start=$3 then=${4:-true}
    cat >"$root/tmp/on-screen.sh" <<SCREEN
set -eu
Xvfb :7 -screen 0 1600x900x24 -nolisten tcp >/dev/null 2>&1 & screen=\$!
export DISPLAY=:7
for try in \$(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.2; done
kill -0 \$screen || { echo "the display :7 is taken"; exit 1; }
jwm >/dev/null 2>&1 & manager=\$!
trap 'kill \$manager \$screen 2>/dev/null || true; wait \$screen || true; rm -f /tmp/.X7-lock' EXIT
titled() { for try in \$(seq 150); do xdotool search --onlyvisible --name "\$1" >/dev/null 2>&1 && return; sleep 0.2; done
    echo "no window is called \$1"; xdotool search --onlyvisible --name '.' getwindowname %@ || true; exit 1; }
listens() { for try in \$(seq 100); do test -S ~/.cache/peru-timeline/window.socket && return; sleep 0.2; done
    echo "the window does not listen for a second start"; exit 1; }
windows() { xdotool search --onlyvisible --class peru-timeline | wc -l; }
# A slow machine shows the progress of opening a file in a window of its own for a while.
one_window() { for try in \$(seq 100); do test "\$(windows)" = 1 && return; sleep 0.2; done
    echo "there are \$(windows) windows, not one"; exit 1; }
$start
titled "$title"
$then
sleep 2
scrot --overwrite /tmp/$picture.png
xdotool mousemove 800 450 sleep 1 key ctrl+q
for try in \$(seq 50); do pgrep -x peru-timeline >/dev/null || break; sleep 0.2; done
! pgrep -x peru-timeline || { echo "it did not quit"; exit 1; }
SCREEN
    reader "timeout 180 dbus-run-session -- sh /tmp/on-screen.sh" || fail "on the screen: $picture"
    cp "$root/tmp/$picture.png" "$seen/"
}

[ "$(id -u)" = 0 ] || fail "this needs root: it makes a Debian and enters it"
deb=$(ls "$top"/dist/*.deb) && run=$(ls "$top"/dist/*.run) || fail "run 'make package' first"
if [ -z "${PERU_TIMELINE_MOUNTS:-}" ]; then
    # Mounts and processes of its own: they end with this script, whatever happens to it.
    PERU_TIMELINE_MOUNTS=own exec unshare --mount --propagation private --pid --fork --kill-child "$0" "$@"
fi
rm -rf --one-file-system "$root" "$seen"
mkdir -p "$root" "$seen"

say "A bare Debian ($suite)"
if [ ! -f "$kept" ]; then
    command -v debootstrap >/dev/null || apt-get install --yes -qq --no-install-recommends debootstrap
    debootstrap --variant=minbase "$suite" "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" \
        >"$seen/debootstrap.log" 2>&1 || { tail "$seen/debootstrap.log"; fail "debootstrap"; }
    tar --create --file="$kept.new" --directory="$root" --numeric-owner .
    mv "$kept.new" "$kept"
else
    tar --extract --file="$kept" --directory="$root" --numeric-owner
fi
# The root reaches the archive the way this machine does.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
inside useradd --create-home --home-dir "$home" reader
inside apt-get update -qq
cp "$deb" "$root/tmp/peru-timeline.deb"
cp "$run" "$root/tmp/peru-timeline.run"
sed 's/"en": "Peru 1992–2023"/"en": "A chronology of my own"/' \
    "$top/seeds/peru-1992-2023.chronology" >"$root/tmp/own.chronology"
head -c 2000 "$root/tmp/own.chronology" | grep -q 'A chronology of my own' || fail "the title was not replaced"
chmod 755 "$root/tmp/peru-timeline.run"
chmod 644 "$root/tmp/own.chronology"
inside sh -c '! command -v python3' || fail "the root has Python"

say "Without its libraries the program says what to install"
inside dpkg -x /tmp/peru-timeline.deb /tmp/unpacked
if DISPLAY=:7 reader "DISPLAY=:7 /tmp/unpacked/usr/bin/peru-timeline" >"$seen/missing.txt" 2>&1; then
    fail "it started without the libraries it needs"
fi
cat "$seen/missing.txt"
grep -q 'libEGL.so.1' "$seen/missing.txt" && grep -q 'apt-get install .*libxcb-cursor0' "$seen/missing.txt" \
    || fail "it did not name libEGL.so.1 and the command"
rm -rf "$root/tmp/unpacked"

say "Install the .deb with apt"
# shellcheck disable=SC2086  # a list of packages
install $desktop
files >"$seen/before.txt"
install /tmp/peru-timeline.deb
inside sh -c '! command -v python3' || fail "the package brought Python along"
inside dpkg-query --show --showformat='${Package} ${Version}: ${Installed-Size} KiB installed\n' peru-timeline
reader "peru-timeline --version"
reader "peru-timeline validate $bundled/seeds/peru-1992-2023.chronology"
inside test -s /usr/share/man/man1/peru-timeline.1.gz || fail "the manual page"

say "Without a display"
if reader "peru-timeline" >"$seen/no-display.txt" 2>&1; then fail "it opened a window on nothing"; fi
cat "$seen/no-display.txt"
grep -q 'render' "$seen/no-display.txt" || fail "it did not offer render"
reader "QT_QPA_PLATFORM=offscreen peru-timeline --smoke /tmp/smoke"

say "On a screen: the menu entry, then a second start with a file"
on_screen menu-entry "Peru 1992" \
    "gio launch /usr/share/applications/peru-timeline.desktop >/tmp/launched.txt 2>&1 &" \
    'listens; peru-timeline /tmp/own.chronology; titled "A chronology of my own"; one_window'

say "A double click on a .chronology file"
reader "gio info --attributes=standard::content-type /tmp/own.chronology" | grep -F "$type" || fail "file type"
reader "gio mime $type" | grep -F peru-timeline.desktop || fail "no program for the file type"
on_screen double-click "A chronology of my own" "gio open /tmp/own.chronology"

say "Pictures, slides and tables"
for name in picture.png picture.svg picture.pdf slides.pptx; do
    reader "peru-timeline render /tmp/$name /tmp/own.chronology"
    cp "$root/tmp/$name" "$seen/"
done
reader "peru-timeline export /tmp/events.docx /tmp/own.chronology"

say "Purge: what is left"
reader 'rm -rf .config/peru-timeline .local/share/peru-timeline .local/state/peru-timeline .cache/peru-timeline'
inside apt-get purge --yes -qq peru-timeline >"$seen/apt.log" 2>&1 || fail "purge"
inside apt-get autoremove --purge --yes -qq >"$seen/apt.log" 2>&1 || fail "autoremove"
files >"$seen/after.txt"
comm -13 "$seen/before.txt" "$seen/after.txt" | tee "$seen/left.txt"
if grep -i -e peru -e chronology "$seen/left.txt"; then fail "left behind by the .deb"; fi
echo "of ours: nothing; of the packages it needed: $(wc -l <"$seen/left.txt") files"

say "The .run as a plain user"
needs=$(dpkg-deb --field "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
install $needs
reader 'find . | sort' >"$seen/home-before.txt"
reader 'sh /tmp/peru-timeline.run'
reader 'QT_QPA_PLATFORM=offscreen .local/bin/peru-timeline --smoke /tmp/smoke-reader'
on_screen run-menu-entry "Peru 1992" "gio launch ~/.local/share/applications/peru-timeline.desktop >/tmp/launched.txt 2>&1 &"
on_screen run-double-click "A chronology of my own" "gio open /tmp/own.chronology"
reader 'sh /tmp/peru-timeline.run'   # over itself: an update
reader 'sh /tmp/peru-timeline.run -- --uninstall'
reader 'find . | sort' >"$seen/home-after.txt"
comm -13 "$seen/home-before.txt" "$seen/home-after.txt" | tee "$seen/home-left.txt"
if [ -s "$seen/home-left.txt" ]; then fail "left behind by the .run"; fi
echo "of ours: nothing"

rm -rf --one-file-system "$root/tmp/unpacked"
umount "$root/proc"
rm -rf --one-file-system "$root"
say "All of it works; what was seen stands in build/test-package"
