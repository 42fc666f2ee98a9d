// Requests per second, latency, processor time and memory, as shares of what the same server gives for a fixed body.
import { load } from './load.mjs'
import { memory } from './proc.mjs'
import { figure, measurement, missing } from './report.mjs'

const LIST = '/api/v1/associations?level=communal&sort=-founded_on&limit=50'
const MAP = '/api/v1/associations/counts'

/** Least share of the fixed body's requests per second. */
const SHARES = {
	SQLite: { one: 0.5, list: 0.25 },
	PostgreSQL: { one: 0.3, list: 0.15 },
}
/** Most processor time of the server per request, as a multiple of the fixed body's. */
const MULTIPLES = { one: 2, list: 4, post: 4 }
const NOT_MODIFIED_SHARE = 0.8
const IDLE_MEMORY = 40
const LOADED_MEMORY = 150
const START = 300

/** A draft that any chamber may enter; @ID@ is replaced by something new in each request. */
const DRAFT = JSON.stringify({
	name: { ar: 'جمعية القياس @ID@', fr: 'Association de mesure @ID@' },
	level: 'communal',
	kind: 'professional',
	legal_regime: 'law_12_06',
	seat: { commune_code: '1601' },
	craft_sectors: ['02'],
})

/** Everything that is measured on the smaller data set. Returns the latencies that depend on the number of rows. */
export async function requests(database, seconds) {
	const kind = database.kind
	await starts(database)
	const server = await database.serve()
	try {
		await new Promise((then) => setTimeout(then, 1000))
		figure('memory, idle', kind, memory(server.pid).now, 'MiB', ['≤', IDLE_MEMORY])

		const list = await server.ask(LIST)
		if (list.body.items.length !== 50) throw new Error(`${LIST} gives ${list.body.items.length} rows, not 50`)
		const path = `/api/v1/associations/${list.body.items[0].id}`
		const one = await server.ask(path)
		const share = SHARES[kind]
		await compare(server, 'one association', path, one.bytes, { seconds, share: share.one, multiple: MULTIPLES.one })
		const anew = { 'Cache-Control': 'no-cache' }
		measurement('one association, anew', kind, await load(server, path, { seconds, headers: anew }))
		measurement('list of 50, anew', kind, await load(server, LIST, { seconds, headers: anew }))
		const latency = { list: await compare(server, 'list of 50', LIST, list.bytes, { seconds, share: share.list, multiple: MULTIPLES.list }) }

		const etag = one.headers.get('etag')
		if (etag) {
			const headers = { 'If-None-Match': etag }
			await compare(server, 'not modified', path, one.bytes, { seconds, headers, share: NOT_MODIFIED_SHARE })
		} else missing('not modified', kind, 'the association has no ETag')

		Object.assign(latency, await dependent(server, seconds, { list: false }))
		try {
			const headers = await server.as('chamber')
			await compare(server, 'new association', '/api/v1/associations', Buffer.byteLength(DRAFT), { seconds, headers, body: DRAFT, multiple: MULTIPLES.post })
		} catch (error) {
			missing('new association', kind, error.message)
		}
		figure('memory, under load', kind, memory(server.pid).peak, 'MiB', ['≤', LOADED_MEMORY])
		return latency
	} finally {
		await server.stop()
	}
}

/** Median latencies of what could grow with the number of rows; `list` is left out where it was measured already. */
export async function dependent(server, seconds, { list = true } = {}) {
	const { body } = await server.ask('/api/v1/associations?limit=1')
	const word = body.items[0].name.ar.split(' ').find((part) => part.length >= 4) ?? body.items[0].name.ar
	const paths = {
		search: `/api/v1/associations?q=${encodeURIComponent(word)}&limit=50`,
		'list of a craft sector': '/api/v1/associations?craft_sector=02&limit=50',
		'list of women-led': '/api/v1/associations?women_led=true&sort=-members&limit=50',
		map: MAP,
		'map of a craft sector': `${MAP}?craft_sector=02`,
		'map of women-led': `${MAP}?women_led=true`,
		...(list ? { list: LIST } : {}),
	}
	const latency = {}
	for (const [name, path] of Object.entries(paths)) {
		try {
			const result = await load(server, path, { seconds })
			latency[name] = result.p50
			measurement(list ? `${name}, large` : name, server.database.kind, result)
			const anew = await load(server, path, { seconds, headers: { 'Cache-Control': 'no-cache' } })
			latency[`${name}, anew`] = anew.p50
			measurement(list ? `${name}, large, anew` : `${name}, anew`, server.database.kind, anew)
		} catch (error) {
			missing(name, server.database.kind, error.message)
		}
	}
	return latency
}

/** From the process's start to its first answer on a filled database: the median of five. */
export async function starts(database) {
	const times = []
	for (let i = 0; i < 5; i++) {
		const server = await database.serve()
		times.push(server.startedIn)
		await server.stop()
	}
	figure('start to first answer', database.kind, times.sort((a, b) => a - b)[2], 'ms', ['≤', START])
}

/** Loads the fixed body of the same bytes and then `path`; the median latency of the latter, in milliseconds. */
async function compare(server, name, path, bytes, { seconds, headers, body, share, multiple }) {
	const kind = server.database.kind
	let fixed, result
	try {
		fixed = await load(server, `/bench/fixed?bytes=${bytes}`, { seconds })
		result = await load(server, path, { seconds, headers, body })
	} catch (error) {
		missing(name, kind, error.message)
		return undefined
	}
	measurement(`fixed body of ${bytes} bytes`, kind, fixed)
	measurement(name, kind, result)
	if (share) figure(`${name}: share of the fixed body's rate`, kind, result.rate / fixed.rate, '', ['≥', share])
	if (multiple) figure(`${name}: times the fixed body's CPU`, kind, result.cpu / fixed.cpu, '', ['≤', multiple])
	return result.p50
}
