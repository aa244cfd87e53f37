#!/usr/bin/env bash
# Never run yet. Builds Kontor's macOS package into target/installer: kontor-VERSION.dmg. Run on macOS with a JDK 25 (JAVA_HOME) and Maven.
# It is signed when KONTOR_SIGNING_KEY names a "Developer ID Application" identity in the keychain.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD/installer
work=$PWD/target/installer-work
out=$PWD/target/installer

java=${JAVA_HOME:-$(/usr/libexec/java_home -v 25)}/bin
[ "${1:-}" = --no-maven ] || mvn -B -ntp -q -Pinstaller package -Dmaven.test.skip=true
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -n 1)
version=${version%-SNAPSHOT}
# A bundle's version begins with 1 at least; the file still says what it is.
bundle=$version
[ "${version%%.*}" -gt 0 ] || bundle=1.0.0
case "$(uname -m)" in
  arm64) machine="Mac/aarch64 darwin-aarch64" ;;
  *) machine="Mac/x86_64 darwin-x86-64" ;;
esac
rm -rf "$work" "$out"
mkdir -p "$work/modules" "$out"

# The JavaFX jars as modules with their native code beside the runtime's own.
for jar in "$PWD"/target/kontor/lib/javafx/javafx-*.jar; do
  name=javafx.$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/\1/')
  mkdir -p "$work/$name/classes" "$work/$name/libs"
  (cd "$work/$name/classes" && "$java/jar" --extract --file "$jar")
  find "$work/$name/classes" -name '*.dylib' -exec mv {} "$work/$name/libs/" \;
  "$java/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/libs" --date 2026-01-01T00:00:00Z \
    "$work/modules/$name.jmod"
done
"$java/jlink" "@$here/runtime.args" --module-path "$work/modules" \
  --add-modules "$(paste -sd, "$here/modules.txt")" --output "$work/runtime"

# shellcheck disable=SC2086
"$java/java" "$here/java/Jars.java" target/kontor/lib "$work/lib" $machine
"$java/java" "$here/java/Licences.java" "$work/lib" "$work/lib/legal"
cp LICENSE target/sbom.json "$work/lib/legal/"

sign=()
if [ -n "${KONTOR_SIGNING_KEY:-}" ]; then
  sign=(--mac-sign --mac-signing-key-user-name "$KONTOR_SIGNING_KEY")
fi
"$java/jpackage" --type dmg "@$here/image.args" "@$here/macos/package.args" --runtime-image "$work/runtime" \
  --input "$work/lib" --main-jar "$(basename "$work"/lib/kontor-*.jar)" --app-version "$bundle" --icon icons/kontor.icns \
  --file-associations "$here/macos/link.properties" --license-file LICENSE \
  ${sign[@]+"${sign[@]}"} --dest "$out"
mv "$out"/*.dmg "$out/kontor-$version.dmg"
ls -l "$out"
