variable "name" {
  description = "Name of the SSM document, of the association and of the roles' policy."
  type        = string
  default     = "tagwatch-telegraf"

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{3,128}$", var.name)) && !can(regex("^(?i:aws|amazon|amzn)", var.name))
    error_message = "A document's name is 3 to 128 letters, digits, ., - or _, and does not begin with aws, amazon or amzn."
  }
}

variable "instance_tags" {
  description = "Which instances get Telegraf: those that have all of these tags, each with one of its values."
  type        = map(list(string))

  validation {
    condition     = length(var.instance_tags) >= 1 && length(var.instance_tags) <= 5 && alltrue([for values in var.instance_tags : length(values) >= 1 && length(values) <= 50])
    error_message = "Write 1 to 5 tags, each with 1 to 50 values, such as { Monitoring = [\"tagwatch\"] }."
  }
}

variable "telegraf_version" {
  description = "Release of Telegraf, 1.31.0 or later: the first whose inputs wait for D-Bus (startup_error_behavior). Tested with 1.37.2."
  type        = string
  default     = "1.37.2"

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.telegraf_version)) && try(tonumber(split(".", var.telegraf_version)[1]) >= 31, false)
    error_message = "The version is three numbers, 1.31.0 or later, such as 1.37.2."
  }
}

variable "checksums" {
  description = "SHA-256 of the release's archives, from the vendor's download page, for the kinds of server that you have: `linux_amd64`, `linux_arm64`, `windows_amd64`."
  type        = map(string)

  validation {
    condition     = length(var.checksums) > 0 && alltrue([for kind in keys(var.checksums) : contains(["linux_amd64", "linux_arm64", "windows_amd64"], kind)])
    error_message = "Checksums are for linux_amd64, linux_arm64 or windows_amd64; at least one is needed."
  }

  validation {
    condition     = alltrue([for sum in values(var.checksums) : can(regex("^[0-9a-f]{64}$", sum))])
    error_message = "A SHA-256 checksum is 64 digits 0-9 and a-f."
  }
}

variable "download_url" {
  description = "Where the archives are: the vendor's releases, or a mirror of yours with the same file names."
  type        = string
  default     = "https://dl.influxdata.com/telegraf/releases"

  validation {
    condition     = can(regex("^https://[A-Za-z0-9./_~%:-]+[^/]$", var.download_url))
    error_message = "Write an https URL without a slash at its end."
  }
}

variable "namespace" {
  description = "Namespace of the metrics; the rules in `alarms.yaml` name the same."
  type        = string
  default     = "Tagwatch/Host"

  validation {
    condition     = can(regex("^[A-Za-z0-9._/#-]{1,255}$", var.namespace)) && !startswith(var.namespace, "AWS/")
    error_message = "A namespace is 1 to 255 letters, digits, ., -, _, / or #, and does not begin with AWS/."
  }
}

variable "units" {
  description = "systemd services whose state is sent, for profiles with the alarm `unit`; * and ? are allowed. Each unit is a custom metric."
  type        = set(string)
  default     = ["telegraf.service"]

  validation {
    condition     = length(var.units) > 0 && alltrue([for unit in var.units : can(regex("^[A-Za-z0-9:_.@*?-]+\\.service$", unit))])
    error_message = "Write at least one unit such as nginx.service; of the kinds of unit, Telegraf looks at services."
  }
}

variable "windows_service" {
  description = "Windows service whose state is sent."
  type        = string
  default     = "telegraf"

  validation {
    condition     = can(regex("^[A-Za-z0-9 _.$-]{1,256}$", var.windows_service))
    error_message = "Write the service's short name, such as W3SVC."
  }
}

variable "extra_configuration" {
  description = "More of Telegraf's configuration, for Linux and for Windows: a file of its own beside the shared one."
  type        = object({ linux = optional(string, ""), windows = optional(string, "") })
  default     = {}
  nullable    = false
}

variable "role_names" {
  description = "Roles of the instances' profiles that get the policy; leave empty to attach output `policy_json` yourself. SSM itself needs AmazonSSMManagedInstanceCore there."
  type        = set(string)
  default     = []
}

variable "schedule" {
  description = "How often instances are brought back to this configuration; new instances get it when they register."
  type        = string
  default     = "rate(1 day)"

  validation {
    condition     = can(regex("^(rate\\([1-9][0-9]* (minutes?|hours?|days?)\\)|cron\\(.+\\))$", var.schedule))
    error_message = "Write rate(1 day) or cron(0 3 ? * * *)."
  }
}

variable "max_concurrency" {
  description = "How many instances at once, as a number or a percentage."
  type        = string
  default     = "10%"

  validation {
    condition     = can(regex("^([1-9][0-9]*|[1-9][0-9]?%|100%)$", var.max_concurrency))
    error_message = "Write a number such as 5 or a percentage such as 10%."
  }
}

variable "max_errors" {
  description = "After how many failures the rest is left as it is, as a number or a percentage."
  type        = string
  default     = "10%"

  validation {
    condition     = can(regex("^([0-9]+|[0-9][0-9]?%|100%)$", var.max_errors))
    error_message = "Write a number such as 5 or a percentage such as 10%."
  }
}

variable "tags" {
  description = "Tags of the document and the association."
  type        = map(string)
  default     = {}
}
