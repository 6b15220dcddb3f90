package io.tagwatch.uptime.check;

/** Record types that a DNS check may ask for, with their numbers; see RFC 1035 and successors. */
public enum DnsRecord {
  A(1),
  NS(2),
  CNAME(5),
  SOA(6),
  PTR(12),
  MX(15),
  TXT(16),
  AAAA(28),
  SRV(33),
  CAA(257);

  private final int number;

  DnsRecord(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
