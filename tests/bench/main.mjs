// The benchmark: `make bench`. Prints two tables to standard output, the measurements and the figures with their targets,
// and its progress to standard error. Settings, all optional, from the environment:
//   BENCH_ROWS=1000000      compare with this many associations too (seeding takes minutes); without it 1,000 only
//   BENCH_IMPORT=100000     rows of the import; 0 leaves it out
//   BENCH_ENGINE=1          the planning engine, the selection, floor plans and certificates too; 0 leaves them out
//   BENCH_SECONDS=5         of each measurement
//   BENCH_DATABASES=sqlite,postgres
//   BENCH_STRICT=1          exit code 1 when a figure misses its target
// The exit code is 1 when a figure could not be measured, 2 when a setting is wrong.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attendance, certificates } from './courses.mjs'
import { engine } from './engine.mjs'
import { floor } from './floor.mjs'
import { imports } from './import.mjs'
import { figure, missing, print } from './report.mjs'
import { dependent, requests } from './requests.mjs'
import { selection } from './selection.mjs'
import { Database } from './server.mjs'

const SMALL = 1000
const GROWTH = 1.5

const refuse = (message) => {
	console.error(`error: ${message}`)
	process.exit(2)
}
const number = (name, otherwise) => {
	const value = Number(process.env[name] || otherwise)
	if (!Number.isInteger(value) || value < 0) refuse(`${name} must be a whole number, not '${process.env[name]}'`)
	return value
}
const large = number('BENCH_ROWS', 0)
const imported = number('BENCH_IMPORT', 100_000)
const planning = number('BENCH_ENGINE', 1)
const seconds = number('BENCH_SECONDS', 5)
const kinds = { sqlite: 'SQLite', postgres: 'PostgreSQL' }
const databases = (process.env.BENCH_DATABASES || 'sqlite,postgres').split(',').map((name) => {
	if (!kinds[name]) refuse(`BENCH_DATABASES knows sqlite and postgres, not '${name}'`)
	return kinds[name]
})

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

async function attempt(name, kind, work) {
	try {
		return await work()
	} catch (error) {
		missing(name, kind, error.message)
	}
}

if (planning > 0) {
	console.error('→ planning engine')
	await attempt('engine', 'none', () => engine(folder))
	console.error('→ selection')
	await attempt('selection', 'none', selection)
	console.error('→ floor plans')
	await attempt('floor', 'none', floor)
	console.error('→ certificates')
	await attempt('certificates', 'none', certificates)
}

for (const kind of databases) {
	console.error(`→ ${kind}: ${SMALL} associations`)
	const small = new Database(kind, 'small', folder)
	const latency = await attempt('requests', kind, () => {
		small.seed(SMALL)
		return requests(small, seconds)
	})
	await attempt('attendance', kind, () => attendance(small))
	if (imported > 0) {
		console.error(`→ ${kind}: import of ${imported} rows`)
		await attempt('import', kind, () => {
			small.seed(SMALL)
			return imports(small, imported)
		})
	}
	small.drop()

	if (large > SMALL && latency) {
		console.error(`→ ${kind}: ${large} associations`)
		const big = new Database(kind, 'large', folder)
		await attempt('growth', kind, async () => {
			big.seed(large)
			const server = await big.serve()
			figure(`start with ${large} associations`, kind, server.startedIn, 'ms', ['≤', 300])
			try {
				for (const [name, median] of Object.entries(await dependent(server, seconds)))
					if (latency[name])
						figure(`${name}: latency against ${SMALL} associations`, kind, median / latency[name], 'times', ['≤', GROWTH])
			} finally {
				await server.stop()
			}
		})
		big.drop()
	}
}

const { missed, unmeasured } = print()
if (unmeasured > 0 || (process.env.BENCH_STRICT && missed > 0)) process.exitCode = 1
