# Secrets by write-only arguments: Terraform sends them, and keeps only the version number.

locals {
  # Every parameter that a file refers to, with its slash.
  secret_parameters = toset([
    for name in flatten(values(module.configuration.parameters)) : "/${name}"
  ])

  # Who may read what, by file.
  parameter_arns = {
    for file, names in module.configuration.parameters : file => [
      for name in names : "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter/${name}"
    ]
  }
  secret_arns = {
    for file, names in module.configuration.secrets : file => [
      for name in names : startswith(name, "arn:") ? name : "arn:${local.partition}:secretsmanager:${local.region}:${local.account}:secret:${name}-??????"
    ]
  }

  # Files that refer to a parameter which Terraform writes, with the key of this deployment.
  files_with_own_secrets = [
    for file, names in module.configuration.parameters : file
    if anytrue([for name in keys(var.secret_versions) : contains(names, trimprefix("${module.configuration.parameter_path}/${name}", "/"))])
  ]
  secret_kms_key_arns = {
    for file in ["checks", "channels"] : file => concat(contains(local.files_with_own_secrets, file) ? [local.kms_key_arn] : [], var.secret_kms_key_arns)
  }
}

resource "aws_ssm_parameter" "secret" {
  for_each = var.secret_versions

  name             = "${module.configuration.parameter_path}/${each.key}"
  description      = "Stands for env:${each.key} in the files of the Tagwatch deployment ${var.deployment}"
  type             = "SecureString"
  key_id           = local.kms_key_arn
  value_wo         = var.secrets[each.key]
  value_wo_version = each.value
  tags             = local.tags
}

# One document for each file with references: uptime-lambda reads those of the checks, notify-lambda those of the channels.
data "aws_iam_policy_document" "secrets" {
  for_each = { for file in ["checks", "channels"] : file => file if length(local.parameter_arns[file]) + length(local.secret_arns[file]) > 0 }

  dynamic "statement" {
    for_each = length(local.parameter_arns[each.key]) > 0 ? [local.parameter_arns[each.key]] : []

    content {
      sid       = "ReadParametersOfFile"
      actions   = ["ssm:GetParameter"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(local.secret_arns[each.key]) > 0 ? [local.secret_arns[each.key]] : []

    content {
      sid       = "ReadSecretsOfFile"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(local.secret_kms_key_arns[each.key]) > 0 ? [local.secret_kms_key_arns[each.key]] : []

    content {
      sid       = "DecryptSecrets"
      actions   = ["kms:Decrypt"]
      resources = statement.value

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values = concat(
          length(local.parameter_arns[each.key]) > 0 ? ["ssm.${local.region}.${local.dns_suffix}"] : [],
          length(local.secret_arns[each.key]) > 0 ? ["secretsmanager.${local.region}.${local.dns_suffix}"] : [],
        )
      }
    }
  }
}
