# Three checks and a Slack channel. The webhook is kept in Parameter Store; see the output `next`.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.20"
    }
  }
}

# Region and credentials come from the environment: AWS_REGION, AWS_PROFILE.
provider "aws" {}

module "tagwatch" {
  source = "../.."

  deployment      = "minimal"
  config_dir      = "${path.module}/config"
  operator_emails = var.operator_emails
}

variable "operator_emails" {
  description = "Who is told by e-mail when Tagwatch itself is in trouble."
  type        = set(string)
  default     = ["operator@example.com"]
}

output "next" {
  description = "Store the Slack webhook, then send a test."
  value = {
    parameters = module.tagwatch.secret_parameters
    commands   = module.tagwatch.commands
    dashboard  = module.tagwatch.dashboard_url
  }
}
