// What a schema cannot say about docker-compose.yml: the parts that must be there, health checks everywhere, nobody root,
// no secret, only settings that the server knows. Prints every problem; the exit code is 1 when there is one.
//   node docker/check.mjs [COMPOSE_FILE]
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const file = resolve(process.argv[2] ?? join(root, 'docker-compose.yml'))
const problems = []
const check = (holds, problem) => holds || problems.push(problem)

const text = readFileSync(file, 'utf8')
const compose = parse(text, { merge: true })
const services = Object.entries(compose.services ?? {})
const service = (name) => compose.services?.[name] ?? {}
const environmentOf = ({ environment = {} }) =>
	Array.isArray(environment)
		? Object.fromEntries(environment.map((row) => [row.split('=')[0], row.split('=').slice(1).join('=')]))
		: environment

for (const name of ['api', 'web', 'database', 'storage', 'mail']) check(compose.services?.[name], `there is no service "${name}"`)
check(service('api').deploy?.replicas >= 2, 'service "api" has fewer than two replicas')
check(!service('api').ports && !service('api').container_name, 'service "api" cannot have replicas with a published port or a fixed name')
check(!service('api').volumes, 'service "api" keeps something on a volume: files belong to the storage')
check(environmentOf(service('api')).S3_ENDPOINT?.includes('storage:'), 'service "api" does not use the service "storage"')
check(/^postgres:17\b/.test(service('database').image), 'service "database" is not PostgreSQL 17')

// One that ends by itself has no health; those that wait for it say so.
const waitedFor = (name) =>
	services.some(([, other]) => other.depends_on?.[name]?.condition === 'service_completed_successfully')

for (const [name, its] of services) {
	if (!waitedFor(name)) {
		check(its.healthcheck?.test?.length > 1 && !its.healthcheck.disable, `service "${name}" has no health check`)
		check(its.restart === 'unless-stopped', `service "${name}" is not started again after a failure`)
	}
	check(its.build || /:v?\d/.test(its.image ?? ''), `service "${name}" has an image without a version: ${its.image}`)
	check(!its.privileged && its.network_mode !== 'host', `service "${name}" has the rights of the host`)
	for (const [other, { condition } = {}] of Object.entries(its.depends_on ?? {})) {
		check(compose.services[other], `service "${name}" waits for "${other}", which is not there`)
		check(condition && condition !== 'service_started', `service "${name}" does not wait until "${other}" is healthy`)
	}
	for (const network of Array.isArray(its.networks) ? its.networks : Object.keys(its.networks ?? {}))
		check(network in (compose.networks ?? {}), `service "${name}" uses the undeclared network "${network}"`)
	for (const volume of its.volumes ?? []) {
		const source = typeof volume === 'string' ? volume.split(':')[0] : volume.source
		check(/^[./]/.test(source) || source in (compose.volumes ?? {}), `service "${name}" uses the undeclared volume "${source}"`)
	}
	for (const [key, value] of Object.entries(environmentOf(its))) {
		const secret = /(PASSWORD|SECRET|TOKEN|ACCESS_KEY|KEY_ID)/.test(key) && !/_FILE$/.test(key)
		check(!secret || /^\$\{\w+:\?[^}]+\}$/.test(String(value)), `service "${name}" must take ${key} from the environment as \${${key}:?message}`)
		check(!/:\/\/[^/$@]*:[^/$@]+@/.test(String(value)), `service "${name}" has a password inside ${key}`)
	}
}

// What must be given is in .env.example, empty; and .env itself is never committed.
const required = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
const example = readFileSync(join(root, '.env.example'), 'utf8')
const given = new Map([...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
for (const name of required) check(given.has(name), `.env.example does not mention ${name}`)
for (const [name, value] of given) {
	check(required.has(name), `.env.example mentions ${name}, which docker-compose.yml does not ask for`)
	check(value === '', `.env.example has a value for ${name}`)
}
check(/^\/?\.env$/m.test(readFileSync(join(root, '.gitignore'), 'utf8')), '.gitignore does not have .env')

// Each image: built to the end by a user that is not root, from bases with a version, with a health check.
const dockerfiles = new Map()
for (const [name, { build }] of services) {
	if (!build) continue
	const path = join(root, build.context ?? '.', build.dockerfile ?? 'Dockerfile')
	check(existsSync(path), `service "${name}" is built from ${build.dockerfile}, which is not there`)
	if (!existsSync(path)) continue
	const stages = dockerfiles.get(path) ?? stagesOf(readFileSync(path, 'utf8'))
	dockerfiles.set(path, stages)
	const stage = stages.get(build.target)
	check(stage, `service "${name}" is built up to the stage "${build.target}", which is not there`)
	if (!stage) continue
	check(/^HEALTHCHECK /m.test(stage.body), `stage "${build.target}" has no HEALTHCHECK`)
	const user = [...stage.body.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]
	check(user ? !/^(root|0)(:|$)/.test(user) : /unprivileged/.test(stage.base), `stage "${build.target}" runs as root`)
	for (const { base } of stages.values()) check(stages.has(base) || /:\d/.test(base), `the base image ${base} has no version`)
}

function stagesOf(dockerfile) {
	const stages = new Map()
	for (const part of dockerfile.split(/^(?=FROM )/m).filter((part) => part.startsWith('FROM '))) {
		const [, base, name] = part.match(/^FROM (\S+)(?: AS (\S+))?/i)
		stages.set(name, { base, body: part })
	}
	return stages
}

// The generated page lists every setting of the server: a name that is not on it is a spelling mistake.
const settings = join(root, 'docs', 'configuration.md')
if (existsSync(settings)) {
	const known = new Set(readFileSync(settings, 'utf8').match(/\b[A-Z][A-Z0-9_]{2,}\b/g))
	for (const name of Object.keys(environmentOf(service('api'))))
		check(known.has(name), `service "api" sets ${name}, which docs/configuration.md does not list`)
}

for (const problem of problems) console.error(`${file}: ${problem}`)
process.exit(problems.length > 0 ? 1 : 0)
