#!/usr/bin/env bash
# Makes every icon from kontor.svg: PNG 16 to 512 for Linux and the window, .ico for Windows, .icns for macOS.
# Needs rsvg-convert (librsvg2-bin), convert (imagemagick) and png2icns (icnsutils). The results are under version control,
# so that a build needs none of them.
set -euo pipefail
cd "$(dirname "$0")"

for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" --output "kontor-$size.png" kontor.svg
  # Times and the drawing program's name would make two runs differ.
  convert "kontor-$size.png" -strip -define png:exclude-chunks=date,time "kontor-$size.png"
done
convert kontor-16.png kontor-24.png kontor-32.png kontor-48.png kontor-64.png kontor-256.png kontor.ico
png2icns kontor.icns kontor-16.png kontor-32.png kontor-48.png kontor-128.png kontor-256.png kontor-512.png >/dev/null
