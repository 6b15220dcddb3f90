/** Which operations of AWS the functions really send: what their permissions are measured by. */
package io.tagwatch.cli.operations;
