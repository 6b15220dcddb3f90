package io.tagwatch.uptime.expect;

import io.tagwatch.uptime.jsonpath.JsonPath;
import java.util.List;

/** What an expectation is about. */
public sealed interface Subject {

  /** The words that an expectation may begin with. */
  List<String> WORDS = List.of("status", "latency", "body", "header", "json", "certificate");

  /** Two expectations with one key are about the same thing: the nearer one replaces the other. */
  String key();

  /** How it is called in a sentence. */
  String spoken();

  /** The HTTP status code. */
  record Status() implements Subject {
    @Override
    public String key() {
      return "status";
    }

    @Override
    public String spoken() {
      return "status";
    }
  }

  /** The time from the start to the last byte read. */
  record Latency() implements Subject {
    @Override
    public String key() {
      return "latency";
    }

    @Override
    public String spoken() {
      return "latency";
    }
  }

  /** The decoded body as text; for DNS checks the answers, one a line. */
  record Body() implements Subject {
    @Override
    public String key() {
      return "body";
    }

    @Override
    public String spoken() {
      return "body";
    }
  }

  /** A response header; several of one name are joined by a comma and a space. */
  record Header(String name) implements Subject {
    @Override
    public String key() {
      return "header " + name.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String spoken() {
      return "header " + name;
    }
  }

  /** The one value that a path selects in the body. */
  record Json(JsonPath path) implements Subject {
    @Override
    public String key() {
      return "json " + path;
    }

    @Override
    public String spoken() {
      return "json " + path;
    }
  }

  /** The time that the certificate has left. */
  record Certificate() implements Subject {
    @Override
    public String key() {
      return "certificate";
    }

    @Override
    public String spoken() {
      return "certificate";
    }
  }
}
