# Tagwatch: three functions, the queues and the topic between them, and what watches them.
#
#   uptime.tf     endpoints -> metrics               triggers.tf   what makes alarms.tf run
#   alarms.tf     servers, tags, rules -> alarms     watch.tf      alarms about Tagwatch itself, dashboard
#   notify.tf     topic -> queues -> chat            encryption.tf, secrets.tf
#   state.tf      what functions leave for one another

data "aws_partition" "this" {}
data "aws_region" "this" {}
data "aws_caller_identity" "this" {}

locals {
  name       = "tagwatch-${var.deployment}"
  partition  = data.aws_partition.this.partition
  region     = data.aws_region.this.region
  account    = data.aws_caller_identity.this.account_id
  dns_suffix = data.aws_partition.this.dns_suffix
  tags       = merge({ Application = "Tagwatch", Deployment = var.deployment }, var.tags)

  # ARNs by name where resources would otherwise need each other.
  topic_arn = "arn:${local.partition}:sns:${local.region}:${local.account}:${local.name}"
  watch_arn = "arn:${local.partition}:sns:${local.region}:${local.account}:${local.name}-watch"

  config_dir = coalesce(var.config_dir, "${path.module}/../config")
  packages = {
    for name in ["uptime", "alarms", "notify"] : name => coalesce(var.packages[name], "${path.module}/../${name}-lambda/target/${name}-lambda.zip")
  }

  # The functions read the same environment; DESIGN of the functions: TAGWATCH_CONFIG_DIR is where the layer is unpacked.
  environment = {
    TAGWATCH_CONFIG_DIR = "/opt/tagwatch"
    TAGWATCH_DEPLOYMENT = var.deployment
    TAGWATCH_NAMESPACE  = var.namespace
  }
}

module "configuration" {
  source = "./modules/configuration"

  deployment   = var.deployment
  archive_path = "${path.root}/.terraform/${local.name}-configuration.zip"
  files_dir    = local.config_dir
  checks       = try(yamldecode(file("${local.config_dir}/checks.yaml")), {})
  alarms       = try(yamldecode(file("${local.config_dir}/alarms.yaml")), {})
  channels     = try(yamldecode(file("${local.config_dir}/channels.yaml")), {})
}

# A change of the files makes a new version of the layer, and only functions depend on it.
resource "aws_lambda_layer_version" "configuration" {
  layer_name               = "${local.name}-configuration"
  description              = "checks.json, alarms.json and channels.json of the deployment ${var.deployment}"
  filename                 = module.configuration.archive.path
  source_code_hash         = module.configuration.archive.hash
  compatible_runtimes      = ["java25"]
  compatible_architectures = ["arm64", "x86_64"]

  # The zip is written when the plan is made, and read when it is applied.
  lifecycle {
    precondition {
      condition     = fileexists(module.configuration.archive.path)
      error_message = "${module.configuration.archive.path}, which was written when this plan was made, is not here: apply a saved plan in the folder where it was made, or take the file along, with the functions' packages."
    }
  }
}

check "somebody_hears_of_trouble" {
  assert {
    condition     = length(var.operator_emails) > 0
    error_message = "Nobody is told when delivery itself breaks: set operator_emails to at least one address."
  }
}

check "checks_are_probed_as_often_as_alarms_look" {
  assert {
    condition = alltrue([
      for period in module.configuration.check_periods : period >= local.uptime_seconds
    ])
    error_message = "Checks are probed at ${var.uptime.rate}, but alarms on them look at shorter periods and would find gaps: raise `period` in alarms.yaml to ${local.uptime_seconds}s for the rules with `subject: checks`."
  }
}

check "rules_about_checks_look_where_checks_are" {
  assert {
    condition     = length(setsubtract(module.configuration.check_namespaces, ["${var.namespace}/Uptime"])) == 0
    error_message = "Rules with `subject: checks` look at ${join(" and ", setsubtract(module.configuration.check_namespaces, ["${var.namespace}/Uptime"]))}, but uptime-lambda publishes in ${var.namespace}/Uptime: write `metric: Up` without a namespace in alarms.yaml, and it follows the variable namespace."
  }
}

check "references_have_a_place" {
  assert {
    condition     = length(setsubtract(keys(var.secret_versions), [for name in local.secret_parameters : basename(name)])) == 0
    error_message = "secret_versions has names that no file refers to: ${join(", ", setsubtract(keys(var.secret_versions), [for name in local.secret_parameters : basename(name)]))}."
  }
}
