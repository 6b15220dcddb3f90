# Names that functions, documents and other systems rely on.

mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  deployment      = "prod"
  secrets         = {}
  config_dir      = "./tests/fixtures/config"
  operator_emails = ["operator@example.com"]
  packages = {
    uptime = "./tests/fixtures/package.zip"
    alarms = "./tests/fixtures/package.zip"
    notify = "./tests/fixtures/package.zip"
  }
}

run "names" {
  assert {
    condition     = aws_sns_topic.this.name == "tagwatch-prod" && aws_sns_topic.watch.name == "tagwatch-prod-watch"
    error_message = "The topics are tagwatch-<deployment> and tagwatch-<deployment>-watch."
  }

  assert {
    condition     = { for name, queue in aws_sqs_queue.notify : name => queue.name } == { ops = "tagwatch-prod-notify-ops", on-call = "tagwatch-prod-notify-on-call" }
    error_message = "A channel's queue is tagwatch-<deployment>-notify-<channel>: notify-lambda finds the channel by it."
  }

  assert {
    condition     = aws_sqs_queue.alarms.name == "tagwatch-prod-alarms.fifo" && aws_sqs_queue.alarms_dead.name == "tagwatch-prod-alarms-dead.fifo"
    error_message = "One FIFO queue and its dead letters."
  }

  assert {
    condition     = [module.uptime.function_name, module.alarms.function_name, module.notify.function_name] == ["tagwatch-prod-uptime", "tagwatch-prod-alarms", "tagwatch-prod-notify"]
    error_message = "Functions are tagwatch-<deployment>-<function>."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.watch : startswith(alarm.alarm_name, "tagwatch-prod-")])
    error_message = "Names that begin with tagwatch/<deployment>/ belong to alarms-lambda."
  }

  assert {
    condition     = strcontains(local.uptime_jvm, "-XX:TieredStopAtLevel=1") && strcontains(local.uptime_jvm, "-Xmn128m") && strcontains(local.uptime_jvm, "--enable-native-access=ALL-UNNAMED")
    error_message = "The compiler and the native access that the prober was measured with."
  }

  assert {
    condition     = local.environment == { TAGWATCH_CONFIG_DIR = "/opt/tagwatch", TAGWATCH_DEPLOYMENT = "prod", TAGWATCH_NAMESPACE = "Tagwatch" }
    error_message = "The environment that functions read."
  }

  assert {
    condition     = output.dashboard_url == "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/tagwatch-prod"
    error_message = "The link opens the dashboard."
  }

  assert {
    condition     = tolist(output.secret_parameters) == tolist(["/tagwatch/prod/API_TOKEN", "/tagwatch/prod/SLACK_WEBHOOK"])
    error_message = "References to the environment become parameters of the deployment."
  }
}

run "tags_and_names_of_another_deployment" {
  variables {
    deployment = "test_2"
    tags       = { CostCenter = "42" }
  }

  assert {
    condition     = aws_sns_topic.this.name == "tagwatch-test_2" && aws_sns_topic.this.tags == tomap({ Application = "Tagwatch", Deployment = "test_2", CostCenter = "42" })
    error_message = "Two deployments share no names; own tags are added."
  }
}
