# What checks.yaml amounts to, for its rules in variables.tf: groups and lists by `for` resolved as the functions do it.

locals {
  check_keys = ["self_check", "network", "defaults", "checks", "groups", "publish"]

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

  # Whatever may hold a credential, where it stands: the defaults of the file and of groups, and the checks.
  credential_holders = concat(
    [{ path = "defaults", holder = try(var.checks.defaults, {}) }],
    [for group, body in try(var.checks.groups, {}) : { path = "groups.${group}.defaults", holder = try(body.defaults, {}) }],
    [for item in local.checks : { path = item.path, holder = item.check }],
  )
  open_secrets = flatten([
    for each in local.credential_holders : [
      for key, value in {
        "bearer"               = try(tostring(each.holder.bearer), null)
        "basic.password"       = try(tostring(each.holder.basic.password), null)
        "oauth2.client_secret" = try(tostring(each.holder.oauth2.client_secret), null)
        "tls.key"              = try(tostring(each.holder.tls.key), null)
      } : "${each.path}.${key}" if value != null && !can(regex("^(env|ssm|secretsmanager):.", value))
    ]
  ])

  # Files beside checks.yaml that a `tls:` names.
  certificate_files = distinct(flatten([
    for each in local.credential_holders : [
      for value in [try(tostring(each.holder.tls.ca), ""), try(tostring(each.holder.tls.certificate), "")] : value
      if can(regex("^[A-Za-z0-9_][A-Za-z0-9._/-]*$", value)) && !strcontains(value, "..")
    ]
  ]))

  # Headers that carry secrets, wherever headers may stand, and hold no reference.
  open_headers = flatten([
    for path, headers in merge(
      { "defaults.headers" = try(var.checks.defaults.headers, {}) },
      { for group, body in try(var.checks.groups, {}) : "groups.${group}.defaults.headers" => try(body.defaults.headers, {}) },
      { for item in local.checks : "${item.path}.headers" => try(item.check.headers, {}) },
      ) : [
      for name, value in try(merge(headers), {}) : "${path}.${name}"
      if can(regex("authorization|cookie|credential|passw|secret|token|api-?key|signature", lower(name))) && !can(regex("^(env|ssm|secretsmanager):.", value))
    ]
  ])
}
