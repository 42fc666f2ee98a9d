// Starts and stops the release build on a database, and speaks to it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const pause = (milliseconds) => new Promise((then) => setTimeout(then, milliseconds))
const binary = join(process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'server')

const freePort = () =>
	new Promise((resolve, reject) => {
		const socket = createServer().once('error', reject)
		socket.listen(0, '127.0.0.1', () => {
			const { port } = socket.address()
			socket.close(() => resolve(port))
		})
	})

/** One database of the benchmark: its URL, its folder, and PostgreSQL's process. */
export class Database {
	/** @param {'SQLite' | 'PostgreSQL'} kind @param {string} name @param {string} folder */
	constructor(kind, name, folder) {
		this.kind = kind
		this.name = name
		this.folder = join(folder, `${kind}-${name}`)
		mkdirSync(this.folder, { recursive: true })
		if (kind === 'SQLite') {
			this.file = join(this.folder, 'platform.db')
			this.url = `sqlite:${this.file}`
		} else {
			const base = new URL(process.env.TEST_POSTGRES_URL)
			base.pathname = `/bench_${name}`
			this.url = base.href
			this.databasePid = Number(process.env.POSTGRES_PID)
		}
	}

	get environment() {
		return { ...process.env, DATABASE_URL: this.url, DATA_DIR: this.folder, HOST: '127.0.0.1', BENCH: '1' }
	}

	/** Creates it anew with the demonstration accounts and `rows` associations; keeps what `seed` printed. */
	seed(rows) {
		rmSync(this.folder, { recursive: true, force: true })
		mkdirSync(this.folder)
		if (this.kind === 'PostgreSQL') {
			psql(process.env.TEST_POSTGRES_URL, `DROP DATABASE IF EXISTS bench_${this.name} WITH (FORCE)`)
			psql(process.env.TEST_POSTGRES_URL, `CREATE DATABASE bench_${this.name}`)
		}
		const printed = execFileSync(binary, ['seed', '--demo', '--associations', String(rows)], {
			env: this.environment,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
			maxBuffer: 1 << 26,
		})
		this.accounts = readAccounts(printed)
		if (this.kind === 'PostgreSQL') psql(this.url, 'VACUUM ANALYZE')
	}

	drop() {
		if (this.kind === 'PostgreSQL') psql(process.env.TEST_POSTGRES_URL, `DROP DATABASE IF EXISTS bench_${this.name} WITH (FORCE)`)
		rmSync(this.folder, { recursive: true, force: true })
	}

	/** Starts a server on it and waits for the first answer of /readyz; `startedIn` is that time in milliseconds. */
	async serve() {
		const port = await freePort()
		const url = `http://127.0.0.1:${port}`
		const log = join(this.folder, 'server.log')
		const file = openSync(log, 'a')
		const begin = performance.now()
		const child = spawn(binary, ['serve'], { env: { ...this.environment, PORT: String(port) }, stdio: ['ignore', file, file] })
		const ended = new Promise((resolve) => child.once('exit', resolve))
		for (;;) {
			const answer = await fetch(`${url}/readyz`).catch(() => undefined)
			if (answer?.ok) break
			if (child.exitCode !== null || performance.now() - begin > 120_000) {
				child.kill('SIGKILL')
				throw new Error(`the server did not start on ${this.kind}:\n${readFileSync(log, 'utf8').slice(-2000)}`)
			}
			await pause(2)
		}
		return new Server(this, child, ended, url, performance.now() - begin)
	}
}

/** A running server. */
class Server {
	constructor(database, child, ended, url, startedIn) {
		Object.assign(this, { database, child, ended, url, startedIn, pid: child.pid, databasePid: database.databasePid })
		servers.add(this)
	}

	/** GET or POST; the parsed body, the exact number of its bytes, and the headers. Fails on an error. */
	async ask(path, { method = 'GET', headers = {}, body } = {}) {
		const answer = await fetch(this.url + path, { method, headers: { 'accept-encoding': 'identity', ...headers }, body })
		const bytes = Buffer.from(await answer.arrayBuffer())
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${bytes.toString().slice(0, 400)}`)
		return { body: bytes.length ? JSON.parse(bytes) : undefined, bytes: bytes.length, headers: answer.headers }
	}

	/** The header of someone with this role, from the demonstration accounts. */
	async as(role) {
		const account = this.database.accounts.find((one) => one.role === role)
		if (!account) throw new Error(`seed printed no account with the role ${role}`)
		const { body } = await this.ask('/api/v1/auth/session', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ login: account.login, password: account.password }),
		})
		return { authorization: `Bearer ${body.access_token}` }
	}

	async stop() {
		servers.delete(this)
		this.child.kill('SIGTERM')
		const killer = setTimeout(() => this.child.kill('SIGKILL'), 20_000)
		await this.ended
		clearTimeout(killer)
	}
}

const servers = new Set()
process.on('exit', () => {
	for (const server of servers) server.child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

/** Lines of `seed --demo` such as `chamber  chamber-16@example.dz  password`. */
function readAccounts(text) {
	return [...text.matchAll(/^[^\w\n]*(\w+)[ \t]+(?:.*[ \t])?([^\s@]+@\S+)[ \t]+(\S+)[ \t]*$/gm)].map(([, role, login, password]) => ({ role, login, password }))
}

/** Runs SQL through psql and returns its rows as text. */
export function psql(url, sql) {
	return execFileSync('psql', [url, '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-c', sql], {
		encoding: 'utf8',
		env: { ...process.env, PGOPTIONS: '-c client_min_messages=warning' },
		maxBuffer: 1 << 28,
	})
}

export { pause }
