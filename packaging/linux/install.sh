#!/bin/sh
# Runs inside the unpacked .run archive: installs for the present user, without root.
# Everything goes below ~/.local; `peru-timeline-VERSION.run -- --uninstall` or
# ~/.local/lib/peru-timeline/uninstall takes all of it away again.
set -eu

share="${XDG_DATA_HOME:-$HOME/.local/share}"
lib="$HOME/.local/lib/peru-timeline"
bin="$HOME/.local/bin"

refresh() {
    for step in "update-mime-database $share/mime" \
                "update-desktop-database -q $share/applications" \
                "gtk-update-icon-cache -q -t -f $share/icons/hicolor"; do
        # shellcheck disable=SC2086  # the command and its words are ours
        command -v ${step%% *} >/dev/null 2>&1 && $step >/dev/null 2>&1 || true
    done
}

uninstall() {
    rm -f "$bin/peru-timeline" \
          "$share/applications/peru-timeline.desktop" \
          "$share/mime/packages/peru-timeline-mime.xml" \
          "$share/man/man1/peru-timeline.1.gz" \
          "$share/metainfo/io.github.peru_timeline.PeruTimeline.metainfo.xml"
    find "$share/icons/hicolor" \( -name 'peru-timeline.png' -o -name 'peru-timeline.svg' \
        -o -name 'application-x-chronology+json.*' \) -delete 2>/dev/null || true
    rm -rf "$lib"
    refresh
    # Folders that this program may have made, when nothing else stands in them.
    for folder in "$share/mime/packages" "$share/mime" "$share/applications" "$share/metainfo" \
                  "$share/man/man1" "$share/man" "$bin" "$HOME/.local/lib"; do
        rm -f "$folder/mimeinfo.cache" 2>/dev/null || true
        rmdir "$folder" 2>/dev/null || true
    done
    find "$share/icons" -depth -type d -empty -delete 2>/dev/null || true
    echo "Peru Timeline has been removed. Your settings and chronologies were left as they are."
}

if [ "${1:-}" = "--uninstall" ]; then
    uninstall
    exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$lib.new"
mkdir -p "$lib.new" "$bin" "$share"
cp -a "$here/usr/lib/peru-timeline/." "$lib.new/"
cp "$here/install.sh" "$lib.new/uninstall.sh"
cat > "$lib.new/uninstall" <<'UNINSTALL'
#!/bin/sh
# A copy is run, since the script takes its own folder away.
copy=$(mktemp) && cp "$(dirname "$0")/uninstall.sh" "$copy" && sh "$copy" --uninstall; rm -f "$copy"
UNINSTALL
chmod 755 "$lib.new/uninstall"
rm -rf "$lib"
mv "$lib.new" "$lib"
cp -a "$here/usr/share/." "$share/"
rm -rf "$share/doc/peru-timeline" "$share/lintian"
rmdir "$share/doc" 2>/dev/null || true
ln -sf "$lib/peru-timeline" "$bin/peru-timeline"
# Menus do not search ~/.local/bin on every desktop: name the program in full.
sed -i "s|^Exec=peru-timeline|Exec=$lib/peru-timeline|" "$share/applications/peru-timeline.desktop"
refresh
echo "Peru Timeline is installed: look for it in the menu, or run $bin/peru-timeline"
echo "To remove it: $lib/uninstall"
