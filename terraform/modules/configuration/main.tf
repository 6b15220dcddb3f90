# The three files in the form that the functions read, packed for a layer: /opt/tagwatch/{checks,alarms,channels}.json.

locals {
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
}
