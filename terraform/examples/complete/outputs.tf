output "next" {
  description = "Create these parameters, then look here."
  value = {
    parameters = module.tagwatch.secret_parameters
    commands   = module.tagwatch.commands
    dashboard  = module.tagwatch.dashboard_url
  }
}
