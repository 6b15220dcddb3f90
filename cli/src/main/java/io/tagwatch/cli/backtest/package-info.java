/**
 * Replays the past through the embedded cloud's alarm engine: how often would an alarm have fired
 * with other thresholds?
 */
package io.tagwatch.cli.backtest;
