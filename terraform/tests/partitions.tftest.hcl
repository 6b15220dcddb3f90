# Other partitions: no name of one is written down anywhere.

mock_provider "aws" {
  source = "./tests/aws"

  override_data {
    target = data.aws_partition.this
    values = { partition = "aws-cn", dns_suffix = "amazonaws.com.cn" }
  }

  override_data {
    target = data.aws_region.this
    values = { region = "cn-north-1" }
  }
}

variables {
  deployment      = "prod"
  secrets         = {}
  config_dir      = "./tests/fixtures/config"
  operator_emails = ["operator@example.com"]
  packages = {
    uptime = "./tests/fixtures/package.zip"
    alarms = "./tests/fixtures/package.zip"
    notify = "./tests/fixtures/package.zip"
  }
}

run "china" {
  assert {
    condition = alltrue([
      for arn in flatten([
        [for s in data.aws_iam_policy_document.alarms.statement : tolist(s.resources)],
        [for s in data.aws_iam_policy_document.secrets["channels"].statement : tolist(s.resources)],
        [for s in data.aws_iam_policy_document.key.statement : [for p in s.principals : tolist(p.identifiers) if p.type == "AWS"]],
        [for c in one(data.aws_iam_policy_document.scheduler_trust.statement).condition : c.values if c.variable == "aws:SourceArn"],
      ]) : arn == "*" || startswith(arn, "arn:aws-cn:") || endswith(arn, ":mock") || endswith(arn, "key/11111111-2222-4333-8444-555555555555")
    ]) # the last two are what the mocked provider answers
    error_message = "ARNs are of the partition."
  }

  assert {
    condition     = contains(flatten([for s in data.aws_iam_policy_document.scheduler.statement : [for c in s.condition : c.values]]), "sqs.cn-north-1.amazonaws.com.cn")
    error_message = "Services are named with the partition's suffix."
  }

  assert {
    condition     = startswith(output.dashboard_url, "https://cn-north-1.console.amazonaws.cn/")
    error_message = "The console is the partition's."
  }
}
