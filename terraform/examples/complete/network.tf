# Probes only go out.
resource "aws_security_group" "probes" {
  #checkov:skip=CKV2_AWS_5:attached to uptime-lambda inside the module
  name        = "tagwatch-complete-probes"
  description = "Tagwatch's probes"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "probes" {
  description       = "Checks may be anywhere and on any port"
  security_group_id = aws_security_group.probes.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
