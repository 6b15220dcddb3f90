package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.WireReply;
import io.tagwatch.local.protocol.WireRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * S3: CreateBucket, PutObject, GetObject, HeadObject, DeleteObject and ListObjectsV2. Names of
 * buckets are global; any region may speak with any bucket. Safe for concurrent calls.
 */
public final class S3Service {
  private static final String SIGNED_FOR_S3 = "/s3/aws4_request";
  private static final String XML = "application/xml";

  private final Buckets buckets;
  private final Consumer<RuntimeException> onBug;

  /**
   * @param setting time and store of the cloud
   * @param onBug told of every exception that is not a refusal
   */
  public S3Service(CloudSetting setting, Consumer<RuntimeException> onBug) {
    this.buckets = new Buckets(setting.clock(), setting.store());
    this.onBug = onBug;
  }

  /**
   * Whether a request is S3's, which has no path or header of its own: its signature says so.
   *
   * @param authorization the header; null when there is none
   */
  public static boolean isSigned(String authorization) {
    return authorization != null && authorization.contains(SIGNED_FOR_S3);
  }

  /** Creates a bucket from inside the process; one that exists stays as it is. */
  public void ensureBucket(String name) {
    buckets.ensure(name);
  }

  /** The answer to a request, refusals included. */
  public WireReply serve(WireRequest request) {
    String id = UUID.randomUUID().toString();
    try {
      return answer(S3Request.of(request), id);
    } catch (AwsFault fault) {
      return refusal(fault, request.path(), id);
    } catch (RuntimeException bug) {
      onBug.accept(bug);
      return refusal(
          new AwsFault("InternalError", 500, "The embedded cloud failed: " + bug),
          request.path(),
          id);
    }
  }

  private WireReply answer(S3Request request, String id) {
    return switch (request.operation()) {
      case CREATE_BUCKET -> {
        buckets.create(request.bucket());
        yield reply(200, Map.of("Location", "/" + request.bucket()), new byte[0], id);
      }
      case PUT_OBJECT -> {
        StoredObject stored =
            buckets.put(
                request.bucket(), request.key(), request.contentType(), request.checkedBody());
        yield reply(200, Map.of("ETag", stored.etag()), new byte[0], id);
      }
      case GET_OBJECT, HEAD_OBJECT -> object(request, id);
      case DELETE_OBJECT -> {
        buckets.delete(request.bucket(), request.key());
        yield reply(204, Map.of(), new byte[0], id);
      }
      case LIST_OBJECTS -> {
        Page page = buckets.list(request.bucket(), request.listing());
        yield reply(
            200,
            Map.of("Content-Type", XML),
            S3Xml.listing(request.bucket(), request.listing(), page),
            id);
      }
    };
  }

  private WireReply object(S3Request request, String id) {
    StoredObject stored = buckets.get(request.bucket(), request.key());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", stored.etag());
    headers.put(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.modified().atOffset(ZoneOffset.UTC)));
    Optional<String> known = request.ifNoneMatch();
    if (known.isPresent() && (known.get().equals("*") || known.get().equals(stored.etag()))) {
      return reply(304, headers, new byte[0], id);
    }
    headers.put("Content-Type", stored.contentType());
    return reply(200, headers, stored.body(), id);
  }

  private static WireReply refusal(AwsFault fault, String path, String id) {
    return reply(
        fault.httpStatus(), Map.of("Content-Type", XML), S3Xml.refusal(fault, path, id), id);
  }

  private static WireReply reply(int status, Map<String, String> headers, byte[] body, String id) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("x-amz-request-id", id);
    return new WireReply(status, all, body);
  }
}
