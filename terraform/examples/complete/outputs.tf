output "next" {
  description = "Create these parameters, then look here."
  value = {
    parameters = module.tagwatch.secret_parameters
    commands   = module.tagwatch.commands
    dashboard  = module.tagwatch.dashboard_url
    # for the roles of the servers that run Telegraf
    instance_policy = module.telegraf.policy_json
  }
}
