// Four questions to the policies of a state:
//   1. Is everything that is asked for allowed?                                    else a permission is missing
//   2. Is what belongs to others denied?                                           else a permission is too wide
//   3. Without any one action, resource or principal, is something asked for lost? else that permission is unused
//   4. Without any one condition, or part of a denial, is something opened?        else that condition is idle
import { ofFunction, ofSchedules } from './functions.mjs'
import { ofServices } from './services.mjs'
import { concerns, unconditioned, weakened } from './world.mjs'

const FOREIGN = '999999999999'

/** The same request with one thing about it of somebody else's. */
function foreign(state, request) {
  return Object.entries(request.context).map(([key, value]) => {
    const other = {
      'kms:ViaService': `s3.${state.region}.${state.suffix}`,
      'cloudwatch:namespace': 'AWS/EC2',
      'aws:TagKeys': ['another'],
      'aws:SecureTransport': 'false',
    }[key] ?? (value.includes(state.account) ? value.replaceAll(state.account, FOREIGN) : `another.${value}`)
    return { ...request, context: { ...request.context, [key]: other } }
  })
}

const distinct = (requests) => [...new Map(requests.map((one) => [JSON.stringify(one), one])).values()]

/** All that is asked for in a state, {wanted, unwanted, problems}; untried are operations of the code with which nothing is asked. */
export function asked(state, project) {
  const groups = [...state.all('aws_lambda_function').map((lambda) => ofFunction(state, project, lambda)), ofServices(state)]
  for (const role of state.all('aws_iam_role').filter((one) => one.assume_role_policy.includes('scheduler.amazonaws.com'))) {
    groups.push(ofSchedules(state, role.arn))
  }
  const wanted = distinct(groups.flatMap((group) => group.wanted))
  const unwanted = distinct([...groups.flatMap((group) => group.unwanted), ...wanted.flatMap((one) => foreign(state, one))])
  const tried = groups.flatMap((group) => Object.entries(group.tried ?? {}))
  const untried = [...new Set(tried.map(([name]) => name))].filter((name) => !tried.some(([one, asks]) => one === name && asks))
  return { wanted, unwanted, untried, problems: groups.flatMap((group) => group.problems) }
}

const told = (request) => `${request.principal.split(/[:/]/).at(-1)} ${request.action} on ${request.resource} ${JSON.stringify(request.context)}`

/** Questions 1 and 2. */
export async function* wrong(judge, policies, { wanted, unwanted }) {
  for (const request of wanted) {
    if (!(await judge.allows(policies, request))) yield `missing: ${told(request)}`
  }
  for (const request of unwanted) {
    if (await judge.allows(policies, request)) yield `too wide: ${told(request)}`
  }
}

/** Questions 3 and 4, about one of the policies. */
export async function* idle(judge, policies, one, { wanted, unwanted }) {
  const differs = async (requests, policy) => {
    const others = policies.map((each) => (each === one ? { ...one, policy } : each))
    for (const request of requests.filter((each) => concerns(one, each))) {
      if ((await judge.allows(policies, request)) !== (await judge.allows(others, request))) return true
    }
    return false
  }
  for (const less of weakened(one.policy, 'Allow')) {
    if (!(await differs(wanted, less.policy))) yield `unused in ${one.name}: ${less.what}`
  }
  for (const less of weakened(one.policy, 'Deny')) {
    if (!(await differs(unwanted, less.policy))) yield `idle in ${one.name}: ${less.what}`
  }
  for (const less of unconditioned(one.policy)) {
    if (!(await differs(less.effect === 'Allow' ? unwanted : wanted, less.policy))) yield `idle in ${one.name}: ${less.what}`
  }
}
