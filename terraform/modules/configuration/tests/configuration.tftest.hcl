# From files to a layer, and what is refused on the way.

variables {
  deployment   = "prod"
  archive_path = ".terraform/test.zip"
  checks       = { checks = ["https://example.com/", { name = "api", url = "https://api.example.com/", headers = { Authorization = "env:API_TOKEN" } }] }
  alarms = {
    alarms   = { cpu = { metric = "AWS/EC2 CPUUtilization", critical = "> 95" }, check-down = { subject = "checks", metric = "Tagwatch/Uptime Up", critical = "< 1", period = "2m" }, share = { expression = "100 * a / b", critical = "> 5" } }
    profiles = { base = { servers = "all", alarms = ["cpu"] }, web = { servers = { tag = "Service", matches = "nginx*" }, alarms = ["cpu"] } }
  }
  channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack" }, hook = { type = "webhook", url = "secretsmanager:hook#url" } } }
}

run "good" {
  assert {
    condition     = jsondecode(output.files.channels) == var.channels
    error_message = "Files are shipped as they are."
  }

  assert {
    condition     = jsondecode(output.files.checks).checks[1].headers.Authorization == "ssm:/tagwatch/prod/API_TOKEN"
    error_message = "References to the environment become parameters."
  }

  assert {
    condition     = !output.maintenance
    error_message = "No check has a maintenance window."
  }

  assert {
    condition     = jsonencode(output.parameters) == jsonencode({ checks = ["tagwatch/prod/API_TOKEN"], alarms = [], channels = ["tagwatch/slack"] })
    error_message = "Parameters are listed by file."
  }

  assert {
    condition     = jsonencode(output.secrets) == jsonencode({ checks = [], alarms = [], channels = ["hook"] })
    error_message = "Secrets are listed without their keys."
  }

  assert {
    condition     = output.channel_names == toset(["ops", "hook"]) && !output.charts && one(output.profile_tags) == "Service" && one(output.check_periods) == 120 && !output.status_tag && !output.ec2_actions && one(output.check_namespaces) == "Tagwatch/Uptime"
    error_message = "What the rest of the configuration needs to know."
  }

  assert {
    condition     = length(output.archive.hash) == 44
    error_message = "The layer is packed."
  }
}

run "charts" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack" }, guild = { type = "discord", webhook = "ssm:/tagwatch/discord", chart = true } } }
  }

  assert {
    condition     = output.charts
    error_message = "A channel wants charts."
  }
}

run "charts_where_none_can_be_shown" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", chart = true } } }
  }

  expect_failures = [var.channels]
}

run "routes_by_tags" {
  command = plan

  variables {
    channels = { channels = {
      ops = { type = "slack", webhook = "ssm:/tagwatch/slack" }
      web = { type = "slack", webhook = "ssm:/tagwatch/web", tags = { Team = "web", Stage = ["prod", "live-*"] } }
      any = { type = "slack", webhook = "ssm:/tagwatch/any", tags = null }
    } }
  }

  assert {
    condition     = output.tag_routes == toset(["web"])
    error_message = "Channels that ask for tags of servers are known."
  }
}

run "tags_in_a_word" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = "Team" } } }
  }

  expect_failures = [var.channels]
}

run "tags_that_are_none" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = {} } } }
  }

  expect_failures = [var.channels]
}

run "tags_as_in_profiles" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = { tag = "Team", matches = "web" } } } }
  }

  expect_failures = [var.channels]
}

run "tags_with_numbers" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = { Team = 7 } } } }
  }

  expect_failures = [var.channels]
}

run "tags_without_values" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = { Team = [] } } } }
  }

  expect_failures = [var.channels]
}

run "tags_with_a_blank" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/tagwatch/slack", tags = { Team = ["web", " "] } } } }
  }

  expect_failures = [var.channels]
}

run "channels_none" {
  command = plan

  variables {
    channels = { channels = {} }
  }

  expect_failures = [var.channels]
}

run "channels_missing" {
  command = plan

  variables {
    channels = {}
  }

  expect_failures = [var.channels]
}

run "channels_in_a_list" {
  command = plan

  variables {
    channels = { channels = [{ name = "ops", type = "slack", webhook = "ssm:/x" }] }
  }

  expect_failures = [var.channels]
}

run "channels_in_a_word" {
  command = plan

  variables {
    channels = { channels = "slack" }
  }

  expect_failures = [var.channels]
}

run "channel_whose_queue_would_have_a_name_too_long" {
  command = plan

  variables {
    deployment = "a-deployment-with-32-characters00"
    channels   = { channels = { a-channel-with-thirty-two-chars0 = { type = "slack", webhook = "ssm:/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_of_unknown_type" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "irc", webhook = "ssm:/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_without_type" {
  command = plan

  variables {
    channels = { channels = { ops = { webhook = "ssm:/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_with_a_name_for_no_queue" {
  command = plan

  variables {
    channels = { channels = { "o ps" = { type = "slack", webhook = "ssm:/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_over_http" {
  command = plan

  variables {
    channels = { channels = { hook = { type = "webhook", url = "http://hook.example.com/" } } }
  }

  expect_failures = [var.channels]
}

run "channel_api_over_http" {
  command = plan

  variables {
    channels = { channels = { chat = { type = "telegram", token = "ssm:/x", chat = "1", api = "HTTP://api.example.com" } } }
  }

  expect_failures = [var.channels]
}

run "channel_with_a_secret_in_clear" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "https://hooks.example.com/T/B/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_with_a_signing_key_in_clear" {
  command = plan

  variables {
    channels = { channels = { hook = { type = "webhook", url = "ssm:/x", signing_key = "k3y" } } }
  }

  expect_failures = [var.channels]
}

run "defaults_with_a_token_in_clear" {
  command = plan

  variables {
    checks = { defaults = { headers = { Authorization = "Bearer x" } }, checks = ["https://example.com"] }
  }

  expect_failures = [data.archive_file.this]
}

run "check_with_an_api_key_in_clear" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://example.com", headers = { X-Shop-Api-Key = "k3y" } }] }
  }

  expect_failures = [data.archive_file.this]
}

run "check_with_harmless_headers" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://example.com", headers = { Accept = "application/json", Authorization = "ssm:/x", User-Agent = "Tagwatch" } }] }
  }
}

run "channel_with_half_a_reference" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:" } } }
  }

  expect_failures = [var.channels]
}

run "channel_without_its_secret" {
  command = plan

  variables {
    channels = { channels = { pager = { type = "pagerduty" } } }
  }

  expect_failures = [var.channels]
}

run "channel_with_a_token_but_no_room" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", token = "ssm:/x" } } }
  }

  expect_failures = [var.channels]
}

run "channel_with_an_unknown_severity" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/x", severities = ["bad"] } } }
  }

  expect_failures = [var.channels]
}

run "checks_none" {
  command = plan

  variables {
    checks = { checks = [] }
  }

  expect_failures = [data.archive_file.this]
}

run "checks_missing" {
  command = plan

  variables {
    checks = { defaults = {} }
  }

  expect_failures = [data.archive_file.this]
}

run "checks_from_tags_alone" {
  command = plan

  variables {
    checks = { checks = [] }
    alarms = { alarms = { cpu = { metric = "AWS/EC2 CPUUtilization", statistic = "Average", critical = "> 95" } }, profiles = { base = { servers = "all", alarms = ["cpu"] } }, discovered_checks = {} }
  }

  assert {
    condition     = length(output.check_names) == 0
    error_message = "Servers can be watched alone, and may ask for checks by tag."
  }
}

run "checks_with_an_unknown_key" {
  command = plan

  variables {
    checks = { check = [], checks = ["https://example.com"] }
  }

  expect_failures = [data.archive_file.this]
}

run "checks_of_one_name" {
  command = plan

  variables {
    checks = { checks = ["https://example.com/a", { name = "example.com/a", url = "https://example.com/b" }] }
  }

  expect_failures = [data.archive_file.this]
}

run "checks_of_one_bare_url" {
  command = plan

  variables {
    checks = { checks = ["https://example.com/a?x=1", "http://example.com/a?x=2"] }
  }

  expect_failures = [data.archive_file.this]
}

run "groups_and_lists" {
  variables {
    checks = {
      checks = ["https://example.com/"]
      groups = {
        shop = {
          defaults = { timeout = "2s", headers = { Authorization = "env:SHOP_TOKEN" } }
          checks   = [{ name = "api-$${item}", url = "https://$${item}.example.com/health", for = ["eu", 2] }, "https://shop.example.com/"]
        }
      }
    }
  }

  assert {
    condition     = jsonencode(output.check_names) == jsonencode(["example.com/", "api-eu", "api-2", "shop.example.com/"])
    error_message = "Groups and lists are resolved as the functions do it."
  }

  assert {
    condition     = jsondecode(output.files.checks).groups.shop.checks[0].name == "api-$${item}" && contains(output.parameters.checks, "tagwatch/prod/SHOP_TOKEN")
    error_message = "The file itself travels unresolved, with its references."
  }
}

run "groups_alone" {
  command = plan

  variables {
    checks = { groups = { shop = { checks = [{ url = "https://$${item}.example.com/", for = ["eu", "us"] }] } } }
  }
}

run "group_with_a_name_of_the_file" {
  command = plan

  variables {
    checks = { checks = ["https://example.com/a"], groups = { shop = { checks = [{ name = "example.com/a", url = "https://example.com/b" }] } } }
  }

  expect_failures = [data.archive_file.this]
}

run "groups_of_one_name" {
  command = plan

  variables {
    checks = { groups = { a = { checks = ["https://example.com/a"] }, b = { checks = ["https://example.com/a"] } } }
  }

  expect_failures = [data.archive_file.this]
}

run "group_without_checks" {
  command = plan

  variables {
    checks = { groups = { shop = { checks = [] } } }
  }

  expect_failures = [data.archive_file.this]
}

run "list_of_one_name" {
  command = plan

  variables {
    checks = { checks = [{ name = "api", url = "https://$${item}.example.com/", for = ["eu", "us"] }] }
  }

  expect_failures = [data.archive_file.this]
}

run "list_that_makes_a_name_of_another_check" {
  command = plan

  variables {
    checks = { checks = ["https://eu.example.com/", { url = "https://$${item}.example.com/", for = ["us", "eu"] }] }
  }

  expect_failures = [data.archive_file.this]
}

run "list_that_is_none" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://$${item}.example.com/", for = "eu" }] }
  }

  expect_failures = [data.archive_file.this]
}

run "list_without_items" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://$${item}.example.com/", for = [] }] }
  }

  expect_failures = [data.archive_file.this]
}

run "template_without_list" {
  command = plan

  variables {
    checks = { checks = [{ url = "gopher://$${item}.example.com/" }] }
  }

  expect_failures = [data.archive_file.this]
}

run "group_with_a_token_in_clear" {
  command = plan

  variables {
    checks = { groups = { shop = { defaults = { headers = { Cookie = "a=b" } }, checks = ["https://example.com"] } } }
  }

  expect_failures = [data.archive_file.this]
}

run "every_scheme" {
  command = plan

  variables {
    checks = { checks = ["http://a", "https://b", "ws://c", "wss://d", "tcp://e:1", "tls://f:1", "grpc://g:1", "grpcs://h:1/x.Y", "dns://i"] }
  }
}

run "credentials_by_reference" {
  variables {
    checks = {
      defaults = { bearer = "env:TOKEN" }
      checks = [
        { url = "https://a.example.com", basic = { username = "jane", password = "ssm:/shop/password" } },
        { url = "https://b.example.com", oauth2 = { token_url = "https://idp.example.com/token", client_id = "id", client_secret = "secretsmanager:idp#secret" } },
        { url = "https://c.example.com", tls = { ca = "versions.tf", certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", key = "env:KEY" } },
      ]
    }
  }

  assert {
    condition     = toset(output.parameters.checks) == toset(["tagwatch/prod/TOKEN", "shop/password", "tagwatch/prod/KEY"]) && one(output.secrets.checks) == "idp"
    error_message = "The functions may read what credentials refer to."
  }

  assert {
    condition     = contains([for source in data.archive_file.this.source : source.filename], "tagwatch/versions.tf")
    error_message = "A certificate's file travels with the configuration."
  }
}

run "credential_in_clear" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://a.example.com", basic = { username = "jane", password = "hunter2" } }] }
  }

  expect_failures = [data.archive_file.this]
}

run "credential_in_clear_in_defaults" {
  command = plan

  variables {
    checks = { defaults = { bearer = "abc" }, checks = ["https://a.example.com"] }
  }

  expect_failures = [data.archive_file.this]
}

run "private_key_in_clear" {
  command = plan

  variables {
    checks = { groups = { a = { defaults = { tls = { certificate = "versions.tf", key = "-----BEGIN PRIVATE KEY-----" } }, checks = ["https://a.example.com"] } } }
  }

  expect_failures = [data.archive_file.this]
}

run "certificate_that_is_not_there" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://a.example.com", tls = { ca = "no-such.pem" } }] }
  }

  expect_failures = [data.archive_file.this]
}

run "check_without_scheme" {
  command = plan

  variables {
    checks = { checks = ["example.com"] }
  }

  expect_failures = [data.archive_file.this]
}

run "check_with_a_token_in_clear" {
  command = plan

  variables {
    checks = { checks = [{ url = "https://example.com", headers = { authorization = "Bearer x" } }] }
  }

  expect_failures = [data.archive_file.this]
}

run "alarms_none" {
  command = plan

  variables {
    alarms = { alarms = {} }
  }

  expect_failures = [var.alarms]
}

run "alarms_in_a_list" {
  command = plan

  variables {
    alarms = { alarms = [{ name = "cpu", metric = "AWS/EC2 CPUUtilization", critical = "> 95" }] }
  }

  expect_failures = [var.alarms]
}

run "profiles_in_a_list" {
  command = plan

  variables {
    alarms = { alarms = { cpu = { metric = "AWS/EC2 CPUUtilization", critical = "> 95" } }, profiles = [{ servers = "all", alarms = ["cpu"] }] }
  }

  expect_failures = [var.alarms]
}

run "profile_with_one_alarm_in_no_list" {
  command = plan

  variables {
    alarms = { alarms = { cpu = { metric = "AWS/EC2 CPUUtilization", critical = "> 95" } }, profiles = { base = { servers = "all", alarms = "cpu" } } }
  }

  expect_failures = [var.alarms]
}

run "alarm_without_level" {
  command = plan

  variables {
    alarms = { alarms = { cpu = { metric = "AWS/EC2 CPUUtilization" } } }
  }

  expect_failures = [var.alarms]
}

run "alarm_without_metric" {
  command = plan

  variables {
    alarms = { alarms = { cpu = { critical = "> 95" } } }
  }

  expect_failures = [var.alarms]
}

run "profile_of_unknown_alarms" {
  command = plan

  variables {
    alarms = { alarms = { cpu = { metric = "AWS/EC2 CPUUtilization", critical = "> 95" } }, profiles = { base = { alarms = ["gpu"] } } }
  }

  expect_failures = [var.alarms]
}

run "maintenance" {
  variables {
    checks = { defaults = { maintenance = [{ cron = "0 2 * * SUN", duration = "2h" }] }, checks = ["https://example.com/"] }
  }

  assert {
    condition     = output.maintenance
    error_message = "Windows are found wherever they stand."
  }
}

run "account_that_is_no_number" {
  command = plan

  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/slack" } }, accounts = { "1234-5678-9012" = "acme-prod" } }
  }

  expect_failures = [var.channels]
}

run "named_accounts" {
  variables {
    channels = { channels = { ops = { type = "slack", webhook = "ssm:/slack" } }, accounts = { "123456789012" = "acme-prod" } }
  }

  assert {
    condition     = strcontains(output.files.channels, "\"accounts\":{\"123456789012\":\"acme-prod\"}")
    error_message = "Names of accounts travel to the function."
  }
}
