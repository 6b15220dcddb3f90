# From the topic to the channels: a queue for each, so that one that is down keeps only its own messages waiting.

resource "aws_sns_topic" "this" {
  name              = local.name
  display_name      = "Tagwatch ${var.deployment}"
  kms_master_key_id = local.kms_key_arn
  tags              = local.tags
}

# EventBridge sends nothing along that a topic's policy could look at (EventBridge user guide, "Amazon SNS permissions"): with
# a condition that must hold nothing would arrive. If it does name an account, it must be this one.
data "aws_iam_policy_document" "topic" {
  dynamic "statement" {
    for_each = {
      AlarmsPublish        = "cloudwatch.amazonaws.com"
      RulesPublish         = "events.amazonaws.com"
      BudgetsPublish       = "budgets.amazonaws.com"
      CostAnomaliesPublish = "costalerts.amazonaws.com"
    }

    content {
      sid       = statement.key
      actions   = ["sns:Publish"]
      resources = [aws_sns_topic.this.arn]

      principals {
        type        = "Service"
        identifiers = [statement.value]
      }

      condition {
        test     = statement.key == "RulesPublish" ? "StringEqualsIfExists" : "StringEquals"
        variable = "aws:SourceAccount"
        values   = [local.account]
      }
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  arn    = aws_sns_topic.this.arn
  policy = data.aws_iam_policy_document.topic.json
}

locals {
  notify_timeout = 60

  # A message that a channel does not take is tried again every six minutes (AWS advises six times the function's timeout
  # for a queue's visibility, and a batch's window besides), at its first three returns sooner if the service says so
  # (30 + 60 + 120 s). The visibility is never below the 365 s that notify-lambda itself asks for from the fourth return on,
  # so 121 receives last for 12 hours of outage whatever the window: 210 s + 118 x 365 s. The other 29 are for what quiet hours
  # hold back, twelve hours each. Then it goes to the dead-letter queue. Short outages are met inside the function, long ones
  # are told by the age of the oldest message. docs/operations.md has the sum, a test of notify-lambda adds it up.
  notify_least_window = 5
  notify_visibility   = 6 * local.notify_timeout + max(local.notify_least_window, var.notify.digest_window)
  notify_outage_tries = 121
  notify_quiet_tries  = 29
  notify_tries        = local.notify_outage_tries + local.notify_quiet_tries
}

resource "aws_sqs_queue" "dead" {
  for_each = module.configuration.channel_names

  name                              = "${local.name}-dead-${each.key}"
  message_retention_seconds         = 1209600
  kms_master_key_id                 = local.kms_key_arn
  kms_data_key_reuse_period_seconds = 3600
  tags                              = merge(local.tags, { Channel = each.key })
}

resource "aws_sqs_queue" "notify" {
  for_each = module.configuration.channel_names

  name                              = "${local.name}-notify-${each.key}"
  visibility_timeout_seconds        = local.notify_visibility
  message_retention_seconds         = 1209600
  kms_master_key_id                 = local.kms_key_arn
  kms_data_key_reuse_period_seconds = 3600
  tags                              = merge(local.tags, { Channel = each.key })

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn
    maxReceiveCount     = local.notify_tries
  })
}

data "aws_iam_policy_document" "notify_queue" {
  for_each = {
    for pair in setproduct(["notify", "dead"], module.configuration.channel_names) : "${pair[0]}-${pair[1]}" => { kind = pair[0], channel = pair[1] }
  }

  statement {
    sid       = "TopicSends"
    actions   = ["sqs:SendMessage"]
    resources = [each.value.kind == "notify" ? aws_sqs_queue.notify[each.value.channel].arn : aws_sqs_queue.dead[each.value.channel].arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = concat([aws_sns_topic.this.arn], tolist(var.other_topics))
    }
  }
}

resource "aws_sqs_queue_policy" "notify" {
  for_each = module.configuration.channel_names

  queue_url = aws_sqs_queue.notify[each.key].id
  policy    = data.aws_iam_policy_document.notify_queue["notify-${each.key}"].json
}

resource "aws_sqs_queue_policy" "dead" {
  for_each = module.configuration.channel_names

  queue_url = aws_sqs_queue.dead[each.key].id
  policy    = data.aws_iam_policy_document.notify_queue["dead-${each.key}"].json
}

# Not raw: the envelope carries the subject, which messages of some services need. What SNS cannot put into the queue goes
# to the dead letters too.
resource "aws_sns_topic_subscription" "notify" {
  for_each = module.configuration.channel_names

  topic_arn      = aws_sns_topic.this.arn
  protocol       = "sqs"
  endpoint       = aws_sqs_queue.notify[each.key].arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn })

  depends_on = [aws_sqs_queue_policy.notify, aws_sqs_queue_policy.dead]
}

# Topics that were there before. Those of other regions and accounts are subscribed from there.
resource "aws_sns_topic_subscription" "other" {
  for_each = {
    for pair in setproduct(module.configuration.channel_names, [for topic in var.other_topics : topic if startswith(topic, "arn:${local.partition}:sns:${local.region}:${local.account}:")]) : "${pair[0]} ${pair[1]}" => { channel = pair[0], topic = pair[1] }
  }

  topic_arn      = each.value.topic
  protocol       = "sqs"
  endpoint       = aws_sqs_queue.notify[each.value.channel].arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead[each.value.channel].arn })

  depends_on = [aws_sqs_queue_policy.notify, aws_sqs_queue_policy.dead]
}

# Without a filter policy: SNS looks into JSON only, and what CloudWatch gives it for e-mail is text, of which nothing would match.
resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = each.value
}

data "aws_iam_policy_document" "notify" {
  #checkov:skip=CKV_AWS_356:DescribeInstances knows no resources
  statement {
    sid       = "HandMessagesBack"
    actions   = ["sqs:ChangeMessageVisibility"]
    resources = [for queue in aws_sqs_queue.notify : queue.arn]
  }

  dynamic "statement" {
    for_each = var.notify.server_names ? ["*"] : []

    content {
      sid       = "NameServers"
      actions   = ["ec2:DescribeInstances"]
      resources = [statement.value] # the action knows none narrower
    }
  }

  dynamic "statement" {
    for_each = var.notify.memory ? [aws_dynamodb_table.memory[0].arn] : []

    content {
      sid       = "RememberMessages"
      actions   = ["dynamodb:GetItem", "dynamodb:PutItem"]
      resources = [statement.value]
    }
  }

  # Only when a channel shows charts: the action knows neither resources nor conditions (Service Authorization Reference,
  # "Actions, resources, and condition keys for Amazon CloudWatch").
  dynamic "statement" {
    for_each = module.configuration.charts ? ["DrawCharts"] : []

    content {
      sid       = statement.value
      actions   = ["cloudwatch:GetMetricWidgetImage"]
      resources = ["*"]
    }
  }
}

# What the function's environments tell each other: what was posted, what is open, which thread it is told in. Losing it
# costs a thread or a duplicate, no message; it holds titles and names of alarms.
resource "aws_dynamodb_table" "memory" {
  #checkov:skip=CKV_AWS_28:nothing in it is worth a restore
  #checkov:skip=CKV_AWS_119:encrypted with DynamoDB's own key; a key of one's own would be asked for each message
  count = var.notify.memory ? 1 : 0

  name         = "${local.name}-memory"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "key"
  tags         = local.tags

  attribute {
    name = "key"
    type = "S"
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}

module "notify" {
  source = "./modules/java-lambda"

  name        = "${local.name}-notify"
  description = "Tells the channels"
  handler     = "io.tagwatch.notify.NotifyHandler"
  filename    = local.packages.notify
  layers      = [aws_lambda_layer_version.configuration.arn]
  environment = merge(
    local.environment,
    local.state_environment,
    var.notify.server_names ? {} : { TAGWATCH_SERVER_NAMES = "off" },
    var.notify.memory ? { TAGWATCH_TABLE = one(aws_dynamodb_table.memory[*].name) } : {},
  )

  architecture = var.architecture
  memory_size  = var.notify.memory_size
  timeout      = local.notify_timeout
  snap_start   = var.snap_start

  dead_letter_queue_name = "${local.name}-failed-notify"
  queue_kms_key_arn      = local.kms_key_arn
  queue_policy           = length(var.ec2_states) > 0 ? { json = one(data.aws_iam_policy_document.notify_failed[*].json) } : null
  consumes               = { for name, queue in aws_sqs_queue.notify : name => queue.arn }
  log_retention_days     = var.log_retention_days
  log_kms_key_arn        = var.log_kms_key_arn
  tags                   = local.tags

  policy_documents = concat(
    [data.aws_iam_policy_document.notify.json, data.aws_iam_policy_document.state_of_notify.json],
    [for document in [lookup(data.aws_iam_policy_document.secrets, "channels", null)] : document.json if document != null],
  )
}

resource "aws_lambda_event_source_mapping" "notify" {
  for_each = module.configuration.channel_names

  event_source_arn                   = aws_sqs_queue.notify[each.key].arn
  function_name                      = module.notify.alias_arn
  batch_size                         = 100
  maximum_batching_window_in_seconds = max(1, var.notify.digest_window) # batches above ten messages need a window
  function_response_types            = ["ReportBatchItemFailures"]
  tags                               = local.tags

  # Few at once, so that messages of a storm meet in one batch and chats are not flooded; two is the least there is.
  scaling_config {
    maximum_concurrency = 2
  }

  depends_on = [module.notify]
}

# EC2's own news, told to people.
resource "aws_cloudwatch_event_rule" "news" {
  count = length(var.ec2_states) > 0 ? 1 : 0

  name        = "${local.name}-ec2-news"
  description = "EC2 states that the channels are told"
  tags        = local.tags

  event_pattern = jsonencode({
    source      = ["aws.ec2"]
    detail-type = ["EC2 Instance State-change Notification"]
    detail      = { state = sort(var.ec2_states) }
  })
}

# News that the topic did not take.
data "aws_iam_policy_document" "notify_failed" {
  count = length(var.ec2_states) > 0 ? 1 : 0

  statement {
    sid       = "RulesKeepWhatTheyCannotDeliver"
    actions   = ["sqs:SendMessage"]
    resources = ["arn:${local.partition}:sqs:${local.region}:${local.account}:${local.name}-failed-notify"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudwatch_event_rule.news[0].arn]
    }
  }
}

# No role: for topics EventBridge uses the topic's policy.
resource "aws_cloudwatch_event_target" "news" {
  count = length(var.ec2_states) > 0 ? 1 : 0

  rule      = aws_cloudwatch_event_rule.news[0].name
  target_id = "topic"
  arn       = aws_sns_topic.this.arn

  dead_letter_config {
    arn = module.notify.dead_letter_queue.arn
  }

  depends_on = [aws_sns_topic_policy.this, module.notify]
}
