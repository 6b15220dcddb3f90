package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Buckets and what is in them; every change is written to the store. Thread-safe. */
final class Buckets {
  /** See "General purpose bucket naming rules" in the Amazon S3 user guide. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** See {@code Key} in "Creating object key names": 1,024 bytes in UTF-8. */
  private static final int LONGEST_KEY = 1_024;

  /** A bucket without what is in it. */
  record BucketRecord(String name, Instant created) {}

  private final InstantSource clock;
  private final Room<BucketRecord> bucketRoom;
  private final Room<StoredObject> objectRoom;
  private final NavigableMap<String, NavigableMap<String, StoredObject>> buckets = new TreeMap<>();

  Buckets(InstantSource clock, Store store) {
    this.clock = clock;
    this.bucketRoom = store.room("s3.buckets", BucketRecord.class);
    this.objectRoom = store.room("s3.objects", StoredObject.class);
    bucketRoom.forEach((name, bucket) -> buckets.put(name, new TreeMap<>()));
    objectRoom.forEach((path, object) -> buckets.get(object.bucket()).put(object.key(), object));
  }

  synchronized void create(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new AwsFault("InvalidBucketName", 400, "The specified bucket is not valid.");
    }
    if (buckets.containsKey(name)) {
      throw new AwsFault(
          "BucketAlreadyOwnedByYou",
          409,
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    buckets.put(name, new TreeMap<>());
    bucketRoom.put(name, new BucketRecord(name, clock.instant()));
  }

  synchronized void ensure(String name) {
    if (!buckets.containsKey(name)) {
      create(name);
    }
  }

  synchronized StoredObject put(String bucket, String key, String contentType, byte[] body) {
    NavigableMap<String, StoredObject> objects = in(bucket);
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw new AwsFault("KeyTooLongError", 400, "Your key is too long");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    StoredObject object = new StoredObject(bucket, key, body, etag(body), contentType, now);
    objects.put(key, object);
    objectRoom.put(bucket + "/" + key, object);
    return object;
  }

  synchronized StoredObject get(String bucket, String key) {
    StoredObject object = in(bucket).get(key);
    if (object == null) {
      throw new AwsFault("NoSuchKey", 404, "The specified key does not exist.");
    }
    return object;
  }

  /** What is not there is deleted, too. */
  synchronized void delete(String bucket, String key) {
    in(bucket).remove(key);
    objectRoom.remove(bucket + "/" + key);
  }

  synchronized Page list(String bucket, Listing listing) {
    List<StoredObject> found =
        in(bucket).tailMap(listing.after(), false).values().stream()
            .filter(object -> object.key().startsWith(listing.prefix()))
            .limit(listing.most() + 1L)
            .toList();
    boolean truncated = found.size() > listing.most();
    return new Page(truncated ? found.subList(0, listing.most()) : found, truncated);
  }

  private NavigableMap<String, StoredObject> in(String bucket) {
    NavigableMap<String, StoredObject> objects = buckets.get(bucket);
    if (objects == null) {
      throw new AwsFault("NoSuchBucket", 404, "The specified bucket does not exist");
    }
    return objects;
  }

  private static String etag(byte[] body) {
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(body);
      return "\"" + HexFormat.of().formatHex(md5) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
