# Installs and configures Telegraf on Windows as a service; a second run changes nothing and restarts nothing.
# From the environment: TELEGRAF_VERSION, TELEGRAF_URL, SHA256_WINDOWS, REGION, NAMESPACE, WINDOWS_SERVICE, and in base64
# CONFIGURATION, EXTRA.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

if (-not $env:SHA256_WINDOWS) { throw 'no checksum is given for windows_amd64' }
$base = Join-Path $env:ProgramFiles 'Telegraf'
$program = Join-Path $base "$env:TELEGRAF_VERSION\telegraf.exe"
$extras = Join-Path $base 'telegraf.d'
$unfinished = Join-Path $base 'unfinished'
$service = Get-Service telegraf -ErrorAction SilentlyContinue
if ($service -and $service.DisplayName -ne 'Telegraf for Tagwatch') {
  throw "this server has a Telegraf of its own (the service $($service.DisplayName)); nothing was changed. Remove it first, or add the inputs of telegraf-windows.conf to it by hand"
}

# Before the first change there is a mark, which goes once Telegraf runs with all of them: what an ended run has left is finished by the next.
$changed = Test-Path $unfinished
New-Item -ItemType Directory -Force -Path $extras | Out-Null
function Set-Mark { New-Item -ItemType File -Force -Path $unfinished | Out-Null }

# The content, which is in base64, becomes the file if it is not yet; no content, no file.
function Set-Content64([string] $Path, [string] $Content) {
  $old = if (Test-Path $Path) { [Convert]::ToBase64String([IO.File]::ReadAllBytes($Path)) } else { '' }
  if ($old -eq $Content) { return $false }
  Set-Mark
  if ($Content) { [IO.File]::WriteAllBytes($Path, [Convert]::FromBase64String($Content)) } else { Remove-Item $Path }
  return $true
}

if (-not (Test-Path $program)) {
  $archive = "telegraf-$($env:TELEGRAF_VERSION)_windows_amd64.zip"
  $work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
  New-Item -ItemType Directory -Path $work | Out-Null
  try {
    Invoke-WebRequest -UseBasicParsing -Uri "$env:TELEGRAF_URL/$archive" -OutFile "$work\$archive"
    if ((Get-FileHash -Algorithm SHA256 "$work\$archive").Hash -ne $env:SHA256_WINDOWS) {
      throw "$archive does not have the checksum $env:SHA256_WINDOWS; nothing was installed"
    }
    Expand-Archive -Path "$work\$archive" -DestinationPath $work
    New-Item -ItemType Directory -Force -Path (Split-Path $program) | Out-Null
    Copy-Item "$work\telegraf-$env:TELEGRAF_VERSION\telegraf.exe" "$program.new"
    Move-Item "$program.new" $program
  } finally {
    Remove-Item -Recurse -Force $work
  }
}

$changed = (Set-Content64 "$base\telegraf.conf" $env:CONFIGURATION) -or $changed
$changed = (Set-Content64 "$extras\tagwatch.conf" $env:EXTRA) -or $changed

$command = "`"$program`" --config `"$base\telegraf.conf`" --config-directory `"$extras`""
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\telegraf'
if (-not $service) {
  Set-Mark
  New-Service -Name telegraf -DisplayName 'Telegraf for Tagwatch' -BinaryPathName $command -StartupType Automatic | Out-Null
  $changed = $true
} elseif ((Get-ItemProperty $key).ImagePath -ne $command) {
  Set-Mark
  Stop-Service telegraf
  Set-ItemProperty $key -Name ImagePath -Value $command
  $changed = $true
}

$settings = "AWS_REGION=$env:REGION", "TAGWATCH_HOST_NAMESPACE=$env:NAMESPACE", "TAGWATCH_SERVICE=$env:WINDOWS_SERVICE"
if ("$((Get-ItemProperty $key).Environment)" -ne "$settings") {
  Set-Mark
  New-ItemProperty $key -Name Environment -PropertyType MultiString -Value $settings -Force | Out-Null
  $changed = $true
}

if ($changed) { Restart-Service telegraf } else { Start-Service telegraf }
if (Test-Path $unfinished) { Remove-Item $unfinished }
"Telegraf $env:TELEGRAF_VERSION runs" + $(if ($changed) { ', configured anew' })
