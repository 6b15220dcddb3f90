# Probes the endpoints of checks.yaml and publishes metrics.

locals {
  uptime_number  = tonumber(regex("[0-9]+", var.uptime.rate))
  uptime_seconds = local.uptime_number * (strcontains(var.uptime.rate, "hour") ? 3600 : 60)

  # The first compiler only, also where Lambda would take both (SnapStart): an environment ends before the second has
  # paid for itself. A quarter of the memory for young objects from the start: else a thousand TLS connections outgrow the
  # function before the heap is ever cleaned. The package brings native cryptography, which is loaded on purpose.
  # Measured in docs/benchmarks.md.
  uptime_young = floor(var.uptime.memory_size / 4)
  uptime_jvm   = "-XX:TieredStopAtLevel=1 -Xmn${local.uptime_young}m --enable-native-access=ALL-UNNAMED"
}

data "aws_iam_policy_document" "uptime" {
  statement {
    sid       = "PublishUptime"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"] # the action knows no resources

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = ["${var.namespace}/Uptime"]
    }
  }
}

module "uptime" {
  source = "./modules/java-lambda"

  name        = "${local.name}-uptime"
  description = "Probes the endpoints of checks.yaml"
  handler     = "io.tagwatch.uptime.UptimeHandler"
  filename    = local.packages.uptime
  layers      = [aws_lambda_layer_version.configuration.arn]
  environment = merge(local.environment, local.state_environment, { JAVA_TOOL_OPTIONS = local.uptime_jvm })

  architecture = var.architecture
  memory_size  = var.uptime.memory_size
  timeout      = 55 # ends before the next minute begins
  snap_start   = var.snap_start
  vpc          = var.uptime.vpc

  # A run that comes late would measure another minute than the one it is meant for.
  maximum_retry_attempts = 0
  maximum_event_age      = 60

  dead_letter_queue_name = "${local.name}-failed-uptime"
  queue_kms_key_arn      = local.kms_key_arn
  log_retention_days     = var.log_retention_days
  log_kms_key_arn        = var.log_kms_key_arn
  tags                   = local.tags

  policy_documents = concat(
    [data.aws_iam_policy_document.uptime.json, data.aws_iam_policy_document.state_of_uptime.json],
    [for document in [lookup(data.aws_iam_policy_document.secrets, "checks", null)] : document.json if document != null],
  )
}

resource "aws_scheduler_schedule_group" "this" {
  name = local.name
  tags = local.tags
}

resource "aws_scheduler_schedule" "uptime" {
  count = var.uptime.shards

  name                = "${local.name}-uptime-${count.index + 1}-of-${var.uptime.shards}"
  description         = "Probes ${var.uptime.shards == 1 ? "all checks" : "share ${count.index + 1} of ${var.uptime.shards} of the checks"}"
  group_name          = aws_scheduler_schedule_group.this.name
  schedule_expression = var.uptime.rate

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = module.uptime.alias_arn
    role_arn = aws_iam_role.scheduler.arn

    # Not jsonencode: it would escape the angle brackets of the placeholder that EventBridge Scheduler fills.
    input = "{\"time\":\"<aws.scheduler.scheduled-time>\",\"shard\":\"${count.index + 1}/${var.uptime.shards}\"}"

    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 60
    }

    # A run that could not be started at all is told by the alarm on this queue.
    dead_letter_config {
      arn = module.uptime.dead_letter_queue.arn
    }
  }

  depends_on = [aws_iam_role_policy.scheduler]
}

# What EventBridge Scheduler does with this role: start uptime-lambda, ask for a reconciliation.
data "aws_iam_policy_document" "scheduler_trust" {
  statement {
    sid     = "SchedulesOfThisDeployment"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:scheduler:${local.region}:${local.account}:schedule-group/${local.name}"]
    }
  }
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    sid       = "StartUptime"
    actions   = ["lambda:InvokeFunction"]
    resources = [module.uptime.alias_arn]
  }

  statement {
    sid       = "AskForReconciliation"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.alarms.arn]
  }

  statement {
    sid       = "KeepWhatCannotStart"
    actions   = ["sqs:SendMessage"]
    resources = [module.uptime.dead_letter_queue.arn, module.alarms.dead_letter_queue.arn]
  }

  statement {
    sid       = "UseKeyOfQueue"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [local.kms_key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["sqs.${local.region}.${local.dns_suffix}"]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name               = "${local.name}-scheduler"
  description        = "What the schedules of the Tagwatch deployment ${var.deployment} may do"
  assume_role_policy = data.aws_iam_policy_document.scheduler_trust.json
  tags               = local.tags
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "schedules"
  role   = aws_iam_role.scheduler.id
  policy = data.aws_iam_policy_document.scheduler.json
}
