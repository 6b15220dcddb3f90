data "aws_partition" "this" {}
data "aws_region" "this" {}
data "aws_caller_identity" "this" {}

locals {
  dead_letter_queue_name = coalesce(var.dead_letter_queue_name, "${var.name}-failed")
  function_arn           = "arn:${data.aws_partition.this.partition}:lambda:${data.aws_region.this.region}:${data.aws_caller_identity.this.account_id}:function:${var.name}"
}

# Explicit, so that it has a retention and goes away with the rest.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
  tags              = var.tags
}

# What nobody waits for and failed for good.
resource "aws_sqs_queue" "failed" {
  name                              = local.dead_letter_queue_name
  message_retention_seconds         = 1209600 # the most that SQS keeps: 14 days
  kms_master_key_id                 = var.queue_kms_key_arn
  kms_data_key_reuse_period_seconds = 3600
  tags                              = var.tags
}

resource "aws_sqs_queue_policy" "failed" {
  count = var.queue_policy == null ? 0 : 1

  queue_url = aws_sqs_queue.failed.id
  policy    = var.queue_policy.json
}

resource "aws_lambda_function" "this" {
  function_name    = var.name
  description      = var.description
  role             = aws_iam_role.this.arn
  runtime          = "java25"
  architectures    = [var.architecture]
  handler          = var.handler
  filename         = var.filename
  source_code_hash = filebase64sha256(var.filename)
  layers           = var.layers
  memory_size      = var.memory_size
  timeout          = var.timeout
  publish          = var.snap_start
  tags             = var.tags

  environment {
    variables = var.environment
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }

  # Text: the function writes JSON lines itself.
  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  dynamic "snap_start" {
    for_each = var.snap_start ? ["PublishedVersions"] : []

    content {
      apply_on = snap_start.value
    }
  }

  dynamic "vpc_config" {
    for_each = var.vpc == null ? [] : [var.vpc]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = vpc_config.value.security_group_ids
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

# What everybody calls, so that callers need not change when versions are published.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = var.snap_start ? "The newest published version" : "The newest code"
  function_name    = aws_lambda_function.this.function_name
  function_version = var.snap_start ? aws_lambda_function.this.version : "$LATEST"
}

resource "aws_lambda_function_event_invoke_config" "live" {
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_event_age_in_seconds = var.maximum_event_age
  maximum_retry_attempts       = var.maximum_retry_attempts
}

resource "aws_lambda_permission" "this" {
  for_each = var.invokers

  statement_id   = each.key
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.this.function_name
  qualifier      = aws_lambda_alias.live.name
  principal      = each.value.principal
  source_arn     = each.value.source_arn
  source_account = data.aws_caller_identity.this.account_id
}
