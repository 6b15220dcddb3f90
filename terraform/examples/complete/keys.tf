# A key for messages with the policy that the module asks for.
resource "aws_kms_key" "messages" {
  description             = "Tagwatch's messages and secrets"
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy                  = module.tagwatch.kms_key_policy
}

# A key for logs.
resource "aws_kms_key" "logs" {
  description             = "Tagwatch's logs"
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy                  = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" {
  #checkov:skip=CKV_AWS_109:a key's policy; the account must be able to administer it, or nobody can
  #checkov:skip=CKV_AWS_111:a key's policy; its resource is the key itself
  #checkov:skip=CKV_AWS_356:a key's policy; its resource is the key itself
  statement {
    sid       = "AccountAdministersTheKey"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root"]
    }
  }

  statement {
    sid       = "LogsEncrypt"
    actions   = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${data.aws_region.this.region}.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:${data.aws_partition.this.partition}:logs:${data.aws_region.this.region}:${data.aws_caller_identity.this.account_id}:log-group:/aws/lambda/tagwatch-complete-*"]
    }
  }
}
