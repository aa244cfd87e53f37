#!/usr/bin/env bash
# Builds the Linux packages twice and compares them byte for byte; prints what differs inside, and fails then.
# With --no-maven only what follows the compiler is done twice. Packed as fast as can be, unless KONTOR_LEVEL says more: packing
# adds nothing of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
first=$(mktemp -d)
trap 'rm -rf "$first"' EXIT
export KONTOR_LEVEL=${KONTOR_LEVEL:-0}

build() {
  [ "${1:-}" = --no-maven ] || rm -rf target/classes target/maven-status target/kontor
  installer/build-linux.sh "$@" >/dev/null
}

build "$@"
cp target/installer/* "$first/"
build "$@"
differ=0
for package in target/installer/*; do
  if cmp --silent "$package" "$first/$(basename "$package")"; then
    echo "same: $(sha256sum "$package" | cut -d ' ' -f 1)  $(basename "$package")"
  else
    echo "differs: $(basename "$package")"
    differ=1
    case "$package" in
      *.deb) list() { dpkg-deb --fsys-tarfile "$1" | tar --list --verbose --full-time; } ;;
      *.rpm) list() { rpm --query --package --dump "$1"; } ;;
      *) list() { tar --list --verbose --full-time --file "$1"; } ;;
    esac
    diff <(list "$first/$(basename "$package")") <(list "$package") | head -n 20 || true
  fi
done
exit "$differ"
