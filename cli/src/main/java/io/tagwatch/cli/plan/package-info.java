/**
 * What alarms-lambda would write now, as a table and as JSON. The plan itself is the function's.
 */
package io.tagwatch.cli.plan;
