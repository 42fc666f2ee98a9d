// The selection by itself: its own benchmark in release.
import { execFileSync } from 'node:child_process'
import { figure } from './report.mjs'

/** Measures the choice under quotas and the shares for reviewers. */
export function selection() {
	const options = ['bench', '--quiet', '--locked', '-p', 'selection', '--bench', 'speed', '--', '--values']
	const printed = execFileSync('cargo', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
	console.error(printed.trimEnd().replace(/^/gm, '  '))
	const seconds = (name) => {
		const found = new RegExp(`^${name}=([0-9.e-]+)$`, 'm').exec(printed)
		if (!found) throw new Error(`the benchmark of the selection did not print ${name}`)
		return Number(found[1])
	}
	figure('choice among 5,000 candidates under 200 quotas', 'none', seconds('choose'), 's', ['≤', 2])
	figure('shares of 5,000 applications for 60 reviewers, 3 each', 'none', seconds('share'), 's', ['≤', 1])
}
