variable "deployment" {
  description = "Name of this installation, part of the names of all resources and alarms. Several may live in one account, each with a name of its own, in other regions too: names of roles and buckets know no region."
  type        = string
  default     = "default"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$", var.deployment))
    error_message = "The deployment \"${var.deployment}\" must be 1 to 32 letters, digits, - or _, and begin with a letter or digit."
  }
}

variable "config_dir" {
  description = "Folder with `checks.yaml`, `alarms.yaml` and `channels.yaml`; null: the folder `config` beside `terraform`."
  type        = string
  default     = null

  validation {
    condition = alltrue([
      for name in ["checks.yaml", "alarms.yaml", "channels.yaml"] : fileexists("${coalesce(var.config_dir, "${path.module}/../config")}/${name}")
    ])
    error_message = "There is no ${join(" and no ", [
      for name in ["checks.yaml", "alarms.yaml", "channels.yaml"] : name if !fileexists("${coalesce(var.config_dir, "${path.module}/../config")}/${name}")
    ])} in the folder ${coalesce(var.config_dir, "${path.module}/../config")}; copy the files from Tagwatch's folder config and edit them, or set config_dir."
  }

  validation {
    condition = alltrue([
      for name in ["checks.yaml", "alarms.yaml", "channels.yaml"] : can(keys(yamldecode(file("${coalesce(var.config_dir, "${path.module}/../config")}/${name}"))))
      if fileexists("${coalesce(var.config_dir, "${path.module}/../config")}/${name}")
    ])
    error_message = "${join(" and ", [
      for name in ["checks.yaml", "alarms.yaml", "channels.yaml"] : name
      if fileexists("${coalesce(var.config_dir, "${path.module}/../config")}/${name}") && !can(keys(yamldecode(file("${coalesce(var.config_dir, "${path.module}/../config")}/${name}"))))
    ])} in the folder ${coalesce(var.config_dir, "${path.module}/../config")}: empty or not YAML; `./tagwatch validate` names line and column."
  }
}

variable "packages" {
  description = "Zips of the functions; null: where `./tagwatch package` leaves them."
  type = object({
    uptime = optional(string)
    alarms = optional(string)
    notify = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in ["uptime", "alarms", "notify"] : fileexists(coalesce(var.packages[name], "${path.module}/../${name}-lambda/target/${name}-lambda.zip"))
    ])
    error_message = "The packages of the functions are not built: ${join(", ", [
      for name in ["uptime", "alarms", "notify"] : coalesce(var.packages[name], "${path.module}/../${name}-lambda/target/${name}-lambda.zip")
      if !fileexists(coalesce(var.packages[name], "${path.module}/../${name}-lambda/target/${name}-lambda.zip"))
    ])} is missing. Run `./tagwatch package` first, or say in `packages` where they are."
  }
}

variable "namespace" {
  description = "First part of the namespaces of Tagwatch's own metrics: `<namespace>/Uptime` and `<namespace>/Sync`. Rules about checks follow it where they name no namespace."
  type        = string
  default     = "Tagwatch"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/#-]{0,200}$", var.namespace)) && !startswith(var.namespace, "AWS/")
    error_message = "The namespace \"${var.namespace}\" must begin with a letter or digit, go on with letters, digits and . _ / # -, and not begin with AWS/."
  }
}

variable "uptime" {
  description = "How endpoints are probed: `rate`, number of `shards` that share the checks, `memory_size` in MiB, and `vpc` to reach private endpoints (the subnets need a way to CloudWatch and S3, to Systems Manager or Secrets Manager for checks with references, and to the internet for public checks)."
  type = object({
    rate        = optional(string, "rate(1 minute)")
    shards      = optional(number, 1)
    memory_size = optional(number, 512)
    vpc = optional(object({
      subnet_ids         = list(string)
      security_group_ids = list(string)
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^rate\\((1 minute|([2-9]|[1-9][0-9]+) minutes|1 hour|([2-9]|[1-9][0-9]+) hours)\\)$", var.uptime.rate))
    error_message = "uptime.rate is \"${var.uptime.rate}\"; write rate(1 minute), rate(5 minutes), rate(1 hour) or the like."
  }

  validation {
    condition     = try(tonumber(regex("[0-9]+", var.uptime.rate)) * (strcontains(var.uptime.rate, "hour") ? 60 : 1) <= 1440, true)
    error_message = "uptime.rate is \"${var.uptime.rate}\"; write at most a day, rate(24 hours): no alarm can look further for silence."
  }

  validation {
    condition     = var.uptime.shards >= 1 && var.uptime.shards <= 50 && floor(var.uptime.shards) == var.uptime.shards
    error_message = "uptime.shards is ${var.uptime.shards}; write a whole number from 1 to 50."
  }
}

variable "alarms" {
  description = "How alarms are kept: `rate` of the full comparison, `timeout` in seconds (900 lets a first run write more: three alarms a second) and `memory_size` in MiB."
  type = object({
    rate        = optional(string, "rate(15 minutes)")
    timeout     = optional(number, 300)
    memory_size = optional(number, 1024)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^rate\\((1 minute|([2-9]|[1-9][0-9]+) minutes|1 hour|([2-9]|[1-9][0-9]+) hours)\\)$", var.alarms.rate))
    error_message = "alarms.rate is \"${var.alarms.rate}\"; write rate(15 minutes), rate(1 hour) or the like."
  }

  validation {
    condition     = try(tonumber(regex("[0-9]+", var.alarms.rate)) * (strcontains(var.alarms.rate, "hour") ? 60 : 1) <= 1440, true)
    error_message = "alarms.rate is \"${var.alarms.rate}\"; write at most a day, rate(24 hours): no alarm can look further for silence."
  }

  validation {
    condition     = var.alarms.timeout >= 60 && var.alarms.timeout <= 900
    error_message = "alarms.timeout is ${var.alarms.timeout}; write 60 to 900 seconds."
  }
}

variable "notify" {
  description = "How messages are delivered: `memory_size` in MiB, `digest_window`, the seconds for which alarms are collected into one message, `server_names`, which lets the function look up names and owners of servers that messages call by identifier only (and the tags that channels route by: needed where `channels.yaml` has `tags:`), and `memory`: a table by which the function's environments know what the others told (no duplicates, threads, counts of flapping)."
  type = object({
    memory_size   = optional(number, 512)
    digest_window = optional(number, 5)
    server_names  = optional(bool, true)
    memory        = optional(bool, false)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.notify.digest_window >= 0 && var.notify.digest_window <= 60
    error_message = "notify.digest_window is ${var.notify.digest_window}; write 0 to 60 seconds: people wait for it."
  }

  validation {
    condition     = var.notify.server_names || length(module.configuration.tag_routes) == 0
    error_message = "notify.server_names is false, but channels.yaml routes by the tags of servers (${join(", ", [for name in module.configuration.tag_routes : "channels.${name}.tags"])}), which notify-lambda must look up; leave out server_names = false, or the channel's tags."
  }
}

variable "other_topics" {
  description = "Topics besides the module's own whose messages the channels tell, by ARN: those that your alarms use already, and those of other regions and accounts. Topics of this region and account are subscribed to; the others, and what that takes, are in docs/operations.md."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for topic in var.other_topics : can(regex("^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", topic))])
    error_message = "other_topics has ${join(", ", [for topic in var.other_topics : "\"${topic}\"" if !can(regex("^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", topic))])}, which is no ARN of a standard topic; write arn:aws:sns:eu-west-1:123456789012:alarms."
  }
}

variable "ec2_states" {
  description = "EC2 states that are told to the channels; empty for none."
  type        = set(string)
  default     = ["stopped", "terminated"]
  nullable    = false

  validation {
    condition     = length(setsubtract(var.ec2_states, ["pending", "running", "stopping", "stopped", "shutting-down", "terminated"])) == 0
    error_message = "ec2_states has ${join(", ", [for state in setsubtract(var.ec2_states, ["pending", "running", "stopping", "stopped", "shutting-down", "terminated"]) : "\"${state}\""])}; EC2 knows pending, running, stopping, stopped, shutting-down and terminated."
  }
}

variable "operator_emails" {
  description = "Who is told by e-mail when Tagwatch itself is in trouble: a way that does not depend on what may be broken. Each address must confirm once."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.operator_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "operator_emails has ${join(", ", [for address in var.operator_emails : "\"${address}\"" if !can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])}, which is no e-mail address."
  }
}

variable "alarm_emails" {
  description = "Who gets every message of the alarm topic by e-mail, as CloudWatch and the other services word it, besides the channels. Each address must confirm once. For fewer, shorter and readable messages use channels."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "alarm_emails has ${join(", ", [for address in var.alarm_emails : "\"${address}\"" if !can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])}, which is no e-mail address."
  }
}

variable "secrets" {
  description = "Values for `secret_versions`, by name. Ephemeral: they reach Parameter Store, but neither plan nor state. Best set as the environment variable TF_VAR_secrets."
  type        = map(string)
  default     = {}
  ephemeral   = true
  sensitive   = true
  nullable    = false
}

variable "secret_versions" {
  description = "Secrets that Terraform writes, by the name that `env:NAME` has in the files, with a version; raise it to write a new value. Leave empty to create the parameters yourself (output `secret_parameters`)."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name, version in var.secret_versions : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name)) && version >= 1 && floor(version) == version])
    error_message = "secret_versions maps names of letters, digits and _ to whole numbers from 1, such as { SLACK_WEBHOOK = 1 }."
  }

  validation {
    condition     = alltrue([for name in keys(var.secret_versions) : contains(keys(var.secrets), name)])
    error_message = "secret_versions names a secret for which `secrets` has no value; set TF_VAR_secrets='{\"${join("\":\"…\",\"", keys(var.secret_versions))}\":\"…\"}' in the environment (it is needed at every run and stored nowhere)."
  }
}

variable "secret_kms_key_arns" {
  description = "Customer managed keys of parameters and secrets that were made outside. Not needed for the AWS managed keys."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "kms_key" {
  description = "Key for topics and queues; null: one is made. A key of yours needs the statements of output `kms_key_policy`."
  type        = object({ arn = string })
  default     = null
}

variable "log_retention_days" {
  description = "Days that the functions' logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch Logs knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 and some longer ones."
  }
}

variable "log_kms_key_arn" {
  description = "Key for the functions' log groups; its policy must let CloudWatch Logs use it. null: CloudWatch's own encryption."
  type        = string
  default     = null
}

variable "architecture" {
  description = "Processor of the functions: arm64 (cheaper) or x86_64."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "architecture is \"${var.architecture}\"; write arm64 or x86_64."
  }
}

variable "snap_start" {
  description = "Whether functions start from a snapshot. Starts are quicker, at no price for Java; each change publishes versions, and old ones stay until destroy."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags of all resources, besides Application and Deployment."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : !startswith(lower(key), "aws:") && !startswith(lower(key), "tagwatch")])
    error_message = "Tags whose keys begin with aws: or tagwatch have a meaning of their own; choose other keys."
  }
}
