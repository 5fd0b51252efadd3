#!/bin/sh
# Make the disk image from the frozen .app; run by the release workflow on macOS.
# usage: make-dmg.sh "dist/Peru Timeline.app" dist/peru-timeline-VERSION-ARCH.dmg
# Signs and notarises only where APPLE_IDENTITY and APPLE_PROFILE are set.
set -eu
app=$1
image=$2

if [ -n "${APPLE_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$APPLE_IDENTITY" "$app"
else
    # Without any signature a program does not start at all on Apple silicon.
    codesign --force --deep --sign - "$app"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "Peru Timeline" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"

if [ -n "${APPLE_IDENTITY:-}" ] && [ -n "${APPLE_PROFILE:-}" ]; then
    codesign --sign "$APPLE_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$APPLE_PROFILE" --wait
    xcrun stapler staple "$image"
fi
