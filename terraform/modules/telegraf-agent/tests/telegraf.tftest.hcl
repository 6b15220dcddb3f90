# Telegraf on instances with a tag.

mock_provider "aws" {
  source = "../../tests/aws"
}

variables {
  instance_tags = { Monitoring = ["tagwatch", "full"], Stage = ["prod"] }
  checksums     = { linux_amd64 = "0000000000000000000000000000000000000000000000000000000000000001" }
}

run "plain" {
  assert {
    condition     = aws_ssm_document.this.name == "tagwatch-telegraf" && aws_ssm_association.this.name == "tagwatch-telegraf" && aws_ssm_document.this.document_type == "Command"
    error_message = "Document and association have one name."
  }

  assert {
    condition     = { for target in aws_ssm_association.this.targets : target.key => target.values } == { "tag:Monitoring" = tolist(["tagwatch", "full"]), "tag:Stage" = tolist(["prod"]) }
    error_message = "Instances are chosen by all of the tags."
  }

  assert {
    condition     = [for step in jsondecode(aws_ssm_document.this.content).mainSteps : "${step.precondition.StringEquals[1]} ${step.action}"] == ["Linux aws:runShellScript", "Windows aws:runPowerShellScript"]
    error_message = "Each platform has its step."
  }

  assert {
    condition     = contains(jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.runCommand, "export CONFIGURATION='${filebase64("./files/telegraf.conf")}'") && contains(jsondecode(aws_ssm_document.this.content).mainSteps[1].inputs.runCommand, "$env:CONFIGURATION = '${filebase64("./files/telegraf-windows.conf")}'")
    error_message = "The shared files are what is installed."
  }

  assert {
    condition     = contains(jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.runCommand, "export REGION='eu-west-1'") && contains(jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.runCommand, "export NAMESPACE='Tagwatch/Host'")
    error_message = "Region and namespace are this deployment's."
  }

  assert {
    condition     = length(aws_ssm_document.this.content) < 65536
    error_message = "SSM takes documents of up to 64 KiB."
  }

  assert {
    condition     = !strcontains(aws_ssm_document.this.content, "{{")
    error_message = "SSM would read two braces as a parameter."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.this.statement : "${s.sid} ${join(" ", s.actions)}"]) == "SendHostMetrics cloudwatch:PutMetricData" && one(one(data.aws_iam_policy_document.this.statement).condition).values == tolist(["Tagwatch/Host"])
    error_message = "Telegraf may send metrics of its namespace, nothing else."
  }

  assert {
    condition     = length(aws_iam_role_policy.this) == 0
    error_message = "Without role names no role is changed."
  }
}

run "everything_chosen" {
  variables {
    name                = "web-telegraf"
    telegraf_version    = "1.38.0"
    checksums           = { linux_arm64 = "00000000000000000000000000000000000000000000000000000000000000aa", windows_amd64 = "00000000000000000000000000000000000000000000000000000000000000bb" }
    download_url        = "https://mirror.example.com/telegraf"
    namespace           = "Shop/Host"
    units               = ["nginx.service", "app@*.service"]
    windows_service     = "W3SVC"
    extra_configuration = { linux = "[[inputs.swap]]\n" }
    role_names          = ["web", "db"]
  }

  assert {
    condition = length(setsubtract([
      "export TELEGRAF_VERSION='1.38.0'",
      "export TELEGRAF_URL='https://mirror.example.com/telegraf'",
      "export SHA256_AMD64=''",
      "export SHA256_ARM64='00000000000000000000000000000000000000000000000000000000000000aa'",
      "export UNITS='app@*.service nginx.service'",
      "export EXTRA='${base64encode("[[inputs.swap]]\n")}'",
    ], jsondecode(aws_ssm_document.this.content).mainSteps[0].inputs.runCommand)) == 0
    error_message = "What is chosen reaches Linux."
  }

  assert {
    condition = length(setsubtract([
      "$env:SHA256_WINDOWS = '00000000000000000000000000000000000000000000000000000000000000bb'",
      "$env:WINDOWS_SERVICE = 'W3SVC'",
      "$env:NAMESPACE = 'Shop/Host'",
      "$env:EXTRA = ''",
    ], jsondecode(aws_ssm_document.this.content).mainSteps[1].inputs.runCommand)) == 0
    error_message = "What is chosen reaches Windows."
  }

  assert {
    condition     = toset([for policy in aws_iam_role_policy.this : policy.role]) == toset(["web", "db"]) && one(one(data.aws_iam_policy_document.this.statement).condition).values == tolist(["Shop/Host"])
    error_message = "The roles may send metrics of the chosen namespace."
  }
}

run "no_tags" {
  command = plan
  variables { instance_tags = {} }
  expect_failures = [var.instance_tags]
}

run "an_old_release" {
  command = plan
  variables { telegraf_version = "1.30.3" }
  expect_failures = [var.telegraf_version]
}

run "no_checksum" {
  command = plan
  variables { checksums = {} }
  expect_failures = [var.checksums]
}

run "a_checksum_cut_short" {
  command = plan
  variables { checksums = { linux_amd64 = "abc" } }
  expect_failures = [var.checksums]
}

run "an_unknown_platform" {
  command = plan
  variables { checksums = { linux_riscv = "0000000000000000000000000000000000000000000000000000000000000001" } }
  expect_failures = [var.checksums]
}

run "download_without_encryption" {
  command = plan
  variables { download_url = "http://mirror.example.com/telegraf" }
  expect_failures = [var.download_url]
}

run "a_namespace_of_aws" {
  command = plan
  variables { namespace = "AWS/Host" }
  expect_failures = [var.namespace]
}

run "a_unit_that_ends_the_quotes" {
  command = plan
  variables { units = ["nginx'; reboot #.service"] }
  expect_failures = [var.units]
}

run "a_unit_that_is_no_service" {
  command = plan
  variables { units = ["backup.timer"] }
  expect_failures = [var.units]
}

run "a_service_that_ends_the_quotes" {
  command = plan
  variables { windows_service = "W3SVC'" }
  expect_failures = [var.windows_service]
}

run "a_name_of_aws" {
  command = plan
  variables { name = "aws-telegraf" }
  expect_failures = [var.name]
}

run "a_bad_schedule" {
  command = plan
  variables { schedule = "daily" }
  expect_failures = [var.schedule]
}

run "bad_bounds" {
  command = plan
  variables {
    max_concurrency = "0"
    max_errors      = "lots"
  }
  expect_failures = [var.max_concurrency, var.max_errors]
}
