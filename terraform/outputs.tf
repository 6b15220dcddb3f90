locals {
  # Parameters that a person makes.
  outside_parameters = sort(setsubtract(local.secret_parameters, [for name in keys(var.secret_versions) : "${module.configuration.parameter_path}/${name}"]))

  # An example in the commands.
  first_channel = sort(module.configuration.channel_names)[0]

  # Where the console of a partition is.
  console = lookup({
    aws-cn     = "console.amazonaws.cn"
    aws-us-gov = "console.amazonaws-us-gov.com"
  }, local.partition, "console.aws.amazon.com")
}

output "topic_arn" {
  description = "Topic of the channels: give it to budgets, cost anomaly subscriptions and alarms of your own."
  value       = aws_sns_topic.this.arn

  depends_on = [aws_sns_topic_policy.this]
}

output "watch_topic_arn" {
  description = "Topic that tells by e-mail when Tagwatch itself is in trouble."
  value       = aws_sns_topic.watch.arn
}

output "dashboard_url" {
  description = "The deployment on one page."
  value       = "https://${local.region}.${local.console}/cloudwatch/home?region=${local.region}#dashboards/dashboard/${local.name}"
}

output "functions" {
  description = "Name, role and log group of each function."
  value = {
    for key, lambda in { uptime = module.uptime, alarms = module.alarms, notify = module.notify } : key => {
      name                      = lambda.function_name
      alias_arn                 = lambda.alias_arn
      role_name                 = lambda.role_name
      log_group                 = lambda.log_group_name
    }
  }
}

output "channel_queues" {
  description = "Queue and dead-letter queue of each channel: their URLs."
  value = {
    for name in module.configuration.channel_names : name => {
      queue        = aws_sqs_queue.notify[name].id
      dead_letters = aws_sqs_queue.dead[name].id
    }
  }
}

output "alarms_queue_url" {
  description = "The one queue through which alarms-lambda is asked."
  value       = aws_sqs_queue.alarms.id
}

output "secret_parameters" {
  description = "SSM parameters (SecureString) that the files refer to and that Terraform does not write: create them."
  value       = local.outside_parameters
}

# Each ends with a line break: Terraform shows such text as it is, and other text with its quotation marks escaped, which a shell
# would take for part of the values.
output "commands" {
  description = "What a person needs next, ready to paste."
  value = {
    for name, command in {
      store_a_secret = "aws ssm put-parameter --region ${local.region} --type SecureString --overwrite --name ${try(local.outside_parameters[0], "${module.configuration.parameter_path}/NAME")} --value \"$(cat)\""
      reconcile_now  = "aws sqs send-message --region ${local.region} --queue-url ${aws_sqs_queue.alarms.id} --message-group-id ${local.alarms_group} --message-deduplication-id $(date +%s) --message-body '{\"action\":\"reconcile\"}'"
      probe_now      = "aws lambda invoke --region ${local.region} --function-name ${module.uptime.function_name}:${module.uptime.alias_name} --payload '{\"verbose\":true}' --cli-binary-format raw-in-base64-out /dev/stdout"
      send_a_test    = "aws sns publish --region ${local.region} --topic-arn ${aws_sns_topic.this.arn} --subject Tagwatch --message 'Hello from ${var.deployment}'"
      redrive        = "aws sqs start-message-move-task --region ${local.region} --source-arn ${aws_sqs_queue.dead[local.first_channel].arn} --destination-arn ${aws_sqs_queue.notify[local.first_channel].arn} --max-number-of-messages-per-second 5"
    } : name => "${command}\n"
  }
}

output "kms_key_arn" {
  description = "Key of topics and queues."
  value       = local.kms_key_arn
}

output "kms_key_policy" {
  description = "What the policy of a key of your own must say (variable kms_key)."
  value       = data.aws_iam_policy_document.key.json
}
