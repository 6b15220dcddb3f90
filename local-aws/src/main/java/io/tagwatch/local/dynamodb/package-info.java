/**
 * DynamoDB as far as the functions use it: tables with one text as key, items of texts and numbers,
 * conditional writes. JSON 1.0.
 *
 * <p>{@link io.tagwatch.local.dynamodb.DynamoDbService} is the entry. {@code Tables} hold the
 * items, {@code Attributes} reads and checks them, {@code ConditionParser} reads an expression into
 * a {@code Condition}. Anything else is refused as a {@code ValidationException}.
 */
package io.tagwatch.local.dynamodb;
