output "archive" {
  description = "The layer's zip: `path` and base64 `hash`."
  value = {
    path = data.archive_file.this.output_path
    hash = data.archive_file.this.output_base64sha256
  }
}

output "files" {
  description = "The JSON of each file, by name without extension."
  value       = local.files
}

output "parameters" {
  description = "Names of the SSM parameters that each file refers to, without the leading slash."
  value       = local.parameters
}

output "parameter_path" {
  description = "Where the parameters are that stand for `env:` references."
  value       = local.parameter_path
}

output "secrets" {
  description = "Names or ARNs of the Secrets Manager secrets that each file refers to."
  value       = local.secrets
}

output "check_names" {
  description = "Names of the checks, groups and lists resolved."
  value       = local.expanded_checks[*].name
}

output "channel_names" {
  description = "Names of the channels."
  value       = toset(keys(try(var.channels.channels, {})))
}

output "charts" {
  description = "Whether a channel shows charts of metrics (`chart: true`)."
  value       = anytrue([for channel in values(try(merge(var.channels.channels), {})) : try(tobool(channel.chart), false)])
}

output "tag_routes" {
  description = "Names of the channels that hear of servers by their tags (`tags:`)."
  value       = toset([for name, channel in try(merge(var.channels.channels), {}) : name if try(channel.tags, null) != null])
}

output "profile_tags" {
  description = "Tag keys that profiles match on."
  value       = local.profile_tags
}

output "status_tag" {
  description = "Whether rejected tags are told on the instance itself."
  value       = try(tobool(var.alarms.status_tag), false)
}

output "check_namespaces" {
  description = "Namespaces that rules about checks name; a rule that names none looks where uptime-lambda publishes."
  value = toset([
    for rule in values(try(var.alarms.alarms, {})) : regex("^([^ ]+) ", rule.metric)[0]
    if try(rule.subject, "servers") == "checks" && can(regex("^([^ ]+) ", rule.metric))
  ])
}

output "ec2_actions" {
  description = "Whether a rule lets EC2 act on servers (`ec2_action`)."
  value       = anytrue([for rule in values(try(var.alarms.alarms, {})) : can(rule.ec2_action)])
}

output "composites" {
  description = "Whether there are alarms over other alarms."
  value       = length(try(keys(var.alarms.composites), [])) > 0
}

output "roles" {
  description = "Roles in other regions and accounts whose servers are watched too."
  value       = distinct([for place in try(var.alarms.regions, []) : place.role])
}

output "maintenance" {
  description = "Whether checks have maintenance windows, at whose start and end alarms are muted and resumed."
  value       = length(regexall("\"maintenance\":", local.files.checks)) > 0
}

output "check_periods" {
  description = "Periods in seconds of the alarms on checks; 60 where a rule says nothing."
  value = [
    for rule in values(try(var.alarms.alarms, {})) : try(
      tonumber(regex("^([0-9]+)s$", rule.period)[0]),
      tonumber(regex("^([0-9]+)m$", rule.period)[0]) * 60,
      tonumber(regex("^([0-9]+)h$", rule.period)[0]) * 3600,
      60,
    ) if try(rule.subject, "servers") == "checks"
  ]
}

output "quiet_seconds" {
  description = "How long a message may wait for the end of quiet hours, by channel; with an hour for the change to summer time."
  value = {
    for name, hours in local.quiet_hours : name => 3600 + 60 * (
      hours.to > hours.from ? hours.to - hours.from : hours.to < hours.from ? hours.to - hours.from + 1440 : 1440 * hours.days
    )
  }
}
