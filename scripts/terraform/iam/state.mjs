// What an applied example holds: its resources, the files of its layer, names of its account.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value])

export class State {
  constructor(folder, path) {
    this.folder = folder
    this.resources = []
    const collect = (module) => {
      this.resources.push(...(module.resources ?? []).filter((one) => one.mode === 'managed'))
      ;(module.child_modules ?? []).forEach(collect)
    }
    collect(JSON.parse(readFileSync(path)).values.root_module)
    const [, partition, , region, account] = this.all('aws_sns_topic')[0].arn.split(':')
    Object.assign(this, { partition, region, account })
    this.suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
    this.files = {}
  }

  all(type) {
    return this.resources.filter((one) => one.type === type).map((one) => one.values)
  }

  arn(service, rest) {
    return `arn:${this.partition}:${service}:${this.region}:${this.account}:${rest}`
  }

  /** ARN of what belongs to no region. */
  globalArn(service, rest) {
    return `arn:${this.partition}:${service}::${this.account}:${rest}`
  }

  /** ARN of a bucket. */
  bucket(one) {
    return `arn:${this.partition}:s3:::${one.bucket}`
  }

  queue(arn) {
    return this.all('aws_sqs_queue').find((queue) => queue.arn === arn)
  }

  topic(arn) {
    return this.all('aws_sns_topic').find((topic) => topic.arn === arn)
  }

  /** Text of checks, alarms or channels as the functions read it. */
  file(name) {
    const layer = this.all('aws_lambda_layer_version')[0].filename
    this.files[name] ??= execFileSync('unzip', ['-p', resolve(this.folder, layer), `tagwatch/${name}.json`], { encoding: 'utf8' })
    return this.files[name]
  }

  references(name, form) {
    return [...new Set([...this.file(name).matchAll(form)].map((match) => match[1]))]
  }

  /** A request: who asks for what. The context holds what the policy must look at, no more: each of it is tried with another's value too. */
  ask(principal, action, resource, context = {}) {
    return { principal, action, resource, context }
  }

  via(service) {
    return { 'kms:ViaService': `${service}.${this.region}.${this.suffix}` }
  }

  /** An encrypted queue: whoever sends uses its key through SQS. */
  send(role, queue) {
    return [
      this.ask(role, 'sqs:SendMessage', queue.arn),
      this.ask(role, 'kms:GenerateDataKey', queue.kms_master_key_id, this.via('sqs')),
      this.ask(role, 'kms:Decrypt', queue.kms_master_key_id, this.via('sqs')),
    ]
  }

  take(role, queue) {
    return [
      ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((action) => this.ask(role, action, queue.arn)),
      this.ask(role, 'kms:Decrypt', queue.kms_master_key_id, this.via('sqs')),
    ]
  }
}
