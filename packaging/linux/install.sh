#!/bin/sh
# Runs inside the unpacked .run archive: installs for the present user, without root. Everything goes
# below ~/.local; `peru-timeline-VERSION.run -- --uninstall`, or ~/.local/lib/peru-timeline/uninstall,
# takes all of it away again.
set -eu

lib="$HOME/.local/lib/peru-timeline"
bin="$HOME/.local/bin"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
ours='peru-timeline* application-x-chronology+json*'

# Desktops find programs, file types and icons by these indices, where they keep any.
refresh() {
    refresh_by update-mime-database "$share/mime"
    refresh_by update-desktop-database "$share/applications"
    refresh_by gtk-update-icon-cache -q -t -f "$share/icons/hicolor"
}
refresh_by() {
    if command -v "$1" >/dev/null 2>&1; then "$@" >/dev/null 2>&1 || true; fi
}

remove_program() {
    rm -f "$bin/peru-timeline"
    rm -rf "$lib"
    for folder in applications mime/packages man/man1 icons/hicolor; do
        for name in $ours; do
            find "$share/$folder" -name "$name" -type f -delete 2>/dev/null || true
        done
    done
}

# An index of nothing is nobody's; the folders go too when nothing else stands in them.
tidy() {
    refresh
    if [ -z "$(ls -A "$share/mime/packages" 2>/dev/null)" ]; then
        for name in aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version \
                    XMLnamespaces; do
            rm -f "$share/mime/$name"
        done
    fi
    if [ "$(ls -A "$share/applications" 2>/dev/null)" = mimeinfo.cache ]; then
        rm -f "$share/applications/mimeinfo.cache"
    fi
    if [ "$(find "$share/icons/hicolor" -type f 2>/dev/null)" = "$share/icons/hicolor/icon-theme.cache" ]; then
        rm -f "$share/icons/hicolor/icon-theme.cache"
    fi
    for folder in "$share/mime" "$share/icons" "$share/applications" "$share/man" "$bin"; do
        find "$folder" -depth -type d -empty -delete 2>/dev/null || true
    done
    rmdir "$HOME/.local/lib" "$share" "$HOME/.local" 2>/dev/null || true
}

uninstall() {
    remove_program
    # Settings, indices and reports of failures are the program's; what was added to it is the reader's.
    rm -rf "${XDG_CONFIG_HOME:-$HOME/.config}/peru-timeline" "${XDG_CACHE_HOME:-$HOME/.cache}/peru-timeline" \
        "${XDG_STATE_HOME:-$HOME/.local/state}/peru-timeline"
    rmdir "${XDG_CONFIG_HOME:-$HOME/.config}" "${XDG_CACHE_HOME:-$HOME/.cache}" \
        "${XDG_STATE_HOME:-$HOME/.local/state}" 2>/dev/null || true
    find "$share/peru-timeline" -depth -type d -empty -delete 2>/dev/null || true
    tidy
    echo "Peru Timeline has been removed."
    if [ -d "$share/peru-timeline" ]; then
        echo "Your saved views and added documents were left in $share/peru-timeline"
    fi
}

if [ "${1:-}" = "--uninstall" ]; then
    uninstall
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
remove_program  # files of the version before that this one no longer has
mkdir -p "$lib" "$bin" "$share"
cp -a "$here/usr/lib/peru-timeline/." "$lib/"
cp "$here/install.sh" "$lib/uninstall.sh"
cat >"$lib/uninstall" <<'UNINSTALL'
#!/bin/sh
# A copy is run, since the script takes its own folder away.
copy=$(mktemp) && cp "$(dirname "$0")/uninstall.sh" "$copy" && sh "$copy" --uninstall; rm -f "$copy"
UNINSTALL
chmod 755 "$lib/uninstall"
for folder in applications mime icons man; do
    cp -a "$here/usr/share/$folder" "$share/"
done
ln -sf "$lib/peru-timeline" "$bin/peru-timeline"
# Menus do not search ~/.local/bin on every desktop: name the program in full.
sed -i "s|^Exec=peru-timeline|Exec=\"$lib/peru-timeline\"|" "$share/applications/peru-timeline.desktop"
refresh
echo "Peru Timeline is installed: look for it in the menu, or run $bin/peru-timeline"
echo "To remove it: $lib/uninstall"
"$lib/peru-timeline" --version
