#!/usr/bin/env bash
# Builds Kontor's Linux packages into target/installer: .deb, .rpm and a portable archive. Two builds of one state are the
# same bytes. KONTOR_LEVEL is how hard they are packed, 0 (fast) to 9, usually 6. Needs a JDK 25 (JAVA_HOME, or beside the
# default Java), Maven, binutils, fakeroot and rpm.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD/installer
work=$PWD/target/installer-work
out=$PWD/target/installer

export SOURCE_DATE_EPOCH=1767225600 # the outputTimestamp of the pom
umask 022
export KONTOR_LEVEL=${KONTOR_LEVEL:-6}
# One thread each: several cut the stream by how many processors there are.
export DPKG_DEB_COMPRESSOR_LEVEL=$KONTOR_LEVEL DPKG_DEB_THREADS_MAX=1

# The JavaFX jars as modules with their native code beside the runtime's own: nothing is unpacked at the first start.
modules() {
  local jar name
  mkdir -p "$work/modules"
  for jar in target/kontor/lib/javafx/javafx-*.jar; do
    name=javafx.$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/\1/')
    mkdir -p "$work/$name/classes" "$work/$name/libs"
    (cd "$work/$name/classes" && "$java/bin/jar" --extract --file "$OLDPWD/$jar")
    find "$work/$name/classes" -name '*.so' -exec mv {} "$work/$name/libs/" \;
    "$java/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/libs" \
      --date 2026-01-01T00:00:00Z "$work/modules/$name.jmod"
  done
}

runtime() {
  "$java/bin/jlink" "@$here/runtime.args" --module-path "$work/modules" \
    --add-modules "$(paste -sd, "$here/modules.txt")" --output "$work/runtime"
}

libraries() {
  local machine
  case "$(uname -m)" in
    x86_64) machine="Linux/x86_64 linux-x86-64" ;;
    aarch64) machine="Linux/aarch64 linux-aarch64" ;;
    *) echo "There is no native code for $(uname -m)." >&2; exit 1 ;;
  esac
  # shellcheck disable=SC2086
  "$java/bin/java" "$here/java/Jars.java" target/kontor/lib "$work/lib" $machine
  "$java/bin/java" "$here/java/Licences.java" "$work/lib" "$work/lib/legal"
  cp LICENSE target/sbom.json "$work/lib/legal/"
  cp -r "$here/linux/desktop" "$work/lib/desktop"
  mkdir "$work/lib/desktop/icons"
  cp icons/*.png icons/*.svg "$work/lib/desktop/icons/"
}

image() {
  "$java/bin/jpackage" --type app-image "@$here/image.args" --runtime-image "$work/runtime" --input "$work/lib" \
    --main-jar "$(basename "$work"/lib/kontor-*.jar)" --app-version "$version" --icon icons/kontor-512.png --dest "$work/image"
  # A launcher of our own, and the runtime's under the name that lists of processes shall show.
  rm "$work/image/kontor/lib/libapplauncher.so"
  cp "$here/linux/kontor" "$work/image/kontor/bin/kontor"
  cp "$work/image/kontor/lib/runtime/bin/java" "$work/image/kontor/lib/runtime/bin/kontor"
}

package() { # TYPE
  "$java/bin/jpackage" --type "$1" "@$here/linux/package.args" --app-image "$work/image/kontor" --app-version "$version" \
    --license-file LICENSE --resource-dir "$here/linux/resources" --dest "$out"
}

portable() {
  tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --directory "$work/image" kontor | xz "-$KONTOR_LEVEL" -T1 >"$out/kontor-$version-linux-$(uname -m).tar.xz"
}

java=$(installer/find-jdk)
[ "${1:-}" = --no-maven ] || mvn -B -ntp -q -Pinstaller package -Dmaven.test.skip=true
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -n 1)
version=${version%-SNAPSHOT}
rm -rf "$work" "$out"
mkdir -p "$work" "$out"
modules
runtime
libraries
image
portable
package deb
package rpm
ls -l "$out"
