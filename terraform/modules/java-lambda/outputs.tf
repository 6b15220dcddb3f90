output "function_name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}

output "function_arn" {
  description = "ARN of the function, without version."
  value       = aws_lambda_function.this.arn
}

output "alias_name" {
  description = "Name of the alias."
  value       = aws_lambda_alias.live.name
}

output "alias_arn" {
  description = "ARN of the alias: what triggers call."
  value       = aws_lambda_alias.live.arn
}

output "role_name" {
  description = "Name of the function's role, to attach more to it."
  value       = aws_iam_role.this.name
}

output "role_arn" {
  description = "ARN of the function's role."
  value       = aws_iam_role.this.arn
}

output "log_group_name" {
  description = "Where the function writes its log."
  value       = aws_cloudwatch_log_group.this.name
}

output "dead_letter_queue" {
  description = "Queue of asynchronous invocations that failed for good."
  value = {
    name = aws_sqs_queue.failed.name
    arn  = aws_sqs_queue.failed.arn
    url  = aws_sqs_queue.failed.id
  }
}
