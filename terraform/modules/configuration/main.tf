# The three files in the form that the functions read, packed for a layer: /opt/tagwatch/{checks,alarms,channels}.json.

locals {
  groups_without_checks = [for group, body in try(var.checks.groups, {}) : "groups.${group}" if !try(length(body.checks) > 0, false)]

  parameter_path = "/tagwatch/${var.deployment}"

  # A function has no environment that could hold a secret out of sight, so `env:NAME`, which works on a laptop, becomes
  # the parameter /tagwatch/<deployment>/NAME here. The files stay the same in both places.
  files = {
    for name, content in { checks = var.checks, alarms = var.alarms, channels = var.channels } :
    name => replace(jsonencode(content), "/\"env:([A-Za-z_][A-Za-z0-9_]*)\"/", "\"ssm:${local.parameter_path}/$1\"")
  }

  # References in clear spelling, for the functions' permissions.
  parameters = {
    for name, json in local.files : name => distinct([for match in regexall("\"ssm:/?([A-Za-z0-9_.\\-/]+)\"", json) : match[0]])
  }
  secrets = {
    for name, json in local.files : name => distinct([for match in regexall("\"secretsmanager:([A-Za-z0-9/_+=.@:\\-]+)(?:#[^\"]*)?\"", json) : match[0]])
  }

  # Quiet hours of channels, in minutes of the day; whole days where they begin and end at the same time.
  quiet_hours = {
    for name, channel in try(var.channels.channels, {}) : name => {
      from = tonumber(regex("^([0-9]{2}):([0-9]{2})", channel.quiet.from)[0]) * 60 + tonumber(regex("^([0-9]{2}):([0-9]{2})", channel.quiet.from)[1])
      to   = tonumber(regex("^([0-9]{2}):([0-9]{2})", channel.quiet.to)[0]) * 60 + tonumber(regex("^([0-9]{2}):([0-9]{2})", channel.quiet.to)[1])
      days = try(length(channel.quiet.days), 7)
    } if can(regex("^[0-9]{2}:[0-9]{2}", channel.quiet.from)) && can(regex("^[0-9]{2}:[0-9]{2}", channel.quiet.to))
  }

  # What a rule may look at besides Tagwatch's own tags: conditions of profiles.
  profile_tags = distinct(compact(flatten([
    for profile in values(try(var.alarms.profiles, {})) : [
      for selector in flatten([try(profile.servers, [])]) : try(selector.tag, "")
    ]
  ])))
}

data "archive_file" "this" {
  type        = "zip"
  output_path = var.archive_path

  dynamic "source" {
    for_each = local.files

    content {
      filename = "tagwatch/${source.key}.json"
      content  = source.value
    }
  }

  # Certificates that checks name by their files; private keys are references and never travel.
  dynamic "source" {
    for_each = toset([for name in local.certificate_files : name if fileexists("${var.files_dir}/${name}")])

    content {
      filename = "tagwatch/${source.value}"
      content  = file("${var.files_dir}/${source.value}")
    }
  }

  lifecycle {
    precondition {
      condition     = length(try(setsubtract(keys(var.checks), local.check_keys), ["?"])) == 0
      error_message = "checks.yaml: unknown key ${join(", ", try([for key in setsubtract(keys(var.checks), local.check_keys) : format("%q", key)], ["(the file is not a mapping)"]))}; write self_check, network, defaults, checks, groups and publish."
    }

    precondition {
      condition     = length(local.checks) > 0 || can(var.alarms.discovered_checks)
      error_message = "checks.yaml has no checks; write at least one URL under `checks:`, such as `- https://example.com/health`, or under the `checks:` of a group. Where only servers and the tags on them say what is watched, write `discovered_checks: {}` in alarms.yaml."
    }

    precondition {
      condition     = length(local.groups_without_checks) == 0
      error_message = "checks.yaml: ${join(", ", local.groups_without_checks)} has no checks; write at least one URL under its `checks:`, such as `- https://example.com/health`."
    }

    precondition {
      condition     = alltrue([for item in local.checks : !can(item.check["for"]) || can([for value in item.check["for"] : tostring(value)]) && try(length(item.check["for"]) > 0, false)])
      error_message = "checks.yaml: ${join(", ", [for item in local.checks : "${item.path}.for" if can(item.check["for"]) && !(can([for value in item.check["for"] : tostring(value)]) && try(length(item.check["for"]) > 0, false))])} is no list of texts or numbers; write `for: [eu, us]`."
    }

    precondition {
      condition     = alltrue([for check in local.expanded_checks : can(regex("^(?i:https?|wss?|tcp|tls|grpcs?|dns)://[^/?#]+", check.url))])
      error_message = "checks.yaml: ${join(", ", distinct([for check in local.expanded_checks : check.path if !can(regex("^(?i:https?|wss?|tcp|tls|grpcs?|dns)://[^/?#]+", check.url))]))} has no URL that can be probed; write https://host/path, http://…, wss://…, tcp://host:port, tls://host:port, grpcs://host:port or dns://name."
    }

    precondition {
      condition     = length(distinct(local.expanded_checks[*].name)) == length(local.expanded_checks)
      error_message = format("checks.yaml: several checks have the name %s; names are unique in the whole file, groups and lists included: give one of them another `name:` (a bare URL is named by host, port and path; a list needs $${item} in its name).", join(", ", [for name, group in { for check in local.expanded_checks : check.name => true... } : format("%q", name) if length(group) > 1]))
    }

    precondition {
      condition     = length(local.open_headers) == 0
      error_message = "checks.yaml: a header that carries a secret (${join(", ", local.open_headers)}) is written in clear; write a reference instead: ssm:/path, secretsmanager:id#key or env:NAME."
    }

    precondition {
      condition     = length(local.open_secrets) == 0
      error_message = "checks.yaml: a secret (${join(", ", local.open_secrets)}) is written in clear; keep it in Parameter Store or Secrets Manager and write a reference: ssm:/path, secretsmanager:id#key or env:NAME. Replace the secret, since it has been written to a file."
    }

    precondition {
      condition     = alltrue([for name in local.certificate_files : fileexists("${var.files_dir}/${name}")])
      error_message = "checks.yaml: ${join(", ", [for name in local.certificate_files : name if !fileexists("${var.files_dir}/${name}")])} is not beside checks.yaml; put the PEM file there, or write the certificate itself under `ca:` or `certificate:`."
    }
  }
}
