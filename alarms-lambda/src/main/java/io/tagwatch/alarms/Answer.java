package io.tagwatch.alarms;

import io.tagwatch.alarms.sync.SyncReport;
import java.util.List;
import java.util.Optional;

/**
 * What an invocation answers.
 *
 * @param failedMessages of a batch, those to be tried again; empty for a direct invocation
 */
record Answer(SyncReport report, Optional<List<String>> failedMessages) {}
