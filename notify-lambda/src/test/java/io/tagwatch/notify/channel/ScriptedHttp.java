package io.tagwatch.notify.channel;

import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers by script; the last answer is repeated. */
public final class ScriptedHttp implements Http {
  public final List<HttpCall> calls = new ArrayList<>();
  private final Deque<Object> script = new ArrayDeque<>();

  public ScriptedHttp then(HttpReply reply) {
    script.add(reply);
    return this;
  }

  public ScriptedHttp then(IOException failure) {
    script.add(failure);
    return this;
  }

  /** A fault of our own. */
  public ScriptedHttp then(RuntimeException fault) {
    script.add(fault);
    return this;
  }

  @Override
  public HttpReply send(HttpCall call, Duration limit) throws IOException {
    calls.add(call);
    Object next = script.size() > 1 ? script.poll() : script.peek();
    if (next instanceof IOException failure) {
      throw failure;
    }
    if (next instanceof RuntimeException fault) {
      throw fault;
    }
    return (HttpReply) next;
  }
}
