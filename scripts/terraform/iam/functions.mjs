// What the functions, Lambda in their name, and the schedules ask for.
//
// A new operation of the code: add it to the function's operations.txt (OperationsIT says so), here to `shapes` (what it is
// about), and to the function's policy in Terraform.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What an operation of the code is about, as requests of the role. */
const shapes = (state, role, environment, configuration, part, name) => {
  const prefix = `alarm:tagwatch/${environment.TAGWATCH_DEPLOYMENT}/`
  const ask = (action, resource, context) => [state.ask(role, action, resource, context)]
  return {
    'cloudwatch:PutMetricData': () => ask('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': `${environment.TAGWATCH_NAMESPACE}/${part}` }),
    'cloudwatch:GetMetricWidgetImage': () => (Object.values(JSON.parse(state.file('channels')).channels).some((channel) => channel.chart) ? ask('cloudwatch:GetMetricWidgetImage', '*') : []),
    'cloudwatch:ListMetrics': () => ask('cloudwatch:ListMetrics', '*'),
    'cloudwatch:DescribeAlarms': () => ask('cloudwatch:DescribeAlarms', '*'),
    'cloudwatch:PutMetricAlarm': () => [...ask('cloudwatch:PutMetricAlarm', state.arn('cloudwatch', `${prefix}i-0abc/cpu/critical`)), ...ec2Actions(state, role)],
    'cloudwatch:PutCompositeAlarm': () => (JSON.parse(state.file('alarms')).composites ? ask('cloudwatch:PutCompositeAlarm', '*') : []),
    'cloudwatch:SetAlarmState': () => ask('cloudwatch:SetAlarmState', state.arn('cloudwatch', `${prefix}i-0abc/cpu/critical`)),
    'cloudwatch:DeleteAlarms': () => ask('cloudwatch:DeleteAlarms', state.arn('cloudwatch', `${prefix}i-0abc/cpu/critical`)),
    'ec2:DescribeInstances': () => (environment.TAGWATCH_SERVER_NAMES === 'off' ? [] : ask('ec2:DescribeInstances', '*')),
    'ec2:CreateTags': () => statusTag(state, role, 'ec2:CreateTags'),
    'ec2:DeleteTags': () => statusTag(state, role, 'ec2:DeleteTags'),
    'sns:Publish': () => publish(state, role, state.topic(environment.TAGWATCH_TOPIC_ARN)),
    'sts:AssumeRole': () => (JSON.parse(state.file('alarms')).regions ?? []).flatMap((place) => ask('sts:AssumeRole', place.role)),
    'sqs:SendMessage': () => state.send(role, state.all('aws_sqs_queue').find((queue) => queue.url === environment.TAGWATCH_QUEUE_URL)),
    'sqs:ChangeMessageVisibility': () =>
      state.all('aws_sqs_queue').filter((queue) => queue.name.startsWith(`tagwatch-${environment.TAGWATCH_DEPLOYMENT}-notify-`)).map((queue) => state.ask(role, 'sqs:ChangeMessageVisibility', queue.arn)),
    ...Object.fromEntries(['GetItem', 'PutItem'].map((name) => [`dynamodb:${name}`, () =>
      state.all('aws_dynamodb_table').filter((table) => table.name === environment.TAGWATCH_TABLE).map((table) => state.ask(role, `dynamodb:${name}`, table.arn))])),
    's3:GetObject': () => objects(state, name, READ).flatMap((arn) => overTls(state, role, 's3:GetObject', arn, 's3:ListBucket')),
    's3:PutObject': () => objects(state, name, WRITTEN).flatMap((arn) => overTls(state, role, 's3:PutObject', arn)),
    'ssm:GetParameter': () => state.references(configuration, /"ssm:\/?([A-Za-z0-9_.\-/]+)"/g).flatMap((name) => parameter(state, role, name)),
    'secretsmanager:GetSecretValue': () =>
      state.references(configuration, /"secretsmanager:([A-Za-z0-9/_+=.@:-]+)(?:#[^"]*)?"/g).flatMap((name) =>
        ask('secretsmanager:GetSecretValue', name.startsWith('arn:') ? name : state.arn('secretsmanager', `secret:${name}-a1B2c3`))),
  }
}

/** Which objects of the deployment's bucket a function reads and writes: a part of a key that the policies spell out. */
const READ = { uptime: ['uptime/', 'checks/'], notify: ['uptime/'], alarms: ['checks/'] }
const WRITTEN = { uptime: ['uptime/'], alarms: ['checks/'] }

/** As the schedules name their shares: every key that the function may be asked for. */
const objects = (state, part, kinds) => {
  const bucket = state.all('aws_s3_bucket')[0]
  const shares = state.all('aws_scheduler_schedule').map((one) => /"shard":"(\d+)\/(\d+)"/.exec(one.target[0].input)).filter(Boolean)
  const keys = { 'checks/': ['checks/discovered.json'], 'uptime/': shares.map(([, number, of]) => `uptime/outcomes-${number}-of-${of}.json`) }
  return (kinds[part] ?? []).flatMap((kind) => keys[kind]).map((key) => `${state.bucket(bucket)}/${key}`)
}

/** The bucket refuses what is not encrypted; who may list it is told that a key is missing. */
const overTls = (state, role, action, object, listing) => [
  state.ask(role, action, object, { 'aws:SecureTransport': 'true' }),
  ...(listing ? [state.ask(role, listing, object.split('/')[0], { 'aws:SecureTransport': 'true' })] : []),
]

/** Whoever publishes to an encrypted topic uses its key through SNS. */
const publish = (state, role, topic) => [
  state.ask(role, 'sns:Publish', topic.arn),
  ...['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => state.ask(role, action, topic.kms_master_key_id, state.via('sns'))),
]

/** Written only when alarms.yaml asks for it. */
const statusTag = (state, role, action) =>
  JSON.parse(state.file('alarms')).status_tag ? [state.ask(role, action, state.arn('ec2', 'instance/i-0abc'), { 'aws:TagKeys': ['tagwatch:status'] })] : []

/** Whoever makes the account's first alarm with an EC2 action makes the role that carries it out (CloudWatch's user guide, "Using service-linked roles"). */
const ec2Actions = (state, role) =>
  Object.values(JSON.parse(state.file('alarms')).alarms ?? {}).some((rule) => rule.ec2_action)
    ? [state.ask(role, 'iam:CreateServiceLinkedRole', state.globalArn('iam', 'role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents'), { 'iam:AWSServiceName': 'events.amazonaws.com' })]
    : []

const parameter = (state, role, name) => {
  const made = state.all('aws_ssm_parameter').find((one) => one.name === `/${name}`)
  return [state.ask(role, 'ssm:GetParameter', state.arn('ssm', `parameter/${name}`)), ...(made ? [state.ask(role, 'kms:Decrypt', made.key_id, state.via('ssm'))] : [])]
}

const NETWORK = ['AssignPrivateIpAddresses', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'DescribeNetworkInterfaces', 'DescribeSubnets', 'UnassignPrivateIpAddresses']
const network = (state, role, action, context) =>
  state.ask(role, `ec2:${action}`, action.startsWith('Describe') ? '*' : state.arn('ec2', action === 'CreateNetworkInterface' ? 'subnet/subnet-0123456789abcdef0' : 'network-interface/eni-0123456789abcdef0'), context)

/** Requests of one function: {wanted, unwanted, problems}, and {tried: operation -> whether anything is asked with it}. */
export function ofFunction(state, project, lambda) {
  const role = lambda.role
  const part = lambda.handler.split('.')[2] // io.tagwatch.<part>.Handler
  const configuration = { uptime: 'checks', notify: 'channels' }[part]
  const known = shapes(state, role, lambda.environment[0].variables, configuration, { uptime: 'Uptime', alarms: 'Sync' }[part], part)
  const operations = readFileSync(join(project, `${part}-lambda/src/main/resources/io/tagwatch/${part}/operations.txt`), 'utf8').split('\n').filter(Boolean)
  const logs = state.all('aws_cloudwatch_log_group').find((group) => group.name === lambda.logging_config[0].log_group)
  const inVpc = (lambda.vpc_config ?? []).length > 0
  return {
    tried: Object.fromEntries(operations.filter((one) => known[one]).map((one) => [one, known[one]().length > 0])),
    problems: operations.filter((one) => !known[one]).map((one) => `${part}: scripts/terraform/iam/functions.mjs does not know what ${one} is about`),
    wanted: [
      ...operations.filter((one) => known[one]).flatMap((one) => known[one]()),
      ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => state.ask(role, action, `${logs.arn}:log-stream:2026/11/21/[$LATEST]0`)),
      ...state.send(role, state.queue(lambda.dead_letter_config[0].target_arn)),
      ...state.all('aws_lambda_event_source_mapping')
        .filter((mapping) => mapping.function_name.startsWith(`${lambda.arn}:`))
        .flatMap((mapping) => state.take(role, state.queue(mapping.event_source_arn))),
      ...(inVpc ? NETWORK.map((action) => network(state, role, action)) : []),
    ],
    unwanted: [
      ...(inVpc ? NETWORK.map((action) => network(state, role, action, { 'lambda:SourceFunctionArn': lambda.arn })) : []),
      state.ask(role, 'cloudwatch:PutMetricAlarm', state.arn('cloudwatch', 'alarm:tagwatch/another/i-0abc/cpu/critical')),
      state.ask(role, 'cloudwatch:DeleteAlarms', state.arn('cloudwatch', 'alarm:by-hand')),
      state.ask(role, 'cloudwatch:SetAlarmState', state.arn('cloudwatch', 'alarm:by-hand')),
      state.ask(role, 'sns:Publish', state.arn('sns', 'another')),
      state.ask(role, 'sts:AssumeRole', 'arn:aws:iam::999999999999:role/another'),
      state.ask(role, 'ec2:CreateTags', state.arn('ec2', 'instance/i-0abc'), { 'aws:TagKeys': ['tagwatch:status', 'Name'] }),
      state.ask(role, 'ec2:DeleteTags', state.arn('ec2', 'instance/i-0abc')),
      state.ask(role, 'iam:CreateServiceLinkedRole', state.globalArn('iam', 'role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot'), { 'iam:AWSServiceName': 'spot.amazonaws.com' }),
      state.ask(role, 'ssm:GetParameter', state.arn('ssm', 'parameter/another')),
      state.ask(role, 'secretsmanager:GetSecretValue', state.arn('secretsmanager', 'secret:another-a1B2c3')),
      ...['s3:GetObject', 's3:PutObject'].map((action) => state.ask(role, action, `${state.bucket(state.all('aws_s3_bucket')[0])}/uptime/another.json`)),
      ...['uptime', 'alarms'].flatMap((writer) => objects(state, writer, WRITTEN).flatMap((arn) => [...(writer === part ? [] : ['s3:PutObject']), 's3:DeleteObject'].map((action) => state.ask(role, action, arn)))),
      state.ask(role, 's3:ListBucket', `arn:${state.partition}:s3:::another`),
      state.ask(role, 'sqs:ReceiveMessage', state.arn('sqs', 'another')),
      state.ask(role, 'sqs:SendMessage', state.arn('sqs', 'another')),
      state.ask(role, 'sqs:ChangeMessageVisibility', state.arn('sqs', 'another')),
      state.ask(role, 'dynamodb:PutItem', state.arn('dynamodb', 'table/another')),
      state.ask(role, 'logs:PutLogEvents', state.arn('logs', 'log-group:another:log-stream:0')),
    ],
  }
}

/** Requests of the schedules' role: what it starts, and where it leaves what it could not start. */
export function ofSchedules(state, role) {
  const targets = state.all('aws_scheduler_schedule').map((schedule) => schedule.target[0]).filter((target) => target.role_arn === role)
  const left = targets.flatMap((target) => (target.dead_letter_config ?? []).map((one) => one.arn))
  return {
    problems: [],
    wanted: [
      ...targets.flatMap((target) => (target.arn.includes(':lambda:') ? [state.ask(role, 'lambda:InvokeFunction', target.arn)] : state.send(role, state.queue(target.arn)))),
      ...left.flatMap((arn) => state.send(role, state.queue(arn))),
    ],
    unwanted: [state.ask(role, 'lambda:InvokeFunction', state.arn('lambda', 'function:another')), state.ask(role, 'sqs:SendMessage', state.arn('sqs', 'another'))],
  }
}
