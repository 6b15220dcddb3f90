// Proof that the examination cannot be fooled: every policy with something taken away or something added must be found wrong.
import { idle, wrong } from './examine.mjs'
import { unconditioned, weakened } from './world.mjs'

/** An action that nobody asks for, of the service that the statement is about. */
const UNUSED = { sqs: 'sqs:PurgeQueue', sns: 'sns:Subscribe', kms: 'kms:ReplicateKey', sts: 'sts:TagSession', cloudwatch: 'cloudwatch:PutDashboard', ec2: 'ec2:TerminateInstances', ssm: 'ssm:PutParameter', secretsmanager: 'secretsmanager:PutSecretValue', logs: 'logs:DeleteLogGroup', lambda: 'lambda:DeleteFunction', s3: 's3:DeleteObject', iam: 'iam:PassRole' }

function* mutants({ identity, owner, policy }) {
  for (const less of weakened(policy, 'Allow')) yield { what: `without ${less.what}`, policy: less.policy }
  for (const less of weakened(policy, 'Deny')) yield { what: `without ${less.what}`, policy: less.policy }
  for (const less of unconditioned(policy)) yield { what: `without ${less.what}`, policy: less.policy }
  for (const [index, statement] of policy.Statement.entries()) {
    yield { what: `without ${statement.Sid}`, policy: { ...policy, Statement: policy.Statement.toSpliced(index, 1) } }
    const actions = [statement.Action].flat()
    const more = UNUSED[actions[0].split(':')[0]]
    if (more && !actions.some((action) => action.endsWith(':*'))) yield { what: `${statement.Sid} with ${more}`, policy: { ...policy, Statement: policy.Statement.with(index, { ...statement, Action: [...actions, more] }) } }
  }
  const stranger = identity
    ? { Sid: 'Unused', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::another/*' }
    : { Sid: 'Unused', Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: [policy.Statement[0].Action].flat()[0], ...(policy.Statement[0].Resource && { Resource: owner }) }
  yield { what: 'with a statement that nobody needs', policy: { ...policy, Statement: [...policy.Statement, stranger] } }
}

async function found(judge, policies, one, requests) {
  for await (const problem of wrong(judge, policies, requests)) return problem
  for await (const problem of idle(judge, policies, one, requests)) return problem
  return undefined
}

/** {tried, survivors}: changes that nobody would notice. */
export async function survivors(judge, policies, requests) {
  const alive = []
  let tried = 0
  for (const one of policies) {
    const without = policies.filter((each) => each !== one)
    tried++
    if (!(await found(judge, without, { ...one, policy: { Statement: [] } }, requests))) alive.push(`${one.name} taken away`)
    for (const mutant of mutants(one)) {
      tried++
      const changed = { ...one, policy: mutant.policy }
      if (!(await found(judge, policies.map((each) => (each === one ? changed : each)), changed, requests))) alive.push(`${one.name} ${mutant.what}`)
    }
  }
  return { tried, alive }
}
