// All policies of a state, and the question whether they allow a request.
import { list } from './state.mjs'

/** Where each type of resource keeps its policies: [ARN of what the policy belongs to, policy]. */
const RESOURCE_POLICIES = {
  aws_iam_role: (state, one) => [one.arn, one.assume_role_policy],
  aws_kms_key: (state, one) => [one.arn, one.policy],
  aws_sns_topic_policy: (state, one) => [one.arn, one.policy],
  aws_sqs_queue_policy: (state, one) => [state.all('aws_sqs_queue').find((queue) => queue.url === one.queue_url).arn, one.policy],
  aws_s3_bucket_policy: (state, one) => [`arn:${state.partition}:s3:::${one.bucket}`, one.policy],
}
/** These hold policies too, but the same ones as above, or none that decides about requests. */
const ELSEWHERE = new Set(['aws_iam_role_policy', 'aws_sns_topic', 'aws_sqs_queue', 'aws_s3_bucket'])

/** {policies: [{name, owner, identity, policy}], problems}: owner is the role or the resource. */
export function worldOf(state) {
  const policies = []
  const problems = []
  for (const { type, values, address } of state.resources) {
    if (type === 'aws_iam_role_policy') {
      const role = state.all('aws_iam_role').find((one) => one.id === values.role || one.name === values.role)
      policies.push({ name: `${role.name}`, owner: role.arn, identity: true, policy: JSON.parse(values.policy) })
    } else if (RESOURCE_POLICIES[type]) {
      const [owner, policy] = RESOURCE_POLICIES[type](state, values)
      policies.push({ name: `policy of ${owner.split(':').slice(5).join(':')}`, owner, identity: false, policy: JSON.parse(policy) })
    } else if (!ELSEWHERE.has(type) && (/_policy(_attachment)?$|_permission$/.test(type) || String(values.policy ?? '').includes('"Statement"'))) {
      problems.push(`${address}: scripts/terraform/iam/world.mjs does not know where ${type} keeps its policy`)
    }
  }
  const roles = policies.filter((one) => one.identity).map((one) => one.owner)
  if (new Set(roles).size !== roles.length) problems.push('a role has several policies: scripts/terraform/iam/world.mjs would see only one of them')
  return { policies, problems }
}

/** Whether a request concerns a policy at all. */
export const concerns = (one, request) => (one.identity ? one.owner === request.principal : request.resource === one.owner || request.resource.startsWith(`${one.owner}/`))

/** What the account's root user may do by itself. */
const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

/** iam-simulate drops keys of encryption contexts, whose names are free; under the name of a tag it compares them. */
const readable = (value) =>
  JSON.parse(JSON.stringify(value).replaceAll(/"kms:EncryptionContext:([^"]+)":/g, (_, name) => `"aws:PrincipalTag/context.${name.replaceAll(':', '.')}":`))

/** Asks iam-simulate, and remembers the answer. */
export class Judge {
  constructor(runSimulation, state) {
    this.run = runSimulation
    this.state = state
    this.answers = new Map()
  }

  async allows(policies, request) {
    const identity = policies.find((one) => one.identity && concerns(one, request))?.policy
    const resource = policies.find((one) => !one.identity && concerns(one, request))?.policy ?? this.outside(request)
    const question = JSON.stringify([request, identity, resource])
    if (!this.answers.has(question)) this.answers.set(question, await this.ask(request, identity, resource))
    return this.answers.get(question)
  }

  /** A key that is not made here leaves the decision to IAM. */
  outside(request) {
    if (!request.action.startsWith('kms:')) return undefined
    return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: this.state.globalArn('iam', 'root') }, Action: 'kms:*', Resource: '*' }] }
  }

  async ask({ principal, action, resource, context }, identity, resourcePolicy) {
    const own = principal.endsWith(':root') ? EVERYTHING : identity
    const response = await this.run({
      request: { principal, action, resource: { resource, accountId: this.state.account }, contextVariables: readable(context) },
      identityPolicies: own ? [{ name: 'role', policy: readable(own) }] : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resourcePolicy && { resourcePolicy: readable(resourcePolicy) }),
    }, {})
    if (response.resultType === 'error') throw new Error(`${principal} ${action} on ${resource}: ${JSON.stringify(response.errors)}`)
    return response.overallResult === 'Allowed'
  }
}

/** The policy without one statement, or with one changed. */
const changed = (policy, index, statement) => ({ ...policy, Statement: statement ? policy.Statement.with(index, statement) : policy.Statement.toSpliced(index, 1) })

/** Every policy with one action, resource, principal or value of a condition less, of statements of that effect. */
export function* weakened(policy, effect) {
  for (const [index, statement] of list(policy.Statement).entries()) {
    if (statement.Effect !== effect) continue
    const part = (what, values, put) =>
      values.map((value) => {
        const rest = values.filter((one) => one !== value)
        return { what: `${statement.Sid}: ${what} ${value}`, policy: changed(policy, index, rest.length ? put(rest) : undefined) }
      })
    yield* part('action', list(statement.Action), (Action) => ({ ...statement, Action }))
    yield* part('resource', list(statement.Resource), (Resource) => ({ ...statement, Resource }))
    for (const [kind, names] of Object.entries(statement.Principal ?? {})) {
      yield* part(`principal ${kind}`, list(names), (rest) => ({ ...statement, Principal: { ...statement.Principal, [kind]: rest } }))
    }
    for (const [test, keys] of Object.entries(statement.Condition ?? {})) {
      for (const [key, values] of Object.entries(keys)) {
        if (list(values).length > 1) yield* part(`${key} =`, list(values), (rest) => ({ ...statement, Condition: { ...statement.Condition, [test]: { ...keys, [key]: rest } } }))
      }
    }
  }
}

/** Every policy with one condition less. */
export function* unconditioned(policy) {
  for (const [index, statement] of list(policy.Statement).entries()) {
    for (const [test, keys] of Object.entries(statement.Condition ?? {})) {
      for (const key of Object.keys(keys)) {
        const { [key]: gone, ...rest } = keys
        const { [test]: whole, ...others } = statement.Condition
        const Condition = { ...others, ...(Object.keys(rest).length ? { [test]: rest } : {}) }
        const { Condition: old, ...bare } = statement
        yield { what: `${statement.Sid}: condition ${test} ${key}`, effect: statement.Effect, policy: changed(policy, index, Object.keys(Condition).length ? { ...bare, Condition } : bare) }
      }
    }
  }
}
