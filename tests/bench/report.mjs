// Collects measurements and figures, and prints each as a table.

const rows = []
const measurements = []

/** Adds what `load` measured of one kind of request. */
export function measurement(name, database, { rate, p50, p99, cpu, databaseCpu }) {
	const row = {
		request: name,
		database,
		'requests/s': rate.toFixed(0),
		'median ms': p50.toFixed(2),
		'99 % ms': p99.toFixed(2),
		'server CPU µs': cpu.toFixed(0),
		'PostgreSQL CPU µs': databaseCpu ? databaseCpu.toFixed(0) : '',
	}
	measurements.push(row)
	console.error(`  ${Object.entries(row).filter(([, value]) => value).map(([key, value]) => `${key} ${value}`).join(', ')}`)
}

/** Adds a figure: `limit` is `['≥', 0.5]` or `['≤', 40]`, without it the figure is for information only. */
export function figure(name, database, value, unit, limit) {
	const ok = limit && (limit[0] === '≥' ? value >= limit[1] : value <= limit[1])
	const target = limit ? `${limit[0]} ${limit[1]}${unit ? ` ${unit}` : ''}` : ''
	rows.push({ name, database, value: `${round(value)}${unit ? ` ${unit}` : ''}`, target, verdict: limit ? (ok ? 'ok' : 'no') : '' })
}

/** Adds a figure that could not be measured, with the reason. */
export function missing(name, database, reason) {
	console.error(`! ${name} on ${database}: ${reason}`)
	rows.push({ name, database, value: 'not measured', target: '', verdict: 'no' })
}

const round = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Prints both tables; returns how many figures miss their target, and how many of these could not be measured. */
export function print() {
	table(measurements)
	console.log()
	table(rows.map(({ name, database, value, target, verdict }) => ({ figure: name, database, value, target, verdict })))
	const no = rows.filter((row) => row.verdict === 'no')
	return { missed: no.length, unmeasured: no.filter((row) => row.value === 'not measured').length }
}

/** Texts to the left, numbers to the right. */
function table(lines) {
	if (lines.length === 0) return
	const columns = Object.keys(lines[0]).map((name) => {
		const cells = lines.map((line) => line[name])
		const width = Math.max(name.length, ...cells.map((cell) => cell.length))
		const numeric = cells.some((cell) => /^\d/.test(cell))
		return { name, pad: (cell) => (numeric ? cell.padStart(width) : cell.padEnd(width)) }
	})
	for (const line of [Object.fromEntries(columns.map(({ name }) => [name, name])), ...lines])
		console.log(columns.map(({ name, pad }) => pad(line[name])).join('  ').trimEnd())
}
