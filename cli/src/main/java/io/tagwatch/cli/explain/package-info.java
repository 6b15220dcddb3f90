/**
 * Why one server has the alarms that it has, and whether each can fire: alarms-lambda's own
 * explanation, with what CloudWatch says of each alarm and its metric now.
 */
package io.tagwatch.cli.explain;
