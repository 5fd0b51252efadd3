#!/bin/sh
# Runs inside the unpacked .run archive: installs for the present user, without root, below ~/.local.
# `peru-timeline-VERSION.run -- --uninstall`, or ~/.local/lib/peru-timeline/uninstall, removes all of
# it. Menu entry, icons and file type are the program's own work: `peru-timeline desktop install`.
set -eu

lib="$HOME/.local/lib/peru-timeline"
bin="$HOME/.local/bin"
share="${XDG_DATA_HOME:-$HOME/.local/share}"

remove_program() {
    if [ -x "$lib/peru-timeline" ]; then "$lib/peru-timeline" desktop remove >/dev/null 2>&1 || true; fi
    rm -f "$bin/peru-timeline" "$share/man/man1/peru-timeline.1.gz"
    rm -rf "$lib"
}

uninstall() {
    remove_program
    # Settings, indices and failure reports belong to the program; added texts and views to the reader.
    rm -rf "${XDG_CONFIG_HOME:-$HOME/.config}/peru-timeline" "${XDG_CACHE_HOME:-$HOME/.cache}/peru-timeline" \
        "${XDG_STATE_HOME:-$HOME/.local/state}/peru-timeline"
    rmdir "${XDG_CONFIG_HOME:-$HOME/.config}" "${XDG_CACHE_HOME:-$HOME/.cache}" \
        "${XDG_STATE_HOME:-$HOME/.local/state}" 2>/dev/null || true
    for folder in "$share/peru-timeline" "$share/man" "$bin"; do
        find "$folder" -depth -type d -empty -delete 2>/dev/null || true
    done
    rmdir "$HOME/.local/lib" "$share" "$HOME/.local" 2>/dev/null || true
    echo "Peru Timeline has been removed."
    if [ -d "$share/peru-timeline" ]; then
        echo "Your saved views and added documents are still in $share/peru-timeline"
    fi
}

if [ "${1:-}" = "--uninstall" ]; then
    uninstall
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
"$here/usr/lib/peru-timeline/peru-timeline" --version  # before anything is replaced: does it run here?
remove_program  # an older version may have files that this one lacks
mkdir -p "$lib" "$bin" "$share/man"
cp -a "$here/usr/lib/peru-timeline/." "$lib/"
cp -a "$here/usr/share/man/." "$share/man/"
cp "$here/install.sh" "$lib/uninstall.sh"
cat >"$lib/uninstall" <<'UNINSTALL'
#!/bin/sh
# Runs a copy, since the script removes its own folder.
copy=$(mktemp) && cp "$(dirname "$0")/uninstall.sh" "$copy" && sh "$copy" --uninstall; rm -f "$copy"
UNINSTALL
chmod 755 "$lib/uninstall"
ln -sf "$lib/peru-timeline" "$bin/peru-timeline"
"$lib/peru-timeline" desktop install >/dev/null
echo "Peru Timeline is installed: look for it in the menu, or run $bin/peru-timeline"
echo "To remove it: $lib/uninstall"
