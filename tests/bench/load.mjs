// Puts load on one address with wrk, or oha where there is no wrk, and accounts for the server's processor time.
import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cpuSeconds } from './proc.mjs'

const run = promisify(execFile)
export const CONNECTIONS = 16

const has = (program) => {
	try {
		execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
		return true
	} catch {
		return false
	}
}
const tool = ['wrk', 'oha'].find(has)

/**
 * Requests `path` over 16 connections for `seconds` after a second of warming up.
 * @returns {Promise<{rate: number, p50: number, p99: number, cpu: number, databaseCpu: number}>} requests per second;
 *   latencies in milliseconds; processor time of the server and of PostgreSQL in microseconds per request.
 * @throws where an answer was an error: speed at failing is no figure.
 */
export async function load(server, path, { headers = {}, body, seconds }) {
	if (!tool) throw new Error('neither wrk nor oha is installed')
	const shoot = tool === 'wrk' ? wrk : oha
	await shoot(server.url + path, headers, body, 1)
	const before = cpuSeconds(server)
	const result = await shoot(server.url + path, headers, body, seconds)
	const after = cpuSeconds(server)
	if (result.requests === 0) throw new Error(`no answer from ${path}`)
	if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} answers from ${path} were errors`)
	return {
		rate: result.requests / result.seconds,
		p50: result.p50 * 1e3,
		p99: result.p99 * 1e3,
		cpu: ((after.server - before.server) / result.requests) * 1e6,
		databaseCpu: ((after.database - before.database) / result.requests) * 1e6,
	}
}

const headerArguments = (headers) => Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])

async function wrk(url, headers, body, seconds) {
	const script = fileURLToPath(new URL('load.lua', import.meta.url))
	const { stdout } = await run('wrk', [`-t2`, `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, ...headerArguments(headers), url], {
		env: { ...process.env, ...(body ? { BENCH_BODY: body } : {}) },
	})
	return JSON.parse(stdout.match(/^RESULT (.*)$/m)[1])
}

async function oha(url, headers, body, seconds) {
	const post = body ? ['-m', 'POST', '-T', 'application/json', '-d', body.replaceAll('@ID@', String(Date.now()))] : []
	const { stdout } = await run(
		'oha',
		['--no-tui', '--output-format', 'json', '-z', `${seconds}s`, '-c', String(CONNECTIONS), ...headerArguments(headers), ...post, url],
		{ maxBuffer: 1 << 26 },
	)
	const { summary, latencyPercentiles, statusCodeDistribution } = JSON.parse(stdout)
	const codes = Object.entries(statusCodeDistribution)
	const count = (rows) => rows.reduce((total, [, n]) => total + n, 0)
	return {
		requests: count(codes),
		seconds: summary.total,
		p50: latencyPercentiles.p50,
		p99: latencyPercentiles.p99,
		failed: count(codes.filter(([code]) => Number(code) >= 400)),
	}
}
