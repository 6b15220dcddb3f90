/**
 * What outlives the process: rooms of records, kept in one file when a data folder is given, and
 * nowhere otherwise.
 */
package io.tagwatch.local.store;
