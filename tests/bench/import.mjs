// The import of many rows by one curl, against the database's own shell loading the same rows into the same tables.
import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { memory } from './proc.mjs'
import { figure } from './report.mjs'
import { pause, psql } from './server.mjs'

const run = promisify(execFile)
const TIMES = 4
const MEMORY = 200
/** Tables that record the import itself, or serve the search index: the shell's triggers and indexes fill the latter. */
const NOT_DATA = /audit|outbox|idempot|job|import|change|session|_fts|search_|^sqlite_|schema_migrations/

/** Imports `count` rows and loads what came of it again with the shell; adds the figures. */
export async function imports(database, count) {
	const kind = database.kind
	const before = snapshot(database)
	const server = await database.serve()
	let seconds
	try {
		const file = join(database.folder, 'rows.ndjson')
		await writeRows(file, await communes(server), count)
		const headers = await server.as('ministry')
		const begin = performance.now()
		const { stdout } = await run('curl', [
			...['--silent', '--show-error', '--fail-with-body', '--data-binary', `@${file}`],
			...['--header', 'Content-Type: application/x-ndjson', '--header', `Authorization: ${headers.authorization}`],
			`${server.url}/api/v1/associations/imports?mode=good_rows&default=sectors:02`,
		])
		let job = JSON.parse(stdout)
		while (!['done', 'failed', 'cancelled'].includes(job.state)) {
			await pause(50)
			job = (await server.ask(`/api/v1/jobs/${job.id}`, { headers })).body
		}
		seconds = (performance.now() - begin) / 1000
		if (job.state !== 'done') throw new Error(`the import ended as ${job.state}: ${JSON.stringify(job.report ?? {}).slice(0, 400)}`)
		figure('import: memory', kind, memory(server.pid).peak, 'MiB', ['≤', MEMORY])
	} finally {
		await server.stop()
	}
	const { seconds: reference, rows } = await (kind === 'SQLite' ? sqliteShell : psqlShell)(database, before)
	if (rows < count * 0.99) throw new Error(`only ${rows} of ${count} rows arrived in the table of associations`)
	figure(`import: ${count} rows`, kind, seconds, 's')
	figure('import: the shell with the same rows', kind, reference, 's')
	figure("import: times the shell's wall time", kind, seconds / reference, '', ['≤', TIMES])
}

async function communes(server) {
	const found = []
	for (let path = '/api/v1/communes?limit=200'; path; ) {
		const { body } = await server.ask(path)
		found.push(...body.items)
		path = body.next_cursor && `/api/v1/communes?limit=200&cursor=${encodeURIComponent(body.next_cursor)}`
	}
	return found
}

/** Rows as a chamber would send them: each with a name, a phone and a receipt of its own. */
async function writeRows(file, places, count) {
	const crafts = ['الفخار', 'النسيج', 'النحاس', 'الجلود', 'الحلي', 'الزرابي', 'الخشب', 'الزجاج', 'السلال', 'الطرز', 'الخزف', 'الجبس']
	const manners = ['الأصالة', 'التراث', 'الأنامل', 'الإبداع', 'المستقبل', 'الأمل', 'النور', 'الواحة', 'الأفق', 'الوفاء', 'الجذور']
	const out = createWriteStream(file)
	for (let i = 0; i < count; i++) {
		const place = places[(i * 7) % places.length]
		const year = 1990 + (i % 35)
		const row = {
			name_ar: `جمعية ${manners[i % manners.length]} لحرفيي ${crafts[(i * 5) % crafts.length]} ببلدية ${place.name.ar} رقم ${i + 1}`,
			name_fr: `Association des artisans no ${i + 1} de ${place.name.fr ?? place.code}`,
			wilaya: place.wilaya_code,
			commune: place.code,
			level: 'communal',
			kind: 'professional',
			receipt_number: `${year}/${String(i + 1).padStart(6, '0')}`,
			receipt_date: `${year}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
			phone: `+2135${String(50_000_000 + i)}`,
			members: 15 + (i % 120),
			women: i % 15,
		}
		if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain')
	}
	out.end()
	await once(out, 'finish')
}

/** The database as it is before the import, for the shell to load into. */
function snapshot(database) {
	if (database.kind === 'SQLite') {
		const file = join(database.folder, 'before.db')
		execFileSync('sqlite3', [database.file, 'PRAGMA wal_checkpoint(TRUNCATE)'])
		copyFileSync(database.file, file)
		return file
	}
	const name = `bench_${database.name}_before`
	psql(process.env.TEST_POSTGRES_URL, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
	psql(process.env.TEST_POSTGRES_URL, `CREATE DATABASE ${name} TEMPLATE bench_${database.name}`)
	return database.url.replace(`/bench_${database.name}?`, `/${name}?`)
}

/** Loads every table that grew, whole, with `.import`: writes it as CSV first, empties it in the copy, then takes the time. */
async function sqliteShell(database, before) {
	const ask = (file, sql) => JSON.parse(execFileSync('sqlite3', ['-json', file, sql], { encoding: 'utf8', maxBuffer: 1 << 28 }) || '[]')
	const tables = ask(
		database.file,
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name <> 'associations', name",
	).filter(({ name }) => !NOT_DATA.test(name))
	const counts = (file) => new Map(tables.map(({ name }) => [name, ask(file, `SELECT count(*) AS n FROM "${name}"`)[0].n]))
	const [old, now] = [counts(before), counts(database.file)]
	const grown = tables.map(({ name }) => name).filter((name) => now.get(name) > old.get(name))
	console.error(`  tables: ${grown.join(', ')}`)
	const script = ['.mode csv', 'PRAGMA ignore_check_constraints = ON;', 'PRAGMA synchronous = NORMAL;']
	// A strict table refuses the texts of a CSV file where it wants a blob or nothing: the copy's are not strict.
	execFileSync('sqlite3', [before, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE type = 'table'"])
	for (const name of grown) {
		const unique = ask(
			database.file,
			`SELECT DISTINCT c.name FROM pragma_index_list('${name}') AS i, pragma_index_info(i.name) AS c WHERE i."unique" = 1`,
		).map((row) => row.name)
		// CSV knows neither blobs nor NULL: ids go as hexadecimal text, and NULLs that must not collide as numbers.
		const columns = ask(database.file, `SELECT name FROM pragma_table_xinfo('${name}') WHERE hidden = 0`).map(({ name: column }) => {
			const text = `CASE typeof("${column}") WHEN 'blob' THEN hex("${column}") ELSE "${column}" END`
			return unique.includes(column) ? `coalesce(${text}, -row_number() OVER ())` : text
		})
		const csv = join(database.folder, `${name}.csv`)
		execFileSync('sh', ['-c', 'exec sqlite3 -csv "$1" "$2" >"$3"', 'sh', database.file, `SELECT ${columns} FROM "${name}"`, csv])
		execFileSync('sqlite3', [before, `DELETE FROM "${name}"`])
		script.push(`.import '${csv}' ${name}`)
	}
	const commands = join(database.folder, 'import.sql')
	writeFileSync(commands, `${script.join('\n')}\n`)
	const begin = performance.now()
	await run('sh', ['-c', 'exec sqlite3 "$1" <"$2"', 'sh', before, commands], { maxBuffer: 1 << 28 })
	const seconds = (performance.now() - begin) / 1000
	const loaded = counts(before)
	for (const name of grown) {
		if (loaded.get(name) !== now.get(name)) throw new Error(`sqlite3 loaded ${loaded.get(name)} of ${now.get(name)} rows of ${name}`)
	}
	return { seconds, rows: now.get('associations') - old.get('associations') }
}

/** The same with `\copy`, tables before those that refer to them. */
async function psqlShell(database, before) {
	const tables = psql(
		database.url,
		"SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname",
	)
		.split('\n')
		.filter((name) => name && !NOT_DATA.test(name))
	const counts = (url) => new Map(tables.map((name) => [name, Number(psql(url, `SELECT count(*) FROM "${name}"`))]))
	const [old, now] = [counts(before), counts(database.url)]
	const references = psql(database.url, "SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint WHERE contype = 'f'")
		.split('\n')
		.map((row) => row.split('|'))
	const left = new Set(tables.filter((name) => now.get(name) > old.get(name)))
	console.error(`  tables: ${[...left].join(', ')}`)
	const ordered = []
	while (left.size > 0) {
		const next = [...left].filter((name) => !references.some(([from, to]) => from === name && to !== name && left.has(to)))
		if (next.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left].join(', ')}`)
		for (const name of next) {
			ordered.push(name)
			left.delete(name)
		}
	}
	for (const name of ordered) psql(database.url, `\\copy "${name}" TO '${join(database.folder, `${name}.csv`)}' CSV`)
	psql(before, `TRUNCATE ${ordered.map((name) => `"${name}"`).join(', ')} CASCADE`)
	const commands = ordered.flatMap((name) => ['-c', `\\copy "${name}" FROM '${join(database.folder, `${name}.csv`)}' CSV`])
	const begin = performance.now()
	await run('psql', [before, '-X', '-q', '-v', 'ON_ERROR_STOP=1', ...commands])
	const seconds = (performance.now() - begin) / 1000
	return { seconds, rows: now.get('associations') - old.get('associations') }
}
