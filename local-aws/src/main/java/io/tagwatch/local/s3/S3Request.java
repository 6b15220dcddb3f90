package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One request as S3 reads it. What is not modelled is refused when it is made. */
final class S3Request {
  enum Operation {
    CREATE_BUCKET,
    PUT_OBJECT,
    GET_OBJECT,
    HEAD_OBJECT,
    DELETE_OBJECT,
    LIST_OBJECTS
  }

  private static final Set<String> LIST_PARAMETERS =
      Set.of(
          "list-type", "prefix", "max-keys", "continuation-token", "start-after", "encoding-type");

  /** {@code x-id} is how some SDKs name the operation in the URL, for logs only. */
  private static final Set<String> SILENT_PARAMETERS = Set.of("x-id");

  private final WireRequest request;
  private final String bucket;
  private final String key;
  private final Map<String, String> query;
  private final Operation operation;

  private S3Request(WireRequest request, String bucket, String key, Map<String, String> query) {
    this.request = request;
    this.bucket = bucket;
    this.key = key;
    this.query = query;
    this.operation = find();
  }

  /**
   * @throws AwsFault for anything that is not modelled
   */
  static S3Request of(WireRequest request) {
    String path = request.path().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    Map<String, String> query = query(request.query());
    Headers.refuseWhatIsNotModelled(request);
    return new S3Request(request, bucket, key, query);
  }

  String bucket() {
    return bucket;
  }

  String key() {
    return key;
  }

  Operation operation() {
    return operation;
  }

  String contentType() {
    return request.header("content-type").orElse("binary/octet-stream");
  }

  Optional<String> ifNoneMatch() {
    return request.header("if-none-match");
  }

  /** The body, which is what its checksums say. */
  byte[] checkedBody() {
    Checksums.verify(request);
    return request.body();
  }

  Listing listing() {
    String token = query.getOrDefault("continuation-token", "");
    return new Listing(
        query.getOrDefault("prefix", ""),
        token.isEmpty() ? query.getOrDefault("start-after", "") : S3Xml.keyOfToken(token),
        token,
        maxKeys(),
        query.getOrDefault("encoding-type", "").equals("url"));
  }

  private int maxKeys() {
    String text = query.getOrDefault("max-keys", String.valueOf(Listing.MOST));
    if (!text.matches("\\d{1,9}")) {
      throw AwsFault.badRequest("InvalidArgument", "Provided max-keys not an integer");
    }
    return Math.min(Listing.MOST, Integer.parseInt(text));
  }

  private Operation find() {
    if (!key.isEmpty()) {
      only(Set.of());
      return switch (request.method()) {
        case "PUT" -> put();
        case "GET" -> Operation.GET_OBJECT;
        case "HEAD" -> Operation.HEAD_OBJECT;
        case "DELETE" -> Operation.DELETE_OBJECT;
        default -> throw notModelled(request.method() + " of an object");
      };
    }
    if (request.method().equals("PUT") && !bucket.isEmpty()) {
      only(Set.of());
      return Operation.CREATE_BUCKET;
    }
    if (request.method().equals("GET") && query.getOrDefault("list-type", "").equals("2")) {
      only(LIST_PARAMETERS);
      return Operation.LIST_OBJECTS;
    }
    throw notModelled(request.method() + " of " + (bucket.isEmpty() ? "the root" : "a bucket"));
  }

  private Operation put() {
    if (ifNoneMatch().isPresent()) {
      throw notModelled("a conditional PutObject");
    }
    return Operation.PUT_OBJECT;
  }

  private void only(Set<String> parameters) {
    for (String name : query.keySet()) {
      if (!parameters.contains(name) && !SILENT_PARAMETERS.contains(name)) {
        throw notModelled("the parameter " + name);
      }
    }
  }

  static AwsFault notModelled(String what) {
    return new AwsFault(
        "NotImplemented", 501, "S3: " + what + " is not modelled by the embedded cloud");
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> members = new TreeMap<>();
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        String[] sides = pair.split("=", 2);
        members.put(decoded(sides[0]), sides.length == 1 ? "" : decoded(sides[1]));
      }
    }
    return members;
  }

  private static String decoded(String text) {
    try {
      return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw AwsFault.badRequest("InvalidURI", "Couldn't parse the specified URI.");
    }
  }
}
