# The decoded files. Each rule below is one sentence that a person can act on; the functions and `./tagwatch validate`
# check everything else. Values are never repeated where a secret may stand.

variable "deployment" {
  description = "Name of the deployment; part of the paths of parameters that stand for `env:` references."
  type        = string
}

variable "archive_path" {
  description = "Where the layer's zip is written."
  type        = string
}

variable "files_dir" {
  description = "Where the certificates are that checks.yaml names by their files."
  type        = string
  default     = "."
}

# Its rules are the preconditions of the layer in main.tf: they look at what checks.tf makes of groups and lists, and Terraform
# lets no variable's own rule look at values that are made of the variable.
variable "checks" {
  description = "checks.yaml, decoded."
  type        = any
}

variable "alarms" {
  description = "alarms.yaml, decoded."
  type        = any

  validation {
    condition     = try(length(var.alarms.alarms) > 0, false)
    error_message = "alarms.yaml has no alarms; write at least one rule under `alarms:`, or start from the file in config/."
  }

  validation {
    condition     = !try(length(var.alarms.alarms) > 0, false) || can(merge(var.alarms.alarms))
    error_message = "alarms.yaml: `alarms:` is no mapping; write names with their rules, such as `cpu: {metric: AWS/EC2 CPUUtilization, critical: \"> 95\"}`."
  }

  validation {
    condition = try(var.alarms.profiles, null) == null || can(merge(var.alarms.profiles)) && alltrue([
      for profile in values(try(merge(var.alarms.profiles), {})) : !can(profile.alarms) || can(tolist(profile.alarms))
    ])
    error_message = format("alarms.yaml: %s; write `profiles:` as `base: {servers: all, alarms: [cpu]}`.", !can(merge(var.alarms.profiles)) ? "`profiles:` is no mapping" : join(", ", [
      for name, profile in try(merge(var.alarms.profiles), {}) : format("profiles.%s.alarms is no list", name) if can(profile.alarms) && !can(tolist(profile.alarms))
    ]))
  }

  validation {
    condition = alltrue([
      for rule in values(try(merge(var.alarms.alarms), {})) : (can(rule.metric) || can(rule.expression)) && anytrue([for level in ["critical", "warning", "info"] : can(rule[level])])
    ])
    error_message = format("alarms.yaml: %s cannot fire; a rule needs `metric:` (or `expression:`) and a level, such as `critical: \"> 95\"`.", join(", ", [
      for name, rule in try(merge(var.alarms.alarms), {}) : format("alarms.%s", name)
      if !((can(rule.metric) || can(rule.expression)) && anytrue([for level in ["critical", "warning", "info"] : can(rule[level])]))
    ]))
  }

  validation {
    condition = alltrue(flatten([
      for profile in values(try(merge(var.alarms.profiles), {})) : [for name in try(tolist(profile.alarms), []) : can(var.alarms.alarms[name])]
    ]))
    error_message = format("alarms.yaml: %s, which `alarms:` does not define.", join(", ", flatten([
      for profile, body in try(merge(var.alarms.profiles), {}) : [
        for name in try(tolist(body.alarms), []) : format("profiles.%s wants the alarm \"%s\"", profile, name) if !can(var.alarms.alarms[name])
      ]
    ])))
  }
}

variable "channels" {
  description = "channels.yaml, decoded."
  type        = any

  validation {
    condition     = try(length(var.channels.channels) > 0, false)
    error_message = "channels.yaml has no channels; write at least one under `channels:`, such as `ops: {type: slack, webhook: \"ssm:/tagwatch/slack\"}`."
  }

  validation {
    condition     = !try(length(var.channels.channels) > 0, false) || can(merge(var.channels.channels))
    error_message = "channels.yaml: `channels:` is no mapping; write names with their channels, such as `ops: {type: slack, webhook: \"ssm:/tagwatch/slack\"}`."
  }

  validation {
    condition     = alltrue([for name in keys(try(merge(var.channels.channels), {})) : can(regex("^[A-Za-z0-9_-]{1,40}$", name))])
    error_message = format("channels.yaml: a channel's name ends the name of a queue, so it is 1 to 40 letters, digits, - or _; change %s.", join(", ", [for name in keys(try(merge(var.channels.channels), {})) : format("%q", name) if !can(regex("^[A-Za-z0-9_-]{1,40}$", name))]))
  }

  # SQS takes 80 characters.
  validation {
    condition = alltrue([
      for name in keys(try(merge(var.channels.channels), {})) : length("tagwatch-${var.deployment}-notify-${name}") <= 80 if can(regex("^[A-Za-z0-9_-]{1,40}$", name))
    ])
    error_message = format("channels.yaml: the name of the queue of %s would be longer than the 80 characters that SQS takes; choose a shorter name for the channel or for the deployment.", join(", ", [
      for name in keys(try(merge(var.channels.channels), {})) : format("channel %s", name) if length("tagwatch-${var.deployment}-notify-${name}") > 80
    ]))
  }

  validation {
    condition = alltrue([
      for channel in values(try(merge(var.channels.channels), {})) : contains(["discord", "matrix", "pagerduty", "slack", "teams", "telegram", "webhook"], try(channel.type, ""))
    ])
    error_message = format("channels.yaml: %s; write discord, matrix, pagerduty, slack, teams, telegram or webhook.", join(", ", [
      for name, channel in try(merge(var.channels.channels), {}) : format("channel %s has the unknown type \"%s\"", name, try(channel.type, ""))
      if !contains(["discord", "matrix", "pagerduty", "slack", "teams", "telegram", "webhook"], try(channel.type, ""))
    ]))
  }

  validation {
    condition = alltrue([
      for channel in values(try(merge(var.channels.channels), {})) :
      !try(tobool(channel.chart), false) || contains(["discord", "matrix", "telegram"], try(channel.type, "")) || can(channel.token) && try(!startswith(tostring(channel.channel), "#"), true)
    ])
    error_message = format("channels.yaml: %s cannot show a picture; leave out `chart`, or use slack with a token and the channel's identifier (C0123456), discord, telegram or matrix.", join(", ", [
      for name, channel in try(merge(var.channels.channels), {}) : format("channels.%s", name)
      if try(tobool(channel.chart), false) && !(contains(["discord", "matrix", "telegram"], try(channel.type, "")) || can(channel.token) && try(!startswith(tostring(channel.channel), "#"), true))
    ]))
  }

  validation {
    condition = alltrue(flatten([
      for channel in values(try(merge(var.channels.channels), {})) : [
        for key in ["api", "homeserver", "url", "webhook"] : !can(regex("^(?i:http)://", channel[key]))
      ]
    ]))
    error_message = format("channels.yaml: %s goes over http; messages leave only over https (a webhook's URL is a secret too: write ssm:/path).", join(", ", flatten([
      for name, channel in try(merge(var.channels.channels), {}) : [
        for key in ["api", "homeserver", "url", "webhook"] : format("channels.%s.%s", name, key) if can(regex("^(?i:http)://", channel[key]))
      ]
    ])))
  }

  validation {
    condition = alltrue(flatten([
      for channel in values(try(merge(var.channels.channels), {})) : [
        for key in ["webhook", "token", "routing_key", "url", "signing_key"] :
        !can(channel[key]) || can(regex("^(env:[A-Za-z_][A-Za-z0-9_]*|ssm:/?[A-Za-z0-9_.\\-/]+|secretsmanager:[A-Za-z0-9/_+=.@:\\-]+(#.+)?)$|^(?i:http)://", channel[key]))
      ]
    ]))
    error_message = format("channels.yaml: %s is a secret written in clear; keep it in Parameter Store or Secrets Manager and write a reference: ssm:/path, secretsmanager:id#key or env:NAME. Replace the secret, since it has been written to a file.", join(", ", flatten([
      for name, channel in try(merge(var.channels.channels), {}) : [
        for key in ["webhook", "token", "routing_key", "url", "signing_key"] : format("channels.%s.%s", name, key)
        if can(channel[key]) && !can(regex("^(env:[A-Za-z_][A-Za-z0-9_]*|ssm:/?[A-Za-z0-9_.\\-/]+|secretsmanager:[A-Za-z0-9/_+=.@:\\-]+(#.+)?)$|^(?i:http)://", channel[key]))
      ]
    ])))
  }

  validation {
    condition = alltrue([
      for channel in values(try(merge(var.channels.channels), {})) : alltrue([
        for key in lookup({
          slack     = can(channel.token) ? ["token", "channel"] : ["webhook"]
          discord   = ["webhook"], teams = ["webhook"], telegram = ["token", "chat"], matrix = ["homeserver", "token", "room"]
          pagerduty = ["routing_key"], webhook = ["url"]
        }, try(channel.type, ""), []) : can(channel[key])
      ])
    ])
    error_message = format("channels.yaml: %s.", join(", ", flatten([
      for name, channel in try(merge(var.channels.channels), {}) : [
        for key in lookup({
          slack     = can(channel.token) ? ["token", "channel"] : ["webhook"]
          discord   = ["webhook"], teams = ["webhook"], telegram = ["token", "chat"], matrix = ["homeserver", "token", "room"]
          pagerduty = ["routing_key"], webhook = ["url"]
        }, try(channel.type, ""), []) : format("channel %s of type %s needs `%s`", name, channel.type, key) if !can(channel[key])
      ]
    ])))
  }

  validation {
    condition = alltrue(flatten([
      for channel in values(try(merge(var.channels.channels), {})) : concat(
        [for word in flatten([try(channel.severities, [])]) : contains(["critical", "warning", "info"], word)],
        [for word in flatten([try(channel.kinds, [])]) : contains(["alarm", "ec2", "budget", "cost", "health", "notice", "other"], word)],
      )
    ]))
    error_message = format("channels.yaml: a filter of %s has an unknown word; severities are critical, warning, info, and kinds are alarm, ec2, budget, cost, health, notice, other.", join(", ", [
      for name, channel in try(merge(var.channels.channels), {}) : format("channel %s", name)
      if !alltrue(concat(
        [for word in flatten([try(channel.severities, [])]) : contains(["critical", "warning", "info"], word)],
        [for word in flatten([try(channel.kinds, [])]) : contains(["alarm", "ec2", "budget", "cost", "health", "notice", "other"], word)],
      ))
    ]))
  }

  # A value that is no text is printed otherwise than the same as a text.
  validation {
    condition = alltrue([
      for channel in values(try(merge(var.channels.channels), {})) : try(channel.tags, null) == null || try(
        length(keys(channel.tags)) > 0 && !(can(channel.tags.tag) && can(channel.tags.matches)) && alltrue(flatten([
          for values in channel.tags : length(flatten([values])) == 0 ? [false] : [for value in flatten([values]) : jsonencode(value) == jsonencode(tostring(value)) && trimspace(value) != ""]
        ])),
        false,
      )
    ])
    error_message = format("channels.yaml: %s is no mapping from tags to their values; write tags: {Team: web, Stage: [prod, \"live-*\"]}, values in quotes where they are no words.", join(", ", [
      for name, channel in try(merge(var.channels.channels), {}) : format("channels.%s.tags", name)
      if try(channel.tags, null) != null && !try(
        length(keys(channel.tags)) > 0 && !(can(channel.tags.tag) && can(channel.tags.matches)) && alltrue(flatten([
          for values in channel.tags : length(flatten([values])) == 0 ? [false] : [for value in flatten([values]) : jsonencode(value) == jsonencode(tostring(value)) && trimspace(value) != ""]
        ])),
        false,
      )
    ]))
  }

  validation {
    condition     = alltrue([for number, name in try(var.channels.accounts, {}) : can(regex("^[0-9]{12}$", number)) && can(regex("^[^\\n\\r\\t]{1,60}$", name)) && try(trimspace(name) != "", false)])
    error_message = format("channels.yaml: accounts must be twelve digits in quotes with a name in one line of 1 to 60 characters, such as \"123456789012\": acme-prod; change %s.", join(", ", [for number, name in try(var.channels.accounts, {}) : format("%q", number) if !(can(regex("^[0-9]{12}$", number)) && can(regex("^[^\\n\\r\\t]{1,60}$", name)) && try(trimspace(name) != "", false))]))
  }
}
