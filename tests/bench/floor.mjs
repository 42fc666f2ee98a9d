// Floor plans by themselves: their own benchmark in release.
import { execFileSync } from 'node:child_process'
import { figure } from './report.mjs'

/** Measures the check of a plan and the allocation of its stands. */
export function floor() {
	const options = ['bench', '--quiet', '--locked', '-p', 'floor', '--bench', 'speed', '--', '--values']
	const printed = execFileSync('cargo', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
	console.error(printed.trimEnd().replace(/^/gm, '  '))
	const seconds = (name) => {
		const found = new RegExp(`^${name}=([0-9.e-]+)$`, 'm').exec(printed)
		if (!found) throw new Error(`the benchmark of floor plans did not print ${name}`)
		return Number(found[1])
	}
	figure('check of a plan of 2,000 stands', 'none', seconds('check'), 's', ['≤', 0.05])
	figure('allocation of 600 stands to 500 applications', 'none', seconds('propose'), 's', ['≤', 1])
}
