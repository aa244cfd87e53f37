# Never run yet. Builds Kontor's Windows packages into target\installer: kontor-VERSION.msi for one person, kontor-VERSION-machine.msi for
# everybody on the computer, and a portable archive. Run on Windows with a JDK 25 (JAVA_HOME), Maven and WiX 5 on
# the path, the latter with its extensions WixToolset.Util.wixext and WixToolset.UI.wixext ("wix extension add -g").
param([switch] $NoMaven)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot '..')
$here = Join-Path (Get-Location) 'installer'
$work = Join-Path (Get-Location) 'target\installer-work'
$out = Join-Path (Get-Location) 'target\installer'

# Without named parameters: PowerShell would take "-B" for one of them.
function Invoke-Tool {
  $tool, $arguments = $args
  & $tool @arguments
  if ($LASTEXITCODE -ne 0) { throw "$tool ended with exit code $LASTEXITCODE" }
}

$release = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'release' }
if (-not $release -or -not (Select-String -Quiet '^JAVA_VERSION="25' $release)) {
  throw 'A JDK 25 is needed. Name one with JAVA_HOME.'
}
$java = Join-Path $env:JAVA_HOME 'bin'

if (-not $NoMaven) { Invoke-Tool mvn -B -ntp -q -Pinstaller package '-Dmaven.test.skip=true' }
$version = ([xml](Get-Content pom.xml)).project.version -replace '-SNAPSHOT$', ''
Remove-Item -Recurse -Force -ErrorAction Ignore $work, $out
New-Item -ItemType Directory $work, $out, "$work\modules" | Out-Null

# The JavaFX jars as modules with their native code beside the runtime's own.
foreach ($jar in Get-ChildItem target\kontor\lib\javafx\javafx-*.jar) {
  $name = 'javafx.' + ($jar.Name -replace '^javafx-([a-z]*)-.*', '$1')
  New-Item -ItemType Directory "$work\$name\classes", "$work\$name\libs" | Out-Null
  Push-Location "$work\$name\classes"
  Invoke-Tool "$java\jar.exe" --extract --file $jar.FullName
  Pop-Location
  Get-ChildItem -Recurse "$work\$name\classes" -Filter *.dll | Move-Item -Destination "$work\$name\libs"
  Invoke-Tool "$java\jmod.exe" create --class-path "$work\$name\classes" --libs "$work\$name\libs" `
    --date 2026-01-01T00:00:00Z "$work\modules\$name.jmod"
}
Invoke-Tool "$java\jlink.exe" "@$here\runtime.args" --module-path "$work\modules" `
  --add-modules ((Get-Content "$here\modules.txt") -join ',') --output "$work\runtime"

Invoke-Tool "$java\java.exe" "$here\java\Jars.java" target\kontor\lib "$work\lib" Windows/x86_64 win32-x86-64
Invoke-Tool "$java\java.exe" "$here\java\Licences.java" "$work\lib" "$work\lib\legal"
Copy-Item LICENSE, target\sbom.json "$work\lib\legal"
$main = (Get-ChildItem "$work\lib\kontor-*.jar").Name

# Beside the window's launcher one with a console, for "kontor-cli send" and "kontor-cli serve".
Invoke-Tool "$java\jpackage.exe" --type app-image "@$here\image.args" --runtime-image "$work\runtime" --input "$work\lib" `
  --main-jar $main --app-version $version --icon icons\kontor.ico --add-launcher "kontor-cli=$here\windows\cli.properties" `
  --dest "$work\image"
Compress-Archive -Path "$work\image\kontor" -DestinationPath "$out\kontor-$version-windows-x64.zip"

# jpackage knows files but no schemes: its own WiX source is taken, and the keys of "kontor:" are added. Both are written to
# where the scope has its classes (HKMU: the person's or the computer's).
function Add-Scheme {
  param([string] $From, [string] $To)
  $source = [xml](Get-Content -Raw $From)
  $feature = $source.SelectSingleNode("//*[local-name()='Feature']")
  if (-not $feature) { throw "jpackage's WiX source has no feature to add the scheme to: $From" }
  $namespace = $source.DocumentElement.NamespaceURI
  $reference = $source.CreateElement('ComponentRef', $namespace)
  $reference.SetAttribute('Id', 'KontorScheme')
  [void] $feature.AppendChild($reference)
  $component = $source.CreateDocumentFragment()
  $component.InnerXml = @"
<DirectoryRef xmlns="$namespace" Id="INSTALLDIR">
  <Component Id="KontorScheme" Guid="7b8c6a3e-58d1-4f0a-9d7e-2f6a3c1be940">
    <RegistryKey Root="HKMU" Key="Software\Classes\kontor">
      <RegistryValue Type="string" Value="URL:Kontor" KeyPath="yes" />
      <RegistryValue Type="string" Name="URL Protocol" Value="" />
    </RegistryKey>
    <RegistryKey Root="HKMU" Key="Software\Classes\kontor\shell\open\command">
      <RegistryValue Type="string" Value="&quot;[INSTALLDIR]kontor.exe&quot; &quot;%1&quot;" />
    </RegistryKey>
  </Component>
</DirectoryRef>
"@
  [void] $feature.ParentNode.InsertAfter($component, $feature)
  $source.Save($To)
}

foreach ($scope in 'person', 'machine') {
  $package = @('--type', 'msi', "@$here\windows\$scope.args", '--app-image', "$work\image\kontor", '--app-version', $version,
    '--file-associations', "$here\windows\link.properties", '--license-file', 'LICENSE')
  Invoke-Tool "$java\jpackage.exe" @package --temp "$work\wix-$scope" --dest "$work\first-$scope"
  New-Item -ItemType Directory "$work\resources-$scope" | Out-Null
  Add-Scheme "$work\wix-$scope\config\main.wxs" "$work\resources-$scope\main.wxs"
  Invoke-Tool "$java\jpackage.exe" @package --resource-dir "$work\resources-$scope" --dest "$work\$scope"
  $name = if ($scope -eq 'machine') { "kontor-$version-machine.msi" } else { "kontor-$version.msi" }
  Move-Item "$work\$scope\*.msi" (Join-Path $out $name)
}
Get-ChildItem $out
