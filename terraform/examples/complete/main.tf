# Everything at once: all channels, probes from a VPC, keys of one's own, secrets written by Terraform, two profiles,
# budgets and cost anomalies on the same topic.

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
provider "aws" {
  default_tags {
    tags = { Team = "platform" }
  }
}

data "aws_partition" "this" {}
data "aws_region" "this" {}
data "aws_caller_identity" "this" {}

module "tagwatch" {
  source = "../.."

  deployment = "complete"
  config_dir = "${path.module}/config"

  uptime = {
    rate        = "rate(1 minute)"
    shards      = 2
    memory_size = 768
    vpc = {
      subnet_ids         = var.subnet_ids
      security_group_ids = [aws_security_group.probes.id]
    }
  }
  alarms = { timeout = 900 }
  notify = { digest_window = 10, memory = true }

  operator_emails    = var.operator_emails
  alarm_emails       = var.alarm_emails
  ec2_states         = ["stopped", "terminated"]
  log_retention_days = 365
  log_kms_key_arn    = aws_kms_key.logs.arn
  kms_key            = { arn = aws_kms_key.messages.arn }
  snap_start         = true

  secrets         = var.secrets
  secret_versions = { SLACK_WEBHOOK = 1, HOOK = 1 }

  tags = { CostCenter = "monitoring" }
}
