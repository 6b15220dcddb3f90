# Telegraf on the servers that are tagged so, for the rules about memory, disks and units.
module "telegraf" {
  source = "../../modules/telegraf-agent"

  name          = "tagwatch-complete-telegraf"
  instance_tags = { Monitoring = ["tagwatch"] }
  checksums     = var.telegraf_checksums
  units         = ["nginx.service", "postgresql*.service"]
}
