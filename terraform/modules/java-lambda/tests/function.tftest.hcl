# A function with everything that belongs to it.

mock_provider "aws" {
  source = "../../tests/aws"
}

variables {
  name              = "tagwatch-prod-uptime"
  description       = "Probes"
  handler           = "io.tagwatch.uptime.UptimeHandler"
  filename          = "./tests/package.zip"
  timeout           = 55
  queue_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-4333-8444-555555555555"
}

run "plain" {
  assert {
    condition     = aws_lambda_function.this.runtime == "java25" && aws_lambda_function.this.architectures == tolist(["arm64"]) && length(aws_lambda_function.this.vpc_config) == 0
    error_message = "Java 25 on arm64, in Lambda's own network."
  }

  assert {
    condition     = aws_lambda_alias.live.function_version == "$LATEST" && !aws_lambda_function.this.publish && length(aws_lambda_function.this.snap_start) == 0
    error_message = "Without SnapStart no versions pile up."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/aws/lambda/tagwatch-prod-uptime" && aws_cloudwatch_log_group.this.retention_in_days == 30 && aws_cloudwatch_log_group.this.kms_key_id == null
    error_message = "Logs are kept for a month."
  }

  assert {
    condition     = aws_sqs_queue.failed.name == "tagwatch-prod-uptime-failed" && aws_lambda_function.this.dead_letter_config[0].target_arn == aws_sqs_queue.failed.arn
    error_message = "Failed invocations are kept."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.runtime.statement : s.sid] == ["WriteOwnLog", "KeepFailedInvocations", "UseKeyOfQueues"]
    error_message = "A function that reads no queue and is in no VPC may do neither."
  }

  assert {
    condition     = length(aws_lambda_permission.this) == 0 && length(aws_sqs_queue_policy.failed) == 0
    error_message = "Nobody else may invoke it."
  }
}

run "with_everything" {
  variables {
    snap_start             = true
    vpc                    = { subnet_ids = ["subnet-0123456789abcdef0"], security_group_ids = ["sg-0123456789abcdef0"] }
    log_kms_key_arn        = "arn:aws:kms:eu-west-1:111122223333:key/22222222-2222-4333-8444-555555555555"
    log_retention_days     = 7
    dead_letter_queue_name = "lost"
    queue_policy           = { json = "{}" }
    consumes               = { work = "arn:aws:sqs:eu-west-1:111122223333:work" }
    invokers               = { AlarmsInvoke = { principal = "lambda.alarms.cloudwatch.amazonaws.com", source_arn = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*" } }
    maximum_retry_attempts = 0
    maximum_event_age      = 60
  }

  assert {
    condition     = aws_lambda_alias.live.function_version == "7" && aws_lambda_function.this.publish && aws_lambda_function.this.snap_start[0].apply_on == "PublishedVersions"
    error_message = "SnapStart works on published versions."
  }

  assert {
    condition     = aws_lambda_function.this.vpc_config[0].subnet_ids == toset(["subnet-0123456789abcdef0"])
    error_message = "In the VPC."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.runtime.statement : s.effect if s.sid == "CodeManagesNoNetworkInterfaces"] == ["Deny"]
    error_message = "Lambda manages network interfaces, the code does not."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.runtime.statement : s.resources if s.sid == "TakeMessages"]) == toset(["arn:aws:sqs:eu-west-1:111122223333:work"])
    error_message = "It reads the queues that it is given."
  }

  assert {
    condition     = aws_lambda_permission.this["AlarmsInvoke"].qualifier == "live" && aws_lambda_permission.this["AlarmsInvoke"].source_account == "111122223333"
    error_message = "Others invoke the alias, for this account."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.live.maximum_retry_attempts == 0 && aws_lambda_function_event_invoke_config.live.maximum_event_age_in_seconds == 60
    error_message = "Stale invocations are dropped."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.kms_key_id != null && aws_cloudwatch_log_group.this.retention_in_days == 7 && aws_sqs_queue.failed.name == "lost" && length(aws_sqs_queue_policy.failed) == 1
    error_message = "Key, retention, name and policy as given."
  }
}

run "name_with_dots" {
  command = plan

  variables {
    name = "a.b"
  }

  expect_failures = [var.name]
}

run "architecture_of_old" {
  command = plan

  variables {
    architecture = "i386"
  }

  expect_failures = [var.architecture]
}

run "too_little_memory" {
  command = plan

  variables {
    memory_size = 64
  }

  expect_failures = [var.memory_size]
}

run "too_long" {
  command = plan

  variables {
    timeout = 901
  }

  expect_failures = [var.timeout]
}

run "too_many_tries" {
  command = plan

  variables {
    maximum_retry_attempts = 3
  }

  expect_failures = [var.maximum_retry_attempts]
}

run "too_fresh" {
  command = plan

  variables {
    maximum_event_age = 59
  }

  expect_failures = [var.maximum_event_age]
}

run "vpc_without_subnets" {
  command = plan

  variables {
    vpc = { subnet_ids = [], security_group_ids = ["sg-0123456789abcdef0"] }
  }

  expect_failures = [var.vpc]
}
