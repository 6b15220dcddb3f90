# What one function leaves for another: a small private bucket.

locals {
  # Names of buckets are global: the account makes this one unique. With the longest name of a deployment (32 characters) it
  # stays below the 63 characters that a bucket's name may have.
  state_bucket   = lower("tagwatch-${replace(var.deployment, "/[^A-Za-z0-9-]/", "-")}-${local.account}")
  discovered_key = "checks/discovered.json"
  outcome_keys   = [for shard in range(1, var.uptime.shards + 1) : "uptime/outcomes-${shard}-of-${var.uptime.shards}.json"]
  state_environment = {
    TAGWATCH_STATE_BUCKET = local.state_bucket
    TAGWATCH_SHARDS       = tostring(var.uptime.shards)
  }
}

resource "aws_s3_bucket" "state" {
  #checkov:skip=CKV_AWS_18:an access log would be many times larger than what it is about
  #checkov:skip=CKV_AWS_21:functions write every object anew; an older version is worth nothing
  #checkov:skip=CKV_AWS_144:what functions leave for one another belongs to their region
  #checkov:skip=CKV_AWS_145:S3's own key, see below
  #checkov:skip=CKV2_AWS_62:nobody waits for these objects
  bucket        = local.state_bucket
  force_destroy = true # nothing in it that functions do not write anew
  tags          = local.tags
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket = aws_s3_bucket.state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# S3's own key: no secret is in these objects, and a call to KMS for each reading would cost more than the reading.
resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Reasons of checks and shards that are no more.
resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "leftovers"
    status = "Enabled"

    filter {
      prefix = "uptime/"
    }

    expiration {
      days = 90
    }
  }

  rule {
    id     = "unfinished"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}

data "aws_iam_policy_document" "state" {
  statement {
    sid       = "OnlyOverTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = data.aws_iam_policy_document.state.json

  depends_on = [aws_s3_bucket_public_access_block.state]
}

# Listing makes "no such key" of what would be "access denied".
data "aws_iam_policy_document" "state_of_uptime" {
  statement {
    sid       = "TellMissingFromDenied"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]
  }

  statement {
    sid       = "KeepReasons"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [for key in local.outcome_keys : "${aws_s3_bucket.state.arn}/${key}"]
  }

  statement {
    sid       = "ReadChecksOfTags"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.state.arn}/${local.discovered_key}"]
  }
}

data "aws_iam_policy_document" "state_of_alarms" {
  statement {
    sid       = "TellMissingFromDenied"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]
  }

  statement {
    sid       = "KeepChecksOfTags"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${aws_s3_bucket.state.arn}/${local.discovered_key}"]
  }
}

data "aws_iam_policy_document" "state_of_notify" {
  statement {
    sid       = "TellMissingFromDenied"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.state.arn]
  }

  statement {
    sid       = "ReadReasons"
    actions   = ["s3:GetObject"]
    resources = [for key in local.outcome_keys : "${aws_s3_bucket.state.arn}/${key}"]
  }
}
