variable "name" {
  description = "Name of the function; also names its role, log group and queue."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,64}$", var.name))
    error_message = "A function's name is 1 to 64 letters, digits, - or _."
  }
}

variable "description" {
  description = "What the function does, for the console."
  type        = string
}

variable "handler" {
  description = "Class that handles requests."
  type        = string
}

variable "filename" {
  description = "The zip with thin jars under lib/."
  type        = string
}

variable "layers" {
  description = "ARNs of layer versions."
  type        = list(string)
  default     = []
}

variable "environment" {
  description = "Environment variables. No secrets: they would stand in state and console in clear."
  type        = map(string)
  default     = {}
}

variable "policy_documents" {
  description = "JSON policies for what the function itself calls; every statement needs a sid of its own."
  type        = list(string)
  default     = []
}

variable "architecture" {
  description = "arm64 or x86_64."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "The architecture is arm64 or x86_64."
  }
}

variable "memory_size" {
  description = "Memory in MiB; processor time grows with it."
  type        = number
  default     = 512

  validation {
    condition     = var.memory_size >= 128 && var.memory_size <= 10240
    error_message = "Memory is 128 to 10240 MiB."
  }
}

variable "timeout" {
  description = "Seconds after which an invocation is ended."
  type        = number

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900
    error_message = "A timeout is 1 to 900 seconds."
  }
}

variable "maximum_retry_attempts" {
  description = "Further tries of a failed asynchronous invocation, before it goes to the dead-letter queue."
  type        = number
  default     = 2

  validation {
    condition     = contains([0, 1, 2], var.maximum_retry_attempts)
    error_message = "Lambda tries again 0, 1 or 2 times."
  }
}

variable "maximum_event_age" {
  description = "Seconds that an asynchronous invocation may wait."
  type        = number
  default     = 21600

  validation {
    condition     = var.maximum_event_age >= 60 && var.maximum_event_age <= 21600
    error_message = "An event waits 60 to 21600 seconds."
  }
}

variable "snap_start" {
  description = "Whether versions are published with SnapStart. Without it the alias follows $LATEST, because each published version keeps a copy of the package."
  type        = bool
  default     = false
}

variable "vpc" {
  description = "Subnets and security groups to run in; null for Lambda's own network."
  type = object({
    subnet_ids         = list(string)
    security_group_ids = list(string)
  })
  default = null

  validation {
    condition     = var.vpc == null || try(length(var.vpc.subnet_ids) > 0 && length(var.vpc.security_group_ids) > 0, false)
    error_message = "A function in a VPC needs at least one subnet and one security group."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
}

variable "log_kms_key_arn" {
  description = "Key for the log group; its policy must let CloudWatch Logs use it. null: CloudWatch's own encryption."
  type        = string
  default     = null
}

variable "dead_letter_queue_name" {
  description = "Queue for asynchronous invocations that failed for good; null: the function's name with -failed."
  type        = string
  default     = null
}

variable "queue_kms_key_arn" {
  description = "Key of the dead-letter queue and of queues that the function reads."
  type        = string
}

variable "queue_policy" {
  description = "JSON policy for the dead-letter queue, when services send to it; null: none."
  type        = object({ json = string })
  default     = null
}

variable "consumes" {
  description = "Queues whose messages Lambda hands to the function, by a name of your choice: their ARNs."
  type        = map(string)
  default     = {}
}

variable "invokers" {
  description = "Who may invoke the alias besides roles of this account, by statement id: a service and the ARN it acts for."
  type = map(object({
    principal  = string
    source_arn = string
  }))
  default = {}
}

variable "tags" {
  description = "Tags of everything in here."
  type        = map(string)
  default     = {}
}
