// Courses: certificates by themselves in release, and what a server does of attendance and grades.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { figure } from './report.mjs'

/** Measures how long a thousand certificates take, and the memory that needs. */
export function certificates() {
	const options = ['bench', '--quiet', '--locked', '-p', 'print', '--bench', 'speed', '--', '--values']
	const printed = execFileSync('cargo', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
	console.error(printed.trimEnd().replace(/^/gm, '  '))
	const value = (name) => {
		const found = new RegExp(`^${name}=([0-9.e-]+)$`, 'm').exec(printed)
		if (!found) throw new Error(`the benchmark of certificates did not print ${name}`)
		return Number(found[1])
	}
	figure('1,000 certificates', 'none', value('certificates'), 's', ['≤', 20])
	figure('memory for 1,000 certificates', 'none', value('memory') / (1 << 20), 'MiB', ['≤', 300])
}

/** The cohort of the demonstration data that is being taught. */
const COHORT = '/api/v1/cohorts/01941f29-7c00-7000-8000-00000000000d'
const ENTRIES = 10_000

/** Measures attendance sent by a device in one request, and the gradebook. */
export async function attendance(database) {
	const server = await database.serve()
	try {
		const headers = { ...(await server.as('chamber')), 'content-type': 'application/json' }
		const sessions = (await server.ask(`${COHORT}/sessions?limit=200`)).body.items.filter((one) => one.listed)
		const book = (await server.ask(`${COHORT}/gradebook`, { headers })).body
		const open = book.participants.filter((one) => !one.certified)
		const at = new Date().toISOString()
		const entry = (_, place) => ({
			id: randomUUID(),
			session_id: sessions[place % sessions.length].id,
			enrolment_id: open[Math.floor(place / sessions.length) % open.length].enrolment_id,
			mark: 'present',
			at,
		})
		const body = JSON.stringify({ device: 'bench', sent_at: at, entries: Array.from({ length: ENTRIES }, entry) })
		const begin = performance.now()
		const { body: receipt } = await server.ask(`${COHORT}/attendance`, { method: 'POST', headers, body })
		if (receipt.recorded !== ENTRIES) throw new Error(`${receipt.recorded} of ${ENTRIES} entries were recorded`)
		figure(`${ENTRIES} entries of attendance in one request`, database.kind, (performance.now() - begin) / 1000, 's', ['≤', 1])
	} finally {
		await server.stop()
	}
}
