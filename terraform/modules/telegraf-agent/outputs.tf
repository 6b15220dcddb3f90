output "policy_json" {
  description = "Policy for the instances' profile: metrics of this namespace, nothing else."
  value       = data.aws_iam_policy_document.this.json
}

output "document_name" {
  description = "SSM document that installs and configures Telegraf."
  value       = aws_ssm_document.this.name
}

output "association_id" {
  description = "Association that keeps it so: `aws ssm start-associations-once --association-ids …` applies a change now."
  value       = aws_ssm_association.this.association_id
}
