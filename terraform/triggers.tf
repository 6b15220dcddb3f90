# What makes alarms-lambda run. All of it depends on the invocation in alarms.tf, see there.

locals {
  # Keys of tags that change what a server's alarms are: Tagwatch's own (all begin so), the name that messages show, and
  # what profiles match on.
  watched_tags = concat([{ prefix = "tagwatch" }], distinct(concat(["Name"], module.configuration.profile_tags)))

  server_events = {
    states = {
      description = "Servers that come and go"
      pattern = {
        source      = ["aws.ec2"]
        detail-type = ["EC2 Instance State-change Notification"]
        detail      = { state = ["running", "stopped", "shutting-down", "terminated"] }
      }
    }
    tags = {
      description = "Tags that say which alarms a server has"
      pattern = {
        source      = ["aws.tag"]
        detail-type = ["Tag Change on Resource"]
        detail = {
          service          = ["ec2"]
          resource-type    = ["instance"]
          changed-tag-keys = local.watched_tags
        }
      }
    }
  }
}

resource "aws_cloudwatch_event_rule" "servers" {
  for_each = local.server_events

  name          = "${local.name}-server-${each.key}"
  description   = each.value.description
  event_pattern = jsonencode(each.value.pattern)
  tags          = local.tags
}

resource "aws_cloudwatch_event_target" "servers" {
  for_each = local.server_events

  rule      = aws_cloudwatch_event_rule.servers[each.key].name
  target_id = "alarms"
  arn       = aws_sqs_queue.alarms.arn

  sqs_target {
    message_group_id = local.alarms_group
  }

  dead_letter_config {
    arn = module.alarms.dead_letter_queue.arn
  }

  depends_on = [aws_lambda_invocation.alarms, aws_sqs_queue_policy.alarms]
}

resource "aws_scheduler_schedule" "alarms" {
  name                = "${local.name}-alarms"
  description         = "Compares all alarms with rules and tags"
  group_name          = aws_scheduler_schedule_group.this.name
  schedule_expression = var.alarms.rate

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sqs_queue.alarms.arn
    role_arn = aws_iam_role.scheduler.arn

    # The time makes each message another one; the queue would otherwise drop what repeats within five minutes.
    # Not jsonencode: it would escape the angle brackets of the placeholder.
    input = "{\"action\":\"reconcile\",\"time\":\"<aws.scheduler.scheduled-time>\"}"

    sqs_parameters {
      message_group_id = local.alarms_group
    }

    retry_policy {
      maximum_retry_attempts       = 2
      maximum_event_age_in_seconds = 600
    }

    dead_letter_config {
      arn = module.alarms.dead_letter_queue.arn
    }
  }

  depends_on = [aws_lambda_invocation.alarms, aws_iam_role_policy.scheduler]
}

# Windows begin and end to the minute, in their own time zones, which no schedule of EventBridge can express for an end.
# So the function is asked each minute whether one does; it answers from its configuration, and calls AWS only then.
resource "aws_scheduler_schedule" "maintenance" {
  count = module.configuration.maintenance ? 1 : 0

  name                = "${local.name}-maintenance"
  description         = "Mutes and resumes alarms of checks as maintenance windows begin and end"
  group_name          = aws_scheduler_schedule_group.this.name
  schedule_expression = "rate(1 minute)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sqs_queue.alarms.arn
    role_arn = aws_iam_role.scheduler.arn
    input    = "{\"action\":\"tick\",\"time\":\"<aws.scheduler.scheduled-time>\"}"

    sqs_parameters {
      message_group_id = local.alarms_group
    }

    retry_policy {
      maximum_retry_attempts       = 2
      maximum_event_age_in_seconds = 600
    }

    dead_letter_config {
      arn = module.alarms.dead_letter_queue.arn
    }
  }

  depends_on = [aws_lambda_invocation.alarms, aws_iam_role_policy.scheduler]
}

resource "aws_lambda_event_source_mapping" "alarms" {
  event_source_arn        = aws_sqs_queue.alarms.arn
  function_name           = module.alarms.alias_arn
  batch_size              = 10 # the most that a FIFO queue gives
  function_response_types = ["ReportBatchItemFailures"]
  tags                    = local.tags

  depends_on = [aws_lambda_invocation.alarms]
}
