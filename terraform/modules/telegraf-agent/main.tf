data "aws_region" "this" {}

# The document carries both scripts; each runs where its platform is. Values are set before the script, so that the scripts
# stay plain files. What a person may write freely travels in base64.
locals {
  common = {
    TELEGRAF_VERSION = var.telegraf_version
    TELEGRAF_URL     = var.download_url
    REGION           = data.aws_region.this.region
    NAMESPACE        = var.namespace
  }

  linux = merge(local.common, {
    SHA256_AMD64       = lookup(var.checksums, "linux_amd64", "")
    SHA256_ARM64       = lookup(var.checksums, "linux_arm64", "")
    UNITS              = join(" ", sort(var.units))
    CONFIGURATION      = filebase64("${path.module}/files/telegraf.conf")
    EXTRA              = base64encode(var.extra_configuration.linux)
    SERVICE            = filebase64("${path.module}/files/telegraf.service")
    INSTANCE_ID_SCRIPT = filebase64("${path.module}/files/instance-id")
  })

  windows = merge(local.common, {
    SHA256_WINDOWS  = lookup(var.checksums, "windows_amd64", "")
    WINDOWS_SERVICE = var.windows_service
    CONFIGURATION   = filebase64("${path.module}/files/telegraf-windows.conf")
    EXTRA           = base64encode(var.extra_configuration.windows)
  })
}

resource "aws_ssm_document" "this" {
  name            = var.name
  document_type   = "Command"
  document_format = "JSON"
  target_type     = "/AWS::EC2::Instance"
  tags            = var.tags

  content = jsonencode({
    schemaVersion = "2.2"
    description   = "Telegraf ${var.telegraf_version}, configured for Tagwatch"
    mainSteps = [
      {
        name         = "Linux"
        action       = "aws:runShellScript"
        precondition = { StringEquals = ["platformType", "Linux"] }
        inputs = {
          timeoutSeconds = "600"
          runCommand     = concat([for key, value in local.linux : "export ${key}='${value}'"], split("\n", file("${path.module}/files/install.sh")))
        }
      },
      {
        name         = "Windows"
        action       = "aws:runPowerShellScript"
        precondition = { StringEquals = ["platformType", "Windows"] }
        inputs = {
          timeoutSeconds = "600"
          runCommand     = concat([for key, value in local.windows : "$env:${key} = '${value}'"], split("\n", file("${path.module}/files/install.ps1")))
        }
      },
    ]
  })
}

resource "aws_ssm_association" "this" {
  name                = aws_ssm_document.this.name
  association_name    = var.name
  schedule_expression = var.schedule
  max_concurrency     = var.max_concurrency
  max_errors          = var.max_errors
  tags                = var.tags

  dynamic "targets" {
    for_each = var.instance_tags

    content {
      key    = "tag:${targets.key}"
      values = targets.value
    }
  }
}

# All that Telegraf may do. PutMetricData has no resource, the namespace bounds it.
data "aws_iam_policy_document" "this" {
  statement {
    sid       = "SendHostMetrics"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = [var.namespace]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  for_each = var.role_names

  name   = var.name
  role   = each.value
  policy = data.aws_iam_policy_document.this.json
}
