# What is there only when it is asked for.

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

run "as_it_comes" {
  assert {
    condition     = length(aws_kms_key.this) == 1 && length(aws_kms_alias.this) == 1 && output.kms_key_arn == aws_kms_key.this[0].arn
    error_message = "A key is made."
  }

  assert {
    condition     = length(aws_scheduler_schedule.uptime) == 1 && aws_scheduler_schedule.uptime[0].target[0].input == "{\"time\":\"<aws.scheduler.scheduled-time>\",\"shard\":\"1/1\"}"
    error_message = "One schedule probes everything and tells the scheduled minute."
  }

  assert {
    condition     = aws_scheduler_schedule.uptime[0].target[0].retry_policy[0].maximum_retry_attempts == 0 && aws_scheduler_schedule.uptime[0].schedule_expression == "rate(1 minute)"
    error_message = "Stale runs are not tried again."
  }

  assert {
    condition     = aws_scheduler_schedule.alarms.target[0].input == "{\"action\":\"reconcile\",\"time\":\"<aws.scheduler.scheduled-time>\"}" && aws_scheduler_schedule.alarms.target[0].sqs_parameters[0].message_group_id == "alarms"
    error_message = "Each scheduled run is a message of its own in the one group."
  }

  assert {
    condition     = aws_scheduler_schedule.uptime[0].target[0].dead_letter_config[0].arn == module.uptime.dead_letter_queue.arn && aws_scheduler_schedule.alarms.target[0].dead_letter_config[0].arn == module.alarms.dead_letter_queue.arn
    error_message = "What a schedule cannot start is kept where an alarm looks."
  }

  assert {
    condition     = !anytrue([for s in data.aws_iam_policy_document.alarms.statement : contains(s.actions, "iam:CreateServiceLinkedRole")])
    error_message = "Without ec2_action nobody makes roles."
  }

  assert {
    condition     = length(aws_scheduler_schedule.maintenance) == 0
    error_message = "Nobody asks each minute where no check has a maintenance window."
  }

  assert {
    condition     = aws_sqs_queue.alarms.fifo_queue && aws_sqs_queue.alarms.content_based_deduplication && aws_sqs_queue.alarms.visibility_timeout_seconds == 360
    error_message = "FIFO by content; hidden for a minute longer than the function may take."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.servers["tags"].event_pattern).detail.changed-tag-keys == [{ prefix = "tagwatch" }, "Name", "Service"]
    error_message = "The rule hears of Tagwatch's tags, of names, and of tags that profiles match on."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.news[0].event_pattern).detail.state == ["stopped", "terminated"]
    error_message = "EC2 states are told."
  }

  assert {
    condition     = aws_lambda_invocation.alarms.lifecycle_scope == "CRUD" && aws_lambda_invocation.alarms.qualifier == "live"
    error_message = "alarms-lambda hears of create and delete."
  }

  assert {
    condition     = length(aws_ssm_parameter.secret) == 0
    error_message = "Secrets are made outside unless asked for."
  }
}

run "as_asked_for" {
  variables {
    kms_key         = { arn = "arn:aws:kms:eu-west-1:111122223333:key/99999999-2222-4333-8444-555555555555" }
    ec2_states      = []
    operator_emails = ["a@example.com", "b@example.com"]
    uptime          = { rate = "rate(5 minutes)", shards = 3 }
    alarms          = { rate = "rate(1 hour)", timeout = 900 }
    notify          = { digest_window = 0 }
    secrets         = { SLACK_WEBHOOK = "https://hooks.example.com/T/B/x" }
    secret_versions = { SLACK_WEBHOOK = 2 }
  }

  expect_failures = [check.checks_are_probed_as_often_as_alarms_look]

  assert {
    condition     = length(aws_kms_key.this) == 0 && output.kms_key_arn == "arn:aws:kms:eu-west-1:111122223333:key/99999999-2222-4333-8444-555555555555"
    error_message = "A key of one's own is used."
  }

  assert {
    condition     = [for schedule in aws_scheduler_schedule.uptime : jsondecode(schedule.target[0].input).shard] == ["1/3", "2/3", "3/3"]
    error_message = "Shards share the checks."
  }

  assert {
    condition     = length(aws_cloudwatch_event_rule.news) == 0 && length(aws_cloudwatch_event_target.news) == 0
    error_message = "No states, no rule."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.watch) == 2 && alltrue([for s in aws_sns_topic_subscription.watch : s.protocol == "email"])
    error_message = "Each operator is told by e-mail."
  }

  assert {
    condition     = aws_sqs_queue.alarms.visibility_timeout_seconds == 960 && aws_scheduler_schedule.alarms.schedule_expression == "rate(1 hour)"
    error_message = "The queue hides messages longer than the function may take."
  }

  assert {
    condition     = alltrue([for m in aws_lambda_event_source_mapping.notify : m.maximum_batching_window_in_seconds == 1])
    error_message = "Batches of more than ten messages need a window of a second."
  }

  assert {
    condition     = aws_ssm_parameter.secret["SLACK_WEBHOOK"].name == "/tagwatch/prod/SLACK_WEBHOOK" && aws_ssm_parameter.secret["SLACK_WEBHOOK"].value_wo_version == 2 && aws_ssm_parameter.secret["SLACK_WEBHOOK"].value_wo == null
    error_message = "The parameter is made, and its value is in no state."
  }

  assert {
    condition     = tolist(output.secret_parameters) == tolist(["/tagwatch/prod/API_TOKEN"])
    error_message = "What Terraform writes need not be made outside."
  }
}

run "the_first_secret_is_terraforms" {
  variables {
    secrets         = { API_TOKEN = "s3cret" }
    secret_versions = { API_TOKEN = 1 }
  }

  assert {
    condition     = strcontains(output.commands.store_a_secret, "--name /tagwatch/prod/SLACK_WEBHOOK ")
    error_message = "The command stores what a person has to store."
  }

  assert {
    condition     = alltrue([for command in values(output.commands) : endswith(command, "\n")])
    error_message = "Terraform shows commands unescaped, so that they can be pasted."
  }
}

run "another_namespace" {
  variables {
    namespace = "Acme"
  }

  assert {
    condition     = local.watch_alarms["uptime-silent"].namespace == "Acme/Uptime" && local.watch_alarms["sync-silent"].namespace == "Acme/Sync" && local.environment.TAGWATCH_NAMESPACE == "Acme"
    error_message = "Functions and alarms agree on the namespace, and rules that name none follow it."
  }
}

run "another_namespace_than_a_rule_names" {
  variables {
    namespace  = "Acme"
    config_dir = "./tests/fixtures/named"
  }

  expect_failures = [check.rules_about_checks_look_where_checks_are]
}

run "without_operators" {
  variables {
    operator_emails = []
  }

  expect_failures = [check.somebody_hears_of_trouble]
}

run "secrets_of_no_file" {
  variables {
    secrets         = { FORGOTTEN = "x" }
    secret_versions = { FORGOTTEN = 1 }
  }

  expect_failures = [check.references_have_a_place]
}
