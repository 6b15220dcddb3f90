# A queue, a dead-letter queue, a subscription and a trigger for each channel.

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

run "each_channel" {
  assert {
    condition = alltrue([
      for things in [aws_sqs_queue.notify, aws_sqs_queue.dead, aws_sqs_queue_policy.notify, aws_sqs_queue_policy.dead, aws_sns_topic_subscription.notify, aws_lambda_event_source_mapping.notify] : toset(keys(things)) == toset(["ops", "on-call"])
    ])
    error_message = "Every channel has all of its parts."
  }

  assert {
    condition = alltrue([
      for m in aws_lambda_event_source_mapping.notify : m.function_response_types == toset(["ReportBatchItemFailures"]) && m.scaling_config[0].maximum_concurrency == 2 && m.maximum_batching_window_in_seconds == 5
    ])
    error_message = "Single messages can fail, few batches run at once, and alarms of a few seconds meet in one batch."
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.notify : queue.visibility_timeout_seconds >= 6 * 60 && jsondecode(queue.redrive_policy).maxReceiveCount * queue.visibility_timeout_seconds >= 12 * 3600])
    error_message = "An outage of twelve hours loses nothing."
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.notify : queue.message_retention_seconds > jsondecode(queue.redrive_policy).maxReceiveCount * queue.visibility_timeout_seconds])
    error_message = "Messages outlive their last try."
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.notify : 210 + (jsondecode(queue.redrive_policy).maxReceiveCount - 29 - 3) * queue.visibility_timeout_seconds >= 12 * 3600])
    error_message = "Holding a message back for two weeks leaves enough tries for an outage of twelve hours."
  }

  assert {
    condition     = toset(data.aws_iam_policy_document.notify.statement[0].resources) == toset([for queue in aws_sqs_queue.notify : queue.arn])
    error_message = "notify-lambda says of its own queues only when messages come back."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.watch["notify-on-call-waiting"].threshold == 900 && aws_cloudwatch_metric_alarm.watch["notify-ops-waiting"].threshold == 900 + 10 * 3600
    error_message = "What waits for the end of quiet hours (and an hour for the change to summer time) is no outage."
  }

  assert {
    condition     = alltrue([for s in aws_sns_topic_subscription.notify : s.protocol == "sqs" && s.raw_message_delivery != true && can(jsondecode(s.redrive_policy).deadLetterTargetArn)])
    error_message = "Envelopes with their subject; what SNS cannot deliver is kept."
  }

  assert {
    condition = alltrue(flatten([
      for channel in ["ops", "on-call"] : [contains(keys(aws_cloudwatch_metric_alarm.watch), "dead-${channel}-not-empty"), contains(keys(aws_cloudwatch_metric_alarm.watch), "notify-${channel}-waiting")]
    ]))
    error_message = "Dead letters and waiting messages of each channel are watched."
  }
}

run "without_a_digest_window" {
  variables {
    notify = { digest_window = 0 }
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.notify : queue.visibility_timeout_seconds == 365 && 210 + (jsondecode(queue.redrive_policy).maxReceiveCount - 29 - 3) * queue.visibility_timeout_seconds >= 12 * 3600])
    error_message = "The twelve hours do not depend on the window: notify-lambda counts on 365 s."
  }
}

run "with_the_widest_digest_window" {
  variables {
    notify = { digest_window = 60 }
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.notify : queue.visibility_timeout_seconds == 420 && jsondecode(queue.redrive_policy).maxReceiveCount == 150])
    error_message = "A function may use its time after the widest window; messages still do not come back early."
  }
}

run "without_charts" {
  assert {
    condition     = !anytrue([for s in data.aws_iam_policy_document.notify.statement : contains(s.actions, "cloudwatch:GetMetricWidgetImage")])
    error_message = "Nobody reads graphs where no channel shows charts."
  }
}

run "with_charts" {
  variables {
    config_dir = "./tests/fixtures/charts"
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.notify.statement : s.resources if contains(s.actions, "cloudwatch:GetMetricWidgetImage")]) == toset(["*"])
    error_message = "notify-lambda may draw where a channel shows charts."
  }
}

run "without_memory" {
  assert {
    condition     = length(aws_dynamodb_table.memory) == 0
    error_message = "A table is made when it is asked for."
  }
}

run "with_memory" {
  variables {
    notify = { memory = true }
  }

  assert {
    condition     = one(aws_dynamodb_table.memory).hash_key == "key" && one(one(aws_dynamodb_table.memory).ttl).attribute_name == "expires" && one(aws_dynamodb_table.memory).name == "tagwatch-prod-memory"
    error_message = "The table has the shape that notify-lambda writes."
  }

  assert {
    condition = one([
      for s in data.aws_iam_policy_document.notify.statement : s.resources if contains(s.actions, "dynamodb:PutItem")
    ]) == toset([one(aws_dynamodb_table.memory).arn])
    error_message = "notify-lambda writes into its own table only."
  }
}

run "without_emails" {
  assert {
    condition     = length(aws_sns_topic_subscription.email) == 0
    error_message = "Nobody gets mail of alarms unasked."
  }
}

run "with_emails" {
  variables {
    alarm_emails = ["jane@example.com", "oncall@example.com"]
  }

  assert {
    condition     = toset([for s in aws_sns_topic_subscription.email : s.endpoint]) == toset(["jane@example.com", "oncall@example.com"]) && alltrue([for s in aws_sns_topic_subscription.email : s.protocol == "email" && s.topic_arn == aws_sns_topic.this.arn])
    error_message = "Each address hears of alarms."
  }

  assert {
    condition     = alltrue([for s in aws_sns_topic_subscription.email : s.filter_policy == null])
    error_message = "What CloudWatch gives to e-mail is text: no filter on JSON would let it pass."
  }

  assert {
    condition     = [for s in aws_sns_topic_subscription.watch : s.endpoint] == ["operator@example.com"]
    error_message = "News of Tagwatch itself go to operators only."
  }
}

run "with_routes_by_tags" {
  variables {
    config_dir = "./tests/fixtures/routes"
  }

  assert {
    condition     = module.configuration.tag_routes == toset(["web"]) && anytrue([for s in data.aws_iam_policy_document.notify.statement : contains(s.actions, "ec2:DescribeInstances")])
    error_message = "A channel that hears of servers by their tags needs somebody who may look at them."
  }
}

run "without_names_of_servers" {
  variables {
    notify = { server_names = false }
  }

  assert {
    condition     = !anytrue([for s in data.aws_iam_policy_document.notify.statement : contains(s.actions, "ec2:DescribeInstances")])
    error_message = "Who does not want it looked up allows nothing."
  }
}

run "watched" {
  assert {
    condition = length(setsubtract([
      "uptime-errors", "alarms-errors", "notify-errors", "uptime-throttles", "alarms-throttles", "notify-throttles",
      "failed-uptime-not-empty", "failed-alarms-not-empty", "failed-notify-not-empty", "alarms-dead-not-empty",
      "alarms-waiting", "uptime-silent", "sync-silent", "uptime-blind", "uptime-dropped", "sync-backlog", "rejected-tags",
    ], keys(aws_cloudwatch_metric_alarm.watch))) == 0
    error_message = "Everything that can break is watched."
  }

  assert {
    condition     = local.watch_alarms["uptime-silent"].missing == "breaching" && local.watch_alarms["uptime-silent"].of * local.watch_alarms["uptime-silent"].period == 300
    error_message = "No run in five minutes is an alarm."
  }

  assert {
    condition     = local.watch_alarms["sync-silent"].missing == "breaching" && local.watch_alarms["sync-silent"].metric == "RunDuration" && local.watch_alarms["sync-silent"].of * local.watch_alarms["sync-silent"].period == 3 * 900
    error_message = "Three syncs missed is an alarm."
  }

  assert {
    condition     = one(aws_cloudwatch_metric_alarm.watch["sync-silent"].alarm_actions) == aws_sns_topic.watch.arn && length(aws_cloudwatch_metric_alarm.watch["sync-silent"].ok_actions) == 1
    error_message = "It is told by e-mail, its end too."
  }

  assert {
    condition     = local.watch_alarms["sync-backlog"].period == 900 && aws_cloudwatch_metric_alarm.watch["sync-backlog"].datapoints_to_alarm == 3
    error_message = "A backlog is told after several runs."
  }

  assert {
    condition = alltrue([
      for key, alarm in local.watch_alarms : alarm.topic == "watch" if endswith(key, "-errors") || endswith(key, "-throttles") || endswith(key, "-not-empty") || endswith(key, "-waiting") || endswith(key, "-silent")
    ])
    error_message = "What is about delivery does not go the way that may be broken."
  }
}

run "watched_at_other_rates" {
  variables {
    uptime = { rate = "rate(2 minutes)", shards = 3 }
    alarms = { rate = "rate(2 hours)", timeout = 900 }
  }

  expect_failures = [check.checks_are_probed_as_often_as_alarms_look]

  assert {
    condition     = local.watch_alarms["sync-backlog"].period == 7200 && local.watch_alarms["sync-silent"].period == 7200
    error_message = "Each period holds a sync: a shorter one would be empty between them, and nothing would ever be told."
  }

  assert {
    condition     = local.watch_alarms["uptime-silent"].threshold == 3 && local.watch_alarms["uptime-silent"].period == 120
    error_message = "One silent shard of three is silence for its checks."
  }

  assert {
    condition     = alltrue([for alarm in local.watch_alarms : alarm.period % 60 == 0 && alarm.period <= 86400 && alarm.period * alarm.of <= (alarm.period < 3600 ? 86400 : 604800)])
    error_message = "CloudWatch looks at a day, or at a week where periods are an hour or more."
  }
}

run "runs_longer_than_their_rate" {
  variables {
    alarms = { rate = "rate(1 minute)", timeout = 630 }
  }

  assert {
    condition     = local.watch_alarms["sync-silent"].period == 660
    error_message = "A long sync is not silence."
  }
}

run "no_other_topics" {
  assert {
    condition     = length(aws_sns_topic_subscription.other) == 0 && !contains(data.aws_iam_policy_document.key.statement[*].sid, "OtherTopicsFillQueues")
    error_message = "Nobody else fills the queues unless asked for."
  }
}

run "other_topics" {
  variables {
    other_topics = ["arn:aws:sns:eu-west-1:111122223333:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  assert {
    condition     = toset([for s in aws_sns_topic_subscription.other : s.topic_arn]) == toset(["arn:aws:sns:eu-west-1:111122223333:alarms"]) && length(aws_sns_topic_subscription.other) == 2
    error_message = "Every channel hears of a topic of this region and account; others cannot be subscribed to from here."
  }

  assert {
    condition = alltrue([
      for document in data.aws_iam_policy_document.notify_queue : length(setsubtract(var.other_topics, one(document.statement[0].condition).values)) == 0
    ])
    error_message = "Every topic may fill the queues and, where it cannot, the dead letters."
  }

  assert {
    condition     = toset(one(one([for s in data.aws_iam_policy_document.key.statement : s.condition if s.sid == "OtherTopicsFillQueues"])).values) == var.other_topics
    error_message = "The queues are encrypted: without the key nothing of another account arrives."
  }
}
