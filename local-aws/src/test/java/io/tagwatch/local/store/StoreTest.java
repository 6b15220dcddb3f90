package io.tagwatch.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;

  private final Parcel parcel =
      new Parcel(
          "a", 7, List.of("x", "ü"), Map.of("k", "v"), Instant.parse("2026-11-21T08:00:00.123Z"));

  @Test
  void findsEverythingAgainAfterARestart() {
    try (Store store = Store.in(folder.resolve("deep/data"))) {
      Room<Parcel> room = store.room("parcels", Parcel.class);
      room.put("2", parcel);
      room.put("1", new Parcel(null, 0, null, null, null));
      room.put("3", parcel);
      room.remove("3");
    }

    try (Store store = Store.in(folder.resolve("deep/data"))) {
      Map<String, Parcel> kept = store.room("parcels", Parcel.class).all();

      assertThat(kept.keySet()).containsExactly("1", "2");
      assertThat(kept).containsEntry("2", parcel);
      assertThat(store.room("others", Parcel.class).all()).isEmpty();
    }
  }

  @Test
  void keepsNothingWithoutAFolder() {
    Room<Parcel> room = Store.forgetful().room("parcels", Parcel.class);

    room.put("1", parcel);

    assertThat(room.all()).isEmpty();
  }

  @Test
  void saysWhenTheFolderIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Store.in(file))
        .isInstanceOf(StoreException.class)
        .hasMessage(file + " is a file; name a folder for the data instead.");
  }

  @Test
  void saysWhenAnotherProcessHoldsTheFolder() {
    try (Store first = Store.in(folder)) {
      first.commit();

      assertThatThrownBy(() -> Store.in(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is in use by another Tagwatch");
    }
  }

  @Test
  void saysWhenTheFileIsNotAStore() throws IOException {
    Files.writeString(folder.resolve("tagwatch.mv"), "not a store".repeat(2_000));

    assertThatThrownBy(() -> Store.in(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be read as a Tagwatch store");
  }

  record Parcel(
      String name, int count, List<String> list, Map<String, String> map, Instant instant) {}
}
