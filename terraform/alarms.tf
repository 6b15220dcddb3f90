# Keeps CloudWatch alarms as rules and tags want them. Everything that asks for it passes one FIFO queue with one message
# group, so there is one writer at a time.

locals {
  alarm_prefix = "tagwatch/${var.deployment}/"
  alarms_queue = "${local.name}-alarms.fifo"
  alarms_group = "alarms"
  alarms_tries = 3
  alarms_grace = 60 # seconds between the function's end and the next try

  alarms_seconds = tonumber(regex("[0-9]+", var.alarms.rate)) * (strcontains(var.alarms.rate, "hour") ? 3600 : 60)
}

resource "aws_sqs_queue" "alarms_dead" {
  name                              = "${local.name}-alarms-dead.fifo"
  fifo_queue                        = true
  message_retention_seconds         = 1209600
  kms_master_key_id                 = local.kms_key_arn
  kms_data_key_reuse_period_seconds = 3600
  tags                              = local.tags
}

# De-duplication by content: events differ by their id, scheduled runs by their time. A failed batch is tried again one
# minute after the function's timeout; the group waits so long, and the next scheduled run repairs what is given up.
resource "aws_sqs_queue" "alarms" {
  name                              = local.alarms_queue
  fifo_queue                        = true
  content_based_deduplication       = true
  visibility_timeout_seconds        = var.alarms.timeout + local.alarms_grace
  message_retention_seconds         = 86400
  kms_master_key_id                 = local.kms_key_arn
  kms_data_key_reuse_period_seconds = 3600
  tags                              = local.tags

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.alarms_dead.arn
    maxReceiveCount     = local.alarms_tries
  })
}

data "aws_iam_policy_document" "alarms_queue" {
  statement {
    sid       = "RulesSendEvents"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [for rule in aws_cloudwatch_event_rule.servers : rule.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "alarms" {
  queue_url = aws_sqs_queue.alarms.id
  policy    = data.aws_iam_policy_document.alarms_queue.json
}

# Events that no queue took.
data "aws_iam_policy_document" "alarms_failed" {
  statement {
    sid       = "RulesKeepWhatTheyCannotDeliver"
    actions   = ["sqs:SendMessage"]
    resources = ["arn:${local.partition}:sqs:${local.region}:${local.account}:${local.name}-failed-alarms"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [for rule in aws_cloudwatch_event_rule.servers : rule.arn]
    }
  }
}

data "aws_iam_policy_document" "alarms" {
  #checkov:skip=CKV_AWS_356:PutCompositeAlarm and DescribeAlarms want no narrower scope (their API references), the others know no resources
  statement {
    sid       = "FindServers"
    actions   = ["ec2:DescribeInstances"]
    resources = ["*"] # the action knows no resources
  }

  statement {
    sid       = "FindSeries"
    actions   = ["cloudwatch:ListMetrics"]
    resources = ["*"] # the action knows no resources
  }

  statement {
    sid       = "ReadAlarms"
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["*"] # it lists by prefix, and tells of composite alarms only where its permission has no narrower scope
  }

  statement {
    sid       = "WriteOwnAlarms"
    actions   = ["cloudwatch:PutMetricAlarm", "cloudwatch:SetAlarmState", "cloudwatch:DeleteAlarms"]
    resources = ["arn:${local.partition}:cloudwatch:${local.region}:${local.account}:alarm:${local.alarm_prefix}*"]
  }

  # Whoever makes the account's first alarm with an EC2 action makes the role with which CloudWatch carries it out.
  dynamic "statement" {
    for_each = module.configuration.ec2_actions ? ["LetAlarmsActOnServers"] : []

    content {
      sid       = statement.value
      actions   = ["iam:CreateServiceLinkedRole"]
      resources = ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents"]

      condition {
        test     = "StringEquals"
        variable = "iam:AWSServiceName"
        values   = ["events.amazonaws.com"]
      }
    }
  }

  # Only when alarms.yaml has composites: the action wants a permission of no narrower scope (API reference of
  # PutCompositeAlarm).
  dynamic "statement" {
    for_each = module.configuration.composites ? ["WriteCompositeAlarms"] : []

    content {
      sid       = statement.value
      actions   = ["cloudwatch:PutCompositeAlarm"]
      resources = ["*"]
    }
  }

  # Only when alarms.yaml lists other regions or accounts: exactly their roles.
  dynamic "statement" {
    for_each = length(module.configuration.roles) > 0 ? ["TakeRolesElsewhere"] : []

    content {
      sid       = statement.value
      actions   = ["sts:AssumeRole"]
      resources = module.configuration.roles
    }
  }

  statement {
    sid       = "TellOfRejectedTags"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this.arn]
  }

  statement {
    sid       = "UseTheTopicsKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [local.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["sns.${local.region}.${local.dns_suffix}"]
    }
  }

  statement {
    sid       = "AskForFirstRun"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.alarms.arn]
  }

  # Only when alarms.yaml asks for it: the one tag that tells of mistakes in the others. Without a key in the request
  # DeleteTags would take all tags, so there must be one.
  dynamic "statement" {
    for_each = module.configuration.status_tag ? ["WriteStatusTag"] : []

    content {
      sid       = statement.value
      actions   = ["ec2:CreateTags", "ec2:DeleteTags"]
      resources = ["arn:${local.partition}:ec2:${local.region}:${local.account}:instance/*"]

      condition {
        test     = "ForAllValues:StringEquals"
        variable = "aws:TagKeys"
        values   = ["tagwatch:status"]
      }

      condition {
        test     = "Null"
        variable = "aws:TagKeys"
        values   = ["false"]
      }
    }
  }

  statement {
    sid       = "PublishSync"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"] # the action knows no resources

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = ["${var.namespace}/Sync"]
    }
  }
}

module "alarms" {
  source = "./modules/java-lambda"

  name        = "${local.name}-alarms"
  description = "Keeps the alarms of servers and checks"
  handler     = "io.tagwatch.alarms.AlarmsHandler"
  filename    = local.packages.alarms
  layers      = [aws_lambda_layer_version.configuration.arn]
  environment = merge(local.environment, local.state_environment, {
    TAGWATCH_TOPIC_ARN = aws_sns_topic.this.arn
    TAGWATCH_QUEUE_URL = aws_sqs_queue.alarms.id # where the first run waits its turn, so that apply need not
  })

  architecture = var.architecture
  memory_size  = var.alarms.memory_size
  timeout      = var.alarms.timeout
  snap_start   = var.snap_start

  dead_letter_queue_name = "${local.name}-failed-alarms"
  queue_kms_key_arn      = local.kms_key_arn
  queue_policy           = { json = data.aws_iam_policy_document.alarms_failed.json }
  consumes               = { alarms = aws_sqs_queue.alarms.arn }
  log_retention_days     = var.log_retention_days
  log_kms_key_arn        = var.log_kms_key_arn
  tags                   = local.tags

  policy_documents = [data.aws_iam_policy_document.alarms.json, data.aws_iam_policy_document.state_of_alarms.json]
}

# Asks for the first reconciliation when the deployment is made, and removes its alarms when it is destroyed. Triggers
# depend on this, so that they go first and nobody makes alarms again; the function and its rights go afterwards.
# The input never changes: a change of the files is picked up by the next scheduled run.
resource "aws_lambda_invocation" "alarms" {
  function_name   = module.alarms.function_name
  qualifier       = module.alarms.alias_name
  input           = jsonencode({ deployment = var.deployment })
  lifecycle_scope = "CRUD"

  # Probes first: an alarm that takes missing data for a failure would fire before the first measurement.
  depends_on = [module.alarms, aws_sqs_queue_policy.alarms, aws_sns_topic_policy.this, aws_scheduler_schedule.uptime]
}
