# Who may do what: each statement names the narrowest resource or condition that works.

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

run "functions" {
  assert {
    condition     = one([for s in data.aws_iam_policy_document.notify.statement : s.resources if contains(s.actions, "ec2:DescribeInstances")]) == toset(["*"])
    error_message = "notify-lambda may look up names of servers."
  }

  assert {
    condition = one([
      for s in data.aws_iam_policy_document.alarms.statement : s.resources if contains(s.actions, "cloudwatch:PutMetricAlarm")
    ]) == toset(["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:tagwatch/prod/*"])
    error_message = "alarms-lambda writes its own alarms only."
  }

  assert {
    condition = one([
      for s in data.aws_iam_policy_document.alarms.statement : s.resources if contains(s.actions, "cloudwatch:DeleteAlarms")
    ]) == toset(["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:tagwatch/prod/*"])
    error_message = "alarms-lambda deletes its own alarms only."
  }

  assert {
    condition = [
      for document in [data.aws_iam_policy_document.uptime, data.aws_iam_policy_document.alarms] : one([
        for s in document.statement : one(s.condition).values if contains(s.actions, "cloudwatch:PutMetricData")
      ])
    ] == [tolist(["Tagwatch/Uptime"]), tolist(["Tagwatch/Sync"])]
    error_message = "Each function publishes in its own namespace only."
  }

  assert {
    condition = alltrue(flatten([
      for document in [data.aws_iam_policy_document.uptime, data.aws_iam_policy_document.alarms, data.aws_iam_policy_document.secrets["checks"], data.aws_iam_policy_document.secrets["channels"], data.aws_iam_policy_document.scheduler] : [
        for s in document.statement : length(s.sid) > 0 && !anytrue([for action in s.actions : strcontains(action, "*")])
      ]
    ]))
    error_message = "Every statement has a sid and spells its actions out."
  }

  assert {
    condition = alltrue(flatten([
      for document in [data.aws_iam_policy_document.uptime, data.aws_iam_policy_document.alarms, data.aws_iam_policy_document.notify, data.aws_iam_policy_document.secrets["channels"], data.aws_iam_policy_document.scheduler] : [
        for s in document.statement : !contains(s.resources, "*") || length(s.condition) > 0 || alltrue([for action in s.actions : contains(["ec2:DescribeInstances", "cloudwatch:ListMetrics", "cloudwatch:DescribeAlarms", "cloudwatch:PutCompositeAlarm", "cloudwatch:GetMetricWidgetImage"], action)])
      ]
    ]))
    error_message = "A resource is * only where the action knows none, or wants no narrower scope."
  }
}

run "state" {
  variables {
    uptime = { shards = 2 }
  }

  assert {
    condition     = aws_s3_bucket.state.bucket == "tagwatch-prod-111122223333" && aws_s3_bucket.state.force_destroy
    error_message = "The bucket is named after deployment and account, and does not keep destroy waiting."
  }

  assert {
    condition = [
      for document in [data.aws_iam_policy_document.state_of_uptime, data.aws_iam_policy_document.state_of_notify, data.aws_iam_policy_document.state_of_alarms] :
      { for s in document.statement : join(" ", sort(s.actions)) => toset([for arn in s.resources : trimprefix(arn, aws_s3_bucket.state.arn)]) }
      ] == [
      { "s3:ListBucket" = toset([""]), "s3:GetObject s3:PutObject" = toset(["/uptime/outcomes-1-of-2.json", "/uptime/outcomes-2-of-2.json"]), "s3:GetObject" = toset(["/checks/discovered.json"]) },
      { "s3:ListBucket" = toset([""]), "s3:GetObject" = toset(["/uptime/outcomes-1-of-2.json", "/uptime/outcomes-2-of-2.json"]) },
      { "s3:ListBucket" = toset([""]), "s3:GetObject s3:PutObject" = toset(["/checks/discovered.json"]) },
    ]
    error_message = "uptime-lambda keeps the reasons of each share, notify-lambda reads them; alarms-lambda keeps the checks of tags, uptime-lambda reads them."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.state.statement).effect == "Deny" && one(one(data.aws_iam_policy_document.state.statement).condition).variable == "aws:SecureTransport"
    error_message = "The bucket is spoken with over TLS only."
  }
}

run "secrets" {
  assert {
    condition     = data.aws_iam_policy_document.secrets["checks"].statement[0].resources == toset(["arn:aws:ssm:eu-west-1:111122223333:parameter/tagwatch/prod/API_TOKEN"])
    error_message = "uptime-lambda reads what checks.yaml refers to."
  }

  assert {
    condition = toset(flatten([for s in data.aws_iam_policy_document.secrets["channels"].statement : tolist(s.resources)])) == toset([
      "arn:aws:ssm:eu-west-1:111122223333:parameter/tagwatch/prod/SLACK_WEBHOOK",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pagerduty-??????",
    ])
    error_message = "notify-lambda reads what channels.yaml refers to."
  }
}

run "keys_of_secrets" {
  variables {
    secret_kms_key_arns = ["arn:aws:kms:eu-west-1:111122223333:key/99999999-2222-4333-8444-555555555555"]
  }

  assert {
    condition = [
      for file in ["checks", "channels"] : one([for s in data.aws_iam_policy_document.secrets[file].statement : one(s.condition).values if contains(s.actions, "kms:Decrypt")])
    ] == [tolist(["ssm.eu-west-1.amazonaws.com"]), tolist(["ssm.eu-west-1.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com"])]
    error_message = "Keys are used through the services that hold the secrets."
  }
}

run "topics_and_queues" {
  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.topic.statement : one(s.condition).variable == "aws:SourceAccount" && one(s.condition).values == tolist(["111122223333"])
    ])
    error_message = "Services publish for this account only."
  }

  assert {
    condition     = { for s in data.aws_iam_policy_document.topic.statement : s.sid => one(s.condition).test } == { AlarmsPublish = "StringEquals", RulesPublish = "StringEqualsIfExists", BudgetsPublish = "StringEquals", CostAnomaliesPublish = "StringEquals" }
    error_message = "EventBridge names no account to a topic; where it must, nothing would be delivered."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.notify_failed[0].statement).resources == toset(["arn:aws:sqs:eu-west-1:111122223333:tagwatch-prod-failed-notify"]) && one(one(data.aws_iam_policy_document.notify_failed[0].statement).condition).variable == "aws:SourceArn" && length(aws_cloudwatch_event_target.news[0].dead_letter_config) == 1
    error_message = "News that the topic does not take are kept, and an alarm tells of them."
  }

  assert {
    condition     = toset(flatten([for s in data.aws_iam_policy_document.topic.statement : [for p in s.principals : tolist(p.identifiers)]])) == toset(["cloudwatch.amazonaws.com", "events.amazonaws.com", "budgets.amazonaws.com", "costalerts.amazonaws.com"])
    error_message = "CloudWatch, EventBridge, Budgets and Cost Anomaly Detection publish."
  }

  assert {
    condition     = alltrue([for document in data.aws_iam_policy_document.notify_queue : one(one(document.statement).condition).values == tolist([aws_sns_topic.this.arn])])
    error_message = "Only the topic fills the channels' queues."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.alarms_queue.statement).actions == toset(["sqs:SendMessage"]) && one(one(data.aws_iam_policy_document.alarms_queue.statement).condition).variable == "aws:SourceArn"
    error_message = "Only this deployment's rules send to the alarms queue."
  }

  assert {
    condition = one([
      for s in data.aws_iam_policy_document.key.statement : one(s.condition).variable if s.sid == "EventBridgePublishesToTopics"
    ]) == "kms:EncryptionContext:aws:sns:topicArn"
    error_message = "EventBridge sends no source account to encrypted topics; with such a condition nothing would be delivered."
  }

  assert {
    condition     = toset([for c in one(data.aws_iam_policy_document.scheduler_trust.statement).condition : c.variable]) == toset(["aws:SourceAccount", "aws:SourceArn"])
    error_message = "Only schedules of this deployment take the schedules' role."
  }
}
