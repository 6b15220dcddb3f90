// What AWS's services ask of topics, queues, keys and roles: they come with no policy of their own, so the policy of the
// resource decides. The context of each request is what the service sends along and the policy must look at.

const CLOUDWATCH = 'cloudwatch.amazonaws.com'
const EVENTS = 'events.amazonaws.com'
const SNS = 'sns.amazonaws.com'

/** Requests of all services: {wanted, unwanted, problems}. */
export function ofServices(state) {
  const wanted = [...alarms(state), ...money(state), ...subscriptions(state), ...rules(state), ...trust(state), ...keys(state), ...logs(state)]
  const strangers = wanted.filter((one) => one.principal.endsWith('.amazonaws.com')).map((one) => ({ ...one, principal: 's3.amazonaws.com' }))
  return { problems: [], wanted, unwanted: strangers }
}

const account = (state) => ({ 'aws:SourceAccount': state.account })
const useKey = (state, service, key, context) => ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => state.ask(service, action, key, context))

/**
 * EventBridge sends no source account to a topic (EventBridge user guide, "Amazon SNS permissions"), though it may one day, nor
 * to its key (SNS developer guide, "Key management"); SNS names the topic.
 */
const publish = (state, service, topic) => [
  state.ask(service, 'sns:Publish', topic.arn, account(state)),
  ...(service === EVENTS ? [state.ask(service, 'sns:Publish', topic.arn)] : []),
  ...useKey(state, service, topic.kms_master_key_id, service === EVENTS ? { 'kms:EncryptionContext:aws:sns:topicArn': topic.arn } : account(state)),
]

const fill = (state, service, queue, source) => [
  state.ask(service, 'sqs:SendMessage', queue.arn, { 'aws:SourceArn': source }),
  ...useKey(state, service, queue.kms_master_key_id, account(state)),
]

/** Alarms that Terraform makes, and those that alarms-lambda makes. */
const alarms = (state) => {
  const made = state.all('aws_cloudwatch_metric_alarm').flatMap((alarm) => [...(alarm.alarm_actions ?? []), ...(alarm.ok_actions ?? [])])
  const kept = state.all('aws_lambda_function').map((lambda) => lambda.environment[0].variables.TAGWATCH_TOPIC_ARN).filter(Boolean)
  return [...new Set([...made, ...kept])].flatMap((arn) => publish(state, CLOUDWATCH, state.topic(arn)))
}

/** The channels' topic is offered to Budgets and Cost Anomaly Detection (output topic_arn). */
const money = (state) =>
  ['budgets.amazonaws.com', 'costalerts.amazonaws.com'].flatMap((service) =>
    [...new Set(state.all('aws_sns_topic_subscription').filter((one) => one.protocol === 'sqs').map((one) => one.topic_arn))].flatMap((arn) => publish(state, service, state.topic(arn))))

/** Into the channel's queue, else into its dead letters. */
const subscriptions = (state) =>
  state.all('aws_sns_topic_subscription').filter((one) => one.protocol === 'sqs').flatMap((one) =>
    [one.endpoint, JSON.parse(one.redrive_policy).deadLetterTargetArn].flatMap((arn) => fill(state, SNS, state.queue(arn), one.topic_arn)))

const rules = (state) =>
  state.all('aws_cloudwatch_event_target').flatMap((target) => {
    const source = state.all('aws_cloudwatch_event_rule').find((rule) => rule.name === target.rule).arn
    const places = [target.arn, ...(target.dead_letter_config ?? []).map((one) => one.arn)]
    return places.flatMap((arn) => (state.topic(arn) ? publish(state, EVENTS, state.topic(arn)) : fill(state, EVENTS, state.queue(arn), source)))
  })

/** Who takes which role. */
const trust = (state) => [
  ...state.all('aws_lambda_function').map((lambda) => state.ask('lambda.amazonaws.com', 'sts:AssumeRole', lambda.role)),
  ...state.all('aws_scheduler_schedule').map((schedule) =>
    state.ask('scheduler.amazonaws.com', 'sts:AssumeRole', schedule.target[0].role_arn, {
      ...account(state),
      'aws:SourceArn': state.arn('scheduler', `schedule-group/${schedule.group_name}`),
    })),
]

/** Without the account as its administrator nobody could change or delete a key again. */
const keys = (state) => state.all('aws_kms_key').map((key) => state.ask(state.globalArn('iam', 'root'), 'kms:PutKeyPolicy', key.arn))

/** CloudWatch Logs user guide, "Encrypt log data": five kinds of use, for the log groups that name the key. */
const logs = (state) =>
  state.all('aws_cloudwatch_log_group').filter((group) => group.kms_key_id).flatMap((group) =>
    ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:GenerateDataKey', 'kms:DescribeKey'].map((action) =>
      state.ask(`logs.${state.region}.amazonaws.com`, action, group.kms_key_id, { 'kms:EncryptionContext:aws:logs:arn': group.arn })))
