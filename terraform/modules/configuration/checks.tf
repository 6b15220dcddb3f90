# What checks.yaml amounts to, for its rules in variables.tf: groups and lists by `for` resolved as the functions do it.

locals {
  check_keys = ["self_check", "network", "defaults", "checks", "groups"]

  # Every check where it stands.
  checks = flatten([
    [for index, check in try(var.checks.checks, []) : { path = "checks[${index}]", check = check }],
    [for group, body in try(var.checks.groups, {}) : [
      for index, check in try(body.checks, []) : { path = "groups.${group}.checks[${index}]", check = check }
    ]],
  ])

  # Each of them as often as its `for` has items, with the item in the place of $${item}.
  expanded_checks = flatten([
    for item in local.checks : [
      for value in try([for value in item.check["for"] : tostring(value)], ["$${item}"]) : {
        path = item.path
        url  = try(replace(try(item.check.url, item.check), "$${item}", value), "")
        name = try(
          replace(item.check.name, "$${item}", value),
          replace(regex("^[A-Za-z]+://([^?#]*)", replace(try(item.check.url, item.check), "$${item}", value))[0], "/[^A-Za-z0-9._\\-/:]/", "-"),
          item.path,
        )
      }
    ]
  ])

  # Headers that carry secrets, wherever headers may stand, and hold no reference.
  open_headers = flatten([
    for path, headers in merge(
      { "defaults.headers" = try(var.checks.defaults.headers, {}) },
      { for group, body in try(var.checks.groups, {}) : "groups.${group}.defaults.headers" => try(body.defaults.headers, {}) },
      { for item in local.checks : "${item.path}.headers" => try(item.check.headers, {}) },
      ) : [
      for name, value in try(merge(headers), {}) : "${path}.${name}"
      if contains(["authorization", "proxy-authorization", "cookie", "x-api-key"], lower(name)) && !can(regex("^(env|ssm|secretsmanager):.", value))
    ]
  ])
}
