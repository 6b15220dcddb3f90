# Each rule for a variable refuses what it is there for.

mock_provider "aws" {
  source = "./tests/aws"
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

run "deployment_with_slash" {
  command = plan

  variables {
    deployment = "a/b"
  }

  expect_failures = [var.deployment]
}

run "deployment_too_long" {
  command = plan

  variables {
    deployment = "a123456789012345678901234567890123"
  }

  expect_failures = [var.deployment]
}

run "folder_without_files" {
  command = plan

  variables {
    config_dir = "./tests"
  }

  expect_failures = [var.config_dir]
}

run "package_not_built" {
  command = plan

  variables {
    packages = { uptime = "./no-such.zip" }
  }

  expect_failures = [var.packages]
}

run "namespace_of_aws" {
  command = plan

  variables {
    namespace = "AWS/EC2"
  }

  expect_failures = [var.namespace]
}

run "rate_in_words" {
  command = plan

  variables {
    uptime = { rate = "every minute" }
  }

  expect_failures = [var.uptime]
}

run "rate_with_wrong_plural" {
  command = plan

  variables {
    uptime = { rate = "rate(1 minutes)" }
  }

  expect_failures = [var.uptime]
}

run "rate_beyond_a_day" {
  command = plan

  variables {
    uptime = { rate = "rate(25 hours)" }
    alarms = { rate = "rate(1441 minutes)" }
  }

  expect_failures = [var.uptime, var.alarms]
}

run "half_a_shard" {
  command = plan

  variables {
    uptime = { shards = 1.5 }
  }

  expect_failures = [var.uptime]
}

run "reconciliation_rate_in_seconds" {
  command = plan

  variables {
    alarms = { rate = "rate(30 seconds)" }
  }

  expect_failures = [var.alarms]
}

run "timeout_beyond_lambda" {
  command = plan

  variables {
    alarms = { timeout = 901 }
  }

  expect_failures = [var.alarms]
}

run "digest_of_minutes" {
  command = plan

  variables {
    notify = { digest_window = 300 }
  }

  expect_failures = [var.notify]
}

run "routes_by_tags_that_nobody_may_look_up" {
  command = plan

  variables {
    config_dir = "./tests/fixtures/routes"
    notify     = { server_names = false }
  }

  expect_failures = [var.notify]
}

run "unknown_state" {
  command = plan

  variables {
    ec2_states = ["rebooting"]
  }

  expect_failures = [var.ec2_states]
}

run "address_without_host" {
  command = plan

  variables {
    operator_emails = ["operator"]
  }

  expect_failures = [var.operator_emails]
}

run "alarm_email" {
  command = plan

  variables {
    alarm_emails = ["jane@example.com", "jane at example.com"]
  }

  expect_failures = [var.alarm_emails]
}

run "secret_without_value" {
  command = plan

  variables {
    secret_versions = { SLACK_WEBHOOK = 1 }
  }

  expect_failures = [var.secret_versions]
}

run "secret_version_zero" {
  command = plan

  variables {
    secrets         = { SLACK_WEBHOOK = "x" }
    secret_versions = { SLACK_WEBHOOK = 0 }
  }

  expect_failures = [var.secret_versions]
}

run "retention_unknown_to_logs" {
  command = plan

  variables {
    log_retention_days = 31
  }

  expect_failures = [var.log_retention_days]
}

run "architecture_of_old" {
  command = plan

  variables {
    architecture = "i386"
  }

  expect_failures = [var.architecture]
}

run "tag_with_meaning" {
  command = plan

  variables {
    tags = { "tagwatch:cpu" = "90" }
  }

  expect_failures = [var.tags]
}

run "other_topic_that_is_none" {
  command = plan

  variables {
    other_topics = ["alarms"]
  }

  expect_failures = [var.other_topics]
}
