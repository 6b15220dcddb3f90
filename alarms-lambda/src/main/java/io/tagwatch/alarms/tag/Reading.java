package io.tagwatch.alarms.tag;

/** What reading a value gave. */
sealed interface Reading<T> {

  /** It means this. */
  record Understood<T>(T value) implements Reading<T> {}

  /** It means nothing. */
  record Faulty<T>(Fault fault) implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Understood<>(value);
  }

  static <T> Reading<T> fault(int column, String problem, String expected) {
    return new Faulty<>(new Fault(column, problem, expected));
  }
}
