// Holds the policies of an applied example, of roles, topics, queues and keys, against what is asked of them.
//
//   node iam.mjs CACHE PROJECT EXAMPLE STATE.json
//
// Asked for: what each function's code sends (operations.txt in its module, which a test of the code holds against the wire),
// what Lambda does in its name (log, dead letters, queues, network), what schedules do (iam/functions.mjs), and what AWS's
// services do: alarms and rules that publish, topics that fill queues, roles that are taken (iam/services.mjs). The questions
// are in iam/examine.mjs; iam/mutants.mjs then changes each policy in every small way and expects the questions to notice.
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { asked, idle, wrong } from './iam/examine.mjs'
import { survivors } from './iam/mutants.mjs'
import { State } from './iam/state.mjs'
import { Judge, worldOf } from './iam/world.mjs'

const [cache, project, example, path] = process.argv.slice(2)
const { runSimulation } = createRequire(join(resolve(cache), 'package.json'))('@cloud-copilot/iam-simulate')

const state = new State(example, path)
const judge = new Judge(runSimulation, state)
const { policies, problems } = worldOf(state)
const requests = asked(state, project)
problems.push(...requests.problems)
if (basename(example) === 'complete') problems.push(...requests.untried.map((one) => `nothing in examples/complete, as scripts/terraform/iam.sh fills it up, asks for ${one}: its permission would stay untried`))
for await (const problem of wrong(judge, policies, requests)) problems.push(problem)
for (const one of policies) {
  for await (const problem of idle(judge, policies, one, requests)) problems.push(problem)
}
problems.forEach((problem) => console.error(problem))
if (problems.length) {
  console.log(`${problems.length} permissions are wrong`)
  process.exit(1)
}
console.log(`${requests.wanted.length} requests allowed, ${requests.unwanted.length} denied; nothing missing, too wide, unused or idle in ${policies.length} policies`)
const { tried, alive } = await survivors(judge, policies, requests)
alive.forEach((one) => console.error(`nobody would notice: ${one}`))
console.log(alive.length ? `${alive.length} of ${tried} changes of policies would stay unnoticed` : `each of ${tried} changes of these policies is noticed`)
process.exit(alive.length ? 1 : 0)
