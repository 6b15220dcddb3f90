variable "vpc_id" {
  description = "VPC in which private endpoints are."
  type        = string
  default     = "vpc-0123456789abcdef0"
}

variable "subnet_ids" {
  description = "Private subnets with a way to the internet."
  type        = list(string)
  default     = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
}

variable "operator_emails" {
  description = "Who is told by e-mail when Tagwatch itself is in trouble."
  type        = set(string)
  default     = ["operator@example.com"]
}

variable "alarm_emails" {
  description = "Who gets every alarm by e-mail, besides the channels."
  type        = set(string)
  default     = ["archive@example.com"]
}

variable "secrets" {
  description = "Values of SLACK_WEBHOOK and HOOK: set TF_VAR_secrets in the environment, from your store of secrets."
  type        = map(string)
  ephemeral   = true
  sensitive   = true
  default     = { SLACK_WEBHOOK = "not yet set", HOOK = "not yet set" } # lets the example be planned; deliveries fail until it is set
}

variable "monthly_budget" {
  description = "What the account may cost a month, in USD."
  type        = number
  default     = 1000
}

variable "telegraf_checksums" {
  description = "SHA-256 of Telegraf's archives, from the vendor's download page."
  type        = map(string)
  default     = { linux_amd64 = "0000000000000000000000000000000000000000000000000000000000000000" } # lets the example be planned; nothing is installed until it is set
}
