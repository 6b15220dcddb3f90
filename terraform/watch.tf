# Who watches the watcher. What is about delivery goes to a topic of its own that sends e-mail, since the usual way may be
# what is broken; what is about the servers' side (backlog, a blind monitor) goes to the channels. Of a rejected tag the channels
# are told by alarms-lambda, once and by name; that any is left over goes to the operators by e-mail.

resource "aws_sns_topic" "watch" {
  name              = "${local.name}-watch"
  display_name      = "Tagwatch ${var.deployment} itself"
  kms_master_key_id = local.kms_key_arn
  tags              = local.tags
}

data "aws_iam_policy_document" "watch" {
  statement {
    sid       = "AlarmsPublish"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.watch.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_policy" "watch" {
  arn    = aws_sns_topic.watch.arn
  policy = data.aws_iam_policy_document.watch.json
}

resource "aws_sns_topic_subscription" "watch" {
  for_each = var.operator_emails

  topic_arn = aws_sns_topic.watch.arn
  protocol  = "email"
  endpoint  = each.value
}

locals {
  functions = {
    uptime = module.uptime.function_name
    alarms = module.alarms.function_name
    notify = module.notify.function_name
  }

  # Where messages end that nobody could handle. Names, so that the dashboard is known before anything is made.
  dead_letter_queues = merge(
    { for name in ["uptime", "alarms", "notify"] : "failed-${name}" => "${local.name}-failed-${name}" },
    { for name in module.configuration.channel_names : "dead-${name}" => "${local.name}-dead-${name}" },
    { alarms-dead = "${local.name}-alarms-dead.fifo" },
  )

  # Where messages wait, and for how many seconds that is normal.
  waiting_queues = merge(
    { for name in module.configuration.channel_names : "notify-${name}" => { name = "${local.name}-notify-${name}", seconds = 900 + lookup(module.configuration.quiet_seconds, name, 0) } },
    { alarms = { name = local.alarms_queue, seconds = 3600 } },
  )

  uptime_namespace = "${var.namespace}/Uptime"
  sync_namespace   = "${var.namespace}/Sync"

  # Five minutes without a run, or five runs missed where they are rarer.
  silence_period = max(60, local.uptime_seconds)

  # How often a sync ends at the latest when all is well: runs follow one another, so a long one holds the next one up.
  sync_period = max(local.alarms_seconds, 60 * ceil(var.alarms.timeout / 60))

  # A new alarm goes to OK as well, and would greet a new deployment with a message for each. Only where the end is news.
  told_when_over = ["uptime-silent", "sync-silent", "uptime-blind", "rejected-tags"]

  watch_alarms = merge(
    {
      for key, name in local.functions : "${key}-errors" => {
        description = "${name} failed. Read its log group /aws/lambda/${name}."
        namespace   = "AWS/Lambda", metric = "Errors", dimensions = { FunctionName = name }
        statistic   = "Sum", comparison = ">=", threshold = 1, period = 300, of = 1, missing = "notBreaching", topic = "watch", severity = "critical"
      }
    },
    {
      for key, name in local.functions : "${key}-throttles" => {
        description = "${name} was not let run: the account's concurrency is used up."
        namespace   = "AWS/Lambda", metric = "Throttles", dimensions = { FunctionName = name }
        statistic   = "Sum", comparison = ">=", threshold = 1, period = 300, of = 2, missing = "notBreaching", topic = "watch", severity = "critical"
      }
    },
    {
      for key, name in local.dead_letter_queues : "${key}-not-empty" => {
        description = "Messages in ${name} were given up. See docs/operations.md, \"Redrive a dead-letter queue\"."
        namespace   = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = name }
        statistic   = "Maximum", comparison = ">=", threshold = 1, period = 300, of = 1, missing = "notBreaching", topic = "watch", severity = "critical"
      }
    },
    {
      for key, queue in local.waiting_queues : "${key}-waiting" => {
        description = "The oldest message in ${queue.name} waits for more than ${queue.seconds / 60} minutes: its reader is down or refused."
        namespace   = "AWS/SQS", metric = "ApproximateAgeOfOldestMessage", dimensions = { QueueName = queue.name }
        statistic   = "Maximum", comparison = ">", threshold = queue.seconds, period = 300, of = 1, missing = "notBreaching", topic = "watch", severity = "critical"
      }
    },
    {
      uptime-silent = {
        description = "${var.uptime.shards == 1 ? "No uptime run" : "Fewer than ${var.uptime.shards} uptime runs at a time"} in ${5 * local.silence_period / 60} minutes: nobody watches ${var.uptime.shards == 1 ? "the" : "some"} endpoints. Look at the schedule and at ${local.name}-uptime."
        namespace   = local.uptime_namespace, metric = "ChecksRun", dimensions = {}
        statistic   = "SampleCount", comparison = "<", threshold = var.uptime.shards, period = local.silence_period, of = 5, missing = "breaching", topic = "watch", severity = "critical"
      }
      sync-silent = {
        description = "No sync in ${3 * local.sync_period / 60} minutes: alarms follow neither rules nor tags. Look at the schedule, at the queue ${local.alarms_queue} and at ${local.name}-alarms."
        namespace   = local.sync_namespace, metric = "RunDuration", dimensions = {}
        statistic   = "SampleCount", comparison = "<", threshold = 1, period = local.sync_period, of = 3, missing = "breaching", topic = "watch", severity = "critical"
      }
      uptime-blind = {
        description = "The monitor cannot reach anything, not even its self_check: its own network is down."
        namespace   = local.uptime_namespace, metric = "Blind", dimensions = {}
        statistic   = "Maximum", comparison = ">=", threshold = 1, period = local.silence_period, of = 3, missing = "notBreaching", topic = "this", severity = "critical"
      }
      uptime-dropped = {
        description = "Checks were not probed for want of time: add shards or memory (variable uptime)."
        namespace   = local.uptime_namespace, metric = "ChecksDropped", dimensions = {}
        statistic   = "Maximum", comparison = ">=", threshold = 1, period = local.silence_period, of = 3, missing = "notBreaching", topic = "this", severity = "warning"
      }
      sync-backlog = {
        description = "Alarms wait to be written after several runs: raise limits.writes_per_second with the account's quota, or alarms.timeout."
        namespace   = local.sync_namespace, metric = "Backlog", dimensions = {}
        statistic   = "Minimum", comparison = ">", threshold = 0, period = local.sync_period, of = 4, to = 3, missing = "notBreaching", topic = "this", severity = "warning"
      }
      rejected-tags = {
        description = "Tags on instances cannot be read; those servers keep the rules' defaults. The log of ${local.name}-alarms names instance, key and column."
        namespace   = local.sync_namespace, metric = "RejectedTags", dimensions = {}
        statistic   = "Maximum", comparison = ">", threshold = 0, period = 60, of = 1, missing = "ignore", topic = "watch", severity = "warning"
      }
    },
  )
}

# The last line of the description is the marker by which notify-lambda knows the severity.
# Names with dashes: those with slashes, tagwatch/<deployment>/…, belong to alarms-lambda.
resource "aws_cloudwatch_metric_alarm" "watch" {
  for_each = local.watch_alarms

  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = "${each.value.description}\ntagwatch: deployment=${var.deployment} subject=tagwatch alarm=${each.key} severity=${each.value.severity}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  comparison_operator = { ">=" = "GreaterThanOrEqualToThreshold", ">" = "GreaterThanThreshold", "<" = "LessThanThreshold" }[each.value.comparison]
  threshold           = each.value.threshold
  period              = each.value.period
  evaluation_periods  = each.value.of
  datapoints_to_alarm = try(each.value.to, each.value.of)
  treat_missing_data  = each.value.missing
  alarm_actions       = [{ this = aws_sns_topic.this.arn, watch = aws_sns_topic.watch.arn }[each.value.topic]]
  ok_actions          = contains(local.told_when_over, each.key) ? [{ this = aws_sns_topic.this.arn, watch = aws_sns_topic.watch.arn }[each.value.topic]] : []
  tags                = local.tags

  # After what they watch, so that silence is not told before the first run could end; and they go first.
  depends_on = [aws_scheduler_schedule.uptime, aws_scheduler_schedule.alarms, aws_lambda_event_source_mapping.alarms]
}

locals {
  dashboard_rows = [
    [
      {
        title   = "Checks", view = "timeSeries", stat = "Maximum"
        metrics = [[local.uptime_namespace, "ChecksRun"], [local.uptime_namespace, "ChecksDown"], [local.uptime_namespace, "ChecksDropped"], [local.uptime_namespace, "Blind"]]
      },
      {
        title   = "Alarms kept", view = "timeSeries", stat = "Maximum"
        metrics = [for metric in ["Servers", "AlarmsDesired", "AlarmsCreated", "AlarmsUpdated", "AlarmsDeleted"] : [local.sync_namespace, metric]]
      },
      {
        title   = "Needs a person", view = "timeSeries", stat = "Maximum"
        metrics = [for metric in ["RejectedTags", "AlarmsForeign", "Backlog"] : [local.sync_namespace, metric]]
      },
    ],
    [
      {
        title   = "Messages waiting for their channel", view = "timeSeries", stat = "Maximum"
        metrics = [for name in sort(module.configuration.channel_names) : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "${local.name}-notify-${name}"]]
      },
      {
        title   = "Age of the oldest message (s)", view = "timeSeries", stat = "Maximum"
        metrics = [for key, queue in local.waiting_queues : ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", queue.name]]
      },
      {
        title   = "Dead letters", view = "timeSeries", stat = "Maximum"
        metrics = [for key, name in local.dead_letter_queues : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", name]]
      },
    ],
    [
      {
        title   = "Function errors", view = "timeSeries", stat = "Sum"
        metrics = [for name in values(local.functions) : ["AWS/Lambda", "Errors", "FunctionName", name]]
      },
      {
        title   = "Function duration (ms)", view = "timeSeries", stat = "p95"
        metrics = [for name in values(local.functions) : ["AWS/Lambda", "Duration", "FunctionName", name]]
      },
      {
        title   = "Duration of a run of all probes, of a sync (ms)", view = "timeSeries", stat = "p95"
        metrics = [[local.uptime_namespace, "RunDuration"], [local.sync_namespace, "RunDuration"]]
      },
    ],
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.name

  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type = "alarm", x = 0, y = 0, width = 24, height = 3
        properties = {
          title  = "Tagwatch ${var.deployment} itself"
          alarms = [for key in sort(keys(local.watch_alarms)) : "arn:${local.partition}:cloudwatch:${local.region}:${local.account}:alarm:${local.name}-${key}"]
        }
      }],
      flatten([
        for row, widgets in local.dashboard_rows : [
          for column, widget in widgets : {
            type       = "metric", x = 8 * column, y = 3 + 6 * row, width = 8, height = 6
            properties = merge(widget, { region = local.region, period = 300 })
          }
        ]
      ]),
    )
  })
}
