// Holds the policies of an applied example against what is asked for.
//
//   node iam.mjs CACHE PROJECT EXAMPLE STATE.json
//
// Asked for: what each function's code sends (operations.txt in its module, which a test of the code holds against the wire),
// what Lambda does in its name (log, dead letters, queues, network), and what schedules do. Three questions:
//   1. Is everything that is asked for allowed?                      else a permission is missing
//   2. With any one action or resource taken away, is it still?      then that permission is unused
//   3. Is what belongs to others denied?                             else a permission is too wide
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const [cache, project, example, statePath] = process.argv.slice(2)
const { runSimulation } = createRequire(join(resolve(cache), 'package.json'))('@cloud-copilot/iam-simulate')

const resources = []
const collect = (module) => {
  resources.push(...(module.resources ?? []).filter((r) => r.mode === 'managed'))
  ;(module.child_modules ?? []).forEach(collect)
}
collect(JSON.parse(readFileSync(statePath)).values.root_module)
const all = (type) => resources.filter((r) => r.type === type).map((r) => r.values)
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

const [partition, region, account] = ((arn) => [arn[1], arn[3], arn[4]])(all('aws_sns_topic')[0].arn.split(':'))
const arn = (service, rest) => `arn:${partition}:${service}:${region}:${account}:${rest}`
const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
const via = (service) => ({ 'kms:ViaService': `${service}.${region}.${suffix}` })
const ask = (action, resource, context = {}) => ({ action, resource, context })

const queues = all('aws_sqs_queue')
const queueOf = (queueArn) => queues.find((queue) => queue.arn === queueArn)
const layer = all('aws_lambda_layer_version')[0].filename
const file = (name) => execFileSync('unzip', ['-p', resolve(example, layer), `tagwatch/${name}.json`], { encoding: 'utf8' })
const references = (name, form) => [...new Set([...file(name).matchAll(form)].map((match) => match[1]))]

/** An encrypted queue: whoever sends or takes uses its key through SQS. */
const send = (queue) => [
  ask('sqs:SendMessage', queue.arn),
  ask('kms:GenerateDataKey', queue.kms_master_key_id, via('sqs')),
  ask('kms:Decrypt', queue.kms_master_key_id, via('sqs')),
]
const take = (queue) => [
  ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((action) => ask(action, queue.arn)),
  ask('kms:Decrypt', queue.kms_master_key_id, via('sqs')),
]

/** What an operation of the code is about. An operation that is not here must be added before it can be allowed. */
const shapes = (environment, configuration, part) => {
  const prefix = `tagwatch/${environment.TAGWATCH_DEPLOYMENT}/`
  return {
    'cloudwatch:PutMetricData': () => [ask('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': `${environment.TAGWATCH_NAMESPACE}/${part}` })],
    'cloudwatch:ListMetrics': () => [ask('cloudwatch:ListMetrics', '*')],
    'cloudwatch:DescribeAlarms': () => [ask('cloudwatch:DescribeAlarms', arn('cloudwatch', 'alarm:any'))],
    'cloudwatch:PutMetricAlarm': () => [ask('cloudwatch:PutMetricAlarm', arn('cloudwatch', `alarm:${prefix}i-0abc/cpu/critical`))],
    'cloudwatch:DeleteAlarms': () => [ask('cloudwatch:DeleteAlarms', arn('cloudwatch', `alarm:${prefix}i-0abc/cpu/critical`))],
    'ec2:DescribeInstances': () => [ask('ec2:DescribeInstances', '*')],
    'ec2:CreateTags': () => statusTag('ec2:CreateTags'),
    'ec2:DeleteTags': () => statusTag('ec2:DeleteTags'),
    'sqs:SendMessage': () => send(queues.find((queue) => queue.url === environment.TAGWATCH_QUEUE_URL)),
    'ssm:GetParameter': () => references(configuration, /"ssm:\/?([A-Za-z0-9_.\-/]+)"/g).flatMap(parameter),
    'secretsmanager:GetSecretValue': () =>
      references(configuration, /"secretsmanager:([A-Za-z0-9/_+=.@:-]+)(?:#[^"]*)?"/g).map((name) =>
        ask('secretsmanager:GetSecretValue', name.startsWith('arn:') ? name : arn('secretsmanager', `secret:${name}-a1B2c3`))),
  }
}
/** Written only when alarms.yaml asks for it. */
const statusTag = (action) =>
  JSON.parse(file('alarms')).status_tag ? [ask(action, arn('ec2', 'instance/i-0abc'), { 'aws:TagKeys': ['tagwatch:status'] })] : []
const parameter = (name) => {
  const made = all('aws_ssm_parameter').find((p) => p.name === `/${name}`)
  return [ask('ssm:GetParameter', arn('ssm', `parameter/${name}`)), ...(made ? [ask('kms:Decrypt', made.key_id, via('ssm'))] : [])]
}

const NETWORK = ['AssignPrivateIpAddresses', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'DescribeNetworkInterfaces', 'DescribeSubnets', 'UnassignPrivateIpAddresses']
const network = (action, context) => ask(`ec2:${action}`, action.startsWith('Describe') ? '*' : arn('ec2', action === 'CreateNetworkInterface' ? 'subnet/subnet-0123456789abcdef0' : 'network-interface/eni-0123456789abcdef0'), context)

const problems = []

function ofFunction(lambda) {
  const part = lambda.handler.split('.')[2] // io.tagwatch.<part>.Handler
  const configuration = { uptime: 'checks', notify: 'channels' }[part]
  const environment = lambda.environment[0].variables
  const known = shapes(environment, configuration, { uptime: 'Uptime', alarms: 'Sync' }[part])
  const operations = readFileSync(join(project, `${part}-lambda/src/main/resources/io/tagwatch/${part}/operations.txt`), 'utf8').split('\n').filter(Boolean)
  const unknown = operations.filter((operation) => !known[operation])
  problems.push(...unknown.map((operation) => `${part}: iam.mjs does not know what ${operation} is about`))
  const logs = all('aws_cloudwatch_log_group').find((group) => group.name === lambda.logging_config[0].log_group)
  const inVpc = (lambda.vpc_config ?? []).length > 0
  return {
    wanted: [
      ...operations.filter((operation) => known[operation]).flatMap((operation) => known[operation]()),
      ...['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ask(action, `${logs.arn}:log-stream:2026/11/21/[$LATEST]0`)),
      ...send(queueOf(lambda.dead_letter_config[0].target_arn)),
      ...all('aws_lambda_event_source_mapping')
        .filter((mapping) => mapping.function_name.startsWith(`${lambda.arn}:`))
        .flatMap((mapping) => take(queueOf(mapping.event_source_arn))),
      ...(inVpc ? NETWORK.map((action) => network(action)) : []),
    ],
    unwanted: [
      ...(inVpc ? NETWORK.map((action) => network(action, { 'lambda:SourceFunctionArn': lambda.arn })) : []),
      ask('cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:tagwatch/another/i-0abc/cpu/critical')),
      ask('cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:by-hand')),
      ask('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }),
      ask('ec2:CreateTags', arn('ec2', 'instance/i-0abc'), { 'aws:TagKeys': ['tagwatch:status', 'Name'] }),
      ask('ec2:DeleteTags', arn('ec2', 'instance/i-0abc')),
      ask('ssm:GetParameter', arn('ssm', 'parameter/another')),
      ask('secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:another-a1B2c3')),
      ask('sqs:ReceiveMessage', arn('sqs', 'another')),
      ask('sqs:SendMessage', arn('sqs', 'another')),
      ask('kms:Decrypt', queueOf(lambda.dead_letter_config[0].target_arn).kms_master_key_id, via('s3')),
      ask('logs:PutLogEvents', arn('logs', 'log-group:another:log-stream:0')),
    ],
  }
}

function ofSchedules(role) {
  const targets = all('aws_scheduler_schedule').map((schedule) => schedule.target[0]).filter((target) => target.role_arn === role.arn)
  return {
    wanted: targets.flatMap((target) => (target.arn.includes(':lambda:') ? [ask('lambda:InvokeFunction', target.arn)] : send(queueOf(target.arn)))),
    unwanted: [ask('lambda:InvokeFunction', arn('lambda', 'function:another')), ask('sqs:SendMessage', arn('sqs', 'another'))],
  }
}

async function allowed(role, policy, request) {
  const response = await runSimulation({
    request: {
      principal: role.arn,
      action: request.action,
      resource: { resource: request.resource, accountId: account },
      contextVariables: request.context,
    },
    identityPolicies: [{ name: 'function', policy }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    // A key's policy that leaves the decision to IAM, as the one made here does for the account.
    ...(request.action.startsWith('kms:') && {
      resourcePolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }] },
    }),
  }, {})
  if (response.resultType === 'error') {
    throw new Error(`${request.action} on ${request.resource}: ${JSON.stringify(response.errors)}`)
  }
  return response.overallResult === 'Allowed'
}

/** Every policy with one action or one resource of one Allow statement less. */
function* weakened(policy) {
  for (const [index, statement] of policy.Statement.entries()) {
    if (statement.Effect !== 'Allow') continue
    for (const key of ['Action', 'Resource']) {
      for (const value of list(statement[key])) {
        const rest = list(statement[key]).filter((one) => one !== value)
        const statements = policy.Statement.map((one, i) => (i === index ? { ...statement, [key]: rest } : one))
        yield { what: `${statement.Sid}: ${value}`, policy: { ...policy, Statement: rest.length ? statements : statements.toSpliced(index, 1) } }
      }
    }
  }
}

async function examine(name, role, { wanted, unwanted }) {
  const policy = JSON.parse(all('aws_iam_role_policy').find((one) => one.role === role.id || one.role === role.name).policy)
  const granted = []
  for (const request of wanted) {
    if (await allowed(role, policy, request)) granted.push(request)
    else problems.push(`${name}: missing ${request.action} on ${request.resource}`)
  }
  for (const request of unwanted) {
    if (await allowed(role, policy, request)) problems.push(`${name}: too wide, it may ${request.action} on ${request.resource}`)
  }
  for (const less of weakened(policy)) {
    let needed = false
    for (const request of granted) {
      needed ||= !(await allowed(role, less.policy, request))
      if (needed) break
    }
    if (!needed) problems.push(`${name}: unused ${less.what}`)
  }
  return wanted.length
}

const roles = all('aws_iam_role')
let asked = 0
for (const lambda of all('aws_lambda_function')) {
  asked += await examine(lambda.function_name, roles.find((role) => role.arn === lambda.role), ofFunction(lambda))
}
for (const role of roles.filter((one) => one.assume_role_policy.includes('scheduler.amazonaws.com'))) {
  asked += await examine(role.name, role, ofSchedules(role))
}
const policies = all('aws_iam_role_policy').length + all('aws_iam_policy').length + all('aws_iam_role_policy_attachment').length
if (policies !== roles.length) problems.push(`${policies} policies for ${roles.length} roles: iam.mjs would not see all of them`)

problems.forEach((problem) => console.error(problem))
console.log(problems.length ? `${problems.length} permissions are wrong` : `${asked} requests allowed, nothing missing, unused or too wide in ${roles.length} roles`)
process.exit(problems.length ? 1 : 0)
