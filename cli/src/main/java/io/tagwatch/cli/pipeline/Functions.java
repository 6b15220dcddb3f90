package io.tagwatch.cli.pipeline;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** The three functions of the chain. */
public record Functions(
    RequestStreamHandler uptime, RequestStreamHandler alarms, RequestStreamHandler notifier) {}
